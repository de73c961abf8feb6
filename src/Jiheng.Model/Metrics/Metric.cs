using Jiheng.Model.Measures;

namespace Jiheng.Model.Metrics;

/// <summary>
/// A data item (数据项): what is measured, under which names texts speak of it, and how its figures combine.
/// </summary>
public sealed record Metric
{
    /// <summary>Code with dotted area prefix, for example <c>fin.annual_execution</c>. Unique in a catalogue.</summary>
    public required string Code { get; init; }

    /// <summary>Chinese name, as forms print it.</summary>
    public required string Name { get; init; }

    /// <summary>Unit in which it is asked for and shown; a fact may be reported in another unit of the same dimension.</summary>
    public required MeasureUnit Unit { get; init; }

    /// <summary>Other labels under which texts and tables speak of it.</summary>
    public IReadOnlyList<string> Aliases { get; init; } = [];

    /// <summary>How figures of several units make that of their whole.</summary>
    public OverUnits OverUnits { get; init; }

    /// <summary>How figures of several months make that of the year.</summary>
    public OverTime OverTime { get; init; }

    /// <summary>What stretch of time a year's figure covers.</summary>
    public MetricSpan Span { get; init; }

    /// <summary>Where its figures come from.</summary>
    public MetricHome Home { get; init; }

    /// <summary>For a derived metric the text of its formula; otherwise <c>null</c>. Read by <see cref="MetricCatalog"/>.</summary>
    public string? Expression { get; init; }

    /// <summary>Whether a rate above 100 % is usual (an estimated base) and only worth a remark.</summary>
    public bool MayExceedWhole { get; init; }

    /// <summary>What it means, in words.</summary>
    public string Definition { get; init; } = "";

    /// <summary>A caution for whoever fills it in or reads it; empty for none.</summary>
    public string Note { get; init; } = "";

    /// <summary>Where the metric and its way of computing are known from, and how well.</summary>
    public Provenance Provenance { get; init; } = Provenance.Unknown;

    /// <summary>Position in its catalogue; -1 before it is in one. Lets appraisals address figures by array index.</summary>
    public int Index { get; init; } = -1;
}

/// <summary>How figures of several units make that of their whole.</summary>
public enum OverUnits
{
    /// <summary>They add up: money, heads, cases.</summary>
    Sum,

    /// <summary>The formula is applied to the summed parts: every derived rate.</summary>
    Recompute,

    /// <summary>They cannot be combined; the whole reports its own.</summary>
    None,
}

/// <summary>How figures of several months make that of the year.</summary>
public enum OverTime
{
    /// <summary>They add up.</summary>
    Sum,

    /// <summary>The last one counts: balances, head counts, registers.</summary>
    Last,

    /// <summary>They cannot be combined.</summary>
    None,
}

/// <summary>What stretch of time a year's figure covers.</summary>
public enum MetricSpan
{
    /// <summary>1 January to 31 December.</summary>
    CalendarYear,

    /// <summary>1 October of the year before to 30 September: the annual reports on women's and children's health (妇幼年报).</summary>
    OctoberToSeptember,

    /// <summary>A state on one day, as a rule 31 December.</summary>
    PointInTime,
}

/// <summary>Where the figures of a metric come from; each has one home.</summary>
public enum MetricHome
{
    /// <summary>Somebody reports it.</summary>
    Reported,

    /// <summary>Summed from the rows of a register (台账).</summary>
    Register,

    /// <summary>Computed from other metrics.</summary>
    Derived,
}
