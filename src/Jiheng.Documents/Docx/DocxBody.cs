using Jiheng.Documents.Packages;
using Jiheng.Documents.Typesetting;
using Jiheng.Model.Documents;

namespace Jiheng.Documents.Docx;

/// <summary>Writes the part <c>word/document.xml</c>.</summary>
internal sealed class DocxBody(Utf8Xml xml, Document document)
{
    /// <summary>Half characters of the title's size that fit into a line.</summary>
    public const int TitleRoom = 2 * Typography.TextWidth / 440;

    /// <summary>What stands above the table of contents.</summary>
    public const string ContentsTitle = "目　录";

    private readonly bool[] _landscape = Sections.Landscape(document.Blocks);
    private readonly List<Chart> _charts = [];
    private bool _breakPending;

    /// <summary>The charts met so far, in order; each has its own part.</summary>
    public IReadOnlyList<Chart> Charts => _charts;

    /// <summary>Style of a paragraph in <paramref name="role"/>.</summary>
    public static ParagraphStyle StyleOf(ParagraphRole role) => role switch
    {
        ParagraphRole.Centred => ParagraphStyle.Centred,
        ParagraphRole.Signature => ParagraphStyle.Signature,
        ParagraphRole.Caption => ParagraphStyle.Caption,
        ParagraphRole.Note => ParagraphStyle.Note,
        _ => ParagraphStyle.Body,
    };

    /// <summary>Whether block number <paramref name="i"/> opens a signature, which stands off from the text by a line.</summary>
    public static bool IsFirstSignature(IReadOnlyList<Block> blocks, int i) =>
        blocks[i] is Paragraph { Role: ParagraphRole.Signature } && (i == 0 || blocks[i - 1] is not Paragraph { Role: ParagraphRole.Signature });

    /// <summary>Writes the whole part.</summary>
    public void Write()
    {
        xml.Raw("<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\" xmlns:wp=\"http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing\" xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\" xmlns:c=\"http://schemas.openxmlformats.org/drawingml/2006/chart\"><w:body>"u8);
        WriteTitle();
        var blocks = document.Blocks;
        for (var i = 0; i < blocks.Count; i++)
        {
            if (i > 0 && _landscape[i] != _landscape[i - 1]) EndSection(_landscape[i - 1]);
            else if (i == 0 && _landscape[0] && document.Title.Length > 0) EndSection(landscape: false);
            WriteBlock(i);
        }
        WriteSection(blocks.Count > 0 && _landscape[^1]);
        xml.Raw("</w:body></w:document>"u8);
    }

    /// <summary>Writes <paramref name="runs"/> as one run of text, since they differ in nothing that is printed.</summary>
    public static void WriteRuns(Utf8Xml xml, IReadOnlyList<Run> runs)
    {
        if (runs.All(r => r.Text.Length == 0)) return;
        xml.Raw("<w:r><w:t xml:space=\"preserve\">"u8);
        foreach (var run in runs)
        {
            var text = run.Text.AsSpan();
            for (var at = text.IndexOfAny('\n', '\t'); at >= 0; at = text.IndexOfAny('\n', '\t'))
            {
                xml.Text(text[..at].TrimEnd('\r')).Raw(text[at] == '\n' ? "</w:t><w:br/><w:t xml:space=\"preserve\">"u8 : "</w:t><w:tab/><w:t xml:space=\"preserve\">"u8);
                text = text[(at + 1)..];
            }
            xml.Text(text);
        }
        xml.Raw("</w:t></w:r>"u8);
    }

    private void WriteTitle()
    {
        if (document.Title.Length > 0)
            WriteParagraph(ParagraphStyle.Title, [new Run(string.Join('\n', TitleLines.Break(document.Title, TitleRoom)))]);
        if (document.Subtitle is { Length: > 0 } subtitle) WriteParagraph(ParagraphStyle.Subtitle, [new Run(subtitle)]);
    }

