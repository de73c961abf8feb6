using Jiheng.Audit.Figures;
using Jiheng.Audit.Frames;
using Jiheng.Audit.Weighing;

namespace Jiheng.Audit.Claims.Sums;

/// <summary>
/// Wholes that a rule divides, so that their parts make them up wherever they are printed: 基本支出 into 人员经费 and 公用经费 (部门决算管理办法, 财库〔2021〕36号),
/// 法定传染病 into three classes.
/// </summary>
internal sealed class HeadSums(ClaimSet claims)
{
    private readonly ProseFrame _frame = claims.Frame;

    /// <summary>Checks every 人员经费 that stands between its 基本支出 and its 公用经费.</summary>
    public void Find()
    {
        foreach (var staff in _frame.Mentions)
        {
            Diseases(staff);
            if (!Is(staff, "人员经费") || claims.GroupOf(staff) is { Holds: true }) continue;
            var whole = _frame.BackLines(staff, 2).FirstOrDefault(m => Is(m, "基本支出"));
            if (whole is null || Other(staff) is not { } running || Columns.Of(whole) != Columns.Of(staff) && !_frame.Label(whole).Contains("公共预算", StringComparison.Ordinal) || !whole.Figure.Unit.Fits(staff.Figure.Unit) || claims.GroupOf(running) is { Holds: true }) continue;
            List<Mention> parts = [staff, running];
            var outcome = Check.Sum(whole.Figure, parts.ConvertAll(p => (p.Figure, 1)));
            // What is far off speaks of another year or of another funding.
            if (!outcome.Holds && Math.Abs(outcome.Value!.Value - whole.Figure.Value) * 5m > whole.Figure.Value) continue;
            if (claims.Add(ClaimType.Sum, whole, parts, outcome, Grade.Structural, () => Wording.Sum(whole, parts, outcome), "基本支出由人员经费和公用经费组成")) claims.Add(new Group(whole, parts, outcome.Holds));
        }
    }

    /// <summary>'共报告法定传染病3682例，无甲类病例报告。乙类1217例，丙类2465例': the law knows these classes and no other (传染病防治法第三条).</summary>
    private void Diseases(Mention last)
    {
        if (claims.GroupOf(last) is not null || !Class(last, "丙类")) return;
        var parts = new List<Mention> { last };
        foreach (var name in (ReadOnlySpan<string>)["乙类", "甲类"])
            if (_frame.Back(last).FirstOrDefault(m => Class(m, name) && m.Figure.Unit.Fits(last.Figure.Unit) && last.Sentence - m.Sentence <= 1) is { } part) parts.Insert(0, part);
        if (parts.Count < 2 || !Class(parts[^2], "乙类") || parts.Exists(p => claims.GroupOf(p) is not null)) return;
        var whole = _frame.Back(parts[0]).FirstOrDefault(m => m.Role == Role.Value && m.Depth == 0 && m.Figure.Unit.Fits(last.Figure.Unit) && m.Figure.Value >= parts.Max(p => p.Figure.Value) && _frame.Label(m).Contains("传染病", StringComparison.Ordinal) && !claims.IsWhole(m));
        if (whole is null || parts[0].Sentence - whole.Sentence > 1) return;
        var outcome = Check.Sum(whole.Figure, parts.ConvertAll(p => (p.Figure, 1)));
        if (!outcome.Holds && Math.Abs(outcome.Value!.Value - whole.Figure.Value) * 5m > whole.Figure.Value) return;
        if (claims.Add(ClaimType.Sum, whole, parts, outcome, Grade.Structural, () => Wording.Sum(whole, parts, outcome), "法定传染病分甲、乙、丙三类")) claims.Add(new Group(whole, parts, outcome.Holds));
    }

    private bool Class(Mention mention, string name) => mention.Role == Role.Value && mention.Figure.Unit.Kind == UnitKind.Count && Nouns.Bare(_frame.Label(mention)) is var label && label.StartsWith(name, StringComparison.Ordinal) && label.Length <= 9;

    /// <summary>The 公用经费 behind, in the same line or the next.</summary>
    private Mention? Other(Mention staff)
    {
        for (var i = staff.Index + 1; i < _frame.Mentions.Count && i <= staff.Index + ProseFrame.Reach / 2 && _frame.Mentions[i].Paragraph - staff.Paragraph <= 1; i++)
        {
            var mention = _frame.Mentions[i];
            if (Is(mention, "基本支出") || Is(mention, "人员经费")) return null;
            if (Is(mention, "公用经费")) return mention.Figure.Unit.Fits(staff.Figure.Unit) ? mention : null;
        }
        return null;
    }

    private bool Is(Mention mention, string head) =>
        mention.Role == Role.Value && mention.Depth == 0 && mention.Figure is { Unit.Kind: UnitKind.Money, Bound: Bound.None } && !mention.Says(Cues.Before | Cues.Against) && Nouns.Bare(_frame.Label(mention)) is var label && (label.EndsWith(head, StringComparison.Ordinal) || label.EndsWith(head + "支出", StringComparison.Ordinal));
}
