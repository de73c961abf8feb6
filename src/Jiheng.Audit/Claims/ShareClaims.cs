using Jiheng.Audit.Figures;
using Jiheng.Audit.Frames;
using Jiheng.Audit.Weighing;

namespace Jiheng.Audit.Claims;

/// <summary>Shares of a whole: '占26.79%'. The whole is named beside the share, is that of the sum, or stands before.</summary>
internal sealed class ShareClaims(ClaimSet claims)
{
    private const int MostBases = 12;
    private const int MostSiblings = 16;

    private readonly ProseFrame _frame = claims.Frame;
    private readonly List<(Mention Share, Mention Part)> _open = [];
    private readonly List<(Mention Share, Mention Part, bool Held)> _all = [];
    private readonly HashSet<int> _accused = [];

    /// <summary>Checks every share whose part is printed.</summary>
    public void Find()
    {
        foreach (var mention in _frame.Mentions)
        {
            if (mention.Role != Role.Share || mention.Figure.Bound != Bound.None || mention.Figure.InWords) continue;
            if (claims.IsComputed(mention)) continue;
            if (_frame.SubjectOf(mention) is not { } part)
            {
                ByLabel(mention);
                continue;
            }
            var held = TryHold(mention, part);
            if (!held) _open.Add((mention, part));
            _all.Add((mention, part, held));
        }
        WrongWholes();
        SiblingSums();
        foreach (var (share, part) in _open) if (!claims.IsComputed(share)) Accuse(share, part);
        Families();
    }

    /// <summary>Neighbours that all state their share of one whole make it up when their shares fill it, or when some of these shares fail.</summary>
    private void Families()
    {
        var mentions = _frame.Mentions.Where(m => m.Role == Role.Share && claims.WholeOfShare(m) is not null).ToList();
        for (var i = 0; i < mentions.Count;)
        {
            var end = i + 1;
            while (end < mentions.Count && mentions[end].Sentence == mentions[i].Sentence && claims.WholeOfShare(mentions[end])!.Figure.Value == claims.WholeOfShare(mentions[i])!.Figure.Value) end++;
            Family(mentions.GetRange(i, end - i));
            i = end;
        }
    }

    private void Family(List<Mention> shares)
    {
        var whole = claims.WholeOfShare(shares[0])!;
        var parts = shares.ConvertAll(s => _frame.SubjectOf(s)!);
        if (parts.Count < 2 || parts.Exists(p => claims.GroupOf(p) is not null || p.Says(Cues.Parts)) || parts.Distinct().Count() != parts.Count) return;
        var outcome = Check.Sum(whole.Figure, parts.ConvertAll(p => (p.Figure, 1)));
        if (Overfills(whole, shares, parts)) return;
        var filled = shares.Sum(s => s.Figure.Value) is >= 99m and <= 102m;
        var missing = whole.Figure.Value - parts.Sum(p => p.Figure.Value);
        var fails = shares.Exists(s => _accused.Contains(s.Index)) && missing <= parts.Min(p => p.Figure.Value) && missing >= 0;
        if (!outcome.Holds && !filled && !fails) return;
        if (claims.Add(ClaimType.Sum, whole, parts, outcome, Grade.Structural, () => Wording.Sum(whole, parts, outcome), "各分项都写明了占同一合计的比重，应合为该合计")) claims.Add(new Group(whole, parts, outcome.Holds));
    }

