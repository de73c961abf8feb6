using Jiheng.Audit.Figures;
using Jiheng.Audit.Frames;
using Jiheng.Audit.Weighing;

namespace Jiheng.Audit.Claims.Rates;

// Shares that stand together say more than each alone: they fill their whole, betray a wrong one, or stand for an unprinted one.
internal sealed partial class ShareClaims
{
    /// <summary>
    /// Neighbours whose shares fill 100 % and all follow from the sum of their parts, while some do not follow from the whole
    /// announced before them: one wrong whole instead of many wrong shares.
    /// </summary>
    private void WrongWholes()
    {
        for (var i = 0; i < _all.Count;)
        {
            var end = i + 1;
            while (end < _all.Count && end - i < MostSiblings && _all[end].Part.Index - _all[end - 1].Part.Index <= 3 && _all[end].Part.Sentence == _all[i].Part.Sentence && !Siblings.IsAnnounced(_all[end].Part) && _all[end].Part.Figure.Unit.Fits(_all[i].Part.Figure.Unit)) end++;
            var family = _all.GetRange(i, end - i);
            i = end;
            if (family.Count < 3 || family.TrueForAll(f => f.Held) || family.Sum(f => f.Share.Figure.Value) is < 99.9m or > 100.1m) continue;
            var parts = family.ConvertAll(f => f.Part.Figure);
            if (!family.TrueForAll(f => Check.Ratio(f.Share.Figure, [f.Part.Figure], parts).Holds)) continue;
            foreach (var (share, part, held) in family.Where(f => !f.Held))
                Keep(share, [part], [part, .. family.Select(f => f.Part).Where(p => p != part)], Check.Ratio(share.Figure, [part.Figure], parts), Grade.Structural, part);
            _open.RemoveAll(o => family.Exists(f => f.Share == o.Share));
            WholeOf(family.ConvertAll(f => f.Part));
        }
    }

    /// <summary>Shares of a whole that is not printed: the parts together make it ('男…占50.85%；女…占49.15%').</summary>
    private void SiblingSums()
    {
        for (var i = 0; i < _open.Count;)
        {
            var end = i + 1;
            while (end < _open.Count && _open[end].Part.Index - _open[end - 1].Part.Index <= 3 && _open[end].Part.Paragraph == _open[i].Part.Paragraph
                && _open[end].Part.Figure.Unit.Fits(_open[i].Part.Figure.Unit)) end++;
            for (var size = Math.Min(end - i, MostSiblings); size >= 2; size--)
            {
                var taken = false;
                for (var start = i; start + size <= end && !taken; start++) taken = TrySiblings(start, size, end);
                if (taken) break;
            }
            i = end;
        }
    }

    private bool TrySiblings(int start, int size, int end)
    {
        var family = _open.GetRange(start, size);
        if (family.Exists(f => Beside(f.Share) is not null || (Named(f.Share) is var named && IsPlan(named)))) return false;
        var percent = family.Sum(f => f.Share.Figure.Value);
        var parts = family.ConvertAll(f => f.Part.Figure);
        var failing = family.Count(f => !Check.Ratio(f.Share.Figure, [f.Part.Figure], parts).Holds);
        // All hold and fill the whole; or one alone fails while the others agree too closely for chance.
        if (failing == 0 ? percent is < 99m or > 101m : failing > 1 || family.Count(f => Check.Ratio(f.Share.Figure, [f.Part.Figure], parts).Convinces(f.Share.Figure, 2, 3)) < family.Count - 1) return false;
        WholeOf(family.ConvertAll(f => f.Part));
        foreach (var (share, part) in family)
        {
            var others = family.Select(f => f.Part).Where(p => p != part).Prepend(part).ToList();
            Keep(share, [part], others, Check.Ratio(share.Figure, [part.Figure], parts), Grade.Structural, part);
        }
        for (var i = start + size; i < end; i++)
        {
            var (share, part) = _open[i];
            var outcome = Check.Ratio(share.Figure, [part.Figure], parts);
            if (outcome.Convinces(share.Figure, 2, 2)) Keep(share, [part], family.ConvertAll(f => f.Part), outcome, Grade.Structural);
        }
        return true;
    }

    /// <summary>A whole announced before such parts that is not their sum: the parts agree with each other, so the whole is wrong.</summary>
    private void WholeOf(List<Mention> parts)
    {
        if (claims.GroupOf(parts[0]) is not null || !Siblings.IsAnnounced(parts[0])) return;
        var whole = Earlier(parts[0]).FirstOrDefault();
        if (whole is null || parts[0].Sentence - whole.Sentence > 1 || claims.IsWhole(whole)) return;
        var outcome = Check.Sum(whole.Figure, parts.ConvertAll(p => (p.Figure, 1)));
        if (outcome.Holds) return;
        claims.Add(ClaimType.Sum, whole, parts, outcome, Grade.Structural, () => Wording.Sum(whole, parts, outcome), "各分项的占比都按分项之和算得，故合计有误");
        claims.Add(new Group(whole, parts, false));
    }

    /// <summary>Neighbours that all state their share of one whole make it up when their shares fill it, or when some of these shares fail.</summary>
    private void Families()
    {
        var mentions = _frame.Mentions.Where(m => m.Role == Role.Share && claims.WholeOfShare(m) is not null).ToList();
        for (var i = 0; i < mentions.Count;)
        {
            var end = i + 1;
            while (end < mentions.Count && mentions[end].Paragraph == mentions[i].Paragraph && mentions[end].Sentence - mentions[end - 1].Sentence <= 1 && claims.WholeOfShare(mentions[end])!.Figure.Value == claims.WholeOfShare(mentions[i])!.Figure.Value) end++;
            // '60岁及以上12.50万人，占23.9%，其中65岁及以上8.96万人，占17.1%': a part within a part is none of the family.
            Family(mentions.GetRange(i, end - i).FindAll(s => !Inner(s, mentions[i])));
            i = end;
        }
    }

