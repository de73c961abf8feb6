using Jiheng.Audit.Figures;
using Jiheng.Audit.Frames;
using Jiheng.Audit.Weighing;

namespace Jiheng.Audit.Claims.Rates;

/// <summary>Shares of a whole: '占26.79%'. The whole is named beside the share, is that of the sum, or stands before.</summary>
internal sealed partial class ShareClaims(ClaimSet claims)
{
    private const int MostBases = 12;
    private const int MostSiblings = 16;

    private readonly ProseFrame _frame = claims.Frame;
    private readonly List<(Mention Share, Mention Part)> _open = [];
    private readonly List<(Mention Share, Mention Part, bool Held)> _all = [];
    private readonly HashSet<int> _accused = [];
    private readonly Dictionary<int, Mention> _common = [];

    /// <summary>Checks every share whose part is printed.</summary>
    public void Find()
    {
        if (!_frame.Mentions.Exists(m => m.Role == Role.Share)) return;
        CommonWholes();
        foreach (var mention in _frame.Mentions)
        {
            if (mention.Role != Role.Share || mention.Figure.Bound != Bound.None) continue;
            if (mention.Figure.InWords)
            {
                Tenths(mention);
                continue;
            }
            if (claims.IsComputed(mention) || mention.Says(Cues.Before)) continue;
            if ((PartBehind(mention) ?? Bracketed(mention)) is { } behind && TryHold(mention, behind)) continue;
            if (_frame.SubjectOf(mention) is not { } part)
            {
                ByLabel(mention);
                continue;
            }
            // '共资助1285人、194.5万元，占在校生10280人的12.50%': the figure before that is counted in the unit of the whole.
            if (Beside(mention) is { } named && !named.Figure.Unit.Fits(part.Figure.Unit))
            {
                if (_frame.Back(named).TakeWhile(m => m.Segment == mention.Segment).FirstOrDefault(m => m.Role is Role.Value or Role.Change && m.Figure.Unit.Fits(named.Figure.Unit)) is { } counted) part = counted;
                else continue;
            }
            // '造林39.93万亩，甲、乙、丙，占年度任务38万亩的105.1%': behind its parts the whole is meant.
            if (Beside(mention) is { } task && IsPlan(_frame.Label(task)) && claims.GroupOf(part) is { Holds: true } group && group.Whole.Sentence == mention.Sentence && group.Whole.Index < part.Index && mention.Clause != part.Clause) part = group.Whole;
            var held = TryHold(mention, part);
            if (!held) _open.Add((mention, part));
            _all.Add((mention, part, held));
        }
        WrongWholes();
        SiblingSums();
        foreach (var (share, part) in _open) if (!claims.IsComputed(share)) Accuse(share, part);
        Families();
    }

    /// <summary>'基本支出占63.4%，为787.38万元', '药品收入占25.1%，即0.79亿元': the part is told behind its share.</summary>
    private Mention? PartBehind(Mention share) =>
        share.Index + 1 < _frame.Mentions.Count && _frame.Mentions[share.Index + 1] is { Role: Role.Value } next && next.Sentence == share.Sentence && next.Clause - share.Clause == 1 && next.Figure.Unit.IsAdditive
        && _frame.Label(next) is "为" or "即" or "计" or "约" or "达" && Nouns.Of(_frame, share).Length > 0 ? next : null;

    /// <summary>'企业占比25.8%（17629户）': the part stands in the bracket of its share.</summary>
    private Mention? Bracketed(Mention share) =>
        share.Index + 1 < _frame.Mentions.Count && _frame.Mentions[share.Index + 1] is { Role: Role.Value, Figure.Unit.IsAdditive: true } next && next.Host == share.Index && _frame.Label(next).Length == 0 ? next : null;

    /// <summary>'其中76个，占比八成': tenths in words say no more than about how much, so they only confirm.</summary>
    private void Tenths(Mention share)
    {
        if (_frame.SubjectOf(share) is not { } part || part.Sentence != share.Sentence || claims.IsComputed(share)) return;
        var whole = claims.GroupOf(part)?.Whole ?? Earlier(part).FirstOrDefault(w => OpensFor(w, part, share));
        if (whole is null || whole.Figure.Value <= 0m) return;
        var outcome = Check.Ratio(share.Figure, [part.Figure], [whole.Figure]);
        if (outcome.Value is { } value && Math.Abs(value - share.Figure.Value) <= 1m) Keep(share, [part], [whole], outcome, Grade.Inferred);
    }

