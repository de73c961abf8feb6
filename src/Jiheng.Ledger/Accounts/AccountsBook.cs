using Jiheng.Model.Facts;
using Jiheng.Model.Measures;

namespace Jiheng.Ledger.Accounts;

/// <summary>What one file of final accounts (部门决算公开表) says, every figure with the cell that it stands in.</summary>
/// <param name="File">Name of the file, for messages and sources.</param>
public sealed record AccountsBook(string File)
{
    /// <summary>Name of the department or unit; <c>null</c> when no table names one.</summary>
    public Understood<string>? Unit { get; init; }

    /// <summary>Fiscal year; <c>null</c> when no table names one.</summary>
    public Understood<int>? Year { get; init; }

    /// <summary>With or without subordinate units.</summary>
    public required Understood<UnitScope> Scope { get; init; }

    /// <summary>Draft or approved accounts.</summary>
    public required Understood<Stage> Stage { get; init; }

    /// <summary>The tables that were recognised, in the order of the file.</summary>
    public IReadOnlyList<AccountsTable> Tables { get; init; } = [];

    /// <summary>All figures of the recognised tables.</summary>
    public IReadOnlyList<AccountsCell> Cells { get; init; } = [];

    /// <summary>
    /// The figures that are metrics of the dictionary, each once. Where several tables state the same figure, the first table in
    /// the order of <see cref="AccountsTableKind"/> gives the fact; <see cref="Findings"/> says where they differ.
    /// </summary>
    public IReadOnlyList<Fact> Facts { get; init; } = [];

    /// <summary>Sheets or tables from which nothing was taken, and why.</summary>
    public IReadOnlyList<AccountsFinding> Unread { get; init; } = [];

    /// <summary>What is wrong or doubtful in the tables, and what the checks between them found.</summary>
    public IReadOnlyList<AccountsFinding> Findings { get; init; } = [];

    /// <summary>The cell in the same row and column of another year's or another file's table, or <c>null</c>.</summary>
    /// <remarks>Rows are matched by class code where both have one and otherwise by name, never by row number.</remarks>
    public AccountsCell? Counterpart(AccountsCell other)
    {
        ArgumentNullException.ThrowIfNull(other);
        var column = Cells.Where(c => c.Line.Table == other.Line.Table && c.Line.Side == other.Line.Side && c.Line.Column == other.Line.Column).ToList();
        if (other.Line.Code.Length > 0 && column.Where(c => c.Line.Code == other.Line.Code).ToList() is [var byCode]) return byCode;
        return column.Where(c => c.Line.Name == other.Line.Name && (c.Line.Code.Length == 0 || other.Line.Code.Length == 0)).ToList() is [var byName] ? byName : null;
    }
}

/// <summary>Something understood from the file, so that a page can show from where and a person can correct it.</summary>
/// <typeparam name="T">Type of the value.</typeparam>
/// <param name="Value">What was understood.</param>
/// <param name="From">The cell that says so; <c>null</c> when nothing in the tables does.</param>
/// <param name="IsGuess">Whether it is an assumption that a person must confirm.</param>
/// <param name="Reason">Why it was understood so, in Chinese; empty when the cell says it plainly.</param>
public sealed record Understood<T>(T Value, CellPlace? From, bool IsGuess = false, string Reason = "");

/// <summary>A cell of a workbook.</summary>
/// <param name="Sheet">Name of the sheet; empty for a table outside a workbook.</param>
/// <param name="Address">Column letters and row number, for example C12.</param>
public sealed record CellPlace(string Sheet, string Address)
{
    /// <inheritdoc/>
    public override string ToString() => Sheet.Length == 0 ? Address : $"“{Sheet}”{Address}";
}

/// <summary>A recognised table.</summary>
/// <param name="Kind">Which of the public tables it is.</param>
/// <param name="Title">Its title as printed.</param>
/// <param name="At">The cell of the title.</param>
/// <param name="MoneyUnit">元 or 万元.</param>
/// <param name="UnitAt">The cell that states the money unit; <c>null</c> when it was taken from the file's other tables.</param>
/// <param name="Funding">Which money the table counts.</param>
public sealed record AccountsTable(AccountsTableKind Kind, string Title, CellPlace At, MeasureUnit MoneyUnit, CellPlace? UnitAt, FundingBasis Funding);

/// <summary>A figure of a table.</summary>
/// <param name="Line">Which row and column it is, free of layout.</param>
/// <param name="Value">The figure with its unit.</param>
/// <param name="At">Where it stands.</param>
/// <param name="Funding">Which money it counts.</param>
public sealed record AccountsCell(AccountsLine Line, Amount Value, CellPlace At, FundingBasis Funding)
{
    /// <summary>For a person: table, row, column.</summary>
    public string Label => $"{Line.Table.ToChinese()} · {(Line.Name.Length > 0 ? Line.Name : Line.Code)} · {Line.Column}";
}

/// <summary>Row and column of a figure, the same for every layout of a table.</summary>
/// <param name="Table">The table.</param>
/// <param name="Side">收入 or 支出 in tables that show both; otherwise empty.</param>
/// <param name="Code">Class code (2100101, 30201); empty for a row without one.</param>
/// <param name="Name">Name of the row without its number; for a repeated line below another one with that one before it.</param>
/// <param name="Column">Name of the column: 合计, 基本支出, 决算数 …</param>
public sealed record AccountsLine(AccountsTableKind Table, string Side, string Code, string Name, string Column);

/// <summary>Something to be told about a file of accounts.</summary>
/// <param name="Code">Stable code, JH31 and two digits; the codes are listed with their words in AccountsFindings.</param>
/// <param name="Level">How grave it is.</param>
/// <param name="At">The cells concerned; empty when the whole file is meant.</param>
/// <param name="Message">What is the case and what was expected, in Chinese.</param>
/// <param name="Advice">What to do, in Chinese.</param>
public sealed record AccountsFinding(string Code, AccountsLevel Level, IReadOnlyList<CellPlace> At, string Message, string Advice)
{
    /// <inheritdoc/>
    public override string ToString() => $"{Code} {string.Join("、", At)}{(At.Count > 0 ? "：" : "")}{Message}{Advice}";
}

/// <summary>How grave a finding is.</summary>
public enum AccountsLevel
{
    /// <summary>Worth knowing.</summary>
    Remark,

    /// <summary>Wrong or contradictory; must be settled before the figures are used.</summary>
    Problem,
}