    /// <summary>
    /// Shares of one sentence whose parts follow one figure, two of which surely follow from it: it is the whole of the others as well,
    /// even where a wrong one happens to follow from some other figure.
    /// </summary>
    private void CommonWholes()
    {
        foreach (var family in _frame.Mentions.Where(m => m.Role == Role.Share && m.Figure.Unit.Kind == UnitKind.Percent && m.Figure.Bound == Bound.None && !m.Figure.InWords && Named(m).Length == 0 && Beside(m) is null).GroupBy(m => m.Sentence))
        {
            var shares = family.Where(s => _frame.SubjectOf(s) is { } part && part.Sentence == s.Sentence && part.Depth <= s.Depth).ToList();
            if (shares.Count == 2 && OfOneGroup(shares) is { } common) foreach (var share in shares) _common[share.Index] = common;
            if (shares.Count < 3) continue;
            var first = _frame.SubjectOf(shares[0])!;
            var (whole, held) = Earlier(first).Where(w => w.Sentence == first.Sentence && w.Depth <= first.Depth && !shares.Exists(s => _frame.SubjectOf(s) == w))
                .Select(w => (w, shares.Count(s => Follows(s, w)))).OrderByDescending(p => p.Item2).FirstOrDefault();
            if (whole is null || held < 2 || held < shares.Count - 1 || held == shares.Count || claims.GroupOf(whole) is not null) continue;
            foreach (var share in shares.Where(s => _frame.SubjectOf(s)!.Figure.Unit.Fits(whole.Figure.Unit))) _common[share.Index] = whole;
        }
    }

    /// <summary>'委员提案151件，集体提案35件，分别占81.2%、16.4%': both parts fill one whole, and one share surely follows from it.</summary>
    private Mention? OfOneGroup(List<Mention> shares) =>
        shares[0].RunLength == 2 && shares[0].RunStart == shares[1].RunStart && _frame.SubjectOf(shares[0]) is { } first && _frame.SubjectOf(shares[1]) is { } second && claims.GroupOf(first) is { Holds: true } group
        && claims.GroupOf(second) == group && shares.Exists(s => Follows(s, group.Whole)) ? group.Whole : null;

    private bool Follows(Mention share, Mention whole) =>
        _frame.SubjectOf(share) is { } part && part.Figure.Unit.Fits(whole.Figure.Unit) && part.Figure.Value <= whole.Figure.Value && Check.Ratio(share.Figure, [part.Figure], [whole.Figure]).Convinces(share.Figure, 1, 2);

    private bool Inner(Mention share, Mention first) =>
        share != first && _frame.SubjectOf(share) is { } part && _frame.SubjectOf(first) is { } head && (part.Says(Cues.Parts) || part.Index > 0 && _frame.Mentions[part.Index - 1] is { Role: Role.Aside } age && age.Says(Cues.Parts) && age.Clause == part.Clause) && part.Index > head.Index;

    private void Family(List<Mention> shares)
    {
        if (shares.Count == 0) return;
        var whole = claims.WholeOfShare(shares[0])!;
        var parts = shares.ConvertAll(s => _frame.SubjectOf(s)!);
        if (parts.Count < 2 || parts.Exists(p => claims.GroupOf(p) is not null || p != parts[0] && p.Says(Cues.Parts)) || parts.Distinct().Count() != parts.Count) return;
        var outcome = Check.Sum(whole.Figure, parts.ConvertAll(p => (p.Figure, 1)));
        if (Overfills(whole, shares, parts)) return;
        var filled = shares.Sum(s => s.Figure.Value) is >= 99m and <= 102m;
        var missing = whole.Figure.Value - parts.Sum(p => p.Figure.Value);
        var fails = shares.Exists(s => _accused.Contains(s.Index)) && missing <= parts.Min(p => p.Figure.Value) && missing >= 0;
        // 'A类47件，占73.44%；B类15件…；C类4件…' of 64: each follows from the whole, and together they pass it.
        var passes = whole.Figure.Unit.Kind == UnitKind.Count && parts.Count >= 3 && shares.Sum(s => s.Figure.Value) is > 102m and <= 110m;
        if (!outcome.Holds && !filled && !fails && !passes) return;
        if (claims.Add(ClaimType.Sum, whole, parts, outcome, Grade.Structural, () => Wording.Sum(whole, parts, outcome), "各分项都写明了占同一合计的比重，应合为该合计")) claims.Add(new Group(whole, parts, outcome.Holds));
    }

    /// <summary>Shares of money that each hold but together pass the whole: they stand on different ground (原值 beside 净值).</summary>
    private bool Overfills(Mention whole, List<Mention> shares, List<Mention> parts)
    {
        var total = shares.Sum(s => s.Figure.Value);
        if (total <= 102m || whole.Figure.Unit.Kind != UnitKind.Money || parts.Exists(p => Siblings.IsAnnounced(p) && p.Index > parts[0].Index) || shares.Exists(s => _accused.Contains(s.Index))) return false;
        claims.Raise("JH2113", whole.Figure.Start, whole.Figure.End, $"各部分占{whole.Figure.Text}的比重合计{Wording.Number(total, 2)}%，超过100%，各部分的统计口径可能不同（如原值与净值）。", null, "核对各部分是否互不重叠、口径是否一致");
        return true;
    }
}
