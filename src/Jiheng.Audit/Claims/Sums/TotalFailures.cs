using Jiheng.Audit.Figures;
using Jiheng.Audit.Frames;
using Jiheng.Audit.Weighing;

namespace Jiheng.Audit.Claims.Sums;

/// <summary>Totals that name what they add up ('A、B，合计W', '两项合计W', a line '合计' under a list) and do not.</summary>
internal sealed class TotalFailures(ClaimSet claims, Siblings items)
{
    private const int MostParts = 64;

    private readonly ProseFrame _frame = claims.Frame;

    /// <summary>Checks every such total that no sum explained.</summary>
    public void Find()
    {
        for (var i = 0; i < items.Count; i++)
        {
            if ((items[i].Lead & Cues.Total) != 0 && !claims.IsWhole(items[i]) && claims.GroupOf(items[i]) is null) Total(i);
        }
    }

    /// <summary>'A、B，合计W': all figures of the sentence before W, when the word is a plain 合计, 总计 or 共.</summary>
    private void Total(int at)
    {
        var whole = items[at];
        var label = _frame.Label(whole).TrimEnd("为达：: ");
        if (label.Length <= 6 && (label.StartsWith("合计", StringComparison.Ordinal) || label.StartsWith("共计", StringComparison.Ordinal) || label.EndsWith("合计", StringComparison.Ordinal) || label is "共" or "资金共" or "经费共" or "支出共" or "收入共" or "人数共" or "金额共" or "相加" or "加总" or "合起来" or "总共" or "累计" or "加起来") && Named(at) is { } named)
        {
            Accuse(whole, named, "文中写明以上各项合计");
            return;
        }
        if (label.StartsWith("合计", StringComparison.Ordinal) && Columns.Of(whole) == Column.Done && Executed(at) is { } executed)
        {
            Accuse(whole, executed, "前一句各项执行数之和");
            return;
        }
        // '偿还本金35.72亿元、利息12.08亿元，还本付息共47.80亿元': the two joined right before it.
        if (label.Length is > 1 and <= 6 && label.EndsWith('共') && items.Previous(at) is >= 0 and var second && items.Previous(second) is >= 0 and var first && items.Break(second) <= Break.Item && items[first].Sentence == whole.Sentence && whole.Clause - items[second].Clause == 1 && items.Break(first) > Break.Item)
        {
            var joined = Weighing.Check.Sum(whole.Figure, [(items[first].Figure, 1), (items[second].Figure, 1)]);
            if (!joined.Holds && Repairs.IsSlip(whole.Figure, joined.Value!.Value)) Accuse(whole, [first, second], "紧接前两项合计");
            return;
        }
        if (label is "合计" or "总计" && whole.Break == Break.Paragraph)
        {
            if (Lines(at) is { } lines) Accuse(whole, lines, "以上各行的合计");
            return;
        }
        // '…；…。以上各项合计829.74万元': all heads of the sentence before.
        if (label.EndsWith("合计", StringComparison.Ordinal) && (label.StartsWith("以上", StringComparison.Ordinal) || label.StartsWith("上述", StringComparison.Ordinal)) && whole.Break == Break.Sentence && Before(at) is { } above)
        {
            Accuse(whole, above, "文中写明以上各项合计");
            return;
        }
        // '分别是东城街道和北苑街道，合计199691人': the names stand in the clause before.
        if (label is "合计" or "共计" or "共" && whole.Break >= Break.Clause && Told(at) is { } told)
        {
            if (!Hold(whole, told)) Accuse(whole, told, "前一分句点明了相加的各项");
            else if (Check.Sum(whole.Figure, told.ConvertAll(k => (items[k].Figure, 1))) is { Holds: true } sum) claims.Add(ClaimType.Sum, whole, told.ConvertAll(k => items[k]), sum, Grade.Structural, () => Wording.Sum(whole, told.ConvertAll(k => items[k]), sum));
            return;
        }
        if (label.EndsWith("合计", StringComparison.Ordinal) && label.Length is > 2 and <= 12 && (Listed(at, label[..^2]) ?? Alike(at, label[..^2])) is { } parted)
        {
            Accuse(whole, parted, "文中写明以上各项合计");
            return;
        }
        if (!(label is "合计" or "总计" or "共计" or "共" or "总计达" or "合共" or "一共" || label.EndsWith("项合计", StringComparison.Ordinal) || label.EndsWith("总计", StringComparison.Ordinal) || label.EndsWith("总量", StringComparison.Ordinal) && items.Previous(at) is >= 0 and var plus && items[plus].Sentence == whole.Sentence && HasPlus(at))) return;
        var parts = new List<int>();
        for (var k = items.Previous(at); k >= 0 && parts.Count < MostParts && items[k].Sentence == whole.Sentence; k = items.Previous(k))
        {
            if (items[k].Segment != whole.Segment && parts.Count >= 2) break;
            if (claims.GroupOf(items[k]) is { } group && group.Whole.Bracket == items[k].Bracket && group.Whole.Index < items[k].Index && group.Whole.Sentence == whole.Sentence) continue;
            parts.Insert(0, k);
        }
        // '收入A；加上级补助B、上年结余C，总计W': what is added to stands in the segment before.
        if (parts.Count > 0 && items[parts[0]].Says(Cues.Plus) && items.Previous(parts[0]) is >= 0 and var added && items[added].Sentence == whole.Sentence)
        {
            while (items.Previous(added) is >= 0 and var head && items[head].Sentence == whole.Sentence) added = head;
            if (!parts.Contains(added)) parts.Insert(0, added);
        }
        if (parts.Count < 2 || parts.Exists(k => items[k].Figure.Value >= whole.Figure.Value || claims.GroupOf(items[k]) is not null)) return;
        if (parts.Exists(k => Columns.Of(items[k]) == Column.Done) && parts.Exists(k => Columns.Of(items[k]) == Column.Plan)) return;
        if (items[at].Break >= Break.Segment || parts.Skip(1).Any(k => items.Break(k) >= Break.Segment)) return;
        // '加上级补助3.15亿元等，收入总量为9.85亿元': not all that was added is told.
        if (label.EndsWith("总量", StringComparison.Ordinal) && parts.Exists(k => (items[k].Tail & Cues.Among) != 0)) return;
        if (!Hold(whole, parts)) Accuse(whole, parts, "文中写明以上各项合计");
    }

