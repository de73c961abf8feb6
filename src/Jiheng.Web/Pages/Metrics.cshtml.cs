using Jiheng.Model.Metrics;
using Jiheng.Packs;
using Jiheng.Web.Wording;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Jiheng.Web.Pages;

/// <summary>The metric dictionary with a search.</summary>
public sealed class MetricsModel(PackLibrary library) : PageModel
{
    /// <summary>The text that is looked for; <c>null</c> for all.</summary>
    public string? Filter { get; private set; }

    /// <summary>The areas with their metrics.</summary>
    public IReadOnlyList<MetricArea> Areas { get; private set; } = [];

    /// <summary>Number of metrics shown.</summary>
    public int Shown => Areas.Sum(a => a.Metrics.Count);

    /// <summary>Number of metrics in the dictionary.</summary>
    public int Total => library.Metrics.All.Count;

    /// <summary>How a derived metric is computed, in words; <c>null</c> for a reported one.</summary>
    public string? FormulaOf(Metric metric) => library.Metrics.FormulaOf(metric) is { } formula ? formula.Words : null;

    /// <summary>Shows the dictionary.</summary>
    /// <param name="q">Text to look for in names, aliases, codes, definitions and notes; empty for all.</param>
    public void OnGet([FromQuery] string? q)
    {
        Filter = string.IsNullOrWhiteSpace(q) ? null : q.Trim();
        var metrics = library.Metrics.All.Where(m => Filter is null || Mentions(m, Filter)).OrderBy(Names.AreaOrder);
        Areas = [.. metrics.GroupBy(Names.AreaOf).Select((g, i) => new MetricArea(g.Key, $"area{i + 1}", [.. g]))];
    }

    private static bool Mentions(Metric metric, string text) =>
        metric.Aliases.Append(metric.Name).Append(metric.Code).Append(metric.Definition).Append(metric.Note).Any(t => t.Contains(text, StringComparison.OrdinalIgnoreCase));
}

/// <summary>The metrics of one area.</summary>
/// <param name="Name">Name of the area.</param>
/// <param name="Anchor">Id of its heading on the page.</param>
/// <param name="Metrics">Its metrics.</param>
public sealed record MetricArea(string Name, string Anchor, IReadOnlyList<Metric> Metrics);
