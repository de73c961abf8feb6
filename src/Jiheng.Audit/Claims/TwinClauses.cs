using Jiheng.Audit.Figures;
using Jiheng.Audit.Form;
using Jiheng.Audit.Frames;
using Jiheng.Audit.Weighing;

namespace Jiheng.Audit.Claims;

/// <summary>
/// Neighbouring parts of a sentence told alike: what holds between the figures of the one was meant between those of the other
/// ('一档每生1250元，资助486人，发放60.75万元；二档每生750元，资助1134人，发放80.55万元', '甲通过97人，通过率45.33%；乙通过809人，通过率66.09%').
/// </summary>
internal sealed class TwinClauses(ClaimSet claims)
{
    private const int Most = 8;

    private static readonly string[] Exceptions = ["其中", "另有", "另外", "扣除", "剔除", "扣减", "补发", "补缴", "半年", "减半", "折算", "中途", "部分", "不含", "包括", "口径"];

    private readonly ProseFrame _frame = claims.Frame;

    /// <summary>Carries every claim that holds over to the part of the sentence behind and before it, where nothing explained the figure of the same place.</summary>
    public void Find()
    {
        foreach (var (type, result, operands) in claims.Held.ToList())
        {
            if (Segment(result) is not { Count: >= 2 and <= Most } own) continue;
            var inside = operands.Where(own.Contains).ToList();
            if (operands.Count - inside.Count > 1 || inside.Count == 0) continue;
            var outer = operands.FirstOrDefault(o => !own.Contains(o));
            if (own[^1].Index + 1 < _frame.Mentions.Count) Carry(type, result, operands, outer, own, Segment(_frame.Mentions[own[^1].Index + 1]), 1);
            if (own[0].Index > 0) Carry(type, result, operands, outer, own, Segment(_frame.Mentions[own[0].Index - 1]), -1);
        }
    }

    /// <summary>The figures between two semicolons or stops.</summary>
    private List<Mention> Segment(Mention mention)
    {
        var first = mention.Index;
        while (first > 0 && mention.Index - first <= Most && _frame.Mentions[first - 1].Segment == mention.Segment) first--;
        var last = mention.Index;
        while (last + 1 < _frame.Mentions.Count && last - mention.Index <= Most && _frame.Mentions[last + 1].Segment == mention.Segment) last++;
        return _frame.Mentions.GetRange(first, last - first + 1);
    }

    private void Carry(ClaimType type, Mention result, IReadOnlyList<Mention> operands, Mention? outer, List<Mention> own, List<Mention> other, int step)
    {
        if (other[0].Paragraph != own[0].Paragraph || Math.Abs(other[0].Segment - own[0].Segment) != 1) return;
        var inner = operands.Where(o => o != outer).Append(result).ToList();
        var (first, last) = (inner.Min(m => m.Index), inner.Max(m => m.Index));
        // Words that introduce the whole list may hold figures of their own, so the two are laid together at their ends as well.
        foreach (var shift in new[] { other[0].Index - own[0].Index, other[^1].Index - own[^1].Index }.Distinct())
        {
            if (first + shift < other[0].Index || last + shift > other[^1].Index || !IsAlike(first, last, shift)) continue;
            var twin = _frame.Mentions[result.Index + shift];
            if (claims.IsComputed(twin) || claims.IsComputedAs(type, twin)) return;
            Mention? beside = null;
            if (outer is not null && (beside = Beside(outer, _frame.Mentions[first + shift], step)) is null) return;
            Judge(type, twin, [.. operands.Select(o => o == outer ? beside! : _frame.Mentions[o.Index + shift])], result);
            return;
        }
    }

    /// <summary>Whether the figures from <paramref name="first"/> to <paramref name="last"/> and those <paramref name="shift"/> further have the same units, parts and names; the first may bear another name.</summary>
    private bool IsAlike(int first, int last, int shift)
    {
        var named = 0;
        for (var i = first; i <= last; i++)
        {
            var (one, two) = (_frame.Mentions[i], _frame.Mentions[i + shift]);
            if (one.Role != two.Role || one.Sign == 0 != (two.Sign == 0) || one.Depth != two.Depth || one.Times != two.Times || two.Figure.Bound != Bound.None || one.Figure.Bound != Bound.None) return false;
            if (!one.Figure.Unit.Fits(two.Figure.Unit) || i > first && one.Break != two.Break) return false;
            var left = Nouns.Bare(_frame.Label(one));
            var right = Nouns.Bare(_frame.Label(two));
            // Whether it rose or fell is each one's own.
            if (one.Role is Role.Change or Role.Growth) named++;
            else if (left.Length >= 2 && right.Length >= 2 && left[^2..].SequenceEqual(right[^2..])) named++;
            else if (i > first && !left.SequenceEqual(right)) return false;
        }
        return named >= Math.Max(1, (last - first) / 2);
    }

