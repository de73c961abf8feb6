using System.Text;
using Jiheng.Documents.Packages;
using Jiheng.Documents.Reading;
using Jiheng.Model.Documents;

namespace Jiheng.Documents.Docx;

/// <summary>
/// Reads a docx as it is printed: automatic numbers are in the text, tracked changes count as accepted, hidden text is
/// left out, text boxes follow the paragraph that they are anchored in, tables inside of cells the table that they lie in,
/// footnotes stand at the end.
/// </summary>
internal sealed class DocxReader
{
    private readonly PackageReader _package;
    private readonly DocxStyles _styles;
    private readonly DocxNumbering _numbering;
    private readonly Dictionary<int, int> _numberLengths = [];
    private string _title = "";
    private string? _subtitle;
    private string? _part;
    private int _index;
    private int _cells;
    private readonly StringBuilder _carried = new();

    private DocxReader(PackageReader package)
    {
        _package = package;
        using var styles = PartOf("styles");
        using var numbering = PartOf("numbering");
        _styles = new DocxStyles(styles);
        _numbering = new DocxNumbering(numbering);
    }

    /// <summary>Reads a docx. Places count its paragraphs from 1, those in cells and text boxes included.</summary>
    public static Document Read(PackageReader package) => ReadWithNumbers(package).Document;

    /// <summary>Reads a docx, and for each numbered paragraph how long its number is, which is not in the file's own text.</summary>
    public static (Document Document, IReadOnlyDictionary<int, int> NumberLengths) ReadWithNumbers(PackageReader package)
    {
        var reader = new DocxReader(package);
        var blocks = new List<Block>();
        using (var xml = package.Xml(package.MainPart) ?? throw Faults.Damaged(package.File))
        {
            foreach (var name in xml.Children())
                if (name == "body") reader.ReadBlocks(xml, blocks);
        }
        reader.ReadNotes("footnotes", blocks);
        reader.ReadNotes("endnotes", blocks);
        return (new Document(reader._title, blocks) { Subtitle = reader._subtitle }, reader._numberLengths);
    }

    private XmlPart? PartOf(string type) =>
        _package.RelatedTo(_package.MainPart).FirstOrDefault(r => r.Type == type).Target is { } part ? _package.Xml(part) : null;

    private void ReadNotes(string type, List<Block> blocks)
    {
        using var xml = PartOf(type);
        _part = type;
        _index = 0;
        foreach (var name in xml?.Children() ?? default)
        {
            // Separator lines are notes too, of a type of their own.
            if (name is not ("footnote" or "endnote") || xml!.Attribute("type") is not (null or "normal")) continue;
            var notes = new List<Block>();
            ReadBlocks(xml, notes);
            blocks.AddRange(notes.Select(b => b is Paragraph p ? p with { Role = ParagraphRole.Note } : b));
        }
    }

    private void ReadBlocks(XmlPart xml, List<Block> blocks)
    {
        foreach (var name in xml.Children())
        {
            switch (name)
            {
                case "p": ReadParagraph(xml, blocks); break;
                case "tbl": ReadTable(xml, blocks); break;
                case "sdt" or "sdtContent" or "customXml" or "ins" or "moveTo" or "smartTag": ReadBlocks(xml, blocks); break;
                case "AlternateContent": DocxParagraph.Alternative(xml, chosen => ReadBlocks(chosen, blocks)); break;
            }
        }
    }

    private void ReadParagraph(XmlPart xml, List<Block> blocks)
    {
        var index = ++_index;
        var boxes = new List<Block>();
        var read = DocxParagraph.Read(xml, inner => ReadBlocks(inner, boxes));
        var style = _styles.Of(read.Style);
        var reference = read.Numbering ?? style.Numbering;
        _carried.Append(read.Text);
        // One whose end was deleted runs on into the next paragraph.
        if (!read.IsMarkDeleted)
        {
            var text = _carried.ToString();
            _carried.Clear();
            if (!string.IsNullOrWhiteSpace(text))
            {
                var number = reference is { List: > 0 } list ? _numbering.Next(list) : "";
                if (number.Length > 0 && _part is null) _numberLengths[index] = number.Length;
                AddParagraph(number + text, style, read, new Place(-1, _part, null, index), blocks);
            }
        }
        if (boxes.Count > 0) blocks.AddRange(boxes);
    }

