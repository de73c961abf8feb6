using Jiheng.Audit.Frames;
using Jiheng.Audit.Weighing;

namespace Jiheng.Audit.Claims.Sums;

/// <summary>
/// Announced lists that do not add up. A list is held against its whole only when it is complete: the words say so,
/// it closes with 其他, it passes the whole, or it misses it by less than its smallest part.
/// </summary>
internal sealed class SumFailures(ClaimSet claims, Siblings items)
{
    private const int MostParts = 64;

    /// <summary>Checks every announced list that no sum explained.</summary>
    public void Find()
    {
        // From the end, so that a wrong inner whole is found before the outer sum that it upsets.
        for (var i = items.Count - 1; i >= 0; i--) if (claims.GroupOf(items[i]) is null) Slip(i);
        for (var i = 0; i < items.Count; i++) if (items.IsAnnounced(i) && claims.GroupOf(items[i]) is null) Check(i);
        for (var i = 0; i < items.Count; i++) if (items.IsAnnounced(i) && claims.GroupOf(items[i]) is { Holds: true } outer) Passed(i, outer);
        for (var i = 0; i < items.Count; i++) if (!claims.IsWhole(items[i]) && claims.GroupOf(items[i]) is null) Twins(i);
    }

    /// <summary>A run of neighbours that misses a figure before or behind it by one digit: written after its sum, or summing up to what follows.</summary>
    private void Slip(int start)
    {
        var parts = List(start);
        if (parts.Count < 2) return;
        // '基本支出X万元、项目支出Y万元。基本支出由…组成': the whole may stand a few figures back.
        var back = 3;
        for (var k = items.Previous(start); k >= 0 && back > 0 && items.Break(start) >= Break.Clause; k = items.Previous(k), back--)
        {
            if (back < 3 && !items.IsAnnounced(start) && Repairs.Digits(items[k].Figure) < 5) continue;
            if (items[k].Paragraph != items[start].Paragraph || items[start].Sentence - items[k].Sentence > 1) break;
            if (TrySlip(k, parts) || TryTight(k, parts)) return;
        }
        var next = items.Next(parts[^1]);
        if (next >= 0 && items[next].Sentence == items[start].Sentence && TrySlip(next, parts)) return;
        if (parts.Count >= 3) TrySlip(parts[^1], parts.GetRange(0, parts.Count - 1));
    }

    /// <summary>'人员经费642.90万元，主要包括：A、B…' whose parts only add up to a whole further out, past their own: the own one is wrong.</summary>
    private void Passed(int start, Group outer)
    {
        if (items.Previous(start) is not (>= 0 and var at) || items[at] is not { } near || outer.Whole == near || outer.Parts.Contains(near) || near.Index < outer.Whole.Index && outer.Whole.Index < items[start].Index || claims.IsWhole(near) || claims.GroupOf(near) is not null) return;
        var parts = List(start);
        if (parts.Count < 2 || parts.Count >= outer.Parts.Count || near.Paragraph != items[start].Paragraph || Repairs.Digits(near.Figure) < 4) return;
        var outcome = Weighing.Check.Sum(near.Figure, parts.ConvertAll(k => (items[k].Figure, items[k].Times)));
        if (!outcome.Holds && Repairs.IsSlip(near.Figure, outcome.Value!.Value)) Accuse(near, parts, "与所列各项之和只差一位数字");
    }

    /// <summary>Two lists behind a figure that agree with each other to the last digit and not with it: two partitions of one whole.</summary>
    private void Twins(int at)
    {
        var whole = items[at];
        var lists = new List<(List<int> Parts, decimal Sum)>();
        for (var s = items.Next(at); s >= 0 && lists.Count < 4 && items[s].Paragraph == whole.Paragraph && s - at < 24;)
        {
            if (items.Break(s) < Break.Clause || claims.GroupOf(items[s]) is not null) return;
            var parts = List(s);
            if (parts.Count >= 2) lists.Add((parts, parts.Sum(k => items[k].Figure.Value * items[k].Times)));
            s = items.Next(parts[^1]);
        }
        for (var i = 1; i < lists.Count; i++)
        {
            if (lists[i].Sum != lists[0].Sum || lists[0].Sum < 30m * whole.Figure.Step || lists[0].Parts.Exists(k => claims.GroupOf(items[k]) is not null)) continue;
            Accuse(whole, lists[0].Parts, "后文两种分法的合计彼此相同，而与此数不同");
            return;
        }
    }

