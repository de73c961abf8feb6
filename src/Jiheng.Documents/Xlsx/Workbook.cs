using System.Globalization;
using Jiheng.Documents.Typesetting;
using Jiheng.Model.Documents;

namespace Jiheng.Documents.Xlsx;

/// <summary>A workbook to be written.</summary>
/// <param name="Sheets">Its sheets in order, at least one.</param>
public sealed record Workbook(IReadOnlyList<Sheet> Sheets)
{
    /// <summary>
    /// Makes a sheet of each table: caption and unit note above, heads repeated and frozen, spans kept. Figures in
    /// cells that are set right or centred become numbers with the places that they are printed with; the rest stays text.
    /// A sheet is named by its table's caption.
    /// </summary>
    public static Workbook From(params IReadOnlyList<Table> tables)
    {
        ArgumentNullException.ThrowIfNull(tables);
        return new Workbook([.. tables.Select(t => FromTable(t.Caption, t))]);
    }

    /// <summary>Makes a sheet of each table of a document; its notice stands on every printed page.</summary>
    public static Workbook From(Document document)
    {
        ArgumentNullException.ThrowIfNull(document);
        return new Workbook([.. document.Blocks.OfType<Table>().Select(t => FromTable(t.Caption, t, document.Notice))]);
    }

    /// <summary>Makes a sheet of one table, see <see cref="From(IReadOnlyList{Table})"/>.</summary>
    /// <param name="name">Name of the sheet; what a sheet name cannot hold is mended when it is written.</param>
    /// <param name="table">The table.</param>
    /// <param name="notice">Line above it that is repeated on every printed page; <c>null</c> for none.</param>
    public static Sheet FromTable(string name, Table table, string? notice = null)
    {
        ArgumentNullException.ThrowIfNull(table);
        var grid = TableGrid.Of(table);
        var rows = new List<SheetRow>(grid.Rows.Count + 3);
        if (notice is { Length: > 0 }) rows.Add(Banner(notice, CellKind.Notice, CellAlign.Centre, grid.Columns));
        if (table.Caption.Length > 0) rows.Add(Banner(table.Caption, CellKind.Title, CellAlign.Centre, grid.Columns));
        if (table.UnitNote.Length > 0) rows.Add(Banner(table.UnitNote, CellKind.Note, CellAlign.Right, grid.Columns));
        var above = rows.Count;
        rows.AddRange(grid.Rows.Select(Row));
        return new Sheet(name, ColumnWidths(table, grid), rows)
        {
            HeadRows = above + grid.HeadRows,
            Landscape = table.Landscape,
        };
    }

    private static SheetRow Banner(string text, CellKind kind, CellAlign align, int columns) =>
        new([SheetCell.Of(text, kind) with { Align = align, ColumnSpan = columns }]);

    private static SheetRow Row(GridRow row) => new([.. row.Cells.Where(c => !c.Continued).Select(c => Cell(c, row.Role))]);

    private static SheetCell Cell(GridCell cell, RowRole role)
    {
        var kind = role switch { RowRole.Head => CellKind.Head, RowRole.Total => CellKind.Total, _ => CellKind.Data };
        var text = cell.Cell.Text;
        var made = role != RowRole.Head && cell.Align != CellAlign.Left && Figure(text) is { } figure
            ? SheetCell.Of(figure.Value, figure.Format, kind)
            : SheetCell.Of(text, kind);
        return made with { Align = cell.Align, ColumnSpan = cell.ColumnSpan, RowSpan = cell.RowSpan };
    }

    /// <summary>Reads a printed figure; codes such as 001 and marks such as — are none.</summary>
    private static (decimal Value, string Format)? Figure(string text)
    {
        var percent = text.EndsWith('%');
        var digits = percent ? text[..^1] : text;
        if (digits.Length is 0 or > 27 || !decimal.TryParse(digits, NumberStyles.AllowThousands | NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value))
            return null;
        var whole = digits.TrimStart('-', '+');
        if (whole.Length > 1 && whole[0] == '0' && whole[1] != '.') return null;
        var point = digits.IndexOf('.', StringComparison.Ordinal);
        var places = point < 0 ? "" : "." + new string('0', digits.Length - point - 1);
        return percent
            ? (value / 100m, $"0{places}%")
            : (value, (digits.Contains(',', StringComparison.Ordinal) ? "#,##0" : "0") + places);
    }

