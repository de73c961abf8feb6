using System.Globalization;
using System.Text;
using Jiheng.Documents.Docx;
using Jiheng.Documents.Typesetting;
using Jiheng.Model.Documents;

namespace Jiheng.Documents.Html;

/// <summary>
/// Writes documents as an HTML fragment for a page of ours: semantic elements, classes for the look, no script, no
/// style, no address from the document. All text is encoded, Chinese stays readable in the source.
/// </summary>
public sealed class HtmlWriter
{
    private const int WidestNarrow = 5; // columns that a phone still shows side by side

    private readonly StringBuilder _html = new();
    private readonly Func<FigureSource, string?>? _link;
    private readonly ILookup<(int Block, int Row, int Cell), HtmlMark>? _marks;

    private HtmlWriter(Func<FigureSource, string?>? link, IEnumerable<HtmlMark>? marks) =>
        (_link, _marks) = (link, marks?.OrderBy(m => m.Start).ToLookup(m => (m.Block, m.Row, m.Cell)));

    /// <summary>Writes <paramref name="document"/> as one <c>article</c>.</summary>
    /// <param name="document">What to write.</param>
    /// <param name="link">
    /// Address of the page that shows a figure's source, or <c>null</c> for none. A figure with an address becomes a
    /// link, one without a <c>span</c>; both carry the class <c>fig</c> and the formula in <c>data-expr</c>.
    /// </param>
    /// <param name="marks">Stretches of text to set off; they must not overlap. <c>null</c> for none.</param>
    public static string Write(Document document, Func<FigureSource, string?>? link = null, IEnumerable<HtmlMark>? marks = null)
    {
        ArgumentNullException.ThrowIfNull(document);
        var writer = new HtmlWriter(link, marks);
        writer.WriteDocument(document);
        return writer._html.ToString();
    }

    /// <summary>Id of the heading that is block number <paramref name="block"/>, for links from elsewhere.</summary>
    public static string AnchorOf(int block) => string.Create(CultureInfo.InvariantCulture, $"s{block + 1}");

    /// <summary>Writes <paramref name="text"/> so that it is safe as element content and in quoted attributes.</summary>
    internal static void Encode(StringBuilder html, ReadOnlySpan<char> text)
    {
        foreach (var c in text)
        {
            switch (c)
            {
                case '&': html.Append("&amp;"); break;
                case '<': html.Append("&lt;"); break;
                case '>': html.Append("&gt;"); break;
                case '"': html.Append("&quot;"); break;
                case '\'': html.Append("&#39;"); break;
                case '\n' or '\t': html.Append(c); break;
                case < ' ' or '\u007F': break;
                default: html.Append(c); break;
            }
        }
    }

    private void WriteDocument(Document document)
    {
        _html.Append("<article class=\"document\">\n");
        if (document.Notice is { Length: > 0 } notice) WriteLine("<p class=\"notice\" role=\"note\">", notice, "</p>");
        if (document.Title.Length > 0) WriteTitle(document.Title);
        if (document.Subtitle is { Length: > 0 } subtitle) WriteLine("<p class=\"subtitle\">", subtitle, "</p>");
        for (var i = 0; i < document.Blocks.Count; i++) WriteBlock(document, i);
        _html.Append("</article>\n");
    }

    private void WriteBlock(Document document, int i)
    {
        switch (document.Blocks[i])
        {
            case Heading heading:
                var level = Math.Clamp(heading.Level, 1, 4) + 1;
                _html.Append(CultureInfo.InvariantCulture, $"<h{level} id=\"{AnchorOf(i)}\">");
                WriteRuns(heading.Runs, i);
                _html.Append(CultureInfo.InvariantCulture, $"</h{level}>\n");
                break;
            case Paragraph paragraph:
                _html.Append(paragraph.Role == ParagraphRole.Body ? "<p>" : $"<p class=\"{ClassOf(paragraph.Role)}\">");
                WriteRuns(paragraph.Runs, i);
                _html.Append("</p>\n");
                break;
            case Table table: WriteTable(table, i); break;
            case Chart chart when chart.Categories.Count > 0 && chart.Series.Count > 0: SvgChart.Write(_html, chart); break;
            case TableOfContents contents: WriteContents(document, contents); break;
            case PageBreak: _html.Append("<hr class=\"page\">\n"); break;
        }
    }

    private static string ClassOf(ParagraphRole role) => role switch
    {
        ParagraphRole.Centred => "centred",
        ParagraphRole.Signature => "signature",
        ParagraphRole.Caption => "caption",
        _ => "note",
    };

    private void WriteContents(Document document, TableOfContents contents)
    {
        _html.Append("<nav class=\"toc\" aria-label=\"目录\"><ol>\n");
        for (var i = 0; i < document.Blocks.Count; i++)
        {
            if (document.Blocks[i] is not Heading heading || heading.Level > contents.Depth) continue;
            _html.Append(CultureInfo.InvariantCulture, $"<li class=\"level{heading.Level}\"><a href=\"#{AnchorOf(i)}\">");
            Encode(_html, heading.Text);
            _html.Append("</a></li>\n");
        }
        _html.Append("</ol></nav>\n");
    }