    private bool TrySlip(int at, List<int> parts)
    {
        var whole = items[at];
        if (claims.IsWhole(whole) || claims.GroupOf(whole) is not null || parts.Exists(k => items[k].Figure.Value > whole.Figure.Value && parts.Count > 2 || claims.GroupOf(items[k]) is not null)) return false;
        // What 其中 opens may be a part only; then one digit of three says nothing.
        var least = (items[parts[0]].Gap & Cues.Parts) == 0 && (items.IsAnnounced(parts[0]) || IsTight(whole, parts)) ? 3 : 4;
        if (Repairs.Digits(whole.Figure) < least + (parts.Count == 2 ? 1 : 0) || !IsSlip(whole, parts)) return false;
        if (Weighing.Check.Sum(whole.Figure, parts.ConvertAll(k => (items[k].Figure, items[k].Times))).Holds || IsConsequence(whole, parts)) return false;
        // Parts whose printed shares follow from the whole bear it out; that they pass it is another matter (JH2113).
        if (parts.TrueForAll(k => claims.Frame.AllOf(items[k], Role.Share).Any(s => Weighing.Check.Ratio(s.Figure, [items[k].Figure], [whole.Figure]).Holds))) return false;
        Accuse(whole, parts, "与各项之和只差一位数字");
        return true;
    }

    /// <summary>'总产值73.92亿元，农业A、林业B、牧业C、渔业D': four parts and more right behind their whole that come within a fiftieth of it were meant to make it up.</summary>
    private bool TryTight(int at, List<int> parts)
    {
        var whole = items[at];
        if (parts.Count < 4 || !(IsTight(whole, parts) || IsTreated(whole, parts)) || claims.IsWhole(whole) || claims.GroupOf(whole) is not null || parts.Exists(k => claims.GroupOf(items[k]) is not null || (items[k].Tail & Cues.Among) != 0 || items[k].Says(Cues.Main))) return false;
        var outcome = Weighing.Check.Sum(whole.Figure, parts.ConvertAll(k => (items[k].Figure, items[k].Times)));
        if (outcome.Holds || Math.Abs(outcome.Value!.Value - whole.Figure.Value) * (IsTight(whole, parts) ? 50m : 10m) > whole.Figure.Value) return false;
        Accuse(whole, parts, "各项紧接合计列出，与合计相差不足五十分之一，应为全部分项");
        return true;
    }

    /// <summary>'收到43件，予以公开28件，部分公开5件，不予公开4件，信息不存在5件，均按期答复': clause by clause right behind the whole, and closed by a word on all of them.</summary>
    private bool IsTreated(Mention whole, List<int> parts) =>
        parts.TrueForAll(k => items.Break(k) == Break.Clause && items[k].Depth == whole.Depth) && items[parts[0]].Index == whole.Index + 1 && parts.Zip(parts.Skip(1)).All(p => items[p.Second].Index == items[p.First].Index + 1)
        && claims.Frame.After(items[parts[^1]]) is ['，', '均' or '都', ..];

    /// <summary>Whether all parts are joined by 、 and follow their whole at once.</summary>
    private bool IsTight(Mention whole, List<int> parts) => parts.Skip(1).All(k => items.Break(k) <= Break.Item) && items.Previous(parts[0]) is >= 0 and var before && items[before] == whole;

    /// <summary>One wrong digit; where all parts are joined by 、 and follow their whole at once, rounding may add to it.</summary>
    private bool IsSlip(Mention whole, List<int> parts)
    {
        var outcome = Weighing.Check.Sum(whole.Figure, parts.ConvertAll(k => (items[k].Figure, items[k].Times)));
        return parts.Count >= 3 && IsTight(whole, parts) ? Repairs.IsOneDigit(whole.Figure, outcome) : Repairs.IsOneDigit(whole.Figure, outcome.Value!.Value);
    }

