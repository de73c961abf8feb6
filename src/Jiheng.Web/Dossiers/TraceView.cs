using Jiheng.Casework.Dossiers;
using Jiheng.Model.Formulas;

namespace Jiheng.Web.Dossiers;

/// <summary>A trace to show: the formula in words and in figures, and each figure with its source.</summary>
/// <param name="File">The dossier it was computed in.</param>
/// <param name="Trace">The trace.</param>
/// <param name="Result">The result as printed; empty when there is none, and the trace says why.</param>
public sealed record TraceView(CaseFile File, Trace Trace, string Result)
{
    /// <summary>Whether the formula is more than one figure as it was reported.</summary>
    public bool IsComputed => Trace.Inputs.Count != 1 || Trace.Inputs[0].Name != Trace.Words;
}
