using Jiheng.Model.Facts;

namespace Jiheng.Storage.Facts;

/// <summary>What the current row of a fact and each row of its history hold alike.</summary>
public abstract class FactRecord
{
    /// <summary>The unit that it is about.</summary>
    public int SubjectId { get; set; }

    /// <summary>Fiscal year.</summary>
    public int Year { get; set; }

    /// <summary>The metric's code.</summary>
    public int MetricId { get; set; }

    /// <summary>The part of the metric that it covers.</summary>
    public int MemberId { get; set; }

    /// <summary>本级 or 汇总.</summary>
    public UnitScope Scope { get; set; }

    /// <summary>Which money counts.</summary>
    public FundingBasis Funding { get; set; }

    /// <summary>At which step of the budget year.</summary>
    public Stage Stage { get; set; }

    /// <summary>The value at the scale of its dimension, see <see cref="StoredFigure"/>; <c>null</c> when none was given.</summary>
    public long? Value { get; set; }

    /// <summary>Symbol of the unit in which it was reported; empty when no value was given.</summary>
    public string Unit { get; set; } = "";

    /// <summary>Decimal places that were printed.</summary>
    public int Places { get; set; }

    /// <summary>Whether a value was given and if not, why.</summary>
    public FactState State { get; set; }

    /// <summary>How it came into the ledger.</summary>
    public FactOrigin Origin { get; set; }

    /// <summary>Who or what it comes from.</summary>
    public string Source { get; set; } = "";

    /// <summary>Evidence named by the reporter.</summary>
    public string Evidence { get; set; } = "";

    /// <summary>Remark.</summary>
    public string Note { get; set; } = "";

    /// <summary>Number of the revision, from 1.</summary>
    public int Revision { get; set; }

    /// <summary>Who wrote it.</summary>
    public string Who { get; set; } = "";

    /// <summary>When it was written.</summary>
    public DateTimeOffset At { get; set; }
}

/// <summary>The current value of a fact: one row per key.</summary>
public sealed class FactRow : FactRecord
{
    /// <summary>The same as a row of the history.</summary>
    public FactWasRow Replaced(DateTimeOffset at, string who, string reason) => new()
    {
        SubjectId = SubjectId, Year = Year, MetricId = MetricId, MemberId = MemberId, Scope = Scope, Funding = Funding, Stage = Stage,
        Value = Value, Unit = Unit, Places = Places, State = State, Origin = Origin, Source = Source, Evidence = Evidence, Note = Note,
        Revision = Revision, Who = Who, At = At, ReplacedAt = at, ReplacedBy = who, Reason = reason,
    };
}

/// <summary>A value that was replaced or withdrawn. Rows are only ever added.</summary>
public sealed class FactWasRow : FactRecord
{
    /// <summary>Surrogate key.</summary>
    public long Id { get; set; }

    /// <summary>When it was replaced.</summary>
    public DateTimeOffset ReplacedAt { get; set; }

    /// <summary>Who replaced it.</summary>
    public required string ReplacedBy { get; set; }

    /// <summary>Why.</summary>
    public required string Reason { get; set; }
}

/// <summary>A metric code, so that facts carry a number instead of a text.</summary>
public sealed class MetricRow
{
    /// <summary>Surrogate key.</summary>
    public int Id { get; set; }

    /// <summary>The code; unique.</summary>
    public required string Code { get; set; }
}

/// <summary>An item on an axis, so that facts carry a number instead of two texts. The whole is the row with both empty.</summary>
public sealed class MemberRow
{
    /// <summary>Surrogate key.</summary>
    public int Id { get; set; }

    /// <summary>The axis.</summary>
    public required string Axis { get; set; }

    /// <summary>The item.</summary>
    public required string Item { get; set; }
}