    /// <summary>Whether the sum comes right once a part that is itself a wrong whole is mended.</summary>
    private bool IsConsequence(Mention whole, List<int> parts)
    {
        var wrong = parts.FindAll(k => claims.IsWhole(items[k]) && claims.GroupsIn(items[k].Paragraph).Any(g => g.Whole == items[k] && !g.Holds));
        if (wrong.Count != 1) return false;
        var inner = claims.GroupsIn(items[wrong[0]].Paragraph).First(g => g.Whole == items[wrong[0]] && !g.Holds);
        var mended = parts.FindAll(k => k != wrong[0]).ConvertAll(k => (items[k].Figure, items[k].Times));
        return Weighing.Check.Sum(whole.Figure, [.. mended, .. inner.Parts.Select(p => (p.Figure, p.Times))]).Holds;
    }

    private void Accuse(Mention whole, List<int> parts, string reading)
    {
        var mentions = parts.ConvertAll(k => items[k]);
        var outcome = Weighing.Check.Sum(whole.Figure, mentions.ConvertAll(m => (m.Figure, m.Times)));
        if (outcome.Holds) return;
        if (claims.Add(ClaimType.Sum, whole, mentions, outcome, Grade.Structural, () => Wording.Sum(whole, mentions, outcome), reading)) claims.Add(new Group(whole, mentions, false));
    }

    private void Check(int start)
    {
        var parts = List(start);
        if (parts.Count < 2) return;
        if (IsNested(parts)) return;
        var last = items[parts[^1]];
        var closed = claims.Frame.After(last) is ['，', '无', '其', '他' or '它', ..] || claims.Frame.Label(last).TrimStart("1234567890.、（）").StartsWith("其他", StringComparison.Ordinal) || claims.Frame.Label(last).StartsWith("其它", StringComparison.Ordinal) || claims.Frame.Label(last).StartsWith("其余", StringComparison.Ordinal);
        foreach (var whole in Wholes(start))
        {
            if (parts.Exists(k => items[k].Figure.Value > whole.Figure.Value && !Repairs.IsOneDigit(whole.Figure, parts.Sum(p => items[p].Figure.Value * items[p].Times)) || Columns.Of(items[k]) == Column.Plan && Columns.Of(whole) == Column.Done || Columns.Of(items[k]) == Column.Done && Columns.Of(whole) == Column.Plan)) continue;
            // '地表水A，地下水B，重复计算量C': the last one is taken off.
            if (claims.Frame.Label(last).Contains("重复", StringComparison.Ordinal) && Weighing.Check.Sum(whole.Figure, parts.ConvertAll(k => (items[k].Figure, items[k] == last ? -1 : 1))) is { Holds: true } net)
            {
                var terms = parts.ConvertAll(k => items[k]);
                claims.Add(ClaimType.Sum, whole, terms, net, Grade.Explicit, () => Wording.Sum(whole, terms, net), "重复计算的部分应扣除");
                return;
            }
            var outcome = Weighing.Check.Sum(whole.Figure, parts.ConvertAll(k => (items[k].Figure, items[k].Times)));
            if (outcome.Holds || IsConsequence(whole, parts) || GoesOn(whole, parts)) return;
            if (!IsComplete(start, whole, parts, outcome.Value!.Value, closed)) continue;
            var mentions = parts.ConvertAll(k => items[k]);
            var reading = closed ? "列举以“其他”收尾，应为全部分项" : "列举与合计相差不足最小的一项，或已超过合计，应为全部分项";
            if (claims.Add(ClaimType.Sum, whole, mentions, outcome, Grade.Explicit, () => Wording.Sum(whole, mentions, outcome), reading))
                claims.Add(new Group(whole, mentions, false));
            return;
        }
    }

    /// <summary>'执业医师486人，注册护士562人；技师96人，其他48人': the figures behind the list fill the whole with it.</summary>
    private bool GoesOn(Mention whole, List<int> parts)
    {
        var sum = parts.Sum(k => items[k].Figure.Value * items[k].Times);
        for (var k = items.Next(parts[^1]); k >= 0 && items[k].Sentence == items[parts[^1]].Sentence && sum < whole.Figure.Value; k = items.Next(k))
        {
            sum += items[k].Figure.Value * items[k].Times;
            if (sum == whole.Figure.Value) return true;
        }
        return false;
    }

