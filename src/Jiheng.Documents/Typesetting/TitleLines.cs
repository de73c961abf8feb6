namespace Jiheng.Documents.Typesetting;

/// <summary>Breaks a title that is wider than a line into balanced lines without parting a word or number, as GB/T 9704-2012 7.3.1 asks.</summary>
internal static class TitleLines
{
    // Words that close a name or a span of time in titles of this kind: a good place to break stands behind them.
    private static readonly string[] _closers = ["卫生健康局", "委员会", "年度", "中心", "医院", "局", "委", "院", "站", "关于", "支出", "项目", "资金", "部门"];

    /// <summary>Lines of <paramref name="title"/>, none wider than <paramref name="room"/> half characters; a line feed always breaks.</summary>
    public static IReadOnlyList<string> Break(string title, int room)
    {
        var lines = new List<string>();
        foreach (var part in title.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var rest = part;
            for (var count = (TextMeasure.Width(part) + room - 1) / room; count > 1 && TextMeasure.Width(rest) > room; count--)
            {
                var cut = BestCut(rest, TextMeasure.Width(rest) / count, room);
                lines.Add(rest[..cut]);
                rest = rest[cut..];
            }
            lines.Add(rest);
        }
        return lines;
    }

    private static int BestCut(string text, int wanted, int room)
    {
        var best = 1;
        var least = int.MaxValue;
        for (var cut = 1; cut < text.Length && TextMeasure.Width(text.AsSpan(0, cut)) <= room; cut++)
        {
            if (TextMeasure.Lines(text.AsSpan(cut - 1, 2), 2) == 1) continue; // the two characters belong together
            var cost = Math.Abs(TextMeasure.Width(text.AsSpan(0, cut)) - wanted);
            if (!_closers.Any(c => text.AsSpan(0, cut).EndsWith(c, StringComparison.Ordinal))) cost += room / 4;
            if (cost >= least) continue;
            (best, least) = (cut, cost);
        }
        return best;
    }
}
