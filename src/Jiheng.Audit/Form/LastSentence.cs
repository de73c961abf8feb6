using Jiheng.Audit.Frames;

namespace Jiheng.Audit.Form;

/// <summary>Texts whose last sentence was never finished.</summary>
internal static class LastSentence
{
    private const int Shortest = 14;

    private static readonly string[] Dangling =
        ["推动形成", "推动", "推进", "进一步", "以及", "及其", "包括", "完善", "加强", "促进", "提升", "确保", "切实", "不断", "全面", "有效", "积极", "按照", "根据", "围绕", "结合", "针对", "由于", "关于", "对于", "并", "和", "的", "与"];

    private static readonly string[] Closings = ["请", "特此", "专此", "妥否", "以上", "联系人", "联系电话", "电话", "地址", "附件", "此致", "注：", "备注", "来源", "资料来源"];

    /// <summary>Finds the unfinished sentence at the end, or before a heading.</summary>
    public static void Find(FormCheck check)
    {
        var source = check.Source;
        var last = source.Count - 1;
        while (last >= 0 && source.Paragraph(last).IsWhiteSpace()) last--;
        if (last < 0 || (source.Count > 1 && source.Document.Blocks[^1] is Model.Documents.Table)) return;
        if (IsUnfinished(source.Paragraph(last)) && MostStop(check, last)) Raise(check, last, "末句没有写完，或缺少句末标点");
        for (var p = 0; p < last; p++)
        {
            var line = source.Paragraph(p).TrimEnd();
            if (line.Length < 40 || !line.Contains('。') || !IsProse(line) || !FormText.EndsWithAny(line, Dangling) || !IsHeading(source.Paragraph(p + 1))) continue;
            Raise(check, p, "这一段的末句没有写完");
        }
    }

    private static bool IsUnfinished(ReadOnlySpan<char> line)
    {
        line = line.Trim();
        if (line.Length < Shortest || !IsProse(line)) return false;
        if (line[^1] is '，' or '、') return true;
        if (!FormText.IsHan(line[^1])) return false;
        var cut = line.LastIndexOfAny("，。；：");
        if (cut < 0) return false;
        var clause = line[(cut + 1)..].Trim();
        foreach (var closing in Closings) if (clause.StartsWith(closing, StringComparison.Ordinal) || line.StartsWith(closing, StringComparison.Ordinal)) return false;
        if (clause.Length < 2) return false;
        if (line.Contains('，') && FormText.EndsWithAny(clause, Dangling)) return true;
        return !ListLines.IsItem(line) && (line[..cut].Contains('。') ? line[cut] != '。' || clause.Length > 8 : line.Count('，') >= 2);
    }

    /// <summary>Prose has a comma or a stop and no cells.</summary>
    private static bool IsProse(ReadOnlySpan<char> line) => line.ContainsAny('，', '。') && !line.ContainsAny('\t', '|') && line[^1] is not ('：' or ':');

    /// <summary>In a text that never puts stops the missing one says nothing.</summary>
    private static bool MostStop(FormCheck check, int last)
    {
        var (prose, stopped) = (0, 0);
        for (var p = 0; p < last; p++)
        {
            var line = check.Source.Paragraph(p).Trim();
            if (line.Length < Shortest || !IsProse(line)) continue;
            prose++;
            if (line[^1] is '。' or '；' or '！' or '？' or '”' or '）') stopped++;
        }
        return stopped * 4 >= prose * 3;
    }

    private static bool IsHeading(ReadOnlySpan<char> line)
    {
        line = line.Trim();
        return line.Length is > 2 and < 40 && !line.ContainsAny('，', '。') && (line[0] is '（' or '第' || Figures.ChineseNumeral.IsPart(line[0])) && Marker.Read(line, 0, line.Length, true) is not null;
    }

    private static void Raise(FormCheck check, int paragraph, string what)
    {
        var (start, end) = (check.Source.StartOf(paragraph), check.Source.EndOf(paragraph));
        while (end > start && FormText.IsBlank(check.Source.Text[end - 1])) end--;
        var from = Math.Max(start, check.Source.Text.LastIndexOfAny(['，', '。', '；', '：'], Math.Max(start, end - 2), Math.Max(1, end - 1 - start)) + 1);
        check.Raise("JH2107", from, end, $"{what}：“{check.Source.Text[from..end]}”。", "补写完整");
    }
}
