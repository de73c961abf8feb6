using System.Runtime.InteropServices;

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
        : Report.Year != Other.Year ? "同一部门不同年度雷同"
        : "同一部门重复提交";
}

/// <summary>Finds duplicates and near-copies among many reports without comparing each with each.</summary>
public static class NearCopies
{
    /// <summary>Likeness from which two reports are named, in per cent; reports made from one outline share some 20 to 40.</summary>
    public const int Threshold = 80;

    private const int BandPlaces = 4;

    /// <summary>For each report the one most like it among those before it, when the two are alike; most alike first.</summary>
    public static IReadOnlyList<NearCopy> Find(IReadOnlyList<ReviewedReport> reports)
    {
        ArgumentNullException.ThrowIfNull(reports);
        var found = new List<NearCopy>();
        var texts = new List<ReviewedReport>();
        var byHash = new Dictionary<UInt128, ReviewedReport>();
        foreach (var report in reports)
        {
            if (report.Hash != 0 && !byHash.TryAdd(report.Hash, report)) found.Add(new NearCopy(report, byHash[report.Hash], 100));
            else if (report.Sketch.Length > 0) texts.Add(report);
        }
        var best = MostAlike(texts);
        for (var i = 0; i < texts.Count; i++)
            if (best[i].Likeness >= Threshold) found.Add(new NearCopy(texts[i], texts[best[i].Other], best[i].Likeness));
        return [.. found.OrderByDescending(c => c.Likeness).ThenBy(c => c.Report.File, StringComparer.Ordinal)];
    }

    /// <summary>
    /// Compares only texts that have a band of four places in common: two alike by 80 % have one in all but one of a million
    /// cases. One band after the other, since all at once would take more room than the sketches themselves.
    /// </summary>
    private static (int Other, int Likeness)[] MostAlike(List<ReviewedReport> texts)
    {
        var best = new (int Other, int Likeness)[texts.Count];
        for (var band = 0; band < TextSketch.Size; band += BandPlaces)
        {
            var alike = new Dictionary<ulong, List<int>>();
            for (var i = 0; i < texts.Count; i++)
            {
                var own = TextSketch.Places(texts[i].Sketch);
                var key = MemoryMarshal.Read<ulong>(MemoryMarshal.AsBytes(own.Slice(band, BandPlaces)));
                if (!alike.TryGetValue(key, out var before)) alike[key] = before = [];
                foreach (var other in before)
                {
                    if (best[i].Likeness == 100) break;
                    var likeness = TextSketch.Likeness(own, TextSketch.Places(texts[other].Sketch));
                    if (likeness > best[i].Likeness || (likeness == best[i].Likeness && other < best[i].Other)) best[i] = (other, likeness);
                }
                before.Add(i);
            }
        }
        return best;
    }
}
