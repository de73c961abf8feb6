using Jiheng.Model.Facts;
using Jiheng.Model.Formulas;
using Jiheng.Model.Metrics;
using Jiheng.Web.Dossiers;
using Jiheng.Web.Hosting;
using Jiheng.Web.Wording;
using Microsoft.AspNetCore.Mvc;

namespace Jiheng.Web.Pages.Dossiers;

/// <summary>One figure: its value, how it was computed or who reported it, and where it is used.</summary>
public sealed class FigureModel : DossierPage
{
    /// <summary>The metric.</summary>
    public Metric Metric { get; private set; } = null!;

    /// <summary>How it is computed; <c>null</c> for a reported metric.</summary>
    public TraceView? Trace { get; private set; }

    /// <summary>All facts of the metric: every year, unit, item and footing.</summary>
    public IReadOnlyList<Fact> Facts { get; private set; } = [];

    /// <summary>Whether a computed metric stands as it was reported, because its parts were not.</summary>
    public bool StandsAsReported { get; private set; }

    /// <summary>What the department printed for it beside what can be computed; <c>null</c> for nothing.</summary>
    public Fact? Printed { get; private set; }

    /// <summary>Where it is used.</summary>
    public FigureUses Uses { get; private set; } = FigureUses.None;

    /// <summary>The year's value as printed, or why there is none.</summary>
    public string Text { get; private set; } = "";

    /// <summary>Whether what was printed and what was computed cannot both be right at the printed places.</summary>
    public bool PrintedDiffers =>
        Printed?.Value is { } printed && Trace is { Trace.Result.IsComputed: true } trace
        && FigureText.Of(trace.Trace.Result.Value, printed.Unit, printed.Places) != printed.ToString();

    /// <summary>Reported or computed.</summary>
    public Chip Kind => Trace is null || StandsAsReported ? new("填报") : new("计算", Tone.Info);

    /// <summary>Shows the figure.</summary>
    /// <param name="metric">Code of the metric.</param>
    public IActionResult OnGet(string metric)
    {
        if (!Case.Metrics.TryFind(metric, out var found)) return NotHere(WebFault.NoSuchMetric(metric, Case.Metrics.Nearest(metric)));
        Metric = found;
        Printed = Case.ControlOf(found);
        Facts = [.. Case.Dossier.Facts.Where(f => f.Key.Metric == found.Code && f != Printed).OrderByDescending(f => f.Key.Year)];
        Uses = FigureUses.Of(Case, Report, found);
        if (Case.Metrics.FormulaOf(found) is { } formula)
        {
            var trace = Model.Formulas.Trace.Of(formula, Case.Figures);
            Trace = new TraceView(Case, trace, trace.Result.IsComputed ? FigureText.Of(trace.Result.Value, found.Unit) : "");
        }
        var reported = Case.Figures.Find(found, 0);
        StandsAsReported = Trace?.Trace.Result.State == ResultState.Missing && reported.IsGiven;
        Text = Trace is null || StandsAsReported ? FigureText.Of(reported, found) : Trace.Result.Length > 0 ? Trace.Result : "算不出";
        return Page();
    }
}