    private void WriteTable(Table table, int block)
    {
        var grid = TableGrid.Of(table);
        if (grid.Columns == 0 || grid.Rows.Count == 0) return;
        var declared = grid.Rows.Count - table.Rows.Count; // 1 when the heads stand in the columns: rows are counted without it
        OpenFrame(table, isWide: table.Landscape || grid.Columns > WidestNarrow);
        if (table.Caption.Length > 0 || table.UnitNote.Length > 0)
        {
            _html.Append("<caption>");
            Encode(_html, table.Caption);
            if (table.UnitNote.Length > 0)
            {
                _html.Append(" <span class=\"unit\">");
                Encode(_html, table.UnitNote);
                _html.Append("</span>");
            }
            _html.Append("</caption>\n");
        }
        if (grid.HeadRows > 0)
        {
            _html.Append("<thead>\n");
            for (var r = 0; r < grid.HeadRows; r++) WriteRow(grid.Rows[r], block, r - declared);
            _html.Append("</thead>\n");
        }
        _html.Append("<tbody>\n");
        for (var r = grid.HeadRows; r < grid.Rows.Count; r++) WriteRow(grid.Rows[r], block, r - declared);
        _html.Append("</tbody></table></div>\n");
    }

    // What may be wider than a phone scrolls in a frame of its own, which the keyboard must reach.
    private void OpenFrame(Table table, bool isWide)
    {
        _html.Append(isWide ? "<div class=\"table wide\" role=\"region\" tabindex=\"0\" aria-label=\"" : "<div class=\"table\"><table>\n");
        if (!isWide) return;
        Encode(_html, table.Caption.Length > 0 ? table.Caption : "表格");
        _html.Append("\"><table>\n");
    }

    private void WriteRow(GridRow row, int block, int number)
    {
        var cellNumber = 0;
        _html.Append(row.Role switch { RowRole.Total => "<tr class=\"total\">", RowRole.Head => "<tr class=\"head\">", _ => "<tr>" });
        foreach (var cell in row.Cells)
        {
            if (cell.Continued) continue;
            var name = row.Role == RowRole.Head ? "th" : "td";
            _html.Append('<').Append(name);
            if (cell.ColumnSpan > 1) _html.Append(CultureInfo.InvariantCulture, $" colspan=\"{cell.ColumnSpan}\"");
            if (cell.RowSpan > 1) _html.Append(CultureInfo.InvariantCulture, $" rowspan=\"{cell.RowSpan}\"");
            if (row.Role == RowRole.Head) _html.Append(cell.ColumnSpan > 1 ? " scope=\"colgroup\"" : " scope=\"col\"");
            _html.Append(cell.Align switch { CellAlign.Right => " class=\"num\">", CellAlign.Centre when row.Role != RowRole.Head => " class=\"centred\">", _ => ">" });
            WriteRuns(cell.Cell.Runs, block, number, cellNumber++);
            _html.Append("</").Append(name).Append('>');
        }
        _html.Append("</tr>\n");
    }

    private void WriteRuns(IReadOnlyList<Run> runs, int block, int row = -1, int cell = -1)
    {
        IReadOnlyList<HtmlMark> marks = _marks is null ? [] : [.. _marks[(block, row, cell)]];
        var at = 0;
        foreach (var run in runs)
        {
            var end = OpenFigure(run);
            WriteMarked(run.Text, at, marks);
            _html.Append(end);
            at += run.Text.Length;
        }
    }

    private string OpenFigure(Run run)
    {
        if (run.Source is not { } source) return "";
        var address = _link?.Invoke(source);
        _html.Append(address is null ? "<span class=\"fig\"" : "<a class=\"fig\"");
        if (address is not null)
        {
            _html.Append(" href=\"");
            Encode(_html, address);
            _html.Append('"');
        }
        _html.Append(" data-expr=\"");
        Encode(_html, source.Expression);
        _html.Append(CultureInfo.InvariantCulture, $"\" data-period=\"{source.Period}\">");
        return address is null ? "</span>" : "</a>";
    }

    // A mark that reaches over several runs is written once in each, so that elements always nest.
    private void WriteMarked(string text, int offset, IReadOnlyList<HtmlMark> marks)
    {
        var done = 0;
        foreach (var mark in marks)
        {
            var (from, to) = (Math.Max(mark.Start - offset, done), Math.Min(mark.End - offset, text.Length));
            if (from >= to) continue;
            WriteText(text[done..from]);
            mark.Open(_html, isFirst: mark.Start >= offset);
            WriteText(text[from..to]);
            mark.Close(_html, isLast: mark.End - offset <= text.Length);
            done = to;
        }
        WriteText(text[done..]);
    }

    private void WriteText(string text)
    {
        if (text.Length == 0) return;
        var first = true;
        foreach (var line in text.AsSpan().EnumerateLines())
        {
            if (!first) _html.Append("<br>");
            Encode(_html, line);
            first = false;
        }
    }

    /// <summary>A title too long for a line may break where the printed one does, and with the page's style nowhere else.</summary>
    private void WriteTitle(string title)
    {
        _html.Append("<h1>");
        var first = true;
        foreach (var line in TitleLines.Break(title, DocxBody.TitleRoom))
        {
            if (!first) _html.Append("<wbr>");
            Encode(_html, line);
            first = false;
        }
        _html.Append("</h1>\n");
    }

    private void WriteLine(string open, string text, string close)
    {
        _html.Append(open);
        Encode(_html, text);
        _html.Append(close).Append('\n');
    }
}
