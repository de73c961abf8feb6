using System.Runtime.InteropServices;
using Jiheng.Audit.Claims.Comparisons;
using Jiheng.Audit.Figures;
using Jiheng.Audit.Frames;
using Jiheng.Audit.Weighing;

namespace Jiheng.Audit.Claims.Restatements;

/// <summary>One figure printed at two places of which one has a slip of the pen: '经费支出143.52万元 … 经费决算为134.52万元'.</summary>
/// <remarks>Names alike are not enough, for two like values may differ; so the digits themselves must show the slip.</remarks>
internal sealed class Contradictions(ClaimSet claims)
{
    private const int Most = 8;
    private const int LongName = 6;

    private readonly ProseFrame _frame = claims.Frame;
    private readonly Dictionary<(string Unit, ulong Digits), List<Mention>> _byDigits = [];
    private readonly Dictionary<(string Unit, int Length, int Place, long Left), List<Mention>> _byAllButOne = [];
    private readonly Dictionary<(string Core, string Unit), HashSet<decimal>> _values = [];
    private readonly Dictionary<(string Core, string Unit), int> _endings = [];
    private Dictionary<int, Head>? _heads;

    /// <summary>Checks every value against those of the same digits before it.</summary>
    public void Find()
    {
        // Only figures of different sentences contradict each other.
        if (_frame.Mentions is not [var first, .., var last] || first.Sentence == last.Sentence) return;
        foreach (var mention in _frame.Mentions)
        {
            if (!IsPlain(mention)) continue;
            var digits = Slips.DigitsOf(mention.Figure);
            if (digits.Length < 3) continue;
            var alike = Like(ref CollectionsMarshal.GetValueRefOrAddDefault(_byDigits, (mention.Figure.Unit.Name, Slips.Multiset(digits)), out _));
            foreach (var other in alike)
                if (Slips.IsSwap(other.Figure, mention.Figure) || (digits.Length >= 4 && Slips.IsShift(other.Figure, mention.Figure))) Compare(other, mention, Slip.Swap);
            if (alike.Count < Most) alike.Add(mention);
            // One changed digit says enough only in five, and nothing in a rate.
            if (digits.Length < 5 || IsRate(mention)) continue;
            for (var place = 0; place < digits.Length - 1; place++)
            {
                var near = Like(ref CollectionsMarshal.GetValueRefOrAddDefault(_byAllButOne, (mention.Figure.Unit.Name, digits.Length, place, Slips.Without(digits, place)), out _));
                foreach (var other in near)
                    if (other.Figure.Step == mention.Figure.Step && other.Figure.Value != mention.Figure.Value) Compare(other, mention, Slip.Digit);
                if (near.Count < Most) near.Add(mention);
            }
        }
        FullNames();
    }

    /// <summary>The same year's value by the same full name in two places: then any other number contradicts, slip or not.</summary>
    private void FullNames()
    {
        var byName = new Dictionary<(string, int, string), List<Mention>>();
        foreach (var mention in _frame.Mentions)
        {
            if (!IsPlain(mention) || IsRate(mention) || _frame.Label(mention) is not ['1' or '2', ..] || !OpensSentence(mention)) continue;
            if (Head.Of(_frame, mention) is not { Year: > 0, IsPlan: false, Full.Length: >= LongName } head) continue;
            var key = (head.Full, head.Year, mention.Figure.Unit.Name);
            if (!byName.TryGetValue(key, out var same)) byName[key] = same = [];
            same.Add(mention);
        }
        foreach (var same in byName.Values)
        {
            if (same.Count < 2 || same.Select(m => m.Figure.Value).Distinct().Count() != 2) continue;
            var second = same.First(m => m.Figure.Value != same[0].Figure.Value);
            if (second.Figure.Range.Meets(same[0].Figure.Range) || second.Sentence == same[0].Sentence) continue;
            _heads ??= Heads();
            if (!AreParallel(same[0], second) && Actuals.AreNear(same[0], second)) Keep(same[0], second);
        }
    }

    private static bool IsPlain(Mention mention) =>
        (mention.Role == Role.Value && mention.Figure.Unit.IsAdditive || IsRate(mention)) && mention.Figure.Bound == Bound.None && !mention.Figure.InWords && mention.Times == 1 && mention.Figure.Value > 0m;

    private static bool IsRate(Mention mention) => mention.Role == Role.Rate && mention.Figure.Unit.Kind == UnitKind.Percent;

    /// <summary>The mentions kept under one key so far.</summary>
    private static List<Mention> Like(ref List<Mention>? kept) => kept ??= new(1);