    /// <summary>'收入A，加税收返还B、转移支付C…，收入总量为W'.</summary>
    private bool HasPlus(int at)
    {
        for (var k = items.Previous(at); k >= 0 && items[k].Sentence == items[at].Sentence; k = items.Previous(k)) if (items[k].Says(Cues.Plus)) return true;
        return false;
    }

    private bool Hold(Mention whole, List<int> parts)
    {
        var mentions = parts.ConvertAll(k => items[k]);
        var outcome = Check.Sum(whole.Figure, mentions.ConvertAll(m => (m.Figure, m.Times)));
        if (!outcome.Holds || !mentions[0].Says(Cues.Plus) && !mentions.Exists(m => m.Says(Cues.Plus))) return outcome.Holds;
        if (claims.Add(ClaimType.Sum, whole, mentions, outcome, Grade.Structural, () => Wording.Sum(whole, mentions, outcome))) claims.Add(new Group(whole, mentions, true));
        return true;
    }

    /// <summary>'两项合计3157.33万元': as many figures before it as it says.</summary>
    private List<int>? Named(int at)
    {
        var whole = items[at];
        if (whole.Index == 0 || _frame.Mentions[whole.Index - 1] is not { Figure: { InWords: true, Unit.Kind: UnitKind.Count, Value: >= 2m and <= 12m } count } || count.End != whole.LabelStart) return null;
        var parts = new List<int>();
        for (var k = items.Previous(at); k >= 0 && parts.Count < count.Value && whole.Paragraph - items[k].Paragraph <= MostParts; k = items.Previous(k)) parts.Insert(0, k);
        // '三院合计48600' behind lines that each end with 小计: the subtotals are meant.
        var subtotals = new List<int>();
        for (var k = items.Previous(at); k >= 0 && subtotals.Count < count.Value && whole.Paragraph - items[k].Paragraph <= MostParts; k = items.Previous(k)) if (_frame.Label(items[k]).EndsWith("小计", StringComparison.Ordinal)) subtotals.Insert(0, k);
        if (subtotals.Count == count.Value) return subtotals;
        return parts.Count == count.Value && parts.TrueForAll(k => claims.GroupOf(items[k]) is null) ? parts : null;
    }