    /// <summary>Shares of the table's width, as characters of a page that is 90 (upright) or 130 (landscape) wide.</summary>
    private static int[] ColumnWidths(Table table, TableGrid grid) =>
        [.. grid.Widths(table, table.Landscape ? 130 : 90).Select(w => Math.Max(6, w))];
}

/// <summary>A sheet.</summary>
/// <param name="Name">Name on its tab; marks that Excel refuses are replaced, more than 31 characters are cut, and equal names are numbered.</param>
/// <param name="ColumnWidths">Widths from the first column on, in digits of the standard font; a Chinese character takes 2.</param>
/// <param name="Rows">Rows from the first on. Gone through twice and never held, so they may be made on the way.</param>
public sealed record Sheet(string Name, IReadOnlyList<int> ColumnWidths, IEnumerable<SheetRow> Rows)
{
    /// <summary>Rows at the top that stay in sight when scrolling and are repeated on each printed page; 0 for none.</summary>
    public int HeadRows { get; init; }

    /// <summary>Whether it prints on landscape pages. Every sheet is printed one page wide.</summary>
    public bool Landscape { get; init; }
}

/// <summary>A row of a <see cref="Sheet"/>.</summary>
/// <param name="Cells">Cells from the first column on; a cell that spans columns or rows stands once, covered ones are left out.</param>
public sealed record SheetRow(IReadOnlyList<SheetCell> Cells);

/// <summary>A cell of a <see cref="Sheet"/>: text, or a number with its format.</summary>
public sealed record SheetCell
{
    /// <summary>Its text; <c>null</c> when it holds a number or nothing.</summary>
    public string? Text { get; private init; }

    /// <summary>Its number, written with all its places; <c>null</c> when it holds text or nothing.</summary>
    public decimal? Number { get; private init; }

    /// <summary>Excel's format of the number, for example <c>0.00</c> or <c>0.00%</c>; empty for the general one.</summary>
    public string Format { get; private init; } = "";

    /// <summary>How it is set.</summary>
    public CellKind Kind { get; init; } = CellKind.Data;

    /// <summary>Alignment; <c>null</c> for centred heads, numbers right, texts left.</summary>
    public CellAlign? Align { get; init; }

    /// <summary>Columns that it covers, at least 1.</summary>
    public int ColumnSpan { get; init; } = 1;

    /// <summary>Rows that it covers, at least 1.</summary>
    public int RowSpan { get; init; } = 1;

    /// <summary>A cell of text; empty text makes an empty cell.</summary>
    public static SheetCell Of(string text, CellKind kind = CellKind.Data) => new() { Text = text.Length == 0 ? null : text, Kind = kind };

    /// <summary>A cell that holds a number.</summary>
    /// <param name="number">The number, or <c>null</c> for an empty cell: what was not reported is never 0.</param>
    /// <param name="format">Excel's format, empty for the general one.</param>
    /// <param name="kind">How it is set.</param>
    public static SheetCell Of(decimal? number, string format = "", CellKind kind = CellKind.Data) =>
        new() { Number = number, Format = format, Kind = kind };
}

/// <summary>How a <see cref="SheetCell"/> is set.</summary>
public enum CellKind
{
    /// <summary>Data, framed.</summary>
    Data,

    /// <summary>Head of a column, framed, bold on a light ground.</summary>
    Head,

    /// <summary>Total or subtotal, framed, bold.</summary>
    Total,

    /// <summary>Title of the sheet, large, without frame.</summary>
    Title,

    /// <summary>Unit note or small print, without frame.</summary>
    Note,

    /// <summary>A warning that concerns the whole sheet, red, without frame.</summary>
    Notice,
}