    /// <summary>'技术人员436人…；高级职称87人，占技术人员的20.0%': a share that names another item of the list makes its own item a part of that one.</summary>
    private bool IsNested(List<int> parts) => parts.Exists(k => claims.Frame.AllOf(items[k], Role.Share).Any(s => parts.Exists(o => o != k && Names(s, items[o]))));

    private bool Names(Mention share, Mention other) =>
        claims.Frame.Label(other).TrimStart("其中").TrimEnd("为达有共") is { Length: >= 2 } name && claims.Frame.Label(share).Contains(name, StringComparison.Ordinal);

    private bool IsComplete(int start, Mention whole, List<int> parts, decimal sum, bool closed)
    {
        var first = items[start];
        if (first.Says(Cues.Basis | Cues.Beside) || (whole.Lead & Cues.Basis) != 0 || Overlaps(items[parts[^1]])) return false;
        var short_ = whole.Figure.Value - sum;
        // '其中住户存款A；贷款余额B': two figures that a semicolon parts are hardly one list.
        // '活产4826人，其中住院分娩4825人，剖宫产1862人': the one is nearly the whole, the other a part of it.
        if (short_ < 0 && parts.Count == 2 && parts.Exists(k => items[k].Figure.Value * 20m >= whole.Figure.Value * 19m && items[k].Figure.Value <= whole.Figure.Value)) return false;
        if (short_ < 0) return -short_ <= whole.Figure.Value / 2m && !(parts.Count == 2 && items.Break(parts[1]) >= Break.Segment && !Repairs.IsSlip(whole.Figure, sum));
        if (closed || parts.Count >= 4 && short_ <= whole.Figure.Value / 10m && IsCounted(whole, parts.Count)) return true;
        var smallest = parts.Where(k => items[k].Figure.Value > 0).Select(k => items[k].Figure.Value).DefaultIfEmpty(0m).Min();
        // A bracket that does not say 其中 or 含 splits the figure before it in full.
        var bracket = first.Bracket > 0 && (first.Gap & (Cues.Parts | Cues.Main | Cues.Beside)) == 0 && parts.Count >= 2 && claims.Frame.Mentions[first.Host] == whole;
        var colon = first.Break == Break.Colon && (first.Gap & (Cues.Parts | Cues.Main)) == 0 && first.Sentence == whole.Sentence;
        var stated = (first.Gap & Cues.Whole) != 0 || bracket || colon;
        // Five digits of which one alone differs: even a list of what is 主要 was meant to add up.
        if (parts.Count >= 3 && Repairs.Digits(whole.Figure) >= 5 && Repairs.IsOneDigit(whole.Figure, sum)) return true;
        if ((first.Gap & Cues.Main) != 0 || parts.Exists(k => (items[k].Tail & Cues.Among) != 0)) return false;
        if (Repairs.IsOneDigit(whole.Figure, sum) && Repairs.Digits(whole.Figure) >= ((first.Gap & Cues.Parts) != 0 && (first.Gap & Cues.Whole) == 0 ? 4 : 3)) return true;
        if ((first.Gap & Cues.Whole) != 0 && first.Sentence - whole.Sentence == 1 && parts.Count >= 3 && short_ <= whole.Figure.Value / 10m) return true;
        // Further figures behind a semicolon: the list is not at its end.
        if (items.Next(parts[^1]) is >= 0 and var further && items[further].Sentence == first.Sentence && items.Break(further) == Break.Segment && Inner(parts) < Break.Segment) return false;
        if (stated) return short_ <= whole.Figure.Value * 0.9m;
        // Two parts that 其中 opens may well be all that is worth naming.
        return short_ < smallest && parts.Count >= 2 && short_ <= whole.Figure.Value / (parts.Count == 2 ? 100m : 10m);
    }

    private Break Inner(List<int> parts) => parts.Skip(1).Select(k => items.Break(k)).DefaultIfEmpty(Break.None).Max();

