using Jiheng.Model.Measures;

namespace Jiheng.Model.Facts;

/// <summary>
/// A reported value (数据): who reports what for which year under which 口径, with its evidence.
/// Every figure in the product points at facts; none holds a copy.
/// </summary>
public sealed record Fact
{
    /// <summary>What tells this fact from all others.</summary>
    public required FactKey Key { get; init; }

    /// <summary>The value with unit and places as reported; <c>null</c> exactly when <see cref="State"/> is not <see cref="FactState.Given"/>.</summary>
    public Amount? Value { get; init; }

    /// <summary>Whether a value was given and if not, why. Never reported at all is no fact.</summary>
    public FactState State { get; init; }

    /// <summary>How the fact came into the ledger.</summary>
    public FactOrigin Origin { get; init; }

    /// <summary>Who or what it comes from: a section, a system, a file and cell.</summary>
    public string Source { get; init; } = "";

    /// <summary>Evidence (佐证材料) named by the reporter; empty for none.</summary>
    public string Evidence { get; init; } = "";

    /// <summary>Remark, for example which other figure it contradicts; empty for none.</summary>
    public string Note { get; init; } = "";

    /// <summary>Number of this revision, from 1.</summary>
    public int Revision { get; init; } = 1;
}

/// <summary>What tells one fact from all others.</summary>
/// <param name="Subject">Code of the unit or project that the fact is about.</param>
/// <param name="Year">Fiscal year.</param>
/// <param name="Metric">Metric code.</param>
/// <param name="Member">Part of the metric that it covers; <see cref="Facts.Member.All"/> for the whole.</param>
/// <param name="Basis">口径.</param>
public readonly record struct FactKey(string Subject, int Year, string Metric, Member Member, Basis Basis)
{
    /// <inheritdoc/>
    public override string ToString() =>
        $"{Subject} {Year} {Metric}{(Member.IsAll ? "" : $"[{Member}]")} {Basis}";
}

/// <summary>One item on one axis of a metric: a funding source, a functional or economic class, a project.</summary>
/// <param name="Axis">来源, 功能, 经济, 项目 …; empty for the whole.</param>
/// <param name="Item">Name of the item on the axis; empty for the whole.</param>
public readonly record struct Member(string Axis, string Item)
{
    /// <summary>The whole of the metric, over all axes.</summary>
    public static Member All { get; } = new("", "");

    /// <summary>Whether this is the whole.</summary>
    public bool IsAll => string.IsNullOrEmpty(Axis);

    /// <summary>Reads '功能=公共卫生'; empty text is <see cref="All"/>.</summary>
    /// <exception cref="FormatException">There is no '=' with text on both sides.</exception>
    public static Member Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (string.IsNullOrWhiteSpace(text)) return All;
        var at = text.IndexOf('=', StringComparison.Ordinal);
        if (at <= 0 || at == text.Length - 1) throw new FormatException($"分项“{text}”应写成“轴=分项”，例如“功能=公共卫生”。");
        return new Member(text[..at].Trim(), text[(at + 1)..].Trim());
    }

    /// <inheritdoc/>
    public override string ToString() => IsAll ? "" : $"{Axis}={Item}";
}

/// <summary>Whether a fact has a value.</summary>
public enum FactState
{
    /// <summary>A value was given.</summary>
    Given,

    /// <summary>The unit has no such thing (不适用).</summary>
    NotApplicable,

    /// <summary>It exists but is not known (暂无数据).</summary>
    NotAvailable,

    /// <summary>Known but withheld, for example to protect persons (不公开).</summary>
    Masked,
}

/// <summary>How a fact came into the ledger.</summary>
public enum FactOrigin
{
    /// <summary>Filled into a sheet.</summary>
    Sheet,

    /// <summary>Imported from a file.</summary>
    Import,

    /// <summary>Summed from a register.</summary>
    Register,

    /// <summary>Changed in review, with a reason.</summary>
    Adjustment,
}
