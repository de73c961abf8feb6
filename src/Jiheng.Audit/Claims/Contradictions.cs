using System.Runtime.InteropServices;
using Jiheng.Audit.Figures;
using Jiheng.Audit.Frames;
using Jiheng.Audit.Weighing;

namespace Jiheng.Audit.Claims;

/// <summary>One figure printed at two places of which one has a slip of the pen: '经费支出143.52万元 … 经费决算为134.52万元'.</summary>
/// <remarks>Names alike are not enough, for two like values may differ; so the digits themselves must show the slip.</remarks>
internal sealed class Contradictions(ClaimSet claims)
{
    private const int Most = 8;

    private readonly ProseFrame _frame = claims.Frame;
    private readonly Dictionary<(string Unit, ulong Digits), List<Mention>> _byDigits = [];
    private readonly Dictionary<(string Unit, int Length, int Place, long Left), List<Mention>> _byAllButOne = [];
    private Dictionary<int, Head>? _heads;

    /// <summary>Checks every value against those of the same digits before it.</summary>
    public void Find()
    {
        foreach (var mention in _frame.Mentions)
        {
            if (!IsPlain(mention)) continue;
            var digits = Slips.DigitsOf(mention.Figure);
            if (digits.Length < 3) continue;
            foreach (var other in Like(ref CollectionsMarshal.GetValueRefOrAddDefault(_byDigits, (mention.Figure.Unit.Name, Slips.Multiset(digits)), out _), mention))
                if (Slips.IsSwap(other.Figure, mention.Figure) || (digits.Length >= 4 && Slips.IsShift(other.Figure, mention.Figure))) Compare(other, mention, Slip.Swap);
            if (digits.Length < 4) continue;
            for (var place = 0; place < digits.Length - 1; place++)
                foreach (var other in Like(ref CollectionsMarshal.GetValueRefOrAddDefault(_byAllButOne, (mention.Figure.Unit.Name, digits.Length, place, Slips.Without(digits, place)), out _), mention))
                    if (other.Figure.Step == mention.Figure.Step && other.Figure.Value != mention.Figure.Value) Compare(other, mention, Slip.Digit);
        }
    }

    private static bool IsPlain(Mention mention) =>
        (mention.Role == Role.Value && mention.Figure.Unit.IsAdditive || IsRate(mention)) && mention.Figure.Bound == Bound.None && !mention.Figure.InWords && mention.Times == 1 && mention.Figure.Value > 0m;

    private static bool IsRate(Mention mention) => mention.Role == Role.Rate && mention.Figure.Unit.Kind == UnitKind.Percent;

    /// <summary>The mentions kept under one key; remembers <paramref name="mention"/> with them.</summary>
    private static List<Mention> Like(ref List<Mention>? kept, Mention mention)
    {
        var before = kept is null ? [] : kept.ToList();
        kept ??= [];
        if (kept.Count < Most) kept.Add(mention);
        return before;
    }

    private void Compare(Mention first, Mention second, Slip slip)
    {
        if (first.Segment == second.Segment || claims.GroupOf(first) is { } g && ReferenceEquals(g, claims.GroupOf(second))) return;
        var heads = _heads ??= Heads();
        if (!heads.TryGetValue(first.Index, out var one) || !heads.TryGetValue(second.Index, out var two) || one.IsPlan != two.IsPlan) return;
        if (one.Year != two.Year && one.Year > 0 && two.Year > 0) return;
        if (!AreSame(one.Core, two.Core, first.Figure, slip)) return;
        var outcome = Outcome.Additive(first.Figure, second.Figure.Value, second.Figure.Range);
        claims.Add(ClaimType.Equality, second, [first], outcome, Grade.Structural, () => $"{Named(first)}，{Named(second)}");
    }

    /// <summary>Whether both name the same, and nothing else of the text bears that name.</summary>
    private bool AreSame(string one, string two, Figure figure, Slip slip)
    {
        if (one == two) return Values(one, figure) == 2 && (slip == Slip.Swap || one.Length >= 4);
        var (shorter, longer) = one.Length < two.Length ? (one, two) : (two, one);
        if (slip != Slip.Swap || !longer.EndsWith(shorter, StringComparison.Ordinal)) return false;
        return Values(shorter, figure) == 1 && _heads!.Where(h => h.Value.Core.EndsWith(shorter, StringComparison.Ordinal) && _frame.Mentions[h.Key].Figure.Unit.Fits(figure.Unit)).Select(h => _frame.Mentions[h.Key].Figure.Value).Distinct().Count() == 2;
    }

    private int Values(string core, Figure figure) =>
        _heads!.Where(h => h.Value.Core == core && _frame.Mentions[h.Key].Figure.Unit.Fits(figure.Unit)).Select(h => _frame.Mentions[h.Key].Figure.Value).Distinct().Count();

    private Dictionary<int, Head> Heads()
    {
        var heads = new Dictionary<int, Head>();
        foreach (var mention in _frame.Mentions) if ((mention.Role == Role.Value && mention.Figure.Unit.IsAdditive || IsRate(mention)) && Head.Of(_frame, mention) is { } head) heads[mention.Index] = head;
        return heads;
    }

    private string Named(Mention mention) => $"{_frame.Label(mention)}{mention.Figure.Text}";

    private enum Slip
    {
        /// <summary>Two neighbouring digits exchanged, or the point moved.</summary>
        Swap,

        /// <summary>One digit changed.</summary>
        Digit,
    }
}
