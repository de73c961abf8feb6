using Jiheng.Audit.Figures;

namespace Jiheng.Audit.Findings;

/// <summary>Something wrong in a document.</summary>
public sealed record Finding
{
    /// <summary>Stable code, see <see cref="FindingCatalogue"/>.</summary>
    public required string Code { get; init; }

    /// <summary>Sort of defect, named as in the JSON Lines contract: arith-sum, count, numbering …</summary>
    public required string Kind { get; init; }

    /// <summary>How grave it is.</summary>
    public required Severity Severity { get; init; }

    /// <summary>Where it shows.</summary>
    public required Spot At { get; init; }

    /// <summary>The passage at that place.</summary>
    public required string Text { get; init; }

    /// <summary>What is wrong, with the figures, in Chinese.</summary>
    public required string Message { get; init; }

    /// <summary>The computation with its result and what the text says: '849人 ÷ 919人 = 92.38% ≠ 文中 87.89%'; empty when nothing was computed.</summary>
    public string Formula { get; init; } = "";

    /// <summary>The value that the text states, in the printed unit; <c>null</c> when it is no figure.</summary>
    public decimal? Stated { get; init; }

    /// <summary>The value computed again, in the same unit.</summary>
    public decimal? Recomputed { get; init; }

    /// <summary>The values that the rounding of the operands allows, in the same unit; <c>null</c> when nothing was computed.</summary>
    public Interval? Allowed { get; init; }

    /// <summary>Stated less recomputed.</summary>
    public decimal? Difference => Stated - Recomputed;

    /// <summary>Which reading of the text was taken and why; empty when there is only one.</summary>
    public string Reading { get; init; } = "";

    /// <summary>What would make it right; empty when several things would.</summary>
    public string Suggestion { get; init; } = "";

    /// <summary>Further places that take part: the operands.</summary>
    public IReadOnlyList<Spot> Also { get; init; } = [];
}

/// <summary>How grave a finding is.</summary>
public enum Severity
{
    /// <summary>Worth a look.</summary>
    Note,

    /// <summary>Probably wrong; ask.</summary>
    Warning,

    /// <summary>Wrong; must be mended or explained.</summary>
    Blocking,
}
