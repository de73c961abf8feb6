namespace Jiheng.Model.Documents;

/// <summary>A block of a <see cref="Document"/>.</summary>
public abstract record Block
{
    /// <summary>Where it was read; <c>null</c> for a block that we made.</summary>
    public Place? Place { get; init; }
}

/// <summary>A heading. Its number is part of the text, as in official documents (一、 （一） 1. （1）).</summary>
/// <param name="Level">1 to 4.</param>
/// <param name="Runs">The text with its number.</param>
public sealed record Heading(int Level, IReadOnlyList<Run> Runs) : Block
{
    /// <summary>The text of all runs.</summary>
    public string Text => string.Concat(Runs.Select(r => r.Text));
}

/// <summary>A paragraph of running text.</summary>
/// <param name="Runs">Its pieces; a figure that points at a fact is a run of its own.</param>
public sealed record Paragraph(IReadOnlyList<Run> Runs) : Block
{
    /// <summary>How it is set; body text by default.</summary>
    public ParagraphRole Role { get; init; }

    /// <summary>The text of all runs.</summary>
    public string Text => string.Concat(Runs.Select(r => r.Text));

    /// <summary>A body paragraph of plain text.</summary>
    public static Paragraph Of(string text) => new([new Run(text)]);
}

/// <summary>How a paragraph is set.</summary>
public enum ParagraphRole
{
    /// <summary>Body text, first line indented by two characters.</summary>
    Body,

    /// <summary>Centred line, for example on the cover.</summary>
    Centred,

    /// <summary>Signature or date at the end (落款), set right.</summary>
    Signature,

    /// <summary>Caption above a table or chart.</summary>
    Caption,

    /// <summary>Small print: notes under tables, sources, warnings.</summary>
    Note,
}

/// <summary>A piece of text inside a block.</summary>
/// <param name="Text">The characters.</param>
/// <param name="Source">What the piece is computed from; <c>null</c> for text that a person wrote.</param>
public sealed record Run(string Text, FigureSource? Source = null);

/// <summary>Where a printed figure comes from, so that a page can show the fact behind it.</summary>
/// <param name="Expression">The formula whose value is printed, for example <c>fin.annual_execution</c>.</param>
/// <param name="Period">Fiscal year that the formula was evaluated for.</param>
public sealed record FigureSource(string Expression, int Period);

/// <summary>A table.</summary>
/// <param name="Columns">The columns with their heads, from left to right.</param>
/// <param name="Rows">Rows below the head, in order. For a table that was read, head rows come first and are marked.</param>
public sealed record Table(IReadOnlyList<TableColumn> Columns, IReadOnlyList<TableRow> Rows) : Block
{
    /// <summary>Title above the table; empty for none.</summary>
    public string Caption { get; init; } = "";

    /// <summary>Unit note at the upper right, for example '单位：万元'; empty for none.</summary>
    public string UnitNote { get; init; } = "";

    /// <summary>Whether it needs a landscape page.</summary>
    public bool Landscape { get; init; }
}

/// <summary>A column of a <see cref="Table"/>.</summary>
/// <param name="Head">Text of the head; empty for a table whose head is among its rows.</param>
/// <param name="Width">Share of the table's width; columns are scaled to fill it.</param>
/// <param name="Align">Alignment of the cells below the head.</param>
public sealed record TableColumn(string Head, int Width = 10, CellAlign Align = CellAlign.Left);

/// <summary>A row of a <see cref="Table"/>.</summary>
/// <param name="Cells">Cells from left to right; a cell that spans columns stands once, covered ones are left out.</param>
public sealed record TableRow(IReadOnlyList<TableCell> Cells)
{
    /// <summary>What the row is; data by default.</summary>
    public RowRole Role { get; init; }
}

/// <summary>What a row of a table is.</summary>
public enum RowRole
{
    /// <summary>Data.</summary>
    Data,

    /// <summary>Part of the head; repeated on each page.</summary>
    Head,

    /// <summary>A total or subtotal, set in bold.</summary>
    Total,
}

/// <summary>A cell.</summary>
/// <param name="Runs">Its text.</param>
public sealed record TableCell(IReadOnlyList<Run> Runs)
{
    /// <summary>Columns that it covers, at least 1.</summary>
    public int ColumnSpan { get; init; } = 1;

    /// <summary>Rows that it covers, at least 1. Covered cells below are left out of their rows.</summary>
    public int RowSpan { get; init; } = 1;

    /// <summary>Alignment; <c>null</c> for that of the column.</summary>
    public CellAlign? Align { get; init; }

    /// <summary>Address in a workbook (B7), or <c>null</c>.</summary>
    public string? Address { get; init; }

    /// <summary>Where it was read; <c>null</c> for a cell that we made.</summary>
    public Place? Place { get; init; }

    /// <summary>The text of all runs.</summary>
    public string Text => string.Concat(Runs.Select(r => r.Text));

    /// <summary>A cell of plain text.</summary>
    public static TableCell Of(string text) => new([new Run(text)]);
}

/// <summary>Alignment of a cell.</summary>
public enum CellAlign
{
    /// <summary>Left: words.</summary>
    Left,

    /// <summary>Right: figures.</summary>
    Right,

    /// <summary>Centre: heads, marks.</summary>
    Centre,
}

/// <summary>A bar chart of a few named values, drawn natively in each format.</summary>
/// <param name="Title">Title above it.</param>
/// <param name="Unit">Unit of the values, shown with the title.</param>
/// <param name="Categories">Names along the axis.</param>
/// <param name="Series">One or more series, each with one value per category; <c>null</c> where nothing was reported.</param>
public sealed record Chart(string Title, string Unit, IReadOnlyList<string> Categories, IReadOnlyList<ChartSeries> Series) : Block;

/// <summary>A series of a <see cref="Chart"/>.</summary>
/// <param name="Name">Name in the legend.</param>
/// <param name="Values">One value per category, in the chart's unit.</param>
public sealed record ChartSeries(string Name, IReadOnlyList<decimal?> Values);

/// <summary>Stands where the table of contents goes; writers fill it from the headings.</summary>
/// <param name="Depth">Deepest heading level listed.</param>
public sealed record TableOfContents(int Depth = 2) : Block;

/// <summary>Starts a new page.</summary>
public sealed record PageBreak : Block;
