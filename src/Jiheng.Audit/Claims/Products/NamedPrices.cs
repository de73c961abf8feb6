using Jiheng.Audit.Figures;
using Jiheng.Audit.Frames;
using Jiheng.Audit.Weighing;

namespace Jiheng.Audit.Claims.Products;

/// <summary>
/// Prices set once for several sorts, and counts with their amounts told later: '小学每生每年1000元、初中每生每年1250元。资助小学生612人，61.2万元；初中生984人，123万元'.
/// Each amount is held against the price of its sort when another sort of the passage agrees, or a slip explains it.
/// </summary>
internal sealed class NamedPrices(ClaimSet claims)
{
    private readonly ProseFrame _frame = claims.Frame;

    /// <summary>Checks every amount right behind its count.</summary>
    public void Find()
    {
        if (!_frame.Source.Text.Contains('每')) return;
        var prices = _frame.Mentions.FindAll(m => m is { Role: Role.Value or Role.Per, Figure.Unit.Kind: UnitKind.Money } && Sort(m).Length >= 2);
        if (prices.Count < 2) return;
        var found = new List<(Mention Total, Mention Count, Mention Price, Outcome Outcome)>();
        for (var i = 1; i < _frame.Mentions.Count; i++)
        {
            var (count, total) = (_frame.Mentions[i - 1], _frame.Mentions[i]);
            if (total is not { Role: Role.Value, Figure.Unit.Kind: UnitKind.Money } || count is not { Role: Role.Value, Figure.Unit.Kind: UnitKind.Count } || total.Segment != count.Segment || total.Clause - count.Clause > 1 || claims.IsComputedAs(ClaimType.Product, total) || prices.Contains(total)) continue;
            var own = prices.FindAll(p => p.Index < count.Index && p.Paragraph == total.Paragraph && _frame.Label(count).Contains(Sort(p), StringComparison.Ordinal));
            if (own.Count == 1) found.Add((total, count, own[0], Check.Product(total.Figure, count.Figure, own[0].Figure)));
        }
        if (!found.Exists(f => f.Outcome.How is Agreement.Exact or Agreement.Rounding)) return;
        foreach (var (total, count, price, outcome) in found)
            if (outcome.Holds || outcome.Value is { } value && Math.Abs(value - total.Figure.Value) * 3m < total.Figure.Value)
                claims.Add(ClaimType.Product, total, [count, price], outcome, Grade.Structural, () => Wording.Binary(count.Figure, "×", price.Figure, total.Figure, outcome), "按文中写明的分类标准");
    }

    /// <summary>The sort that a price is set for: the two characters before 每, '小学' of '补助小学每生每年'.</summary>
    private string Sort(Mention price)
    {
        var label = _frame.Label(price);
        var at = label.IndexOf('每');
        return at < 2 ? "" : label[(at - 2)..at].ToString();
    }
}
