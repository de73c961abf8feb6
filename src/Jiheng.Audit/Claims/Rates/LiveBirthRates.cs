using Jiheng.Audit.Figures;
using Jiheng.Audit.Frames;
using Jiheng.Audit.Weighing;

namespace Jiheng.Audit.Claims.Rates;

/// <summary>
/// Rates of maternal and child health whose base is by definition the live births (活产数): 访视率, 早孕建册率 (国家基本公共卫生服务规范第三版),
/// 婴儿死亡率, 孕产妇死亡率 (卫生健康统计指标解释). A figure of deliveries that stands nearer is no base, even where it agrees.
/// </summary>
internal sealed class LiveBirthRates(ClaimSet claims)
{
    private static readonly string[] Names = ["访视率", "婴儿死亡率", "儿童死亡率", "产妇死亡率", "新生儿死亡率", "建册率", "低出生体重", "疾病筛查率"];

    private readonly ProseFrame _frame = claims.Frame;

    /// <summary>Checks every such rate in a paragraph that prints the live births.</summary>
    public void Find()
    {
        if (!_frame.Source.Has("活产")) return;
        foreach (var rate in _frame.Mentions)
        {
            if (rate.Role != Role.Rate || rate.Figure.Bound != Bound.None || rate.Index == 0 || claims.IsComputed(rate) || rate.Says(Cues.Against | Cues.Before | Cues.Target)) continue;
            if (Above(rate) is not { } top || Births(rate) is not { } births || births == top) continue;
            var outcome = Check.Ratio(rate.Figure, [top.Figure], [births.Figure]);
            // Far off, the rate has another base or another numerator.
            if (!outcome.Holds && (outcome.Value is not { } value || Math.Abs(value - rate.Figure.Value) * 10m > rate.Figure.Value || _frame.Back(rate).Any(b => b != top && b.Role == Role.Value && !_frame.Label(b).Contains("分娩", StringComparison.Ordinal) && b.Figure.Value >= top.Figure.Value && b.Figure.Unit.Fits(top.Figure.Unit) && Check.Ratio(rate.Figure, [top.Figure], [b.Figure]) is { How: Agreement.Exact or Agreement.Rounding }))) continue;
            claims.Add(ClaimType.Ratio, rate, [top, births], outcome, Grade.Structural, () => Wording.Ratio([top.Figure], [births.Figure], rate.Figure, outcome), "按指标定义以活产数为分母");
        }
    }

    /// <summary>The figure right before the rate when either of their names is one of these.</summary>
    private Mention? Above(Mention rate)
    {
        var top = _frame.Mentions[rate.Index - 1];
        if (top.Role != Role.Value || top.Sentence != rate.Sentence || rate.Clause - top.Clause > 1 || top.Figure.Unit.Kind != UnitKind.Count || top.Figure.Bound != Bound.None) return null;
        var (own, above) = (_frame.Label(rate).ToString(), _frame.Label(top).ToString());
        foreach (var name in Names) if (own.Contains(name, StringComparison.Ordinal) || own.EndsWith('率') && above.Contains(name.TrimEnd('率'), StringComparison.Ordinal)) return top;
        return own.Contains("死亡率", StringComparison.Ordinal) && (above.Contains("婴儿", StringComparison.Ordinal) || above.Contains("儿童", StringComparison.Ordinal) || above.Contains("产妇", StringComparison.Ordinal)) ? top : null;
    }

    private Mention? Births(Mention rate)
    {
        var found = _frame.Back(rate).Where(m => m.Role == Role.Value && m.Figure.Unit.Kind == UnitKind.Count && Nouns.Bare(_frame.Label(m)) is var label && (label.EndsWith("活产", StringComparison.Ordinal) || label.EndsWith("活产数", StringComparison.Ordinal) || label.EndsWith("活产儿", StringComparison.Ordinal)) && !m.Says(Cues.Before)).ToList();
        return found.Count == 1 ? found[0] : null;
    }
}
