using System.Buffers;
using Jiheng.Audit.Frames;
using Jiheng.Audit.Weighing;

namespace Jiheng.Audit.Claims.Sums;

/// <summary>What is split by its name: '卫生技术人员中，研究生学历248人、本科1976人、大专及以下1899人' of '卫生技术人员4103人', '26项指标中，改善17项、持平4项、下滑5项'.</summary>
internal sealed class AmongClaims(ClaimSet claims)
{
    private const int Lines = 2;

    private static readonly SearchValues<char> Stops = SearchValues.Create("，。；：、（）");

    private readonly ProseFrame _frame = claims.Frame;

    /// <summary>Checks every list behind such a name that no sum explained.</summary>
    public void Find()
    {
        foreach (var first in _frame.Mentions)
        {
            if (first.Role is not (Role.Value or Role.Change) || !first.Figure.Unit.IsAdditive || claims.GroupOf(first) is not null || first.ClauseStart < 3) continue;
            if (Inside(first) is { } inside)
            {
                Split(first, inside);
                continue;
            }
            if (_frame.Source.Text[first.ClauseStart - 1] is '，' or ',' or '：' or ':' && _frame.Source.Text[first.ClauseStart - 2] is '中' or '里') Behind(first);
        }
    }

    private void Behind(Mention first)
    {
        var parts = List(first);
        if (parts.Count < 2 || Whole(first, parts) is not { } whole || claims.GroupsIn(whole.Paragraph).Any(g => g.Whole == whole && g.Parts[0] == first)) return;
        var outcome = Check.Sum(whole.Figure, parts.ConvertAll(p => (p.Figure, 1)));
        // What follows the list may speak of other things.
        for (var count = parts.Count - 1; !outcome.Holds && count >= 2; count--)
        {
            if (Check.Sum(whole.Figure, parts.GetRange(0, count).ConvertAll(p => (p.Figure, 1))) is not { Holds: true } fewer) continue;
            (parts, outcome) = (parts.GetRange(0, count), fewer);
        }
        if (!outcome.Holds && (parts.Exists(p => p.Segment != first.Segment) || parts.Count < 3 || Math.Abs(outcome.Value!.Value - whole.Figure.Value) * 20m > whole.Figure.Value || parts.Exists(p => (p.Tail & Cues.Among) != 0 || p.Says(Cues.Main)))) return;
        if (claims.Add(ClaimType.Sum, whole, parts, outcome, Grade.Structural, () => Wording.Sum(whole, parts, outcome), "“……中”点明了被拆分的总数")) claims.Add(new Group(whole, parts, outcome.Holds));
    }

    /// <summary>'税收中增值税393.9亿元、…': the name and 中 stand in the words of the first part.</summary>
    private Mention? Inside(Mention first)
    {
        var label = _frame.Label(first);
        var at = label.IndexOf('中');
        // '在职人员里执业医师21名'.
        if (at < 0 && label.IndexOf('里') is > 3 and var inside && label[inside - 1] is '员' or '者' or '生' or '工' or '人') at = inside;
        if (at < 2 || at + 2 >= label.Length || label[..at].EndsWith('其') || first.Break < Break.Clause) return null;
        var name = label[..at];
        foreach (var value in _frame.BackLines(first, 1))
        {
            if (value.Role == Role.Value && value.Figure.Unit.Fits(first.Figure.Unit) && Nouns.Bare(_frame.Label(value)) is { Length: >= 2 } own && (own.EndsWith(name, StringComparison.Ordinal) || name.StartsWith(own, StringComparison.Ordinal) && name[own.Length..] is "人员" or "案件" or "项目" or "企业" || own.StartsWith(name, StringComparison.Ordinal) && own[name.Length..] is "收入" or "支出") && value.Figure.Value > first.Figure.Value) return value;
        }
        return null;
    }

    private void Split(Mention first, Mention whole)
    {
        var parts = List(first);
        if (parts.Count < 2 || claims.GroupOf(first) is not null) return;
        var outcome = Check.Sum(whole.Figure, parts.ConvertAll(p => (p.Figure, 1)));
        if (!outcome.Holds && (parts.Count < 3 || Repairs.Digits(whole.Figure) < 4 || !Repairs.IsOneDigit(whole.Figure, outcome))) return;
        if (claims.Add(ClaimType.Sum, whole, parts, outcome, Grade.Structural, () => Wording.Sum(whole, parts, outcome), "“……中”点明了被拆分的总数")) claims.Add(new Group(whole, parts, outcome.Holds));
    }

    /// <summary>Like figures in a row, parted by 、 or ， alone.</summary>
    private List<Mention> List(Mention first)
    {
        var parts = new List<Mention> { first };
        for (var i = first.Index + 1; i < _frame.Mentions.Count && parts.Count < 24; i++)
        {
            var next = _frame.Mentions[i];
            if (next.Sentence != first.Sentence || next.Bracket != first.Bracket) break;
            if (next.Figure.Unit.IsRate) continue;
            if (!next.Figure.Unit.Fits(first.Figure.Unit) || next.Says(Cues.Parts | Cues.Total | Cues.Against)) break;
            parts.Add(next);
        }
        return parts;
    }

    /// <summary>The figure right before 中, or the last one that bears the name before it.</summary>
    private Mention? Whole(Mention first, List<Mention> parts)
    {
        var text = _frame.Source.Text.AsSpan(_frame.Source.StartOf(first.Paragraph)..(first.ClauseStart - 2));
        var name = text[(text.LastIndexOfAny(Stops) + 1)..].TrimStart("其在");
        if (first.Index > 0 && _frame.Mentions[first.Index - 1] is { Role: Role.Value } before && before.Clause == first.Clause - 1 && before.Figure.Unit.Fits(first.Figure.Unit)) return before;
        if (name.Length < 2) return null;
        var (found, best) = ((Mention?)null, 89);
        foreach (var value in _frame.BackLines(first, Lines))
        {
            if (value.Role != Role.Value || !value.Figure.Unit.Fits(first.Figure.Unit) || parts.Exists(p => p.Figure.Value > value.Figure.Value)) continue;
            if (Nouns.Naming(_frame.Label(value), name) is var naming && naming > best) (found, best) = (value, naming);
        }
        return found;
    }
}
