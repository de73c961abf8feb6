using System.Globalization;
using Jiheng.Audit.Figures;
using Jiheng.Ledger.Accounts;
using Jiheng.Model.Measures;

namespace Jiheng.Casework.Drafting;

/// <summary>A figure or year of the old report and what becomes of it.</summary>
/// <param name="Number">Number in reading order from 1; the officer's choices go by it.</param>
/// <param name="Line">The line that it stands in.</param>
/// <param name="Start">First character in the line.</param>
/// <param name="Old">The characters: the number without its unit.</param>
public sealed record DraftFigure(int Number, ReportLine Line, int Start, string Old)
{
    /// <summary>What becomes of it.</summary>
    public FigureColour Colour { get; init; }

    /// <summary>Whether the new value may be put in without a person's look; <c>false</c> for a guess and for all that is to be collected.</summary>
    public bool IsCertain { get; init; }

    /// <summary>The new characters; <c>null</c> when none are known.</summary>
    public string? New { get; init; }

    /// <summary>The unit behind it; empty for none.</summary>
    public string Unit { get; init; } = "";

    /// <summary>The words before it, by which a person knows it again.</summary>
    public string Label { get; init; } = "";

    /// <summary>The cell of last year's accounts that holds the old value; <c>null</c> without.</summary>
    public AccountsCell? From { get; init; }

    /// <summary>The cell of this year's accounts that gives the new value; <c>null</c> without.</summary>
    public AccountsCell? To { get; init; }

    /// <summary>Other cells that could be meant, when it is not certain.</summary>
    public IReadOnlyList<AccountsCell> Candidates { get; init; } = [];

    /// <summary>Why, in Chinese.</summary>
    public string Reason { get; init; } = "";

    /// <summary>The figure as the audit read it; <c>null</c> for years and other numbers.</summary>
    internal Figure? Read { get; init; }

    /// <summary>
    /// A value as this figure was printed: in its unit, with its separators, and with trailing zeros only where it had them.
    /// </summary>
    public string Print(Amount value)
    {
        if (Read is not { } figure) return value.Value.ToString(CultureInfo.InvariantCulture);
        var number = value.Dimension == Dimension.Money ? value.Base / figure.Scale : value.Base;
        var places = Math.Max(figure.Places, figure.Unit.Kind == UnitKind.Money && figure.Scale <= 1_0000m ? 2 : 0);
        var format = (Old.Contains(',', StringComparison.Ordinal) ? "#,##0" : "0") + (places == 0 ? "" : "." + new string('0', figure.Places) + new string('#', places - figure.Places));
        return Rounding.HalfUp(number, places).ToString(format, CultureInfo.InvariantCulture);
    }

    /// <summary>Character after the last.</summary>
    public int End => Start + Old.Length;

    /// <summary>Whether it is a year word rather than a figure.</summary>
    public bool IsYear { get; init; }
}

/// <summary>The three colours.</summary>
public enum FigureColour
{
    /// <summary>Found in this year's accounts, or following from what was found.</summary>
    Found,

    /// <summary>A figure of the year that somebody must supply.</summary>
    ToCollect,

    /// <summary>It does not change: document numbers, list numbers, duties, dates.</summary>
    Stays,
}

/// <summary>What the officer decides about one figure.</summary>
/// <param name="Kind">Keep, replace or collect.</param>
/// <param name="Text">The new characters for <see cref="DecisionKind.Replace"/>.</param>
public sealed record DraftDecision(DecisionKind Kind, string Text = "");

/// <summary>Kinds of decision.</summary>
public enum DecisionKind
{
    /// <summary>Leave the old characters.</summary>
    Keep,

    /// <summary>Put in other ones.</summary>
    Replace,

    /// <summary>Mark it as still to be filled in.</summary>
    Collect,
}
