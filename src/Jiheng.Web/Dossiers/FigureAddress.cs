using Jiheng.Casework.Dossiers;
using Jiheng.Model.Documents;
using Jiheng.Model.Formulas;

namespace Jiheng.Web.Dossiers;

/// <summary>Finds the page that explains a printed figure.</summary>
public static class FigureAddress
{
    /// <summary>The page of the metric for a metric as a whole, otherwise the trace of the formula.</summary>
    public static string? Of(CaseFile file, FigureSource source)
    {
        ArgumentNullException.ThrowIfNull(file);
        ArgumentNullException.ThrowIfNull(source);
        if (Formula.Read(source.Expression, file.Metrics).Formula is not { } formula) return null;
        var dossier = $"/dossiers/{file.Dossier.Id}";
        return formula.SingleMetric is { } metric
            ? $"{dossier}/figures/{Uri.EscapeDataString(metric.Code)}"
            : $"{dossier}/trace?f={Uri.EscapeDataString(source.Expression)}";
    }
}