    private void WriteBlock(int i)
    {
        switch (document.Blocks[i])
        {
            case Heading heading: WriteHeading(heading, i); break;
            case Paragraph { Role: ParagraphRole.Signature } paragraph: WriteSignature(paragraph, i); break;
            case Paragraph paragraph: WriteParagraph(StyleOf(paragraph.Role), paragraph.Runs); break;
            case Table table: WriteTable(table, _landscape[i]); break;
            case Chart chart: WriteChart(chart); break;
            case TableOfContents contents:
                new DocxContents(xml).Write(document, contents, PageEstimate.PagesOf(document, _landscape), TakeBreak());
                break;
            case PageBreak:
                // A break at the very start, or right after another one or a change of orientation, would leave a page empty.
                _breakPending = i > 0 || document.Title.Length > 0;
                break;
        }
    }

    private void WriteHeading(Heading heading, int block)
    {
        Open(ParagraphStyle.Heading(heading.Level));
        xml.Raw("</w:pPr><w:bookmarkStart w:id=\""u8).Number(block).Raw("\" w:name=\""u8);
        DocxContents.WriteBookmark(xml, block).Raw("\"/>"u8);
        WriteRuns(xml, heading.Runs);
        xml.Raw("<w:bookmarkEnd w:id=\""u8).Number(block).Raw("\"/></w:p>"u8);
    }

    private void WriteParagraph(ParagraphStyle style, IReadOnlyList<Run> runs)
    {
        Open(style);
        xml.Raw("</w:pPr>"u8);
        WriteRuns(xml, runs);
        xml.Raw("</w:p>"u8);
    }

    /// <summary>Signature lines stand right, centred over each other; the widest keeps four characters from the edge.</summary>
    private void WriteSignature(Paragraph paragraph, int block)
    {
        var widest = 0;
        for (var i = block; i >= 0 && document.Blocks[i] is Paragraph { Role: ParagraphRole.Signature } above; i--) widest = Math.Max(widest, TextMeasure.Width(above.Text));
        for (var i = block; i < document.Blocks.Count && document.Blocks[i] is Paragraph { Role: ParagraphRole.Signature } below; i++) widest = Math.Max(widest, TextMeasure.Width(below.Text));
        var right = 4 * 320 + (widest - TextMeasure.Width(paragraph.Text)) * 80;
        Open(ParagraphStyle.Signature);
        if (IsFirstSignature(document.Blocks, block)) xml.Raw("<w:spacing w:before=\""u8).Number(ParagraphStyle.FirstSignature.Before).Raw("\"/>"u8);
        xml.Raw("<w:ind w:right=\""u8).Number(right).Raw("\"/></w:pPr>"u8);
        WriteRuns(xml, paragraph.Runs);
        xml.Raw("</w:p>"u8);
    }

    private void WriteTable(Table table, bool landscape)
    {
        if (table.Caption.Length > 0) WriteParagraph(ParagraphStyle.Caption, [new Run(table.Caption)]);
        if (table.UnitNote.Length > 0) WriteParagraph(ParagraphStyle.UnitNote, [new Run(table.UnitNote)]);
        if (_breakPending) WriteSpacer(20);
        DocxTable.Write(xml, table, landscape);
        // Word joins two tables that nothing parts.
        WriteSpacer(Typography.AfterTable);
    }

    private void WriteSpacer(int height)
    {
        xml.Raw("<w:p><w:pPr>"u8).Raw(TakeBreak() ? "<w:pageBreakBefore/>"u8 : [])
            .Raw("<w:spacing w:line=\""u8).Number(height).Raw("\" w:lineRule=\"exact\"/><w:rPr><w:sz w:val=\"2\"/></w:rPr></w:pPr></w:p>"u8);
    }