    /// <summary>'乙、丙类合计8101例', '新增债券和再融资债券合计': the figures before it that bear these names.</summary>
    private List<int>? Listed(int at, ReadOnlySpan<char> label)
    {
        var start = items[at].LabelStart;
        var before = _frame.Source.Text.AsSpan(_frame.Source.StartOf(items[at].Paragraph)..start);
        // The label begins behind the last 、; the names before it stand in the same clause.
        var names = (before[(before.LastIndexOfAny("，。；：") + 1)..].ToString() + label.ToString()).Split(['、', '和', '与', '及'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (names.Length is < 2 or > 6 || Array.Exists(names, n => n.Length > 8 || n.Any(FigureLexerDigit))) return null;
        var parts = new List<int>();
        foreach (var name in names)
        {
            var key = name.TrimEnd('类', '项', '种', '级');
            var found = -1;
            for (var k = items.Previous(at); k >= 0 && found < 0 && items[at].Paragraph - items[k].Paragraph <= 1; k = items.Previous(k)) if (!parts.Contains(k) && key.Length > 0 && Nouns.Bare(_frame.Label(items[k])).StartsWith(key, StringComparison.Ordinal)) found = k;
            if (found < 0) return null;
            parts.Add(found);
        }
        parts.Sort();
        return parts;
    }

    /// <summary>The figures of the sentence right before, one in each segment at least, none of them a whole or part of another sum.</summary>
    private List<int>? Before(int at)
    {
        var parts = new List<int>();
        for (var k = items.Previous(at); k >= 0 && items[at].Sentence - items[k].Sentence == 1 && parts.Count < MostParts; k = items.Previous(k)) parts.Insert(0, k);
        return parts.Count >= 2 && parts.TrueForAll(k => claims.GroupOf(items[k]) is null && items[k].Figure.Value < items[at].Figure.Value) && parts.Select(k => items[k].Segment).Distinct().Count() == parts.Count ? parts : null;
    }

    /// <summary>The figures that bear the names of the clause before, which holds no figure of its own.</summary>
    private List<int>? Told(int at)
    {
        var before = _frame.Before(items[at])[..^_frame.Label(items[at]).Length].TrimEnd("，, ");
        var clause = before[(before.LastIndexOfAny('，', '。', '；') + 1)..];
        if (clause.Length is < 5 or > 60 || !(clause.StartsWith("分别", StringComparison.Ordinal) || clause.StartsWith("即", StringComparison.Ordinal))) return null;
        var names = clause.TrimStart("分别即为是：:").ToString().Split(['、', '和', '与', '及'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (names.Length is < 2 or > 8 || Array.Exists(names, n => n.Length < 2)) return null;
        var parts = new List<int>();
        foreach (var name in names)
        {
            var found = -1;
            for (var k = items.Previous(at); k >= 0 && found < 0 && items[at].Paragraph - items[k].Paragraph <= 1; k = items.Previous(k)) if (Nouns.Bare(_frame.Label(items[k])).EndsWith(name, StringComparison.Ordinal)) found = k;
            if (found < 0) return null;
            parts.Add(found);
        }
        parts.Sort();
        return parts;
    }

    private static bool FigureLexerDigit(char c) => FigureLexer.IsDigit(c);

    /// <summary>'门诊收入1.08亿元、住院收入2.27亿元，医疗收入合计3.35亿元': the figures right before it, all of the kind that the total names.</summary>
    private List<int>? Alike(int at, ReadOnlySpan<char> label)
    {
        if (label.Length < 3) return null;
        var kind = label[^2..].ToString();
        var parts = new List<int>();
        for (var k = items.Previous(at); k >= 0 && items[k].Segment == items[at].Segment && items[k].Index >= items[at].Index - 8; k = items.Previous(k))
        {
            if (!Nouns.Bare(_frame.Label(items[k])).EndsWith(kind, StringComparison.Ordinal) || claims.GroupOf(items[k]) is not null) return null;
            parts.Insert(0, k);
        }
        return parts.Count >= 2 && parts.TrueForAll(k => items[k].Figure.Value < items[at].Figure.Value) ? parts : null;
    }

    /// <summary>'…完成636.75万元…；…完成288.26万元。合计执行…': the executed values of the sentence before.</summary>
    private List<int>? Executed(int at)
    {
        var parts = new List<int>();
        var sentence = -1;
        for (var k = items.Previous(at); k >= 0 && parts.Count < MostParts && items[k].Paragraph == items[at].Paragraph && items[at].Sentence - items[k].Sentence <= 1; k = items.Previous(k))
        {
            if (Columns.Of(items[k]) != Column.Done) continue;
            if (sentence >= 0 && items[k].Sentence != sentence) break;
            sentence = items[k].Sentence;
            parts.Insert(0, k);
        }
        return parts.Count >= 3 && parts.TrueForAll(k => claims.GroupOf(items[k]) is null) ? parts : null;
    }

    /// <summary>A line '合计W' under lines that hold one figure each.</summary>
    private List<int>? Lines(int at)
    {
        var parts = new List<int>();
        for (var k = items.Previous(at); k >= 0 && parts.Count < MostParts && items[k].Paragraph == items[at].Paragraph - parts.Count - 1; k = items.Previous(k))
        {
            if (items.Previous(k) is >= 0 and var before && items[before].Paragraph == items[k].Paragraph) return null;
            parts.Insert(0, k);
        }
        return parts.Count >= 2 && parts.TrueForAll(k => claims.GroupOf(items[k]) is null) ? parts : null;
    }

    private void Accuse(Mention whole, List<int> parts, string reading)
    {
        var mentions = parts.ConvertAll(k => items[k]);
        var outcome = Check.Sum(whole.Figure, mentions.ConvertAll(m => (m.Figure, m.Times)));
        if (outcome.Holds) return;
        if (claims.Add(ClaimType.Sum, whole, mentions, outcome, Grade.Structural, () => Wording.Sum(whole, mentions, outcome), reading)) claims.Add(new Group(whole, mentions, false));
    }
}
