using Jiheng.Model.Formulas;
using Jiheng.Packs.Yaml;

namespace Jiheng.Packs.Faults;

/// <summary>Collects faults while packs are read, so that all are told at once. The same fault is kept once.</summary>
internal sealed class FaultLog
{
    private readonly HashSet<PackFault> _seen = [];

    /// <summary>The faults in the order of their place.</summary>
    public IReadOnlyList<PackFault> Faults =>
        [.. _seen.OrderBy(f => f.Place.File, StringComparer.Ordinal).ThenBy(f => f.Place.Line).ThenBy(f => f.Place.Column)];

    /// <summary>How many faults there are; a reader compares before and after.</summary>
    public int Count => _seen.Count;

    public void Add(string code, Place place, string message, string? nearest = null) => _seen.Add(new PackFault(code, place, message, nearest));

    /// <summary>Adds a fault found in a formula that stands in <paramref name="text"/>.</summary>
    public void Add(FormulaFault fault, YamlText text) => Add(CodeOf(fault.Kind), text.At(fault.Position), fault.Message, fault.Nearest);

    private static string CodeOf(FormulaFaultKind kind) => kind switch
    {
        FormulaFaultKind.UnknownMetric => PackFaultCode.UnknownMetric,
        FormulaFaultKind.UnknownFunction => PackFaultCode.UnknownFunction,
        FormulaFaultKind.UnknownUnit => PackFaultCode.UnknownUnit,
        FormulaFaultKind.UnitMismatch => PackFaultCode.UnitMismatch,
        FormulaFaultKind.Cycle => PackFaultCode.Cycle,
        _ => PackFaultCode.FormulaSyntax,
    };
}
