using System.Buffers;

namespace Jiheng.Audit.Form;

/// <summary>Brackets and quotation marks of a paragraph that do not pair.</summary>
internal static class Brackets
{
    private static readonly (string Open, string Close, string Name)[] Pairs = [("（(", "）)", "括号"), ("《", "》", "书名号"), ("“", "”", "引号")];

    private const int Reach = 12;

    private static readonly SearchValues<char> Marks = SearchValues.Create("（(）)《》“”");

    /// <summary>Finds them all.</summary>
    public static void Find(FormCheck check)
    {
        for (var p = 0; p < check.Source.Count; p++)
        {
            var line = check.Source.Paragraph(p);
            // A line that the page cut off may close its bracket on the next one.
            if (!line.ContainsAny(Marks) || !IsWhole(check, p)) continue;
            foreach (var (open, close, name) in Pairs) if (line.ContainsAny(open) || line.ContainsAny(close)) Pair(check, p, open, close, name);
        }
    }

    private static bool IsWhole(FormCheck check, int paragraph)
    {
        if (!IsStopped(check.Source.Paragraph(paragraph))) return false;
        if (paragraph == 0) return true;
        var before = check.Source.Paragraph(paragraph - 1).TrimEnd();
        return before.Length < 20 || IsStopped(before);
    }

    private static bool IsStopped(ReadOnlySpan<char> line) => line.TrimEnd() is [.., '。' or '；' or '！' or '？' or '：'];

    private static void Pair(FormCheck check, int paragraph, string open, string close, string name)
    {
        var text = check.Source.Text;
        var (start, end) = (check.Source.StartOf(paragraph), check.Source.EndOf(paragraph));
        var (first, last) = Unpaired(text, start, end, open, close);
        // A quotation may run over several paragraphs: its end stands in one of the next, its beginning in one before.
        if (first >= 0 && !Elsewhere(check, paragraph, -1, open, close)) Raise(check, first, name, $"“{text[first]}”没有与之成对的前一半");
        else if (last >= 0 && !(RunsOn(text, last) && Elsewhere(check, paragraph, 1, open, close))) Raise(check, last, name, $"“{text[last]}”没有与之成对的后一半");
    }

    /// <summary>The first mark that closes nothing and the last that stays open, -1 for none.</summary>
    private static (int First, int Last) Unpaired(string text, int start, int end, string open, string close)
    {
        var stack = new Stack<int>();
        var first = -1;
        for (var at = start; at < end; at++)
        {
            if (open.Contains(text[at], StringComparison.Ordinal)) stack.Push(at);
            else if (close.Contains(text[at], StringComparison.Ordinal) && !stack.TryPop(out _) && first < 0 && !IsListMark(text, at, start)) first = at;
        }
        return (first, stack.TryPop(out var left) ? left : -1);
    }

    /// <summary>Words that are quoted at length stand behind a colon or a comma, or begin a paragraph; a term stands inside of a clause.</summary>
    private static bool RunsOn(string text, int open) => !FormText.IsHan(FormText.At(text, open - 1));

    private static bool Elsewhere(FormCheck check, int paragraph, int step, string open, string close)
    {
        for (var p = paragraph + step; p >= 0 && p < check.Source.Count && Math.Abs(p - paragraph) <= Reach; p += step)
        {
            var (first, last) = Unpaired(check.Source.Text, check.Source.StartOf(p), check.Source.EndOf(p), open, close);
            if (step > 0 ? first >= 0 : last >= 0 && RunsOn(check.Source.Text, last)) return true;
        }
        return false;
    }

    /// <summary>'1）', 'a)', '一）' at the beginning of an item.</summary>
    private static bool IsListMark(string text, int at, int start)
    {
        var from = at;
        while (from > start && at - from < 4 && (char.IsAsciiLetterOrDigit(text[from - 1]) || Figures.ChineseNumeral.IsPart(text[from - 1]) || text[from - 1] is >= '①' and <= '⑳')) from--;
        return from < at && (from == start || text[from - 1] is '。' or '；' or '：' or '，' or ';' or ':' or '、' || FormText.IsBlank(text[from - 1]));
    }

    private static void Raise(FormCheck check, int at, string name, string message) => check.Raise("JH2105", at, at + 1, $"{name}不成对：{message}。", "补上缺少的一半，或删去多余的一半");
}