    /// <summary>'申报1385人，正高214人、副高1171人；…正高通过97人，…；副高通过809人': what stands beside the one's base in its list, under the twin's name.</summary>
    private Mention? Beside(Mention outer, Mention head, int step)
    {
        var at = outer.Index + step;
        if (at < 0 || at >= _frame.Mentions.Count || _frame.Mentions[at] is not { } next || (step > 0 ? next : outer).Break > Break.Item || !next.Figure.Unit.Fits(outer.Figure.Unit)) return null;
        return Nouns.Bare(_frame.Label(next)) is { Length: >= 2 } name && Nouns.Bare(_frame.Label(head)).StartsWith(name[..2], StringComparison.Ordinal) ? next : null;
    }

    private void Judge(ClaimType type, Mention result, List<Mention> operands, Mention model)
    {
        // '收入24.86亿元，支出21.37亿元，结余3.49亿元' may have been read as a sum; what is left is what is reckoned.
        if (type == ClaimType.Sum && operands.Count == 2 && operands.Find(o => o.Says(Cues.Left)) is { } rest)
        {
            if (claims.IsComputed(rest)) return;
            (type, operands, result) = (ClaimType.Difference, [result, operands.Find(o => o != rest)!], rest);
        }
        var figures = operands.ConvertAll(o => o.Figure);
        Outcome? computed = type switch
        {
            ClaimType.Sum when operands.TrueForAll(o => o.Role == model.Role) => Check.Sum(result.Figure, figures.ConvertAll(f => (f, 1))),
            ClaimType.Difference when figures.Count == 2 && operands[0] != operands[1] => Check.Difference(result.Figure, figures[0], figures[1], either: result.Role == Role.Change),
            ClaimType.Product when figures.Count == 2 => Check.Product(result.Figure, figures[0], figures[1]),
            ClaimType.Ratio when figures.Count == 2 => Check.Ratio(result.Figure, [figures[0]], [figures[1]]),
            ClaimType.Growth when figures.Count == 2 && operands[0].Role == Role.Change => Check.GrowthByChange(result.Figure, figures[1], figures[0], result.Sign < 0 ? -1 : 1),
            ClaimType.Growth when figures.Count == 2 => Check.Growth(result.Figure, figures[0], figures[1]),
            _ => null,
        };
        if (computed is not { Value: { } value } outcome) return;
        // What is far off was reckoned from something else.
        if (!outcome.Holds && (value <= 0m || Math.Abs(value - result.Figure.Value) * 2m > Math.Max(value, result.Figure.Value))) return;
        if (!outcome.Holds && (IsExcepted(result) || IsNarrower(result, model))) return;
        claims.Add(type, result, operands, outcome, Grade.Structural, () => Formula(type, result.Figure, figures, outcome), "与相邻同样写法的一段逐项对应");
    }

    /// <summary>'资助742人，发放64.04万元，其中61人按半年标准': this part of the sentence tells of what its neighbour has not.</summary>
    private bool IsExcepted(Mention result)
    {
        var text = _frame.Source.Text;
        var start = text.LastIndexOfAny(['。', '；', '\n'], result.Figure.Start) + 1;
        var end = text.IndexOfAny(['。', '；', '\n'], result.Figure.End) is >= 0 and var stop ? stop : text.Length;
        return FormText.HasAny(text.AsSpan(start..end), Exceptions);
    }

    /// <summary>'重点人群签约率' behind '签约率' is of a group that the figures do not tell of.</summary>
    private bool IsNarrower(Mention result, Mention model)
    {
        var own = Nouns.Bare(_frame.Label(result));
        var other = Nouns.Bare(_frame.Label(model));
        return own.Length > other.Length + 1 && other.Length > 0 && own.EndsWith(other, StringComparison.Ordinal);
    }

    private static string Formula(ClaimType type, Figure result, List<Figure> figures, Outcome outcome) => type switch
    {
        ClaimType.Sum => string.Join(" + ", figures.Select(f => f.Text)) + " = " + Wording.Result(result, outcome),
        ClaimType.Difference => Wording.Binary(figures[0], "−", figures[1], result, outcome),
        ClaimType.Product => Wording.Binary(figures[0], "×", figures[1], result, outcome),
        ClaimType.Ratio => Wording.Ratio([figures[0]], [figures[1]], result, outcome),
        _ => $"{figures[0].Text} 与 {figures[1].Text} = {Wording.Result(result, outcome)}",
    };
}
