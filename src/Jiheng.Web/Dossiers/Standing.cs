using Jiheng.Audit.Findings;
using Jiheng.Casework.Dossiers;
using Jiheng.Model.Appraisals;
using Jiheng.Model.Metrics;

namespace Jiheng.Web.Dossiers;

/// <summary>A step of the self-evaluation.</summary>
/// <param name="Name">What is done in it.</param>
/// <param name="Note">How far it is, in one phrase.</param>
/// <param name="IsDone">Whether nothing is left to do.</param>
/// <param name="Page">Last part of the address of the page where it is done.</param>
public sealed record Step(string Name, string Note, bool IsDone, string Page);

/// <summary>Says how far a dossier's self-evaluation is; everything is read from the dossier, nothing is ticked off by hand.</summary>
public static class Standing
{
    /// <summary>The steps in order.</summary>
    public static IReadOnlyList<Step> Of(OpenCase open)
    {
        ArgumentNullException.ThrowIfNull(open);
        var file = open.File;
        var missing = MissingFigures(file).Count;
        var unscored = file.Appraisal.Open.Count();
        var unexplained = Unexplained(file).Count();
        var (blocking, doubts) = (open.Audit.Blocking, open.Audit.Findings.Count(f => f.Severity != Severity.Blocking));
        return
        [
            new("数据齐备", missing == 0 ? "计分所需已齐" : $"计分还缺 {missing} 项", missing == 0, "figures"),
            new("逐项评分", unscored == 0 ? $"{file.Appraisal.Leaves.Count()} 项已评完" : $"还有 {unscored} 项没有得分", unscored == 0, "score"),
            new("说明偏差", unexplained == 0 ? "须说明的都已说明" : $"{unexplained} 项须说明", unexplained == 0, "score"),
            new("核对报告", blocking > 0 ? $"须改正 {blocking}" : doubts > 0 ? $"须改正 0，请看 {doubts}" : "没有发现问题", blocking == 0, "findings"),
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