    private bool TryHold(Mention share, Mention part)
    {
        var tried = 0;
        foreach (var (whole, grade) in Wholes(share, part))
        {
            tried++;
            if (!Check.MayBeRatio(share.Figure, part.Figure, whole.Figure)) continue;
            var outcome = Check.Ratio(share.Figure, [part.Figure], [whole.Figure]);
            // '到位14826万元，…；用于产业8895.6万元，占60%': to the last of many digits is no chance, however short the share.
            var enough = grade == Grade.Explicit || outcome.How == Agreement.Exact && Repairs.Significant(part.Figure) + Repairs.Significant(whole.Figure) >= 7 || (grade == Grade.Structural ? outcome.Convinces(share.Figure, 1, 1) : outcome.Convinces(share.Figure, tried, 2));
            if (!outcome.Holds || !enough) continue;
            Keep(share, [part], [whole], outcome, grade);
            claims.SetWhole(share, whole);
            return true;
        }
        return TryRun(share, part);
    }

    /// <summary>'前三类172件、80件、50件，占59.68%': the share of a run of figures together.</summary>
    private bool TryRun(Mention share, Mention part)
    {
        var run = new List<Mention> { part };
        for (var i = part.Index - 1; i >= 0 && run.Count < 6; i--)
        {
            var other = _frame.Mentions[i];
            if (other.Role != Role.Value || other.Sentence != part.Sentence || !other.Figure.Unit.Fits(part.Figure.Unit) || _frame.Mentions[i + 1].Break > Break.Item) break;
            run.Insert(0, other);
        }
        if (run.Count < 2) return false;
        var tried = 2;
        foreach (var whole in Earlier(run[0]))
        {
            tried++;
            var figures = run.Select(m => m.Figure).ToList();
            var outcome = Check.Ratio(share.Figure, figures, [whole.Figure]);
            var named = Named(share) is { Length: > 1 } name && Labels.Shares(_frame.Label(whole), name);
            if (!outcome.Convinces(share.Figure, named ? 1 : tried, named ? 1 : 2)) continue;
            Keep(share, run, [whole], outcome, Grade.Inferred);
            return true;
        }
        return false;
    }

    /// <summary>'第一产业增加值占国内生产总值的比重为8.6%': part and whole stand in sentences before, under these names.</summary>
    private void ByLabel(Mention share)
    {
        var label = _frame.Label(share);
        var tried = 0;
        foreach (var part in _frame.Back(share).Where(m => m.Role == Role.Value && m.Figure.Unit.IsAdditive).Take(MostBases))
        {
            var own = _frame.Label(part);
            if (own.Length < 4 || Labels.Overlap(label, own) < own.Length - 2 || claims.GroupOf(part) is not { } group) continue;
            var outcome = Check.Ratio(share.Figure, [part.Figure], [group.Whole.Figure]);
            if (!outcome.Convinces(share.Figure, ++tried, 1)) continue;
            Keep(share, [part], [group.Whole], outcome, Grade.Inferred);
            return;
        }
    }

    /// <summary>A share that fails is the text's fault when its neighbour's share holds with a whole that must be its own too.</summary>
    private void Accuse(Mention share, Mention part)
    {
        if (share.Says(Cues.Basis) || (share.Sentence != part.Sentence && !(claims.GroupOf(part) is { Holds: true } && Nouns.Naming(_frame.Label(part), Nouns.Of(_frame, share)) >= 100)) || HasOwnSubject(share, part)) return;
        var whole = Beside(share) ?? Exact(share, part) ?? Among(share, part) ?? (_common.TryGetValue(share.Index, out var common) ? common : null) ?? ByName(share, part) ?? claims.GroupOf(part)?.Whole ?? OfNeighbour(share, part) ?? Earlier(part).FirstOrDefault(w => w.Figure.Value >= part.Figure.Value && OpensFor(w, part, share));
        // '在校1926人，随班就读1044人，占52.4%': side by side, and two digits exchanged.
        whole ??= Earlier(part).FirstOrDefault(w => IsBeside(w, part, share) && w.Figure.Value > 0m && Repairs.Digits(share.Figure) >= 3 && Repairs.IsSlip(share.Figure, Math.Round(part.Figure.Value * 100m / w.Figure.Value / share.Figure.Step, MidpointRounding.AwayFromZero) * share.Figure.Step));
        if (whole is null || whole.Figure.Value <= 0m) return;
        if (Named(share) is { Length: > 1 } named && Beside(share) is null && (IsPlan(named) || !Labels.Shares(_frame.Label(whole), named))) return;
        // '甲和乙合计占89.7%' speaks of more than one part.
        if (share.Says(Cues.Total) && _frame.Label(share).Contains("合计", StringComparison.Ordinal)) return;
        var outcome = Check.Ratio(share.Figure, [part.Figure], [whole.Figure]);
        if (outcome.How != Agreement.Violated) return;
        // '等级公路9526.1公里、等外公路347.5公里，等级公路占96.5%': a name that fits another part as well, which bears the share out.
        if (share.Clause != part.Clause && Nouns.Of(_frame, share).Length >= 2 && claims.GroupOf(part) is { Holds: true } group && group.Parts.FirstOrDefault(p => p != part && Nouns.Naming(_frame.Label(p), Nouns.Of(_frame, share)) > 0 && Check.Ratio(share.Figure, [p.Figure], [group.Whole.Figure]).Convinces(share.Figure, 2, 1)) is { } better)
        {
            Keep(share, [better], [group.Whole], Check.Ratio(share.Figure, [better.Figure], [group.Whole.Figure]), Grade.Inferred);
            return;
        }
        // '制造业1204户，退税36.85亿元；其他…退税21.48亿元。制造业户均…，退税额占63.2%': a sentence on may go back to another part of the same name.
        if (part.Sentence != share.Sentence && claims.GroupOf(part) is { Holds: true } own && own.Parts.FirstOrDefault(p => p != part && Labels.Shares(_frame.Label(p), _frame.Label(part)) && Check.Ratio(share.Figure, [p.Figure], [own.Whole.Figure]).Convinces(share.Figure, 2, 1)) is { } other)
        {
            Keep(share, [other], [own.Whole], Check.Ratio(share.Figure, [other.Figure], [own.Whole.Figure]), Grade.Inferred);
            return;
        }
        Keep(share, [part], [whole], outcome, Grade.Structural);
        claims.SetWhole(share, whole);
        _accused.Add(share.Index);
    }