    private void AddParagraph(string text, DocxStyles.Style style, DocxParagraph read, Place place, List<Block> blocks)
    {
        var name = style.Name;
        if (name.StartsWith("toc ", StringComparison.Ordinal) && name[^1] is >= '1' and <= '9')
        {
            var depth = name[^1] - '0';
            if (blocks.LastOrDefault() is TableOfContents contents) blocks[^1] = contents with { Depth = Math.Max(contents.Depth, depth) };
            else blocks.Add(new TableOfContents(depth) { Place = place });
            return;
        }
        if (name is "toc heading" or "目录标题") return;
        if (_part is null && _title.Length == 0 && name is "title" or "标题")
        {
            _title = text.Replace("\n", "", StringComparison.Ordinal).Trim();
            return;
        }
        if (_part is null && _subtitle is null && name is "subtitle" or "副标题")
        {
            _subtitle = text.Trim();
            return;
        }
        var outline = read.Outline ?? style.Outline;
        Run[] runs = [new Run(text)];
        blocks.Add(outline is >= 0 and < 9
            ? new Heading(Math.Min(4, outline.Value + 1), runs) { Place = place }
            : new Paragraph(runs) { Place = place, Role = RoleOf(name, read.Align ?? style.Align) });
    }

    private static ParagraphRole RoleOf(string style, string? align) => (style, align) switch
    {
        ("caption" or "题注", _) => ParagraphRole.Caption,
        ("表注", _) => ParagraphRole.Note,
        (_, "center") => ParagraphRole.Centred,
        (_, "right" or "end") => ParagraphRole.Signature,
        _ => ParagraphRole.Body,
    };

    private void ReadTable(XmlPart xml, List<Block> blocks)
    {
        var place = new Place(-1, _part, null, _index + 1);
        var widths = new List<int>();
        var rows = new SpanningRows();
        var inner = new List<Table>();
        foreach (var name in xml.Children())
        {
            if (name == "tblGrid")
            {
                foreach (var column in xml.Children())
                    if (column == "gridCol") widths.Add(Math.Clamp(xml.Integer("w") ?? 1, 1, 100_000));
            }
            else if (name == "tr")
            {
                ReadRow(xml, rows, inner);
            }
            else if (name is "sdt" or "sdtContent" or "ins" or "customXml")
            {
                // Rows may be wrapped; content controls around rows nest one level.
                foreach (var wrapped in xml.Descendants())
                    if (wrapped == "tr") ReadRow(xml, rows, inner);
            }
        }
        if (rows.Count == 0) return;
        while (widths.Count < rows.Columns) widths.Add(1000);
        var table = new Table([.. widths.Take(rows.Columns).Select(w => new TableColumn("", w))], TableHeads.Mark(rows.Finish())) { Place = place };
        // A table that only lays out others has no text of its own.
        if (inner.Count == 0 || table.Rows.Any(r => r.Cells.Any(c => c.Text.Length > 0))) TableHeads.Add(blocks, table);
        blocks.AddRange(inner);
    }

    private void ReadRow(XmlPart xml, SpanningRows rows, List<Table> innerTables)
    {
        rows.Start();
        foreach (var name in xml.Children())
        {
            if (name == "trPr")
            {
                foreach (var property in xml.Children())
                {
                    if (property == "tblHeader" && xml.IsOn()) rows.MarkHead();
                    if (property == "gridBefore") rows.Skip(Math.Clamp(xml.Integer("val") ?? 0, 0, 1000));
                    if (property == "del") rows.Drop();
                }
                if (rows.IsDropped) return;
            }
            else if (name == "tc")
            {
                ReadCell(xml, rows, innerTables);
            }
            else if (name is "sdt" or "sdtContent" or "customXml")
            {
                foreach (var inner in xml.Descendants())
                    if (inner == "tc") ReadCell(xml, rows, innerTables);
            }
        }
    }

    private void ReadCell(XmlPart xml, SpanningRows rows, List<Table> innerTables)
    {
        if (++_cells > _package.Limits.Cells) throw Faults.TooManyCells(_package.File, _part, _package.Limits.Cells);
        var place = new Place(-1, _part, null, _index + 1);
        var span = 1;
        var merge = SpanningRows.Merge.None;
        var blocks = new List<Block>();
        foreach (var name in xml.Children())
        {
            switch (name)
            {
                case "tcPr":
                    foreach (var property in xml.Children())
                    {
                        if (property == "gridSpan") span = Math.Clamp(xml.Integer("val") ?? 1, 1, 1000);
                        if (property == "vMerge") merge = xml.Attribute("val") == "restart" ? SpanningRows.Merge.Start : SpanningRows.Merge.Continue;
                    }
                    break;
                case "p": ReadParagraph(xml, blocks); break;
                case "tbl": ReadTable(xml, blocks); break;
                case "sdt" or "customXml" or "ins": ReadBlocks(xml, blocks); break;
            }
        }
        var align = blocks.OfType<Paragraph>().FirstOrDefault()?.Role switch
        {
            ParagraphRole.Centred => CellAlign.Centre,
            ParagraphRole.Signature => CellAlign.Right,
            _ => (CellAlign?)null,
        };
        foreach (var block in blocks) if (block is Table table) innerTables.Add(table);
        blocks.RemoveAll(b => b is Table);
        rows.Add(new TableCell([new Run(BlockText.Of(blocks))]) { ColumnSpan = span, Align = align, Place = place }, merge);
    }
}
