using Jiheng.Audit.Findings;
using Jiheng.Model.Documents;

namespace Jiheng.Casework.Review;

/// <summary>A report handed in again, held against the version before.</summary>
/// <param name="Mended">Findings of the earlier version that the later one no longer has.</param>
/// <param name="NotMended">Findings that both have, as they stand in the later one.</param>
/// <param name="New">Findings that only the later version has.</param>
/// <param name="Unasked">Passages that changed although nothing had been found there.</param>
public sealed record Resubmission(IReadOnlyList<FindingResult> Mended, IReadOnlyList<FindingResult> NotMended, IReadOnlyList<FindingResult> New, IReadOnlyList<PassageChange> Unasked)
{
    private const int LikeEnough = 50;

    /// <summary>Whether nothing is left to ask: all mended, nothing new, nothing changed in silence.</summary>
    public bool IsSettled => NotMended.Count == 0 && New.Count == 0 && Unasked.Count == 0;

    /// <summary>Compares two versions of a report.</summary>
    /// <param name="earlier">The version that was reviewed; must be checked.</param>
    /// <param name="later">The one handed in again; must be checked.</param>
    /// <exception cref="ArgumentException">One of them was not checked.</exception>
    public static Resubmission Compare(AuditedFile earlier, AuditedFile later)
    {
        ArgumentNullException.ThrowIfNull(earlier);
        ArgumentNullException.ThrowIfNull(later);
        if (!earlier.IsChecked || !later.IsChecked) throw new ArgumentException("Both versions must have been checked.");
        var (before, after) = (ReportResult.Of(earlier).Findings, ReportResult.Of(later).Findings);
        var afterPrints = after.Select(f => f.Fingerprint).ToHashSet(StringComparer.Ordinal);
        var beforePrints = before.Select(f => f.Fingerprint).ToHashSet(StringComparer.Ordinal);
        return new Resubmission(
            [.. before.Where(f => !afterPrints.Contains(f.Fingerprint))],
            [.. after.Where(f => beforePrints.Contains(f.Fingerprint))],
            [.. after.Where(f => !beforePrints.Contains(f.Fingerprint))],
            Changes(earlier.Document, later.Document, Asked(earlier.Report.Findings)));
    }

    /// <summary>Blocks in which something was found, or whose figures took part in a finding.</summary>
    private static HashSet<int> Asked(IReadOnlyList<Finding> findings) => [.. findings.SelectMany(f => f.Also.Append(f.At)).Select(s => s.Block)];

    private static List<PassageChange> Changes(Document earlier, Document later, HashSet<int> asked)
    {
        var before = Lines(earlier);
        var after = Lines(later);
        // What stands in both, wherever it stands, did not change.
        Match(before, after, line => line.Text);
        var changes = new List<PassageChange>();
        // What differs in its figures alone is the same statement; then what is mostly alike, in order.
        foreach (var (old, now) in Match(before, after, line => line.Skeleton))
            if (!asked.Contains(old.Block)) changes.Add(new(old.Text, now.Text, now.Block));
        foreach (var old in before)
        {
            var now = after.Where(a => Likeness(old.Skeleton, a.Skeleton) >= LikeEnough).MaxBy(a => Likeness(old.Skeleton, a.Skeleton));
            if (now is not null) after.Remove(now);
            if (!asked.Contains(old.Block)) changes.Add(new(old.Text, now?.Text ?? "", now?.Block ?? old.Block));
        }
        changes.AddRange(after.Select(now => new PassageChange("", now.Text, now.Block)));
        return [.. changes.OrderBy(c => c.Block)];
    }

    /// <summary>Takes lines with equal keys out of both lists, in order, and returns the pairs.</summary>
    private static List<(Line Old, Line Now)> Match(List<Line> before, List<Line> after, Func<Line, string> key)
    {
        var waiting = new Dictionary<string, Queue<Line>>(StringComparer.Ordinal);
        foreach (var line in after)
        {
            if (!waiting.TryGetValue(key(line), out var queue)) waiting[key(line)] = queue = new Queue<Line>();
            queue.Enqueue(line);
        }
        var pairs = new List<(Line, Line)>();
        foreach (var line in before)
            if (waiting.TryGetValue(key(line), out var queue) && queue.TryDequeue(out var other)) pairs.Add((line, other));
        var olds = pairs.Select(p => p.Item1).ToHashSet(ReferenceEqualityComparer.Instance);
        var nows = pairs.Select(p => p.Item2).ToHashSet(ReferenceEqualityComparer.Instance);
        before.RemoveAll(olds.Contains);
        after.RemoveAll(nows.Contains);
        return pairs;
    }

    /// <summary>Share of common pairs of characters in per cent (Dice).</summary>
    private static int Likeness(string left, string right)
    {
        if (left.Length < 2 || right.Length < 2) return 0;
        var pairs = new HashSet<(char, char)>(left.Zip(left.Skip(1)));
        var others = new HashSet<(char, char)>(right.Zip(right.Skip(1)));
        var common = pairs.Count(others.Contains);
        return 200 * common / (pairs.Count + others.Count);
    }

    private static List<Line> Lines(Document document) =>
        [.. document.Blocks.SelectMany((b, i) => Passage.BlockText(b).Split('\n').Select(t => t.Trim()).Where(t => t.Length > 0).Select(t => new Line(t, Passage.Skeleton(t), i)))];

    private sealed record Line(string Text, string Skeleton, int Block);
}

/// <summary>A passage that differs between two versions.</summary>
/// <param name="Earlier">As it stood; empty for one that was added.</param>
/// <param name="Later">As it stands; empty for one that was removed.</param>
/// <param name="Block">Block of the later version, or of the earlier one when it was removed.</param>
public sealed record PassageChange(string Earlier, string Later, int Block)
{
    /// <summary>What happened, in words.</summary>
    public string Kind =>
        Earlier.Length == 0 ? "新增"
        : Later.Length == 0 ? "删去"
        : Passage.Skeleton(Earlier) == Passage.Skeleton(Later) ? "改了数字"
        : "改了文字";
}
