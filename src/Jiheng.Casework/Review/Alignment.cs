using Jiheng.Audit;
using Jiheng.Model.Documents;

namespace Jiheng.Casework.Review;

/// <summary>Which statement of one version of a text stands for which of another: a sentence, a heading or a row of a table.</summary>
internal sealed class Alignment
{
    private const int LikeEnough = 50;
    private readonly Dictionary<Line, Line> _laterOf = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<Line, Line> _earlierOf = new(ReferenceEqualityComparer.Instance);
    private readonly List<Line> _earlier;
    private readonly List<Line> _later;

    /// <summary>Lines up two versions.</summary>
    public Alignment(Document earlier, Document later)
    {
        (_earlier, _later) = (Lines(earlier), Lines(later));
        var (before, after) = (_earlier.ToList(), _later.ToList());
        // What stands in both, wherever it stands, did not change; what differs in its figures alone is the same statement.
        Match(before, after, line => line.Text);
        Match(before, after, line => line.Skeleton);
        // Then what is mostly alike, in order.
        foreach (var old in before)
        {
            if (after.MaxBy(a => Likeness(old.Skeleton, a.Skeleton)) is not { } now || Likeness(old.Skeleton, now.Skeleton) < LikeEnough) continue;
            after.Remove(now);
            Pair(old, now);
        }
    }

    /// <summary>Lines of the earlier version with what stands for them, in order; lines that were added come after, without an earlier one.</summary>
    public IEnumerable<(Line? Old, Line? Now)> Pairs =>
    [
        .. _earlier.Select(old => ((Line?)old, _laterOf.GetValueOrDefault(old))),
        .. _later.Where(now => !_earlierOf.ContainsKey(now)).Select(now => ((Line?)null, (Line?)now)),
    ];

    /// <summary>What stands in the later version for the earlier one's statement at a place; empty when it was removed.</summary>
    public string LaterOf(Document earlier, Spot at) => Counterpart(_earlier, _laterOf, earlier, at);

    /// <summary>What stands in the earlier version for the later one's statement at a place; empty when it was added.</summary>
    public string EarlierOf(Document later, Spot at) => Counterpart(_later, _earlierOf, later, at);

    /// <summary>The statements of the earlier version at a place: one, or two where a figure's words cross the end of a sentence.</summary>
    public IEnumerable<Line> EarlierAt(Document earlier, Spot at) => At(_earlier, earlier, at);

    private static string Counterpart(List<Line> lines, Dictionary<Line, Line> others, Document document, Spot at) =>
        string.Concat(At(lines, document, at).Select(l => others.GetValueOrDefault(l)?.Text));

    private static IEnumerable<Line> At(List<Line> lines, Document document, Spot at)
    {
        var words = Passage.Sentence(document, at);
        return lines.Where(l => l.Block == at.Block && l.Row == at.Row && words.Contains(l.Text, StringComparison.Ordinal));
    }

    /// <summary>Pairs lines with equal keys, in order, and takes them out of both lists.</summary>
    private void Match(List<Line> before, List<Line> after, Func<Line, string> key)
    {
        var waiting = new Dictionary<string, Queue<Line>>(StringComparer.Ordinal);
        foreach (var line in after)
        {
            if (!waiting.TryGetValue(key(line), out var queue)) waiting[key(line)] = queue = new Queue<Line>();
            queue.Enqueue(line);
        }
        foreach (var line in before)
            if (waiting.TryGetValue(key(line), out var queue) && queue.TryDequeue(out var other)) Pair(line, other);
        before.RemoveAll(_laterOf.ContainsKey);
        after.RemoveAll(_earlierOf.ContainsKey);
    }

    private void Pair(Line old, Line now) => (_laterOf[old], _earlierOf[now]) = (now, old);

    /// <summary>Share of common pairs of characters in per cent (Dice).</summary>
    private static int Likeness(string left, string right)
    {
        if (left.Length < 2 || right.Length < 2) return 0;
        var pairs = new HashSet<(char, char)>(left.Zip(left.Skip(1)));
        var others = new HashSet<(char, char)>(right.Zip(right.Skip(1)));
        var common = pairs.Count(others.Contains);
        return 200 * common / (pairs.Count + others.Count);
    }

    private static List<Line> Lines(Document document)
    {
        List<Line> lines = [];
        for (var i = 0; i < document.Blocks.Count; i++)
        {
            if (document.Blocks[i] is Table table)
                for (var row = 0; row < table.Rows.Count; row++) Add(Passage.RowText(table.Rows[row]), i, row);
            else
                foreach (var text in Passage.Sentences(Passage.BlockText(document.Blocks[i]))) Add(text, i, -1);
        }
        return lines;

        void Add(string text, int block, int row)
        {
            var line = text.Trim();
            if (line.Length > 0) lines.Add(new Line(line, Passage.Skeleton(line), block, row));
        }
    }
}

/// <summary>A statement of a document.</summary>
/// <param name="Text">Its text; cells of a row are set apart by '｜'.</param>
/// <param name="Skeleton">Its words without figures.</param>
/// <param name="Block">Block that it stands in.</param>
/// <param name="Row">Row of a table, from 0; -1 in running text.</param>
internal sealed record Line(string Text, string Skeleton, int Block, int Row)
{
    /// <summary>Its place.</summary>
    public Spot At => new(Block, 0, 0, -1, Row, Row < 0 ? -1 : 0);
}
