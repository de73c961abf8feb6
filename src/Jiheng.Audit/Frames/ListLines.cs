using Jiheng.Audit.Figures;

namespace Jiheng.Audit.Frames;

/// <summary>Lists that run over several lines: 'W，其中：' and then one numbered line for each part.</summary>
internal static class ListLines
{
    /// <summary>Whether paragraph <paramref name="to"/> still belongs to the list that paragraph <paramref name="from"/> opens.</summary>
    public static bool Continues(ProseFrame frame, int from, int to)
    {
        var opener = frame.Source.Paragraph(from).TrimEnd();
        if (opener.Length > 0 && opener[^1] is '。' && !IsItem(opener) && from + 1 < frame.Source.Count && IsItem(frame.Source.Paragraph(from + 1)))
        {
            // 'W，较上年增长3.9%。' and then numbered lines, all of them items.
            for (var i = from + 1; i <= to; i++) if (!IsItem(frame.Source.Paragraph(i))) return false;
            return true;
        }
        if (opener.Length == 0 || opener[^1] is not ('：' or ':')) return from + 1 == to && IsItem(frame.Source.Paragraph(from)) == IsItem(frame.Source.Paragraph(to)) && IsBrokenLine(opener);
        for (var i = from + 1; i <= to; i++)
        {
            if (!IsItem(frame.Source.Paragraph(i)) && i != from + 1 && !IsItem(frame.Source.Paragraph(i - 1)) && !IsBrokenLine(frame.Source.Paragraph(i - 1).TrimEnd())) return false;
        }
        return true;
    }

    /// <summary>Whether a line begins like an item of a list: '1、', '（1）', '- ', '一是'.</summary>
    public static bool IsItem(ReadOnlySpan<char> line)
    {
        line = line.TrimStart();
        if (line.Length < 2) return false;
        if (line[0] is '（' or '(' or '-' or '·' or '●') return true;
        var digits = 0;
        while (digits < line.Length && digits < 3 && FigureLexer.IsDigit(line[digits])) digits++;
        return digits > 0 && digits < line.Length && line[digits] is '、' or '.' or '．' or '）' or ')';
    }

    /// <summary>Whether a line was cut by the page: it does not end a sentence.</summary>
    public static bool IsBrokenLine(ReadOnlySpan<char> line) => line.Length > 0 && line[^1] is '，' or '、' or '；' or ',';
}
