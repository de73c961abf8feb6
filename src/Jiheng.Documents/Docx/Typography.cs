namespace Jiheng.Documents.Docx;

/// <summary>
/// The page of GB/T 9704-2012 (党政机关公文格式) in twips, 1/20 point: A4, top 37 mm, binding edge 28 mm, type area
/// 156 × 225 mm, 22 lines of 28 characters of 16 points. The styles and the page estimate both stand on these numbers.
/// </summary>
internal static class Typography
{
    public const int PageWidth = 11906;
    public const int PageHeight = 16838;
    public const int Top = 2098;
    public const int Left = 1588;
    public const int Right = 1474;
    public const int Bottom = 1984;

    /// <summary>From the lower edge of the page to the page number, which stands 7 mm below the type area.</summary>
    public const int Footer = 1270;

    /// <summary>From the upper edge of the page to the notice.</summary>
    public const int Header = 1134;

    public const int TextWidth = PageWidth - Left - Right;
    public const int TextHeight = PageHeight - Top - Bottom;

    /// <summary>Height of a line of body text: 22 of them fill the type area.</summary>
    public const int Line = 579;

    /// <summary>Advance of a body character: 16 points tightened by a quarter, so that 28 fill a line.</summary>
    public const int BodyAdvance = 315;

    /// <summary>Room between a table's frame and its text, at the sides.</summary>
    public const int CellSide = 85;

    /// <summary>Room between a table's frame and its text, above and below.</summary>
    public const int CellTop = 40;

    /// <summary>Empty line that parts a table from what follows.</summary>
    public const int AfterTable = 160;

    /// <summary>Width and height of a chart.</summary>
    public const int ChartWidth = 8500;

    /// <inheritdoc cref="ChartWidth"/>
    public const int ChartHeight = 4500;

    /// <summary>Font size of a table's text in half points: the more columns, the smaller, never below 小五.</summary>
    public static int TableSize(int columns, bool landscape) =>
        columns <= (landscape ? 6 : 5) ? 24 : columns <= (landscape ? 12 : 8) ? 21 : 18;

    /// <summary>Line height of a table's text of <paramref name="size"/> half points.</summary>
    public static int TableLine(int size) => size * 14;

    /// <summary>Height of the type area.</summary>
    public static int HeightOf(bool landscape) => landscape ? TextWidth : TextHeight;

    /// <summary>Width of the type area.</summary>
    public static int WidthOf(bool landscape) => landscape ? TextHeight : TextWidth;
}

/// <summary>Measures of a paragraph style.</summary>
/// <param name="Id">Style id; the constant parts define it.</param>
/// <param name="Advance">Advance of a Chinese character, in twips.</param>
/// <param name="Line">Fixed line height.</param>
/// <param name="Before">Space above.</param>
/// <param name="After">Space below.</param>
/// <param name="Indent">Indent of the first line in half characters.</param>
/// <param name="KeepNext">Whether it stays on the page of what follows.</param>
internal sealed record ParagraphStyle(string Id, int Advance, int Line, int Before = 0, int After = 0, int Indent = 0, bool KeepNext = false)
{
    public static readonly ParagraphStyle Title = new("Title", 440, 720, Before: 440, After: 200, KeepNext: true);
    public static readonly ParagraphStyle Subtitle = new("Subtitle", 320, Typography.Line, After: 300);
    public static readonly ParagraphStyle Body = new("BodyText", Typography.BodyAdvance, Typography.Line, Indent: 4);
    public static readonly ParagraphStyle Centred = new("Centred", 320, Typography.Line);
    public static readonly ParagraphStyle Signature = new("Signature", 320, Typography.Line);
    public static readonly ParagraphStyle FirstSignature = Signature with { Before = Typography.Line };
    public static readonly ParagraphStyle Caption = new("Caption", 240, 440, Before: 120, KeepNext: true);
    public static readonly ParagraphStyle UnitNote = new("UnitNote", 210, 320, KeepNext: true);
    public static readonly ParagraphStyle Note = new("Note", 210, 340);
    public static readonly ParagraphStyle ContentsTitle = new("ContentsTitle", 360, 720, After: 200, KeepNext: true);

    private static readonly ParagraphStyle[] _headings =
        [.. Enumerable.Range(1, 4).Select(n => new ParagraphStyle($"Heading{n}", Typography.BodyAdvance, Typography.Line, Indent: 4, KeepNext: true))];

    private static readonly ParagraphStyle[] _contents =
        [.. Enumerable.Range(1, 4).Select(n => new ParagraphStyle($"TOC{n}", 280, 520))];

    /// <summary>Style of a heading; levels beyond 4 are set as the fourth.</summary>
    public static ParagraphStyle Heading(int level) => _headings[Math.Clamp(level, 1, 4) - 1];

    /// <summary>Style of an entry of the table of contents.</summary>
    public static ParagraphStyle Contents(int level) => _contents[Math.Clamp(level, 1, 4) - 1];
}
