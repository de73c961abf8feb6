namespace Jiheng.Documents.Typesetting;

/// <summary>Widths and line counts of Chinese text, in half characters: a Chinese character counts 2, a Latin letter or digit 1.</summary>
internal static class TextMeasure
{
    private const string NeverFirst = "，。、；：！？）》」』】〕”’％…—·,.;:!?)]}%‰℃";
    private const string MayHang = "，。、；：！？,.;:!?";
    private const string NeverLast = "（《「『【〔“‘([{￥¥$";

    /// <summary>Width of the widest line of <paramref name="text"/>.</summary>
    public static int Width(ReadOnlySpan<char> text)
    {
        var widest = 0;
        foreach (var line in text.EnumerateLines()) widest = Math.Max(widest, WidthOfLine(line));
        return widest;
    }

    /// <summary>
    /// Lines that <paramref name="text"/> takes, at least 1. Breaks as Word does: anywhere between Chinese characters,
    /// never inside a number or word, no closing mark at the start of a line and no opening mark at its end; one comma or
    /// stop may hang over the margin.
    /// </summary>
    /// <param name="text">The text; a line feed starts a new line.</param>
    /// <param name="room">Half characters that fit into a line; at least 2 are assumed.</param>
    /// <param name="indent">Half characters by which the first line is indented.</param>
    public static int Lines(ReadOnlySpan<char> text, int room, int indent = 0)
    {
        room = Math.Max(2, room);
        var lines = 0;
        foreach (var line in text.EnumerateLines()) lines += LinesOfOne(line, room, lines == 0 ? indent : 0);
        return Math.Max(1, lines);
    }

    private static int LinesOfOne(ReadOnlySpan<char> text, int room, int used)
    {
        var lines = 1;
        var sinceBreak = 0; // width since the last place where the line may be broken
        for (var i = 0; i < text.Length; i++)
        {
            var width = Width(text[i]);
            if (i > 0 && MayBreak(text[i - 1], text[i])) sinceBreak = 0;
            sinceBreak += width;
            used += width;
            if (used <= room || Hangs(text, i, used - width, room)) continue;
            lines++;
            // A piece longer than a whole line is cut where the line ends.
            if (sinceBreak > room) sinceBreak = width;
            used = sinceBreak;
        }
        return lines;
    }

    private static bool Hangs(ReadOnlySpan<char> text, int i, int before, int room) =>
        before <= room && MayHang.Contains(text[i], StringComparison.Ordinal) && (i + 1 == text.Length || MayBreak(text[i], text[i + 1]));

    private static int WidthOfLine(ReadOnlySpan<char> line)
    {
        var width = 0;
        foreach (var c in line) width += Width(c);
        return width;
    }

    private static bool MayBreak(char left, char right) =>
        !NeverFirst.Contains(right, StringComparison.Ordinal)
        && !NeverLast.Contains(left, StringComparison.Ordinal)
        && !(IsNarrow(left) && IsNarrow(right) && left != ' ');

    // The second half of a character outside the basic plane adds nothing to the width of the first.
    private static int Width(char c) => char.IsLowSurrogate(c) ? 0 : IsNarrow(c) ? 1 : 2;

    private static bool IsNarrow(char c) => c < 0x2E80 && c is not ('“' or '”' or '‘' or '’' or '—' or '…' or '·' or '※' or '×' or '÷' or '≥' or '≤' or '±' or '①')
        && c is not (>= '\u2460' and <= '\u27BF');
}
