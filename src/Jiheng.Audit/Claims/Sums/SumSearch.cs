using Jiheng.Audit.Figures;
using Jiheng.Audit.Frames;
using Jiheng.Audit.Weighing;

namespace Jiheng.Audit.Claims.Sums;

/// <summary>
/// Finds wholes and the run of neighbours that makes them up. Inner groups are found first and then count as one part,
/// so that a tree written in a line is never flattened.
/// </summary>
internal sealed class SumSearch(ClaimSet claims, Siblings items)
{
    private const int MostParts = 64;
    private const int MostStarts = 8;

    private readonly Dictionary<int, int> _after = [];
    private readonly Dictionary<int, int> _wholeOf = [];
    private readonly List<int> _run = [];

    /// <summary>Finds all groups of these figures.</summary>
    public void Find()
    {
        for (var i = items.Count - 1; i >= 0; i--) if (items[i].Depth > 0) Forward(i);
        Brackets();
        // A short list that 其中 opens belongs to the figure before it, whatever total comes later.
        for (var i = items.Count - 1; i >= 0; i--) if (items[i].Depth == 0 && items.Next(i) is >= 0 and var next && (items[next].Gap & (Cues.Parts | Cues.Whole)) != 0 && (items[next].Sentence == items[i].Sentence || items[next].Break == Break.Sentence)) Forward(i, once: true);
        for (var i = 0; i < items.Count; i++) if (items[i].Says(Cues.Total | Cues.Turn) || claims.Frame.Label(items[i]) is "计") Backward(i, 10m, 100m);
        for (var i = items.Count - 1; i >= 0; i--) if (items[i].Depth == 0) Forward(i);
        for (var i = 0; i < items.Count; i++) if (!claims.IsComputed(items[i])) Backward(i, 1000m, 1000m);
    }

    private void Forward(int at, bool once = false)
    {
        var whole = items[at];
        if (whole.Figure.Value <= 0m || IsRestated(at)) return;
        var (tried, starts) = (0, 0);
        for (var s = items.Next(at); s >= 0 && starts < MostStarts && s - at <= MostParts; s = items.Next(s))
        {
            var part = items[s];
            var first = starts == 0;
            if (!IsWithin(whole, part)) return;
            if (!first && !items.IsAnnounced(s) && items.Break(s) < Break.Segment) continue;
            starts++;
            if (items.Break(s) <= Break.Item && !items.IsAnnounced(s)) continue;
            if (Run(whole, s, ref tried) is { } parts) Keep(at, parts);
            if (once) return;
        }
    }

    /// <summary>'1.27亿元，即12700万元': the figure again in another unit; what it is made of belongs to the first.</summary>
    private bool IsRestated(int at) => items[at].Says(Cues.Same) && items.Previous(at) is >= 0 and var before && items[before].Figure.Value == items[at].Figure.Value && items[at].Clause - items[before].Clause <= 1;

    private List<int>? Run(Mention whole, int start, ref int tried)
    {
        var parts = _run;
        var column = Columns.Of(whole);
        var before = tried;
        foreach (var filter in column == Column.Plain ? OnlyAll : AllThenColumn)
        {
            parts.Clear();
            var (sum, slack) = (0m, whole.Slack);
            for (var k = start; k >= 0 && parts.Count < MostParts; k = Step(k))
            {
                var part = items[k];
                if (!IsWithin(whole, part) || (claims.GroupOf(part) is { } other && other.Whole.Index < part.Index)) break;
                if (filter && Columns.Of(part) != column) continue;
                // '总额186.42亿元，出口121.75亿元，进口64.67亿元，…人均43268元': what the whole's own rounding swallows is no part of it.
                if (part.Figure.Value != 0m && Math.Abs(part.Figure.Value) <= whole.Slack) break;
                parts.Add(k);
                sum += ValueOf(part);
                slack += SlackOf(part);
                if (parts.Count < 2) continue;
                tried++;
                if (Math.Abs(sum - whole.Figure.Value) <= slack && !(parts.Count > 2 && Straddles(start, parts)) && IsLikely(whole, start, k, slack, tried, tried - before, parts.Count) && !BelongsBefore(whole, start, sum)) return parts;
                if (sum > whole.Figure.Value + slack) break;
            }
        }
        return null;
    }

