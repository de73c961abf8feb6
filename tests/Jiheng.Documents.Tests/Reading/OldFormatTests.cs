using Jiheng.Documents.Pdf;
using Jiheng.Documents.Tests.Docx;
using Jiheng.Documents.Tests.Rendering;
using Jiheng.Documents.Xlsx;
using Jiheng.Model.Documents;

namespace Jiheng.Documents.Tests.Reading;

public sealed class OldFormatTests
{
    [Fact]
    public void An_old_workbook_reads_like_the_new_one()
    {
        using var stream = new MemoryStream();
        XlsxWriter.Write(Workbook.From(SampleReport.Budget, SampleReport.ScoreForm), stream);

        var xls = Rendered.Convert(stream.ToArray(), ".xlsx", "xls");

        ReadOutline.Of(xls, "旧表.xls").ShouldBe(ReadOutline.Of(stream.ToArray(), "新表.xlsx"));
    }

    [Theory]
    [InlineData("旧文.doc")]
    [InlineData("旧文.wps")]
    public void An_old_document_reads_like_the_new_one(string name)
    {
        var docx = DocxWriterTests.Write(new Document("自评报告", [new Heading(1, [new Run("一、概况")]), Paragraph.Of("全年执行10120.08万元。"), SampleReport.Budget]));

        var doc = Rendered.Convert(docx, ".docx", "doc");

        var outline = ReadOutline.Of(doc, name);
        outline.ShouldContain("# 一、概况\n全年执行10120.08万元。");
        outline.ShouldContain("| 合计 | 9,800.00 | 10,365.42 | 10,120.08 | 97.63%");
    }

    [Fact]
    public void PDF_for_the_archive_is_made_and_broken_input_gives_none()
    {
        PdfConverter.IsAvailable.ShouldBeTrue();

        var pdf = PdfConverter.FromDocx(DocxWriterTests.Write(new Document("报告", [Paragraph.Of("正文")]))).ShouldNotBeNull();

        System.Text.Encoding.Latin1.GetString(pdf).ShouldContain("pdfaid:part");
        PdfConverter.FromDocx(DocxWriterTests.Write(SampleReport.Whole), TimeSpan.FromMilliseconds(50)).ShouldBeNull();
    }
}
