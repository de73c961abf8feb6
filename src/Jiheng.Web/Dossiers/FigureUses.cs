using Jiheng.Casework.Dossiers;
using Jiheng.Documents.Html;
using Jiheng.Model.Appraisals;
using Jiheng.Model.Documents;
using Jiheng.Model.Formulas;
using Jiheng.Model.Metrics;

namespace Jiheng.Web.Dossiers;

/// <summary>Where a figure is used, directly or through what is computed from it.</summary>
/// <param name="Indicators">Indicators whose value depends on it.</param>
/// <param name="Metrics">Metrics that are computed from it.</param>
/// <param name="Places">Headings of the report under which it is printed.</param>
public sealed record FigureUses(IReadOnlyList<IndicatorScore> Indicators, IReadOnlyList<Metric> Metrics, IReadOnlyList<ReportPlace> Places)
{
    /// <summary>Used nowhere.</summary>
    public static FigureUses None { get; } = new([], [], []);

    /// <summary>Whether it is used nowhere.</summary>
    public bool IsEmpty => Indicators.Count == 0 && Metrics.Count == 0 && Places.Count == 0;

    /// <summary>Finds the uses of a metric in a dossier and its report.</summary>
    public static FigureUses Of(CaseFile file, Document report, Metric metric)
    {
        ArgumentNullException.ThrowIfNull(file);
        ArgumentNullException.ThrowIfNull(report);
        ArgumentNullException.ThrowIfNull(metric);
        var dependent = Dependents(file.Metrics, metric);
        return new(
            [.. file.Appraisal.Leaves.Where(s => s.Formula is not null && s.Formula.Reads.Any(m => m.Code == metric.Code || dependent.Contains(m.Code)))],
            [.. file.Metrics.All.Where(m => dependent.Contains(m.Code))],
            PlacesOf(file, report, metric));
    }

    private static List<ReportPlace> PlacesOf(CaseFile file, Document report, Metric metric)
    {
        List<ReportPlace> places = [];
        ReportPlace? under = null;
        for (var i = 0; i < report.Blocks.Count; i++)
        {
            if (report.Blocks[i] is Heading heading) under = new(heading.Text, HtmlWriter.AnchorOf(i));
            else if (under is not null && !places.Contains(under) && RunsOf(report.Blocks[i]).Any(r => r.Source is { } source && Reads(file, source, metric))) places.Add(under);
        }
        return places;
    }

    private static IEnumerable<Run> RunsOf(Block block) => block switch
    {
        Paragraph paragraph => paragraph.Runs,
        Table table => table.Rows.SelectMany(r => r.Cells).SelectMany(c => c.Runs),
        _ => [],
    };

    private static bool Reads(CaseFile file, FigureSource source, Metric metric) =>
        Formula.Read(source.Expression, file.Metrics).Formula is { } formula && formula.Reads.Any(m => m.Code == metric.Code);

    /// <summary>Codes of the metrics computed from one, step by step until nothing is added; the catalogue has no cycles.</summary>
    private static HashSet<string> Dependents(MetricCatalog metrics, Metric metric)
    {
        HashSet<string> reached = [metric.Code];
        int before;
        do
        {
            before = reached.Count;
            foreach (var derived in metrics.All)
            {
                if (metrics.FormulaOf(derived) is { } formula && formula.Reads.Any(m => reached.Contains(m.Code))) reached.Add(derived.Code);
            }
        }
        while (reached.Count > before);
        reached.Remove(metric.Code);
        return reached;
    }
}

/// <summary>A place in the report.</summary>
/// <param name="Heading">The heading above it.</param>
/// <param name="Anchor">Id of that heading on the page of the report.</param>
public sealed record ReportPlace(string Heading, string Anchor);