    private void WriteChart(Chart chart)
    {
        const int EmuPerTwip = 635;
        if (chart.Categories.Count == 0 || chart.Series.Count == 0) return;
        _charts.Add(chart);
        var number = _charts.Count;
        xml.Raw("<w:p><w:pPr><w:pStyle w:val=\"Figure\"/>"u8).Raw(TakeBreak() ? "<w:pageBreakBefore/>"u8 : [])
            .Raw("</w:pPr><w:r><w:drawing><wp:inline distT=\"0\" distB=\"0\" distL=\"0\" distR=\"0\"><wp:extent cx=\""u8)
            .Number(Typography.ChartWidth * EmuPerTwip).Raw("\" cy=\""u8).Number(Typography.ChartHeight * EmuPerTwip)
            .Raw("\"/><wp:docPr id=\""u8).Number(number).Raw("\" name=\"图"u8).Number(number).Raw("\" descr=\""u8).Text(ChartText.Describe(chart))
            .Raw("\"/><wp:cNvGraphicFramePr/><a:graphic><a:graphicData uri=\"http://schemas.openxmlformats.org/drawingml/2006/chart\"><c:chart r:id=\"rIdChart"u8)
            .Number(number).Raw("\"/></a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>"u8);
    }

    /// <summary>Opens a paragraph and its properties; what stands after the style's in the schema may follow.</summary>
    private void Open(ParagraphStyle style) =>
        xml.Raw("<w:p><w:pPr><w:pStyle w:val=\""u8).Text(style.Id).Raw("\"/>"u8).Raw(TakeBreak() ? "<w:pageBreakBefore/>"u8 : []);

    private bool TakeBreak()
    {
        var pending = _breakPending;
        _breakPending = false;
        return pending;
    }

    /// <summary>Ends a section inside the body; its last paragraph carries it and must be low enough to fit under a full page.</summary>
    private void EndSection(bool landscape)
    {
        _breakPending = false;
        xml.Raw("<w:p><w:pPr><w:spacing w:line=\"14\" w:lineRule=\"exact\"/><w:rPr><w:sz w:val=\"2\"/></w:rPr>"u8);
        WriteSection(landscape);
        xml.Raw("</w:pPr></w:p>"u8);
    }

    private void WriteSection(bool landscape)
    {
        xml.Raw("<w:sectPr>"u8);
        if (document.Notice is { Length: > 0 })
            xml.Raw("<w:headerReference w:type=\"default\" r:id=\"rIdHeaderOdd\"/><w:headerReference w:type=\"even\" r:id=\"rIdHeaderEven\"/>"u8);
        xml.Raw("<w:footerReference w:type=\"default\" r:id=\"rIdFooterOdd\"/><w:footerReference w:type=\"even\" r:id=\"rIdFooterEven\"/><w:type w:val=\"nextPage\"/>"u8);
        // The landscape page is the upright one turned: the type area stays the same.
        var (width, height) = landscape ? (Typography.PageHeight, Typography.PageWidth) : (Typography.PageWidth, Typography.PageHeight);
        var (top, right, bottom, left) = landscape
            ? (Typography.Left, Typography.Top, Typography.Right, Typography.Bottom)
            : (Typography.Top, Typography.Right, Typography.Bottom, Typography.Left);
        xml.Raw("<w:pgSz w:w=\""u8).Number(width).Raw("\" w:h=\""u8).Number(height).Raw(landscape ? "\" w:orient=\"landscape\"/>"u8 : "\"/>"u8)
            .Raw("<w:pgMar w:top=\""u8).Number(top).Raw("\" w:right=\""u8).Number(right).Raw("\" w:bottom=\""u8).Number(bottom).Raw("\" w:left=\""u8).Number(left)
            .Raw("\" w:header=\""u8).Number(landscape ? Typography.Header * 3 / 4 : Typography.Header)
            .Raw("\" w:footer=\""u8).Number(landscape ? Typography.Footer * 3 / 5 : Typography.Footer)
            .Raw("\" w:gutter=\"0\"/></w:sectPr>"u8);
    }
}
