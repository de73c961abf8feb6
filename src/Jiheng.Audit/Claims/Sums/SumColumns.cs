using Jiheng.Audit.Frames;
using Jiheng.Audit.Weighing;

namespace Jiheng.Audit.Claims.Sums;

/// <summary>
/// The same rows in another column: where parts make up a whole, their changes, earlier values and second measures
/// must make up those of the whole. The rows are known to be complete, so a miss is the text's.
/// </summary>
internal sealed class SumColumns(ClaimSet claims)
{
    private readonly ProseFrame _frame = claims.Frame;

    /// <summary>Checks the other columns of every sum found so far.</summary>
    /// <param name="failed">Those sums that do not hold, which are found later.</param>
    public void Find(bool failed = false)
    {
        foreach (var group in claims.Groups.Where(g => g.Holds != failed).ToList())
        {
            Attached(group, Role.Change);
            Attached(group, Role.Prior);
            foreach (var step in (ReadOnlySpan<int>)[1, -1, 2]) Companions(group, step);
            LastYear(group);
        }
        ChangeBrackets();
    }

    /// <summary>'…与2016年的2115万元相比…。分项看，A、B、C、D；上年各为a、b、c、d': the earlier values of all parts in one row.</summary>
    private void LastYear(Group group)
    {
        if (group.Parts.Count < 2 || _frame.AllOf(group.Whole, Role.Prior).FirstOrDefault(p => p.Figure.Unit.Fits(group.Whole.Figure.Unit)) is not { } whole || claims.IsComputedAs(ClaimType.Sum, whole)) return;
        var first = group.Parts[^1].Index + 1;
        if (first >= _frame.Mentions.Count || _frame.Mentions[first] is not { } head || head.RunLength != group.Parts.Count || head.RunStart != first || !head.Says(Cues.Before) || !head.Figure.Unit.Fits(whole.Figure.Unit)) return;
        var parts = _frame.Mentions.GetRange(first, head.RunLength);
        var outcome = Check.Sum(whole.Figure, parts.ConvertAll(p => (p.Figure, 1)));
        if (outcome.Holds || Repairs.IsSlip(whole.Figure, outcome.Value!.Value)) claims.Add(ClaimType.Sum, whole, parts, outcome, Grade.Structural, () => Wording.Sum(whole, parts, outcome));
    }

    private void Attached(Group group, Role role)
    {
        foreach (var whole in _frame.AllOf(group.Whole, role)) Attached(group, role, whole);
    }

    private void Attached(Group group, Role role, Mention whole)
    {
        if (!whole.Figure.Unit.IsAdditive || whole.Figure.Value == 0m || claims.IsComputedAs(ClaimType.Sum, whole)) return;
        var parts = new List<Mention>();
        var missing = 0;
        foreach (var part in group.Parts)
        {
            if (part == group.Whole) return;
            if (_frame.AllOf(part, role).FirstOrDefault(o => o.Figure.Unit.Fits(whole.Figure.Unit) && o != whole && SameBase(o, whole)) is { } own) parts.Add(own);
            else if (part.Figure.Value != 0m) return;
            else missing++;
        }
        if (parts.Count < 2 || parts.Distinct().Count() != parts.Count) return;
        var signed = role == Role.Change;
        if (signed && (whole.Sign == 0 || parts.Exists(p => p.Sign == 0))) return;
        var outcome = Check.Sum(whole.Figure, parts.ConvertAll(p => (p.Figure, signed ? p.Sign * whole.Sign : 1)));
        if (!outcome.Holds && (missing > 0 || HasOthers(group) || whole.Says(Cues.Basis) || parts.Exists(p => p.Says(Cues.Basis) || p.Says(Cues.Plan) != whole.Says(Cues.Plan)))) return;
        claims.Add(ClaimType.Sum, whole, parts, outcome, Grade.Structural, () => Wording.Sum(whole, parts, outcome, signed), "各分项已与合计对上，其增减额也应与合计的增减额对上");
    }

    /// <summary>'…因公出国费本年未发生': an item that is nothing now may have been something before, so the changes of the others need not fill that of the whole.</summary>
    private bool HasOthers(Group group)
    {
        var paragraph = _frame.Source.Paragraph(group.Whole.Paragraph);
        foreach (var words in (ReadOnlySpan<string>)["未发生", "没有发生", "无支出", "均为零", "为零", "未安排", "未列支"]) if (paragraph.Contains(words, StringComparison.Ordinal)) return true;
        return false;
    }

