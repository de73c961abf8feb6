using Jiheng.Audit.Figures;
using Jiheng.Audit.Frames;
using Jiheng.Audit.Weighing;

namespace Jiheng.Audit.Claims.Comparisons;

/// <summary>Rates of coverage that pass 100 %.</summary>
internal sealed class BoundClaims(ClaimSet claims)
{
    /// <summary>Rates that may pass 100 %: results against a task, growth, debts, beds, money gathered against a plan.</summary>
    private static readonly string[] Unbounded = ["完成率", "达成率", "增长率", "周转率", "负债率", "使用率", "增值率", "收缴率", "回报率", "收益率", "贡献率", "兑现率", "债务率", "报销率", "产能率", "入库率", "杠杆率", "替代率", "实现率", "变动率", "拨备覆盖率", "毛入学率", "毛入园率", "流动性覆盖率", "充足率", "赔付率", "负荷率", "溢价率", "利率", "自给率", "竞争率", "超额率", "保障倍率", "偿付率"];

    private readonly ProseFrame _frame = claims.Frame;

    /// <summary>Checks every rate of coverage.</summary>
    public void Find()
    {
        foreach (var mention in _frame.Mentions)
        {
            if (mention.Role is Role.Rate or Role.Share && mention.Figure.Unit.Kind == UnitKind.Percent && mention.Figure.Value > 100m && mention.Figure.Bound == Bound.None) Full(mention);
        }
    }

    private void Full(Mention mention)
    {
        var label = _frame.Label(mention).TrimEnd("为达到是约：: ");
        if (!(label.EndsWith('率') || label.EndsWith("覆盖面", StringComparison.Ordinal)) || Array.Exists(Unbounded, u => _frame.Label(mention).Contains(u, StringComparison.Ordinal))) return;
        var name = label.ToString();
        claims.Add(ClaimType.Bound, mention, [], new Outcome(Agreement.Violated, mention.Figure.Value, null), Grade.Explicit, () => $"{name}{mention.Figure.Text} > 100%");
    }
}
