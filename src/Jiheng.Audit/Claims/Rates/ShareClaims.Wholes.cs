using Jiheng.Audit.Frames;

namespace Jiheng.Audit.Claims.Rates;

// Which figures a share may be a share of, and how surely the words mean them.
internal sealed partial class ShareClaims
{
    /// <summary>The figures that may be the whole of <paramref name="part"/>, the surest first; what the words name to the letter leaves no other.</summary>
    private IEnumerable<(Mention Whole, Grade Grade)> Wholes(Mention share, Mention part)
    {
        if (Beside(share) is { } beside)
        {
            yield return (beside, Grade.Explicit);
            yield break;
        }
        if (Exact(share, part) is { } exact)
        {
            yield return (exact, Grade.Explicit);
            yield break;
        }
        if (Among(share, part) is { } among)
        {
            yield return (among, Grade.Explicit);
            yield break;
        }
        var group = claims.GroupOf(part);
        if (_common.TryGetValue(share.Index, out var common) && common != part)
        {
            yield return (common, Grade.Structural);
            yield break;
        }
        if (group is not null) yield return (group.Whole, Grade.Structural);
        if (group is not null && claims.GroupOf(group.Whole) is { } upper) yield return (upper.Whole, Grade.Inferred);
        if (Neighbour(share, part) is { } neighbour) yield return (neighbour, Grade.Structural);
        // The whole that the words name comes before those that only stand nearer.
        foreach (var whole in Earlier(part).OrderBy(w => IsNamed(w, share) || IsKindOf(w, part) ? 0 : 1))
        {
            if (whole.Figure.Value < part.Figure.Value) continue;
            yield return (whole, OpensFor(whole, part, share) || IsKindOf(whole, part) || IsNamed(whole, share) || IsBeside(whole, part, share) ? Grade.Structural : Grade.Inferred);
        }
        for (var i = part.Index + 1; i < share.Index; i++)
        {
            var between = _frame.Mentions[i];
            if (between.Role == Role.Value && between.Sentence == share.Sentence && between.Figure.Unit.Fits(part.Figure.Unit) && between.Figure.Value >= part.Figure.Value) yield return (between, Grade.Inferred);
        }
        // The whole may close the list: '…，合计141178万人'.
        for (var i = share.Index + 1; i < _frame.Mentions.Count && i < share.Index + 16 && _frame.Mentions[i].Sentence == share.Sentence; i++)
        {
            var later = _frame.Mentions[i];
            if (later.Role == Role.Value && later.Says(Cues.Total) && later.Figure.Unit.Fits(part.Figure.Unit)) yield return (later, Grade.Inferred);
        }
    }

    /// <summary>'主办件中，…A类44件，占72.1%；B类17件，占27.9%': the sentence names the whole of all its shares.</summary>
    private Mention? Among(Mention share, Mention part)
    {
        if (Named(share).Length > 0 || part.Sentence != share.Sentence) return null;
        var before = _frame.Before(part);
        var sentence = before[(before.LastIndexOf('。') + 1)..];
        var at = sentence.IndexOf("中，", StringComparison.Ordinal);
        if (at is < 2 or > 10 || sentence[..at].EndsWith('其') || sentence[..at].IndexOfAny('，', '：') >= 0) return null;
        var name = sentence[..at].TrimStart("在").ToString();
        var found = Earlier(part).Where(w => w.Sentence < part.Sentence && w.Figure.Value >= part.Figure.Value && Nouns.Naming(_frame.Label(w), name) >= 100).ToList();
        return found.Count == 1 ? found[0] : null;
    }

    /// <summary>'占授予中小企业合同金额的53.02%': the one figure before it that bears this name to the letter.</summary>
    private Mention? Exact(Mention share, Mention part)
    {
        var named = Named(share).TrimEnd('的').ToString();
        if (named.Length < 5 || IsPlan(named)) return null;
        var found = Earlier(part).Where(w => Nouns.Bare(_frame.Label(w)) is var label && (label.EndsWith(named, StringComparison.Ordinal) || label.EndsWith(named + "完成", StringComparison.Ordinal))).ToList();
        return found.Count > 0 && found[0].RunLength == 1 && found.TrueForAll(w => w.Figure.Value == found[0].Figure.Value) && found[0].Figure.Value >= part.Figure.Value ? found[0] : null;
    }