    private bool TryHold(Mention share, Mention part)
    {
        var tried = 0;
        foreach (var (whole, grade) in Wholes(share, part))
        {
            tried++;
            if (!Check.MayBeRatio(share.Figure, part.Figure, whole.Figure)) continue;
            var outcome = Check.Ratio(share.Figure, [part.Figure], [whole.Figure]);
            var enough = grade == Grade.Explicit || (grade == Grade.Structural ? outcome.Convinces(share.Figure, 1, 1) : outcome.Convinces(share.Figure, tried, 2));
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

    private IEnumerable<(Mention Whole, Grade Grade)> Wholes(Mention share, Mention part)
    {
        if (Beside(share) is { } beside)
        {
            yield return (beside, Grade.Explicit);
            yield break;
        }
        var group = claims.GroupOf(part);
        if (group is not null) yield return (group.Whole, Grade.Structural);
        if (group is not null && claims.GroupOf(group.Whole) is { } upper) yield return (upper.Whole, Grade.Inferred);
        foreach (var whole in Earlier(part))
        {
            if (whole.Figure.Value < part.Figure.Value) continue;
            yield return (whole, OpensFor(whole, part, share) || IsKindOf(whole, part) ? Grade.Structural : Grade.Inferred);
        }
        // The whole may close the list: '…，合计141178万人'.
        for (var i = share.Index + 1; i < _frame.Mentions.Count && i < share.Index + 16 && _frame.Mentions[i].Sentence == share.Sentence; i++)
        {
            var later = _frame.Mentions[i];
            if (later.Role == Role.Value && later.Says(Cues.Total) && later.Figure.Unit.Fits(part.Figure.Unit)) yield return (later, Grade.Inferred);
        }
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
        if (whole.Sentence != part.Sentence || !Siblings.IsAnnounced(part)) return false;
        var named = Named(share);
        return named.Length == 0 || (!IsPlan(named) && Labels.Shares(_frame.Label(whole), named));
    }

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
        return at < 0 ? "" : label[(at + 1)..].TrimEnd("的比例比重约达为").TrimStart("比全");
    }

    /// <summary>Shares of money that each hold but together pass the whole: they stand on different ground (原值 beside 净值).</summary>
    private bool Overfills(Mention whole, List<Mention> shares, List<Mention> parts)
    {
        var total = shares.Sum(s => s.Figure.Value);
        if (total <= 102m || whole.Figure.Unit.Kind != UnitKind.Money || parts.Exists(p => Siblings.IsAnnounced(p) && p.Index > parts[0].Index) || shares.Exists(s => _accused.Contains(s.Index))) return false;
        claims.Raise("JH2113", whole.Figure.Start, whole.Figure.End, $"各部分占{whole.Figure.Text}的比重合计{Wording.Number(total, 2)}%，超过100%，各部分的统计口径可能不同（如原值与净值）。", null, "核对各部分是否互不重叠、口径是否一致");
        return true;
    }

    private IEnumerable<Mention> Earlier(Mention part)
    {
        var count = 0;
        for (var i = part.Index - 1; i >= 0 && i >= part.Index - 2 * ProseFrame.Reach && count < MostBases; i--)
        {
            var other = _frame.Mentions[i];
            if (part.Paragraph - other.Paragraph > 2) yield break;
            if (other.Role != Role.Value || !other.Figure.Unit.Fits(part.Figure.Unit)) continue;
            count++;
            yield return other;
        }
    }

    /// <summary>
    /// Neighbours whose shares fill 100 % and all follow from the sum of their parts, while some do not follow from the whole
    /// announced before them: one wrong whole instead of many wrong shares.
    /// </summary>
    private void WrongWholes()
    {
        for (var i = 0; i < _all.Count;)
        {
            var end = i + 1;
            while (end < _all.Count && end - i < MostSiblings && _all[end].Part.Index - _all[end - 1].Part.Index <= 3 && _all[end].Part.Sentence == _all[i].Part.Sentence && _all[end].Part.Figure.Unit.Fits(_all[i].Part.Figure.Unit)) end++;
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

    /// <summary>A share that fails is the text's fault when its neighbour's share holds with a whole that must be its own too.</summary>
    private void Accuse(Mention share, Mention part)
    {
        if (share.Says(Cues.Basis)) return;
        var whole = Beside(share) ?? claims.GroupOf(part)?.Whole ?? OfNeighbour(share, part) ?? Earlier(part).FirstOrDefault(w => w.Figure.Value >= part.Figure.Value && OpensFor(w, part, share));
        if (whole is null || whole.Figure.Value <= 0m) return;
        if (Named(share) is { Length: > 1 } named && Beside(share) is null && (IsPlan(named) || !Labels.Shares(_frame.Label(whole), named))) return;
        var outcome = Check.Ratio(share.Figure, [part.Figure], [whole.Figure]);
        if (outcome.How != Agreement.Violated) return;
        Keep(share, [part], [whole], outcome, Grade.Structural);
        claims.SetWhole(share, whole);
        _accused.Add(share.Index);
    }

    private Mention? OfNeighbour(Mention share, Mention part)
    {
        for (var step = 1; step <= 8; step++)
        {
            foreach (var i in (ReadOnlySpan<int>)[share.Index - step, share.Index + step])
            {
                if (i < 0 || i >= _frame.Mentions.Count) continue;
                var other = _frame.Mentions[i];
                if (other.Role != Role.Share || other.Sentence != share.Sentence || claims.WholeOfShare(other) is not { } whole) continue;
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
