using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Jiheng.Documents.Plain;
using Jiheng.Documents.Reading;
using Jiheng.Model.Documents;
using Document = Jiheng.Model.Documents.Document;

namespace Jiheng.Documents.Html;

/// <summary>Reads a page: headings, paragraphs, list items and tables. Scripts are neither run nor read, nothing is fetched.</summary>
internal sealed class HtmlReader
{
    private const int MostBytes = 16 * 1024 * 1024;
    private readonly string _file;
    private readonly ReadLimits _limits;
    private readonly List<Block> _blocks = [];
    private readonly System.Text.StringBuilder _line = new();
    private string _title = "";
    private int _index;
    private int _cells;

    private HtmlReader(string file, ReadLimits limits) => (_file, _limits) = (file, limits);

    /// <summary>Reads a page; its encoding is what it says, else UTF-8 or GB18030.</summary>
    public static Document Read(byte[] bytes, string file, ReadLimits limits)
    {
        if (bytes.Length > MostBytes) throw Faults.TooLarge(file, MostBytes);
        CheckNesting(bytes, file);
        var reader = new HtmlReader(file, limits);
        var page = new HtmlParser().ParseDocument(PlainText.Decode(bytes, file));
        if (page.Body is { } body) reader.ReadInside(body, 0);
        reader.EndLine();
        return new Document(reader._title, reader._blocks);
    }

    /// <summary>
    /// Building the tree takes time that grows with the square of the nesting, so elements that are opened and never
    /// closed by the tens of thousands are refused before.
    /// </summary>
    private static void CheckNesting(ReadOnlySpan<byte> bytes, string file)
    {
        const int Most = 20_000;
        var open = 0;
        for (var i = bytes.IndexOf((byte)'<'); i >= 0 && i + 1 < bytes.Length; i = bytes.IndexOf((byte)'<'))
        {
            var next = bytes[i + 1];
            if (next == '/') open--;
            else if (char.IsAsciiLetter((char)next)) open++;
            bytes = bytes[(i + 1)..];
            var close = bytes.IndexOf((byte)'>');
            if (close > 0 && bytes[close - 1] == '/') open--;
            if (open > Most) throw Faults.TooDeep(file, null);
        }
    }

    private void ReadInside(INode parent, int depth)
    {
        if (depth > _limits.Depth) throw Faults.TooDeep(_file, null);
        for (var node = parent.FirstChild; node is not null; node = node.NextSibling)
        {
            if (node is IText text) AppendText(text.Data);
            else if (node is IElement element) ReadElement(element, depth + 1);
        }
    }

    private void ReadElement(IElement element, int depth)
    {
        switch (element.LocalName)
        {
            case "script" or "style" or "noscript" or "template" or "head" or "svg" or "iframe" or "object" or "select" or "textarea" or "button": break;
            case "br": _line.Append('\n'); break;
            case "h1" or "h2" or "h3" or "h4" or "h5" or "h6": ReadHeading(element, depth); break;
            case "table":
                EndLine();
                ReadTable(element, depth);
                break;
            case "p" or "div" or "li" or "ul" or "ol" or "section" or "article" or "main" or "header" or "footer" or "nav" or "blockquote" or "pre" or "dl" or "dt" or "dd" or "center" or "figure" or "figcaption" or "form" or "hr" or "address" or "aside":
                EndLine();
                ReadInside(element, depth);
                EndLine();
                break;
            default: ReadInside(element, depth); break;
        }
    }

    private void ReadHeading(IElement element, int depth)
    {
        EndLine();
        ReadInside(element, depth);
        var text = Take();
        if (text.Length == 0) return;
        var level = element.LocalName[1] - '0';
        if (level == 1 && _title.Length == 0) _title = text;
        else _blocks.Add(new Heading(Math.Clamp(level - 1, 1, 4), [new Run(text)]) { Place = new Place(-1, null, null, ++_index) });
    }

    private void ReadTable(IElement table, int depth)
    {
        var place = new Place(-1, null, null, _index + 1);
        var rows = new List<TableRow>();
        var caption = "";
        var columns = 0;
        ReadRows(table, depth);
        if (rows.Count == 0) return;
        columns = Math.Max(columns, rows.Max(r => r.Cells.Sum(c => c.ColumnSpan)));
        TableHeads.Add(_blocks, new Table([.. Enumerable.Range(0, columns).Select(_ => new TableColumn(""))], TableHeads.Mark(rows)) { Caption = caption, Place = place });

        void ReadRows(INode parent, int level)
        {
            if (level > _limits.Depth) throw Faults.TooDeep(_file, null);
            for (var node = parent.FirstChild; node is not null; node = node.NextSibling)
            {
                if (node is not IElement element) continue;
                if (element.LocalName is "thead" or "tbody" or "tfoot") ReadRows(element, level + 1);
                else if (element.LocalName == "caption") caption = Inner(element, level);
                else if (element.LocalName == "tr" && ReadRow(element, level) is { Cells.Count: > 0 } row) rows.Add(row);
            }
        }
    }

    private TableRow ReadRow(IElement row, int depth)
    {
        var cells = new List<TableCell>();
        var heads = 0;
        for (var node = row.FirstChild; node is not null; node = node.NextSibling)
        {
            if (node is not IElement { LocalName: "td" or "th" } cell) continue;
            if (++_cells > _limits.Cells) throw Faults.TooManyCells(_file, null, _limits.Cells);
            var place = new Place(-1, null, null, ++_index);
            cells.Add(new TableCell([new Run(Inner(cell, depth))])
            {
                ColumnSpan = Span(cell, "colspan"),
                RowSpan = Span(cell, "rowspan"),
                Place = place,
            });
            if (cell.LocalName == "th") heads++;
        }
        var inHead = row.ParentElement?.LocalName == "thead" || (heads == cells.Count && heads > 0);
        return new TableRow(cells) { Role = inHead ? RowRole.Head : RowRole.Data };
    }

    /// <summary>Text of a cell or caption; what its inner blocks and tables say follows line by line.</summary>
    private string Inner(IElement element, int depth)
    {
        var inner = new HtmlReader(_file, _limits) { _cells = _cells };
        inner.ReadInside(element, depth + 1);
        inner.EndLine();
        _cells = inner._cells;
        var text = BlockText.Of(inner._blocks);
        return inner._title.Length == 0 ? text : $"{inner._title}\n{text}".TrimEnd();
    }

    private static int Span(IElement cell, string name) =>
        int.TryParse(cell.GetAttribute(name), System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var span) ? Math.Clamp(span, 1, 1000) : 1;

    private void AppendText(string text)
    {
        foreach (var c in text)
        {
            // Line ends and runs of spaces in the source are one space on the page.
            if (c is '\n' or '\r' or '\t' or ' ' or '\u00A0')
            {
                if (_line.Length > 0 && _line[^1] is not (' ' or '\n')) _line.Append(' ');
            }
            else
            {
                _line.Append(c);
            }
        }
    }

    private void EndLine()
    {
        var text = Take();
        if (text.Length > 0) _blocks.Add(Paragraph.Of(text) with { Place = new Place(-1, null, null, ++_index) });
    }

    private string Take()
    {
        var text = _line.ToString().Trim();
        _line.Clear();
        return text;
    }
}