    private static readonly bool[] OnlyAll = [false];
    private static readonly bool[] AllThenColumn = [false, true];

    private bool IsLikely(Mention whole, int first, int last, decimal slack, int tried, int here, int parts)
    {
        // '出口51.9亿元，进口21.7亿元，贸易顺差30.2亿元': what lies between the two is no part of the first.
        if (parts == 2 && !items.IsAnnounced(first) && claims.Frame.Label(items[last]).TrimEnd("为达").EndsWith('差') && items[last].Says(Cues.Left)) return false;
        var weight = Weight(whole, slack);
        // '甲49件，乙38件，丙27件，其他11件': one item of a list is no whole of the two behind it.
        if (!items.IsAnnounced(first) && items.Previous(first) is >= 0 and var one && items[one] == whole && items.Previous(one) >= 0 && items.Break(one) == items.Break(first) && items.Break(first) == Break.Clause && items[items.Previous(one)].Segment == whole.Segment && whole.Depth == 0 && !whole.Says(Cues.Total)) return weight >= 1000m * tried;
        var natural = IsNaturalEnd(first, last);
        // '事业编制21名…；实有在职22人，其中参公人员19人、工勤人员2人': 其中 opens the figure right before it, not one of another clause.
        if ((items[first].Gap & Cues.Parts) != 0 && items.Previous(first) is >= 0 and var opened && items[opened] != whole && items[opened].Segment == items[first].Segment && whole.Segment != items[first].Segment && items[opened].Index == items[first].Index - 1 && weight < 300m) return false;
        // '总额525.15万元，包括货物A、工程B、服务C': the whole list was announced, so its first two that happen to make the whole are no list.
        if (IsCutShort(first, last)) return false;
        if (items.IsAnnounced(first)) return natural || weight >= 300m * tried;
        // 'A个，甲B个、乙C个、丙D个': the list follows its whole at once and is joined by 、 alone.
        if (natural && items[first].Index > whole.Index && items.Previous(first) is >= 0 and var before && items[before] == whole && IsTight(first, last)) return weight >= (last - first >= 2 ? 2m : 10m) * here;
        // 'W项，已完成a项，达到进度b项，滞后c项': three parts and more that follow their whole at once, clause by clause.
        if (natural && parts >= 3 && items[first].Index == whole.Index + 1 && items.Break(first) <= Break.Clause) return weight >= 8m * here;
        // Where one partition of a whole is known, a second one is no surprise.
        if (natural && claims.IsWhole(whole)) return weight >= (parts >= 4 && whole.Figure.IsWhole ? 3m : 10m) * here;
        return weight >= (natural ? 30m : 1000m) * tried;
    }

    /// <summary>Whether a complete list of alike names goes on behind <paramref name="last"/> with nothing but 、 between.</summary>
    private bool IsCutShort(int first, int last)
    {
        if ((items[first].Gap & Cues.Whole) == 0 && !claims.Frame.Label(items[first]).StartsWith("包括", StringComparison.Ordinal) || items.Next(last) is not (>= 0 and var next) || items.Break(next) > Break.Item || items[next].Index != items[last].Index + 1) return false;
        var one = Nouns.Bare(claims.Frame.Label(items[last]));
        var two = Nouns.Bare(claims.Frame.Label(items[next]));
        return one.Length >= 2 && two.Length >= 2 && one[^2..].SequenceEqual(two[^2..]);
    }

    /// <summary>'预算520000万元，…尚差133488万元。税收301479万元、非税85033万元': the last figure of one sentence and a list of the next are no list.</summary>
    private bool Straddles(int start, List<int> parts) =>
        !items.IsAnnounced(start) && items[parts[1]].Sentence > items[start].Sentence && items[parts[^1]].Sentence == items[parts[1]].Sentence && items[parts[1]].Paragraph == items[start].Paragraph;