    /// <summary>'（同时享受两项的1471人）', '（可重复计入）': the parts share members, so they may pass the whole.</summary>
    private bool Overlaps(Mention last)
    {
        var after = claims.Frame.After(last);
        var stop = after.IndexOfAny('。', '；');
        if (stop >= 0) after = after[..stop];
        foreach (var word in (ReadOnlySpan<string>)["同时", "重复", "交叉", "兼有", "双重", "两者都", "重叠"]) if (after.Contains(word, StringComparison.Ordinal)) return true;
        // '地表水A，地下水B，重复计算量C': the last one is taken off.
        return claims.Frame.Label(last).Contains("重复", StringComparison.Ordinal);
    }

    /// <summary>The figures of the list: as long as the marks between them do not grow stronger.</summary>
    private List<int> List(int start)
    {
        var parts = new List<int> { start };
        var inner = Break.None;
        for (var k = items.Next(start); k >= 0 && parts.Count < MostParts; k = items.Next(k))
        {
            var strength = items.Break(k);
            if (strength >= Break.Sentence && !(strength == Break.Paragraph && ListLines.Continues(claims.Frame, Math.Max(0, items[start].Paragraph - 1), items[k].Paragraph))) break;
            if (items.IsAnnounced(k) && items[k].Break != Break.Bracket) break;
            if (parts.Count > 1 && strength > inner) break;
            // '其中重点10件，占交办的6.3%；截至10月底，已办结148件': what follows the share of the first is no second part.
            if (parts.Count == 1 && strength >= Break.Segment && (items[start].Gap & Cues.Parts) != 0 && HasShare(items[start]) && !HasShare(items[k])) break;
            if (items[k].Says(Cues.Total)) break;
            if (strength > inner) inner = strength;
            parts.Add(k);
        }
        return parts;
    }

    /// <summary>'乙类传染病6种438例，其中甲、乙、丙、丁、戊、己': as many items as the number before the whole says.</summary>
    private bool IsCounted(Mention whole, int count) => whole.Index > 0 && claims.Frame.Mentions[whole.Index - 1] is { Figure.Unit.Kind: Figures.UnitKind.Count } number && number.Sentence == whole.Sentence && whole.Break <= Break.Item && number.Figure.Value == count;

    private bool HasShare(Mention part) => part.Index + 1 < claims.Frame.Mentions.Count && claims.Frame.Mentions[part.Index + 1] is { Role: Role.Share } share && share.Segment == part.Segment;

    private IEnumerable<Mention> Wholes(int start)
    {
        var first = items[start];
        if (first.Bracket > 0)
        {
            var host = first.Host >= 0 ? claims.Frame.Mentions[first.Host] : null;
            if (host is { Role: Role.Value } && host.Figure.Unit.Fits(first.Figure.Unit)) yield return host;
            yield break;
        }
        var previous = items.Previous(start);
        if (previous < 0) yield break;
        var near = items[previous];
        if (first.Sentence - near.Sentence > 1 || first.Paragraph - near.Paragraph > 1) yield break;
        // '预算A，实际采购B，节约C。按类型分为…': of the figures of the sentence before the one that the list comes nearest to.
        if ((first.Gap & Cues.Whole) != 0 && first.Sentence - near.Sentence == 1 && claims.GroupOf(near) is null)
        {
            var total = List(start).Sum(k => items[k].Figure.Value * items[k].Times);
            var best = near;
            for (var k = previous; k >= 0 && items[k].Sentence == near.Sentence; k = items.Previous(k)) if (Math.Abs(items[k].Figure.Value - total) < Math.Abs(best.Figure.Value - total)) best = items[k];
            yield return best;
            yield break;
        }
        if (claims.GroupOf(near) is not { Holds: true } group || group.Whole.Index >= near.Index)
        {
            yield return near;
            yield break;
        }
        // '预算A，实际采购B，节约C。按品目分，…': of a whole and its parts the one that the list comes nearest to.
        var sum = List(start).Sum(k => items[k].Figure.Value * items[k].Times);
        yield return (first.Gap & Cues.Whole) != 0 ? group.Parts.Prepend(group.Whole).MinBy(m => Math.Abs(m.Figure.Value - sum))! : group.Whole;
    }
}
