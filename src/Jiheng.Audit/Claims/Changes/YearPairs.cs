using Jiheng.Audit.Figures;
using Jiheng.Audit.Frames;

namespace Jiheng.Audit.Claims.Changes;

/// <summary>
/// A change beside the two values that it lies between, when no 比 or 由…至 joins them: '2023年1520件，2022年1386件，增长9.67%',
/// '增加25万元，预算120万元，决算145万元', '甲镇1200户，乙镇860户，甲镇比乙镇多340户'.
/// </summary>
internal sealed class YearPairs(ClaimSet claims)
{
    private readonly ProseFrame _frame = claims.Frame;

    /// <summary>Checks every change that no other reading explained.</summary>
    public void Find()
    {
        foreach (var change in _frame.Mentions)
        {
            if (change.Role is not (Role.Change or Role.Growth) || change.Figure.Bound != Bound.None || claims.IsComputed(change) || change.Says(Cues.Yearly | Cues.Basis | Cues.Adjust)) continue;
            if (!Behind(change)) Ahead(change);
        }
    }

    /// <summary>Two values right before the change: of two years, or both named by it.</summary>
    private bool Behind(Mention change)
    {
        if (change.Index < 2) return false;
        var (first, second) = (_frame.Mentions[change.Index - 1], _frame.Mentions[change.Index - 2]);
        if (change.Role == Role.Change && change.Index >= 3 && first.Role == Role.Growth) (first, second) = (second, _frame.Mentions[change.Index - 3]);
        if (change.Role == Role.Growth && change.Index >= 3 && first.Role == Role.Change) (first, second) = (second, _frame.Mentions[change.Index - 3]);
        if (!Pairs(change, first, second)) return false;
        if (first.Year != second.Year || IsEarlier(first) != IsEarlier(second))
        {
            var (present, prior) = first.Year > second.Year || IsEarlier(second) ? (first, second) : (second, first);
            var alike = present.Year == prior.Year + 1 && prior.Year > 0 && change.Clause - first.Clause <= 1 && Math.Abs(first.Index - second.Index) == 1 && change.Index - first.Index == 1 && _frame.Label(prior).EndsWith(Subject(present), StringComparison.Ordinal);
            return Keep(change, present, prior, mayAccuse: alike);
        }
        if (change.Role != Role.Change || !change.Says(Cues.Against)) return false;
        var label = _frame.Label(change);
        return Named(label, first) && Named(label, second) && Keep(change, second, first, mayAccuse: true);
    }

    /// <summary>Two values right behind the change.</summary>
    private void Ahead(Mention change)
    {
        if (change.Index + 2 >= _frame.Mentions.Count) return;
        var (first, second) = (_frame.Mentions[change.Index + 1], _frame.Mentions[change.Index + 2]);
        if (!Pairs(change, first, second) || _frame.SubjectOf(change) is { } subject && subject.Sentence == change.Sentence) return;
        if (!Keep(change, second, first, mayAccuse: false)) Keep(change, first, second, mayAccuse: false);
    }

    private static bool Pairs(Mention change, Mention first, Mention second)
    {
        if (first.Sentence != change.Sentence || second.Sentence != change.Sentence || !first.Figure.Unit.Fits(second.Figure.Unit) || first.Figure.Bound != Bound.None || second.Figure.Bound != Bound.None) return false;
        if (!IsState(first) || !IsState(second)) return false;
        return change.Figure.Unit.Kind == UnitKind.Point ? first.Figure.Unit.Kind == UnitKind.Percent
            : change.Role == Role.Growth ? first.Figure.Unit.IsAdditive : first.Figure.Unit.Fits(change.Figure.Unit);
    }

    /// <summary>A label's words behind its year.</summary>
    private ReadOnlySpan<char> Subject(Mention value) => _frame.Label(value) is var label && label.LastIndexOf('年') is >= 0 and var at && at + 2 < label.Length ? label[(at + 1)..] : "\0";

    private static bool IsState(Mention mention) => mention.Role is Role.Value or Role.Rate or Role.Share or Role.Prior;

    private static bool IsEarlier(Mention mention) => mention.Says(Cues.Before) || mention.Role == Role.Prior;

    private bool Named(ReadOnlySpan<char> label, Mention value) => _frame.Label(value) is { Length: >= 2 } own && label.Contains(own, StringComparison.Ordinal);

    private bool Keep(Mention change, Mention present, Mention prior, bool mayAccuse)
    {
        var rises = present.Figure.Value >= prior.Figure.Value;
        if (change.Sign != 0 && rises != change.Sign > 0 && !mayAccuse) return false;
        var outcome = StatedChange.Compute(change, present, prior);
        return (outcome.Holds || mayAccuse) && StatedChange.Keep(claims, change, present, prior, outcome);
    }
}