    private bool IsTight(int first, int last)
    {
        if (items.Break(first) > Break.Colon) return false;
        for (var k = last; k > first && k >= 0; k = items.Previous(k)) if (items.Break(k) > Break.Item) return false;
        return true;
    }

    /// <summary>Whether an earlier figure of the passage is exactly the sum, while <paramref name="whole"/> only rounds to it.</summary>
    private bool BelongsBefore(Mention whole, int start, decimal sum)
    {
        if (sum == whole.Figure.Value) return false;
        for (var k = items.Previous(start); k >= 0 && items[k].Paragraph == whole.Paragraph && k > start - 6; k = items.Previous(k))
        {
            if (items[k].Index < whole.Index && items[k].Figure.Value == sum) return true;
        }
        return false;
    }

    /// <summary>How many different wholes the printed digits could have told apart.</summary>
    private static decimal Weight(Mention whole, decimal slack) => whole.Figure.Value / (whole.Figure.IsWhole ? 1m : whole.Figure.Step + 2m * slack);

    /// <summary>Whether the list ends where the punctuation says so.</summary>
    private bool IsNaturalEnd(int first, int last)
    {
        var next = items.Next(last);
        if (next < 0) return true;
        var inner = Break.None;
        for (var k = last; k > first; k = items.Previous(k)) if (items.Break(k) > inner && items.Break(k) != Break.Bracket) inner = items.Break(k);
        return items.Break(next) >= Break.Segment && items.Break(next) >= inner || items.Break(next) > inner || items[next].Says(Cues.Total | Cues.Beside) || items[next].Says(Cues.Left) && (items.IsAnnounced(first) || items.Next(first) == last && Math.Abs(items[first].Figure.Value - items[last].Figure.Value) == items[next].Figure.Value);
    }

    private void Backward(int at, decimal near, decimal far)
    {
        var whole = items[at];
        if (whole.Figure.Value <= 0m || (near >= 1000m && whole.Figure.Value < whole.Figure.Step * near)) return;
        var column = Columns.Of(whole);
        var tried = 0;
        foreach (var filter in column == Column.Plain ? OnlyAll : AllThenColumn)
        {
            var parts = _run;
            parts.Clear();
            var (sum, slack) = (0m, whole.Slack);
            for (var k = StepBack(at); k >= 0 && parts.Count < MostParts; k = StepBack(k))
            {
                var part = items[k];
                if (part.Paragraph < whole.Paragraph - (whole.Says(Cues.Total) ? MostParts : 0)) break;
                if (filter && Columns.Of(part) != column) continue;
                parts.Add(k);
                sum += ValueOf(part);
                slack += SlackOf(part);
                if (parts.Count < 2) continue;
                tried++;
                if (Math.Abs(sum - whole.Figure.Value) <= slack)
                {
                    var all = parts.Count >= 3 && part.Sentence < whole.Sentence && (items.Previous(k) < 0 || items[items.Previous(k)].Sentence < part.Sentence);
                    var closes = sum == whole.Figure.Value && parts.Count >= 3 && whole.Says(Cues.Total) && part.Sentence == whole.Sentence && (items.Previous(k) < 0 || items[items.Previous(k)].Sentence < part.Sentence);
                    if (closes || Weight(whole, slack) >= tried * (all ? 30m : part.Sentence == whole.Sentence ? near : far))
                    {
                        parts.Reverse();
                        Keep(at, parts);
                        return;
                    }
                }
                if (sum > whole.Figure.Value + slack) break;
            }
        }
    }

