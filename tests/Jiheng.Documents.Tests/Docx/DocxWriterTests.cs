using System.IO.Compression;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using Jiheng.Documents.Docx;
using Jiheng.Model.Documents;

namespace Jiheng.Documents.Tests.Docx;

public sealed class DocxWriterTests
{
    internal static byte[] Write(Document document)
    {
        using var stream = new MemoryStream();
        DocxWriter.Write(document, stream);
        return stream.ToArray();
    }

    private static string Part(byte[] docx, string name)
    {
        using var archive = new ZipArchive(new MemoryStream(docx));
        using var reader = new StreamReader(archive.GetEntry(name).ShouldNotBeNull(name).Open());
        return reader.ReadToEnd();
    }

    private static IReadOnlyList<string> Errors(byte[] docx)
    {
        using var package = WordprocessingDocument.Open(new MemoryStream(docx), false);
        return [.. new OpenXmlValidator(DocumentFormat.OpenXml.FileFormatVersions.Office2019)
            .Validate(package, TestContext.Current.CancellationToken)
            .Select(e => $"{e.Part?.Uri} {e.Path?.XPath}: {e.Description}")];
    }

    [Fact]
    public void The_whole_report_breaks_no_rule_of_the_format() => Errors(Write(SampleReport.Whole)).ShouldBeEmpty();

    [Fact]
    public void The_whole_report_reads_as_agreed() => Golden.ShouldMatch("report.txt", DocxText.Of(Write(SampleReport.Whole)));

    [Fact]
    public void Equal_documents_give_equal_bytes() => Write(SampleReport.Whole).ShouldBe(Write(SampleReport.Whole));

    public static TheoryData<string, Document> Odd => new()
    {
        { "nothing at all", new Document("", []) },
        { "a title alone", new Document("报告", []) },
        { "contents without headings", new Document("报告", [new TableOfContents(), new PageBreak()]) },
        { "a table without columns", new Document("", [new Table([], [])]) },
        { "only a landscape table", new Document("", [SampleReport.ScoreForm]) },
        { "a landscape table first", new Document("报告", [SampleReport.ScoreForm, Paragraph.Of("正文")]) },
        { "two landscape tables", new Document("报告", [SampleReport.ScoreForm, new PageBreak(), SampleReport.ScoreForm]) },
        { "rows longer and shorter than the head", new Document("", [new Table([new("甲"), new("乙")], [new([TableCell.Of("1")]), new([TableCell.Of("1"), TableCell.Of("2"), TableCell.Of("3")])])]) },
        { "spans beyond the table", new Document("", [new Table([new("甲")], [new([TableCell.Of("1") with { ColumnSpan = 9, RowSpan = 9 }])])]) },
        { "a chart of nothing", new Document("", [new Chart("图", "", [], [])]) },
        { "a chart below zero with long names", new Document("", [new Chart("增减", "万元", [.. Enumerable.Range(1, 9).Select(i => $"第{i}乡镇中心卫生院本部")], [new("增减", [-1.5m, 2m])])]) },
        { "a page break before a table", new Document("报告", [Paragraph.Of("正文"), new PageBreak(), new Table([new("甲")], [])]) },
    };

    [Theory]
    [MemberData(nameof(Odd), DisableDiscoveryEnumeration = true)]
    public void Odd_documents_break_no_rule_either(string what, Document document) => Errors(Write(document)).ShouldBeEmpty(what);

    [Fact]
    public void Characters_that_XML_cannot_hold_are_left_out_and_marks_of_XML_stay()
    {
        var docx = Write(new Document("", [Paragraph.Of("甲\u0001乙<丙>&\"丁\"\uFFFE𠮷")]));

        Errors(docx).ShouldBeEmpty();
        DocxText.Of(docx).ShouldBe("[BodyText] 甲乙<丙>&\"丁\"𠮷\n");
    }

    [Fact]
    public void Text_longer_than_any_buffer_arrives_whole()
    {
        var text = string.Concat(Enumerable.Range(0, 30_000).Select(i => i % 7 == 0 ? "𠮷" : i % 5 == 0 ? "&" : "卫"));

        DocxText.Of(Write(new Document("", [Paragraph.Of(text)]))).ShouldBe($"[BodyText] {text}\n");
    }

    [Fact]
    public void Nothing_asks_to_be_updated_when_the_file_is_opened()
    {
        var docx = Write(SampleReport.Whole);

        Part(docx, "word/settings.xml").ShouldNotContain("updateFields");
        Part(docx, "word/document.xml").ShouldNotContain("w:dirty");
    }

    [Fact]
    public void The_notice_stands_on_odd_and_even_pages()
    {
        var docx = Write(SampleReport.Whole);

        Part(docx, "word/headerOdd.xml").ShouldContain(SampleReport.Trial);
        Part(docx, "word/headerEven.xml").ShouldContain(SampleReport.Trial);
    }

    [Fact]
    public void A_value_that_was_not_reported_is_a_gap_in_the_chart_and_an_empty_cell_in_its_workbook()
    {
        var docx = Write(new Document("", [SampleReport.Chart]));

        var chart = Part(docx, "word/charts/chart1.xml");
        chart.ShouldContain("<c:ptCount val=\"3\"/><c:pt idx=\"0\"><c:v>5120.4</c:v></c:pt><c:pt idx=\"2\"><c:v>5809.53</c:v></c:pt>");
        chart.ShouldContain("<c:dispBlanksAs val=\"gap\"/>");
        using var archive = new ZipArchive(new MemoryStream(docx));
        using var embedded = new MemoryStream();
        archive.GetEntry("word/embeddings/chart1.xlsx")!.Open().CopyTo(embedded);
        Part(embedded.ToArray(), "xl/worksheets/sheet1.xml").ShouldMatch("<c r=\"C3\" s=\"\\d+\"/>");
    }
}