    private void Compare(Mention first, Mention second, Slip slip)
    {
        if (first.Sentence == second.Sentence || claims.IsComputedAs(ClaimType.Bound, first) || !(OpensSentence(first) || OpensSentence(second)) || (IsRate(first) && !(OpensSentence(first) && OpensSentence(second))) || claims.GroupOf(first) is { } g && ReferenceEquals(g, claims.GroupOf(second))) return;
        var heads = _heads ??= Heads();
        if (!heads.TryGetValue(first.Index, out var one) || !heads.TryGetValue(second.Index, out var two) || one.IsPlan != two.IsPlan) return;
        if (one.Year != two.Year && one.Year > 0 && two.Year > 0) return;
        if (!AreSame(one.Core, two.Core, first.Figure, slip) && !(slip == Slip.Digit && one.Full == two.Full && one.Full.Length >= LongName && Slips.DigitsOf(first.Figure).Length >= 5 && Values(one.Core, first.Figure) == 2) || AreParallel(first, second)) return;
        Keep(first, second);
    }

    private void Keep(Mention first, Mention second)
    {
        var outcome = Outcome.Additive(first.Figure, second.Figure.Value, second.Figure.Range);
        claims.Add(ClaimType.Equality, second, [first], outcome, Grade.Structural, () => $"{Named(first)}，{Named(second)}");
    }

    /// <summary>Whether no words before the label may narrow it but a date: '。截至年末，在编人员1168人'.</summary>
    private bool OpensSentence(Mention mention)
    {
        var before = _frame.Source.Text.AsSpan(_frame.Source.StartOf(mention.Paragraph)..mention.LabelStart);
        var sentence = before[(before.LastIndexOfAny('。', '；', '！') + 1)..].Trim();
        return sentence.Length == 0 || (sentence.Length is >= 2 and <= 16 && sentence[^1] is '，' or ',' && (sentence.StartsWith("截至", StringComparison.Ordinal) || sentence.StartsWith("截止", StringComparison.Ordinal) || sentence is "全年，" or "年末，" or "年底，" || sentence[^2] is '年' or '底' or '末'));
    }

    /// <summary>Whether both name the same, and nothing else of the text bears that name.</summary>
    private bool AreSame(string one, string two, Figure figure, Slip slip)
    {
        if (one == two) return Values(one, figure) == 2 && one.Length >= (figure.Unit.IsRate || slip == Slip.Digit ? 5 : 3) && (slip == Slip.Swap || !figure.Unit.IsRate && Slips.DigitsOf(figure).Length >= 5);
        var (shorter, longer) = one.Length < two.Length ? (one, two) : (two, one);
        if (slip != Slip.Swap || figure.Unit.IsRate || !longer.EndsWith(shorter, StringComparison.Ordinal)) return false;
        return Values(shorter, figure) == 1 && ValuesOfEnding(shorter, figure) == 2;
    }

    /// <summary>Whether the two stand in passages that say the same of two subjects, each with figures of its own: '甲院收入…支出…' and '乙院收入…支出…'.</summary>
    private bool AreParallel(Mention first, Mention second)
    {
        var ofFirst = Around(first);
        var other = Around(second).Count(h => ofFirst.Any(o => o.Core == h.Core && o.Figure.Unit.Fits(h.Figure.Unit) && o.Figure.Value != h.Figure.Value));
        return other > 1;
    }

    private List<(string Core, Figure Figure)> Around(Mention mention)
    {
        var result = new List<(string, Figure)>();
        for (var i = Math.Max(0, mention.Index - 8); i < _frame.Mentions.Count && i <= mention.Index + 8; i++)
            if (_frame.Mentions[i].Sentence == mention.Sentence && _heads!.TryGetValue(i, out var head)) result.Add((head.Core, _frame.Mentions[i].Figure));
        return result;
    }

    /// <summary>How many different values bear the name <paramref name="core"/>.</summary>
    private int Values(string core, Figure figure) => _values.TryGetValue((core, figure.Unit.Name), out var values) ? values.Count : 0;

    /// <summary>How many different values bear a name that ends with <paramref name="core"/>.</summary>
    private int ValuesOfEnding(string core, Figure figure)
    {
        if (_endings.TryGetValue((core, figure.Unit.Name), out var count)) return count;
        var values = new HashSet<decimal>();
        foreach (var ((name, unit), own) in _values) if (unit == figure.Unit.Name && name.EndsWith(core, StringComparison.Ordinal)) values.UnionWith(own);
        return _endings[(core, figure.Unit.Name)] = values.Count;
    }

    private Dictionary<int, Head> Heads()
    {
        var heads = new Dictionary<int, Head>();
        foreach (var mention in _frame.Mentions) if ((mention.Role == Role.Value && mention.Figure.Unit.IsAdditive || IsRate(mention)) && Head.Of(_frame, mention) is { } head) Count(heads[mention.Index] = head, mention.Figure);
        return heads;

        void Count(Head head, Figure figure)
        {
            var key = (head.Core, figure.Unit.Name);
            if (!_values.TryGetValue(key, out var values)) _values[key] = values = [];
            values.Add(figure.Value);
        }
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
