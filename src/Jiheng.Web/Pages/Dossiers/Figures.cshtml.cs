using Jiheng.Web.Dossiers;
using Microsoft.AspNetCore.Mvc;

namespace Jiheng.Web.Pages.Dossiers;

/// <summary>All figures of a dossier by area, reported and computed, with a filter by text.</summary>
public sealed class FiguresModel : DossierPage
{
    /// <summary>The text that is looked for; <c>null</c> for all figures.</summary>
    public string? Filter { get; private set; }

    /// <summary>The areas with their figures; areas without a figure are left out.</summary>
    public IReadOnlyList<FigureArea> Areas { get; private set; } = [];

    /// <summary>Number of figures shown.</summary>
    public int Shown => Areas.Sum(a => a.Lines.Count);

    /// <summary>Number of figures in the dossier.</summary>
    public int Total { get; private set; }

    /// <summary>Shows the figures.</summary>
    /// <param name="q">Text to look for in names, aliases, sources, evidence and notes; empty for all.</param>
    public void OnGet([FromQuery] string? q)
    {
        Filter = string.IsNullOrWhiteSpace(q) ? null : q.Trim();
        var lines = FigureList.Of(Case);
        Total = lines.Count;
        Areas = FigureList.ByArea(Filter is null ? lines : lines.Where(l => l.Mentions(Filter)));
    }
}
