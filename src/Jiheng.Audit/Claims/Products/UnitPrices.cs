using Jiheng.Audit.Figures;
using Jiheng.Audit.Frames;
using Jiheng.Audit.Weighing;

namespace Jiheng.Audit.Claims.Products;

/// <summary>
/// A unit price named once for several counts and amounts: '按每场6000元…测算，需51.0万元；实际演出82场，支付49.2万元'. Price times count must be the amount to the
/// last of three digits; it is accused only where the count and its amount stand side by side.
/// </summary>
internal sealed class UnitPrices(ClaimSet claims)
{
    private const int Reach = 12;

    private static readonly string[] AnyWord = ["每", "单价", "元/"];
    private static readonly string[] Paid = ["支付", "需", "补助", "兑付", "发放", "支出", "拨付", "金额", "共计", "合计", "补贴", "资金", "安排", "实付", "应付"];

    private readonly ProseFrame _frame = claims.Frame;

    /// <summary>Checks the amounts behind every unit price.</summary>
    public void Find()
    {
        if (!_frame.Source.HasAny(AnyWord)) return;
        foreach (var price in _frame.Mentions)
        {
            if (price.Figure.Unit.Kind != UnitKind.Money || price.Figure.Value <= 0m || price.Role is not (Role.Value or Role.Per) || claims.IsComputed(price) || PerOf(price) is not { Length: > 0 } per) continue;
            for (var i = Math.Max(0, price.Index - Reach / 2); i < _frame.Mentions.Count && i <= price.Index + Reach; i++)
            {
                var amount = _frame.Mentions[i];
                if (amount.Paragraph != price.Paragraph || !IsAmount(amount, price) || claims.IsComputedAs(ClaimType.Product, amount)) continue;
                if (!Confirm(price, per, amount) && amount.Index > price.Index) Accuse(price, per, amount);
            }
        }
    }

    /// <summary>What the price is for one of; empty for an average, which is no price.</summary>
    private string PerOf(Mention price)
    {
        if (price.Figure.Unit.Per.Length > 0) return price.Figure.Unit.Per;
        var label = _frame.Label(price);
        if (label.Contains('均')) return "";
        if (label.Contains("每人每天", StringComparison.Ordinal) || label.Contains("每人每日", StringComparison.Ordinal) || label.Contains("每人天", StringComparison.Ordinal)) return "人天";
        var each = label.LastIndexOf('每');
        if (each >= 0 && each + 1 < label.Length && label.Count('每') == 1)
        {
            var behind = label[(each + 1)..];
            if (UnitTable.Match(behind, out var unit, out var factor) > 0 && factor == 1m && unit.Kind is UnitKind.Count or UnitKind.Physical) return unit.Name;
        }
        return "";
    }

    private bool IsAmount(Mention amount, Mention price) =>
        amount != price && amount.Role == Role.Value && amount.Figure is { Unit: { Kind: UnitKind.Money, Per.Length: 0 }, Bound: Bound.None, InWords: false } && amount.Figure.Unit.Name == price.Figure.Unit.Name
        && amount.Figure.Value > price.Figure.Value && PerOf(amount).Length == 0 && Repairs.Digits(amount.Figure) >= 3 && !claims.IsFactor(amount);

    private static bool IsCount(Mention count, string per) =>
        count.Role is Role.Value or Role.Change && count.Figure is { InWords: false, Bound: Bound.None, Value: > 1m } && count.Figure.Unit.Name == per && !count.Says(Cues.Per);

    private bool Confirm(Mention price, string per, Mention amount)
    {
        Mention? found = null;
        for (var i = Math.Max(0, Math.Min(price.Index, amount.Index) - Reach); i < _frame.Mentions.Count && i <= Math.Max(price.Index, amount.Index) + 3; i++)
        {
            var count = _frame.Mentions[i];
            if (count.Paragraph != price.Paragraph || !IsCount(count, per) || Check.Product(amount.Figure, count.Figure, price.Figure).How != Agreement.Exact) continue;
            if (found is null || Nearness(count, amount) < Nearness(found, amount)) found = count;
        }
        if (found is null) return false;
        // Across the paragraph, only where its words or its digits leave no doubt.
        var bound = found.Segment == amount.Segment || Repairs.Digits(amount.Figure) >= 4 || Labels.Shares(_frame.Label(found), _frame.Label(amount)) || found.Role == Role.Change && found.Sign > 0 && _frame.Label(amount).Contains("新增", StringComparison.Ordinal);
        if (!bound) return false;
        Keep(amount, found, price, Check.Product(amount.Figure, found.Figure, price.Figure));
        return true;
    }

    private static int Nearness(Mention count, Mention amount) => Math.Abs(count.Index - amount.Index) + (count.Index > amount.Index ? 1 : 0) + (count.Segment == amount.Segment ? 0 : 10);

    /// <summary>'实际演出82场，支付49.8万元': the count right before the amount, one digit off.</summary>
    private void Accuse(Mention price, string per, Mention amount)
    {
        var count = _frame.Mentions[amount.Index - 1];
        if (amount.Sentence != price.Sentence || count == price || count.Index < price.Index || !IsCount(count, per) || count.Role != Role.Value || count.Segment != amount.Segment || amount.Clause - count.Clause > 1) return;
        var label = _frame.Label(amount).ToString();
        if (!Array.Exists(Paid, w => label.Contains(w, StringComparison.Ordinal)) || label.Contains("其中", StringComparison.Ordinal)) return;
        var outcome = Check.Product(amount.Figure, count.Figure, price.Figure);
        if (outcome.Holds || outcome.Value is not { } value || !Repairs.IsSlip(amount.Figure, value)) return;
        Keep(amount, count, price, outcome);
    }

    private void Keep(Mention amount, Mention count, Mention price, Outcome outcome) =>
        claims.Add(ClaimType.Product, amount, [count, price], outcome, Grade.Structural, () => Wording.Binary(count.Figure, "×", price.Figure, amount.Figure, outcome), "单价在前，按同一单位的数量读取");
}