    /// <summary>Whether a part's change is against the same thing as the whole's: it says so, or it says nothing.</summary>
    private bool SameBase(Mention part, Mention whole) => part.Says(Cues.Plan) == whole.Says(Cues.Plan) || (part.Says(Cues.Before) && _frame.Label(whole).Contains("年预算", StringComparison.Ordinal)) || !part.Says(Cues.Against | Cues.Before | Cues.Plan);

    private void Companions(Group group, int step)
    {
        if (Companion(group.Whole, step, group) is not { } whole) return;
        var parts = new List<Mention>();
        foreach (var part in group.Parts)
        {
            if (Companion(part, step, group) is not { } own || !own.Figure.Unit.Fits(whole.Figure.Unit) || parts.Contains(own)) return;
            parts.Add(own);
        }
        if (parts.Contains(whole) || claims.GroupOf(parts[0])?.Whole.Figure.Value == whole.Figure.Value) return;
        var twin = whole.Figure.Unit.Fits(group.Whole.Figure.Unit);
        if (twin && (Columns.Of(whole) == Columns.Of(group.Whole) || parts.Exists(p => Columns.Of(p) != Columns.Of(whole)))) return;
        var outcome = Check.Sum(whole.Figure, parts.ConvertAll(p => (p.Figure, p.Times)));
        // '420人，发放63.0万元；865人，发放86.5万元。共1285人、194.5万元': one slip of the pen in the second total.
        var slip = outcome.Value is { } value && whole.Index == group.Whole.Index + 1 && whole.Break == Break.Item && Repairs.Digits(whole.Figure) >= 3 && Repairs.IsSlip(whole.Figure, value);
        if (!outcome.Holds && !slip && !(twin && Columns.Of(whole) == Column.Done && group.Parts.Count >= 2)) return;
        if (claims.Add(ClaimType.Sum, whole, parts, outcome, Grade.Structural, () => Wording.Sum(whole, parts, outcome), "这些分项在另一栏已与合计对上，本栏也应对上"))
            claims.Add(new Group(whole, parts, outcome.Holds));
    }

    /// <summary>The value <paramref name="step"/> places further in the same record, outside of brackets.</summary>
    private Mention? Companion(Mention mention, int step, Group group)
    {
        var way = Math.Sign(step);
        var left = Math.Abs(step);
        for (var i = mention.Index + way; i >= 0 && i < _frame.Mentions.Count && Math.Abs(i - mention.Index) <= 12; i += way)
        {
            var other = _frame.Mentions[i];
            if (other.Sentence != mention.Sentence || group.Parts.Contains(other) || other == group.Whole) return null;
            if (other.Bracket != mention.Bracket || other.Role != Role.Value || !other.Figure.Unit.IsAdditive) continue;
            if (--left == 0) return other;
        }
        return null;
    }

    /// <summary>'增加463.26万元（272.90万元、190.36万元）': the bracket splits the change as the bracket before it split the value.</summary>
    private void ChangeBrackets()
    {
        var mentions = _frame.Mentions;
        for (var i = 0; i < mentions.Count;)
        {
            var (first, end) = (mentions[i], i + 1);
            while (first.Bracket > 0 && end < mentions.Count && mentions[end].Bracket == first.Bracket) end++;
            if (first.Host >= 0 && end - i > 1 && mentions[first.Host] is { Role: Role.Change or Role.Prior } whole) ChangeBracket(whole, mentions.GetRange(i, end - i));
            i = end;
        }
    }

    private void ChangeBracket(Mention whole, List<Mention> parts)
    {
        if (parts.Exists(p => p.Role != whole.Role || !p.Figure.Unit.Fits(whole.Figure.Unit) || !p.Figure.Unit.IsAdditive || p.Figure.InWords)) return;
        var signed = whole.Role == Role.Change && whole.Sign != 0 && parts.TrueForAll(p => p.Sign != 0);
        var outcome = Check.Sum(whole.Figure, parts.ConvertAll(p => (p.Figure, signed ? p.Sign * whole.Sign : 1)));
        var parallel = claims.GroupsIn(whole.Paragraph).Any(g => g.Parts.Count == parts.Count && g.Parts[0].Bracket > 0 && g.Whole.Index < whole.Index);
        if (outcome.Holds || parallel)
            claims.Add(ClaimType.Sum, whole, parts, outcome, Grade.Structural, () => Wording.Sum(whole, parts, outcome, signed), "括号内各数依次对应前一括号的分项");
    }
}
