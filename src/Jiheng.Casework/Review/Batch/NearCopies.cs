namespace Jiheng.Casework.Review.Batch;

/// <summary>A report that says nearly what another one says.</summary>
/// <param name="Report">The report.</param>
/// <param name="Other">The one most like it among those before it.</param>
/// <param name="Likeness">Share of common text in per cent, figures and the departments' names left out.</param>
public sealed record NearCopy(ReviewedReport Report, ReviewedReport Other, int Likeness)
{
    /// <summary>What the likeness means, in words.</summary>
    public string Relation =>
        Report.Hash == Other.Hash ? "同一文件"
        : Report.Owner != Other.Owner ? "不同部门雷同"
        : Report.Result.Year != Other.Result.Year ? "同一部门不同年度雷同"
        : "同一部门重复提交";
}

/// <summary>Finds duplicates and near-copies among many reports without comparing each with each.</summary>
public static class NearCopies
{
    /// <summary>Likeness from which two reports are named, in per cent; reports made from one outline share some 20 to 40.</summary>
    public const int Threshold = 80;

    private const int BandRows = 4;

    /// <summary>For each report the one most like it among those before it, when the two are alike; most alike first.</summary>
    public static IReadOnlyList<NearCopy> Find(IReadOnlyList<ReviewedReport> reports)
    {
        ArgumentNullException.ThrowIfNull(reports);
        var found = new List<NearCopy>();
        var byHash = new Dictionary<string, ReviewedReport>(StringComparer.Ordinal);
        var buckets = new Dictionary<(int Band, ulong High, ulong Low), List<int>>();
        var places = new uint[reports.Count][];
        for (var i = 0; i < reports.Count; i++)
        {
            var report = reports[i];
            if (report.Hash.Length > 0 && !byHash.TryAdd(report.Hash, report)) found.Add(new NearCopy(report, byHash[report.Hash], 100));
            else if (report.Sketch.Length > 0 && MostAlike(buckets, places, i, TextSketch.Places(report.Sketch)) is { Likeness: >= Threshold } best)
                found.Add(new NearCopy(report, reports[best.Index], best.Likeness));
        }
        return [.. found.OrderByDescending(c => c.Likeness).ThenBy(c => c.Report.Result.File, StringComparer.Ordinal)];
    }

    /// <summary>Two texts alike by 80 % have some band of four places in common in all but one of a million cases.</summary>
    private static (int Index, int Likeness) MostAlike(Dictionary<(int, ulong, ulong), List<int>> buckets, uint[][] places, int index, uint[] own)
    {
        places[index] = own;
        var best = (Index: -1, Likeness: -1);
        var seen = new HashSet<int>();
        for (var band = 0; band < TextSketch.Size / BandRows; band++)
        {
            var at = own.AsSpan(band * BandRows, BandRows);
            var key = (band, ((ulong)at[0] << 32) | at[1], ((ulong)at[2] << 32) | at[3]);
            if (!buckets.TryGetValue(key, out var bucket)) buckets[key] = bucket = [];
            foreach (var other in bucket)
            {
                if (best.Likeness == 100) break;
                if (!seen.Add(other)) continue;
                var likeness = TextSketch.Likeness(own, places[other]);
                if (likeness > best.Likeness || (likeness == best.Likeness && other < best.Index)) best = (other, likeness);
            }
            bucket.Add(index);
        }
        return best;
    }
}
