using Jiheng.Casework.Dossiers;
using Jiheng.Model.Appraisals;
using Jiheng.Model.Metrics;

namespace Jiheng.Web.Dossiers;

/// <summary>A step of the self-evaluation.</summary>
/// <param name="Name">What is done in it.</param>
/// <param name="Note">How far it is, in one phrase.</param>
/// <param name="IsDone">Whether nothing is left to do.</param>
/// <param name="Page">Last part of the address of the page where it is done; empty for the overview.</param>
public sealed record Step(string Name, string Note, bool IsDone, string Page);

/// <summary>Says how far a dossier's self-evaluation is; everything is read from the dossier, nothing is ticked off by hand.</summary>
public static class Standing
{
    /// <summary>The steps in order.</summary>
    public static IReadOnlyList<Step> Of(CaseFile file)
    {
        ArgumentNullException.ThrowIfNull(file);
        var missing = MissingFigures(file).Count;
        var leaves = file.Appraisal.Leaves.Count();
        var open = file.Appraisal.Open.Count();
        var unexplained = Unexplained(file).Count();
        return
        [
            new("数据齐备", missing == 0 ? $"{file.Dossier.Facts.Count} 项，计分所需已齐" : $"计分还缺 {missing} 项", missing == 0, "figures"),
            new("逐项评分", open == 0 ? $"{leaves} 项已评完" : $"{leaves} 项中 {open} 项未得分", open == 0, "score"),
            new("说明偏差", unexplained == 0 ? "须说明的都已说明" : $"{unexplained} 项须说明", unexplained == 0, "score"),
            new("确认方案", file.Dossier.Confirmation is { } c ? c.Document : "尚未按当年通知确认", file.Dossier.Confirmation is not null, ""),
        ];
    }

    /// <summary>Names of the figures without which indicators cannot be scored, each once.</summary>
    public static IReadOnlyList<Metric> MissingFigures(CaseFile file)
    {
        ArgumentNullException.ThrowIfNull(file);
        return [.. file.Appraisal.Open.SelectMany(s => s.Value.Missing).DistinctBy(m => m.Code)];
    }

    /// <summary>Indicators whose deviation must be explained and is not.</summary>
    public static IEnumerable<IndicatorScore> Unexplained(CaseFile file)
    {
        ArgumentNullException.ThrowIfNull(file);
        return file.Appraisal.Leaves.Where(s => s.MustExplain.Count > 0 && !file.Dossier.Deviations.ContainsKey(s.Code));
    }
}
