using Jiheng.Model.Formulas;
using Jiheng.Model.Measures;
using Jiheng.Web.Dossiers;
using Jiheng.Web.Hosting;
using Microsoft.AspNetCore.Mvc;

namespace Jiheng.Web.Pages.Dossiers;

/// <summary>Explains a figure of the report that is computed on the spot and so has no page of its own.</summary>
public sealed class TraceModel : DossierPage
{
    private const int LongestFormula = 300;

    /// <summary>The formula.</summary>
    public string Expression { get; private set; } = "";

    /// <summary>The formula with its figures.</summary>
    public TraceView View { get; private set; } = null!;

    /// <summary>Shows the trace.</summary>
    /// <param name="f">The formula.</param>
    public IActionResult OnGet([FromQuery] string? f)
    {
        if (f is not { Length: > 0 and <= LongestFormula } || Formula.Read(f, Case.Metrics).Formula is not { } formula) return NotHere(WebFault.NoSuchFormula);
        Expression = f;
        var trace = Trace.Of(formula, Case.Figures);
        View = new TraceView(Case, trace, trace.Result.IsComputed ? FigureText.Of(trace.Result.Value, UnitOf(formula)) : "");
        return Page();
    }

    private static MeasureUnit UnitOf(Formula formula) => formula.SingleMetric?.Unit ?? formula.Dimension.Kind switch
    {
        DimensionKind.Ratio => MeasureUnit.Percent,
        DimensionKind.Money => MeasureUnit.TenThousandYuan,
        _ => MeasureUnit.BaseOf(formula.Dimension),
    };
}