    /// <summary>The figures of a bracket make up the one before it, or the one right behind it (a second measure: '（甲229人，乙84人），313人').</summary>
    private void Brackets()
    {
        var seen = new HashSet<int>();
        for (var i = items.Count - 1; i >= 0; i--)
        {
            if (items[i].Bracket == 0 || !seen.Add(items[i].Bracket)) continue;
            var parts = new List<int>();
            for (var k = i; k >= 0; k = items.Previous(k)) if (!_wholeOf.ContainsKey(k)) parts.Insert(0, k);
            if (parts.Count < 2 || parts.Count > MostParts) continue;
            var first = items[parts[0]];
            // '较上年净减少2辆（新购1辆、报废3辆）': what came and what went.
            if (parts.Count == 2 && first.Host >= 0 && claims.Frame.Mentions[first.Host] is { Role: Role.Change } net && net.Figure.Value == Math.Abs(first.Figure.Value - items[parts[1]].Figure.Value)) continue;
            for (var k = parts[0] - 1; k >= 0 && k > parts[0] - 4; k--)
            {
                if (items[k].Depth >= first.Depth || items[k].Clause < first.Clause - 2 || items[k].Paragraph != first.Paragraph) continue;
                if (TryBracket(k, parts)) break;
            }
            var after = i + 1;
            if (claims.GroupOf(first) is null && after < items.Count && items[after].Depth < first.Depth && items[after].Sentence == items[i].Sentence && items[after].Clause - items[i].Clause <= 3) TryBracket(after, parts);
        }
    }

    private bool TryBracket(int whole, List<int> parts)
    {
        if (!Check.Sum(items[whole].Figure, Parts(parts)).Holds) return false;
        Keep(whole, parts);
        return true;
    }

    private List<(Figure, int)> Parts(List<int> parts) => [.. parts.Select(k => (items[k].Figure, Factor(items[k])))];

    private void Keep(int at, List<int> parts)
    {
        var whole = items[at];
        var mentions = parts.Select(k => items[k]).ToList();
        if (claims.GroupOf(mentions[0]) is { } known && known.Parts.Count == mentions.Count && known.Parts[0] == mentions[0] && known.Whole.Figure.Value == whole.Figure.Value) return;
        var outcome = Check.Sum(whole.Figure, Parts(parts));
        // '孕产妇死亡0人…产妇3098人，住院分娩3098人': nothing and the same figure again make no sum, unless the words announce one.
        if (!outcome.Holds || !items.IsAnnounced(parts[0]) && !whole.Says(Cues.Total) && mentions.Count(m => m.Figure.Value != 0m) < 2) return;
        claims.Add(new Group(whole, mentions, true));
        foreach (var k in parts) _wholeOf.TryAdd(k, at);
        if (parts[0] == items.Next(at) || (_after.TryGetValue(at, out var last) && parts[0] == items.Next(last))) _after[at] = parts[^1];
        claims.Add(ClaimType.Sum, whole, mentions, outcome, items.IsAnnounced(parts[0]) ? Grade.Explicit : Grade.Structural, () => Wording.Sum(whole, mentions, outcome));
    }

    /// <summary>The next figure on this level, past the parts of this one.</summary>
    private int Step(int index) => items.Next(_after.GetValueOrDefault(index, -1) is >= 0 and var last && items[last].Bracket == items[index].Bracket ? last : index);

    private int StepBack(int index)
    {
        var k = items.Previous(index);
        if (k >= 0 && _wholeOf.TryGetValue(k, out var whole) && whole < k && items[whole].Bracket == items[k].Bracket) return whole;
        return k;
    }

    private static decimal ValueOf(Mention part) => Factor(part) is not 1 and var factor ? part.Figure.Value * factor : part.Figure.Value;

    private static decimal SlackOf(Mention part) => part.Times == 1 ? part.Slack : part.Slack * part.Times;

    private static int Factor(Mention part) => part.Role == Role.Change ? part.Sign * part.Times : part.Times;

    /// <summary>Whether <paramref name="part"/> is near enough to belong to <paramref name="whole"/>: the same paragraph, or a list that follows it.</summary>
    private bool IsWithin(Mention whole, Mention part)
    {
        if (part.Bracket != whole.Bracket) return false;
        if (part.Paragraph == whole.Paragraph) return true;
        return part.Depth == 0 && part.Paragraph - whole.Paragraph <= MostParts && ListLines.Continues(claims.Frame, whole.Paragraph, part.Paragraph);
    }
}