    /// <summary>'占现有公务用车205258辆的0.61%': the whole is named in the share's own words.</summary>
    private Mention? Beside(Mention share)
    {
        if (share.Index == 0) return null;
        var before = _frame.Mentions[share.Index - 1];
        return before.Sentence == share.Sentence && before.Says(Cues.Share) && before.Role is Role.Value or Role.Prior && !before.Figure.Unit.IsRate
            && share.Break == Break.None && _frame.Between(before, share).Contains('的') ? before : null;
    }

    /// <summary>Whether the words open <paramref name="whole"/> for its parts: 其中, a colon, a bracket, or the share names it.</summary>
    private bool OpensFor(Mention whole, Mention part, Mention share)
    {
        if (whole.Sentence != part.Sentence || !(Siblings.IsAnnounced(part) || IsAmong(whole, part))) return false;
        var named = Named(share);
        return named.Length == 0 || (!IsPlan(named) && Labels.Shares(_frame.Label(whole), named));
    }

    /// <summary>'24个断面中，Ⅲ类22个，占91.7%': 中 opens the whole right before the part.</summary>
    private bool IsAmong(Mention whole, Mention part) => whole.Index == part.Index - 1 && part.ClauseStart >= 2 && _frame.Source.Text.AsSpan((part.ClauseStart - 2)..part.ClauseStart) is "中，" or "中," && part.Clause - whole.Clause == 1;

    /// <summary>'床位9840张，护理型5412张，占55%': whole, part and share in a row, but for what repeats the whole ('即328500万元') or compares it ('增长13.0%').</summary>
    private bool IsBeside(Mention whole, Mention part, Mention share)
    {
        var last = part.Index - 1;
        while (last > whole.Index && _frame.Mentions[last] is var between && (between.Says(Cues.Same) || between.Role is Role.Change or Role.Growth or Role.Prior && _frame.SubjectOf(between) == whole)) last--;
        return last == whole.Index && whole.Sentence == part.Sentence && part.Clause - _frame.Mentions[part.Index - 1].Clause <= 1 && share.Index == part.Index + 1 && share.Clause - part.Clause <= 1 && !IsPlan(Named(share));
    }

    /// <summary>'占常住人口的18.4%': the share names the whole, wherever it stands.</summary>
    private bool IsNamed(Mention whole, Mention share) => Named(share) is { Length: >= 2 } named && !IsPlan(named) && Labels.Overlap(_frame.Label(whole), named) >= Math.Min(named.Length - 1, 3);

    /// <summary>'占调整预算的105.47%': the base is a plan, not the whole of which the figure is a part.</summary>
    private static bool IsPlan(ReadOnlySpan<char> named) =>
        named.EndsWith("预算", StringComparison.Ordinal) || named.EndsWith("预算数", StringComparison.Ordinal) || named.EndsWith("计划", StringComparison.Ordinal) || named.EndsWith("任务", StringComparison.Ordinal)
        || named.EndsWith("目标", StringComparison.Ordinal) || named.EndsWith("任务数", StringComparison.Ordinal);

    /// <summary>'民生支出138966万元，占84%' of '支出165720万元': the whole's label is the end of the part's.</summary>
    private bool IsKindOf(Mention whole, Mention part)
    {
        var general = _frame.Label(whole);
        var special = _frame.Label(part);
        return general.Length >= 2 && special.Length > general.Length && special.EndsWith(general, StringComparison.Ordinal);
    }

    /// <summary>What a share says it is a share of: the words between 占 and the figure.</summary>
    private ReadOnlySpan<char> Named(Mention share)
    {
        var label = _frame.Label(share);
        var at = label.LastIndexOf('占');
        return at < 0 ? "" : label[(at + 1)..].TrimEnd("的比例比重约达为是依次分别各").TrimStart("比全");
    }

    private IEnumerable<Mention> Earlier(Mention part)
    {
        var count = 0;
        for (var i = part.Index - 1; i >= 0 && i >= part.Index - 2 * ProseFrame.Reach && count < MostBases; i--)
        {
            var other = _frame.Mentions[i];
            if (part.Paragraph - other.Paragraph > 2) yield break;
            if (other.Role != Role.Value || !other.Figure.Unit.Fits(part.Figure.Unit) || other.Says(Cues.Same) && i > 0 && _frame.Mentions[i - 1].Figure.Value == other.Figure.Value) continue;
            count++;
            yield return other;
        }
    }
}