    /// <summary>'…；满意或基本满意占97%': words before 占 that are not the part's name another, unprinted part.</summary>
    private bool HasOwnSubject(Mention share, Mention part) =>
        Nouns.Of(_frame, share) is { Length: > 0 } noun && (share.Clause != part.Clause || noun.Length == 1) && Nouns.Naming(_frame.Label(part), noun) == 0;

    /// <summary>'等级公路12590公里，占98.0%；高速公路400公里，占3.2%': behind ； the whole of the share before goes on.</summary>
    private Mention? Neighbour(Mention share, Mention part)
    {
        if (Named(share).Length > 0 || part.Break != Break.Segment || part.Index == 0 || part.Index != share.Index - 1) return null;
        var before = _frame.Mentions[part.Index - 1];
        return before.Role == Role.Share && before.Sentence == share.Sentence && claims.WholeOfShare(before) is { } whole && whole.Figure.Unit.Fits(part.Figure.Unit) && whole.Figure.Value >= part.Figure.Value ? whole : null;
    }

    /// <summary>'占生猪存栏的11.4%': the only figure before it that bears the name of the whole.</summary>
    private Mention? ByName(Mention share, Mention part)
    {
        var named = Named(share).ToString();
        if (named.Length < 2 || IsPlan(named)) return null;
        var found = Earlier(part).Where(w => w.Depth <= part.Depth && w.Figure.Value >= part.Figure.Value && Nouns.Bare(_frame.Label(w)) is { Length: >= 2 } label && (label.EndsWith(named, StringComparison.Ordinal) || named.EndsWith(label, StringComparison.Ordinal) || named.Length is >= 4 and <= 6 && Nouns.Abbreviates(named, label))).ToList();
        return found.Count > 0 && found[0].RunLength == 1 && found.TrueForAll(f => f.Figure.Value == found[0].Figure.Value) ? found[0] : null;
    }

    private Mention? OfNeighbour(Mention share, Mention part)
    {
        for (var step = 1; step <= 8; step++)
        {
            foreach (var i in (ReadOnlySpan<int>)[share.Index - step, share.Index + step])
            {
                if (i < 0 || i >= _frame.Mentions.Count) continue;
                var other = _frame.Mentions[i];
                if (other.Role != Role.Share || other.Paragraph != share.Paragraph || Math.Abs(other.Sentence - share.Sentence) > 1 || claims.WholeOfShare(other) is not { } whole) continue;
                if (whole.Figure.Unit.Fits(part.Figure.Unit) && whole.Figure.Value >= part.Figure.Value && whole != part) return whole;
            }
        }
        return null;
    }

    private void Keep(Mention share, IReadOnlyList<Mention> top, IReadOnlyList<Mention> bottom, Outcome outcome, Grade grade, Mention? within = null)
    {
        var operands = within is null ? [.. top, .. bottom] : bottom;
        string Formula() => Wording.Ratio([.. top.Select(m => m.Figure)], [.. bottom.Select(m => m.Figure)], share.Figure, outcome);
        claims.Add(ClaimType.Ratio, share, operands, outcome, grade, Formula);
    }
}
