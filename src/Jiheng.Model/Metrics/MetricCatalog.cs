using System.Collections.Frozen;
using System.Diagnostics.CodeAnalysis;
using Jiheng.Model.Formulas;

namespace Jiheng.Model.Metrics;

/// <summary>All metrics that formulas may name: those of the packs and those that one dossier owns.</summary>
public sealed class MetricCatalog
{
    private readonly FrozenDictionary<string, Metric> _byCode;
    private readonly Formula?[] _formulas;

    /// <summary>Makes a catalogue: gives each metric its index and reads the formulas of derived ones.</summary>
    /// <exception cref="ArgumentException">A code stands twice; whoever reads metrics reports that beforehand.</exception>
    public MetricCatalog(IEnumerable<Metric> metrics)
    {
        All = [.. metrics.Select((m, i) => m with { Index = i })];
        _byCode = All.ToFrozenDictionary(m => m.Code, StringComparer.Ordinal);
        _formulas = new Formula?[All.Count];
        List<MetricFault> faults = [];
        foreach (var metric in All.Where(m => m.Expression is not null))
        {
            var (formula, found) = Formula.Read(metric.Expression!, this);
            _formulas[metric.Index] = formula;
            faults.AddRange(found.Select(f => new MetricFault(metric, f)));
            if (formula is not null && formula.Dimension != metric.Unit.Dimension)
                faults.Add(new(metric, new(FormulaFaultKind.UnitMismatch, 0, $"“{metric.Name}”的单位是“{metric.Unit}”，公式算出的却是“{formula.Dimension}”。")));
        }
        faults.AddRange(Cycles());
        Faults = faults;
    }

    /// <summary>A catalogue without metrics.</summary>
    public static MetricCatalog Empty { get; } = new([]);

    /// <summary>The metrics in the order of their index.</summary>
    public IReadOnlyList<Metric> All { get; }

    /// <summary>Faults in the formulas of derived metrics; such a metric is never computable.</summary>
    public IReadOnlyList<MetricFault> Faults { get; }

    /// <summary>The metric with this code.</summary>
    /// <exception cref="KeyNotFoundException">There is none.</exception>
    public Metric this[string code] => _byCode[code];

    /// <summary>Finds a metric by code.</summary>
    public bool TryFind(string code, [NotNullWhen(true)] out Metric? metric) => _byCode.TryGetValue(code, out metric);

    /// <summary>How a derived metric is computed; <c>null</c> for one that is reported.</summary>
    public Formula? FormulaOf(Metric metric)
    {
        ArgumentNullException.ThrowIfNull(metric);
        return _formulas[metric.Index];
    }

    /// <summary>The known code that looks most like a mistyped one, or <c>null</c> when none is near.</summary>
    public string? Nearest(string code) => Spelling.Nearest(code, _byCode.Keys);

    /// <summary>This catalogue with further metrics behind; indexes stay as they are, so formulas read before stay valid.</summary>
    /// <exception cref="ArgumentException">A code is already taken.</exception>
    public MetricCatalog With(IReadOnlyCollection<Metric> more) => more.Count == 0 ? this : new MetricCatalog(All.Concat(more));

    private List<MetricFault> Cycles()
    {
        List<MetricFault> faults = [];
        var state = new byte[All.Count]; // 0 not seen, 1 on the path, 2 done
        foreach (var metric in All) Visit(metric, []);
        return faults;

        void Visit(Metric metric, List<Metric> path)
        {
            if (state[metric.Index] == 2 || _formulas[metric.Index] is not { } formula) return;
            if (state[metric.Index] == 1)
            {
                var loop = path.SkipWhile(m => m.Index != metric.Index).Append(metric).Select(m => m.Code);
                faults.Add(new(metric, new(FormulaFaultKind.Cycle, 0, $"公式成环：{string.Join(" → ", loop)}。")));
                _formulas[metric.Index] = null;
                return;
            }
            state[metric.Index] = 1;
            path.Add(metric);
            foreach (var read in formula.Reads) Visit(read, path);
            path.RemoveAt(path.Count - 1);
            state[metric.Index] = 2;
        }
    }
}

/// <summary>A fault in the formula of a derived metric.</summary>
public sealed record MetricFault(Metric Metric, FormulaFault Fault);
