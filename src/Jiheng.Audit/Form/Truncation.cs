namespace Jiheng.Audit.Form;

/// <summary>Texts whose long lines all break off at the same length: the source was cut when it was copied.</summary>
internal static class Truncation
{
    private const int Least = 5;
    private const int LongLine = 30;

    /// <summary>Finds the first cut line of such a text.</summary>
    public static void Find(FormCheck check)
    {
        var source = check.Source;
        var cut = new List<int>();
        var longest = 0;
        for (var p = 0; p < source.Count; p++) longest = Math.Max(longest, source.Paragraph(p).Trim().Length);
        if (longest < LongLine || longest > 120) return;
        for (var p = 0; p < source.Count; p++)
        {
            var line = source.Paragraph(p).Trim();
            if (line.Length >= longest - 6 && !IsStop(line[^1])) cut.Add(p);
        }
        if (cut.Count < Least || cut.Count * 4 < source.Count) return;
        var first = cut[0];
        var end = source.EndOf(first);
        check.Raise("JH2107", Math.Max(source.StartOf(first), end - 10), end, $"有{cut.Count}行文字在同样长度处中断，原文可能在复制或转换时被截断。", "换用完整的原文再审核；被截断处的数字未作核对");
    }

    private static bool IsStop(char c) => c is '。' or '！' or '？' or '；' or '：' or '.' or ';' or ':' or '）' or ')' or '”';
}
