using System.Text;
using Jiheng.Documents.Docx;
using Jiheng.Documents.Pdf;
using Jiheng.Documents.Reading;
using Jiheng.Model.Documents;

namespace Jiheng.Documents.Tests.Reading;

public sealed class TextReaderTests
{
    private const string Sample = "一、基本情况\r\n\r\n　　全年支出50998.18万元。\n";

    static TextReaderTests() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    public static TheoryData<string, byte[]> Encodings => new()
    {
        { "UTF-8", Encoding.UTF8.GetBytes(Sample) },
        { "UTF-8 with a mark", [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(Sample)] },
        { "UTF-16", [.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes(Sample)] },
        { "GBK", Encoding.GetEncoding("GBK").GetBytes(Sample) },
        { "GB18030", Encoding.GetEncoding("GB18030").GetBytes(Sample) },
    };

    [Theory]
    [MemberData(nameof(Encodings), DisableDiscoveryEnumeration = true)]
    public void Text_is_read_in_every_usual_encoding(string what, byte[] bytes)
    {
        var document = DocumentReader.Read(new MemoryStream(bytes), "报告.txt").Document.ShouldNotBeNull(what);

        document.Blocks.Cast<Paragraph>().Select(p => (p.Text, p.Place!.Value.Offset)).ShouldBe([("一、基本情况", 0), ("　　全年支出50998.18万元。", 10)]);
    }

    [Fact]
    public void Markdown_headings_and_tables_are_known() =>
        ReadOutline.Of(Encoding.UTF8.GetBytes("# 自评报告\n## 一、概况\n正文\n\n单位：万元\n|项目|金额|\n|---|--:|\n|基本|10|\n\n#不是标题\n"), "a.md")
            .ShouldBe("《自评报告》\n# 一、概况\n正文\n[Table 2]  单位：万元\n|| 项目 | 金额\n| 基本 | 10\n#不是标题");

    [Fact]
    public void Pages_are_read_without_scripts_and_with_spans() =>
        ReadOutline.Of(Encoding.UTF8.GetBytes("<html><head><title>站点</title><script>1</script></head><body><h1>自评报告</h1><div>第一段<p>第二&nbsp;段</p><script>x</script></div><table><caption>表1</caption><tr><th rowspan=2>甲<th colspan=2>乙<tr><th>丙<th>丁<tr><td>1<td>2<td>3</table><ul><li>条目</ul></body>"), "a.html")
            .ShouldBe("《自评报告》\n第一段\n第二 段\n[Table 3] 表1\n|| 甲↓2 | 乙→2\n|| 丙 | 丁\n| 1 | 2 | 3\n条目");

    [Fact]
    public void A_page_in_GB2312_is_read() =>
        ReadOutline.Of(Encoding.GetEncoding("GB2312").GetBytes("<meta charset=gb2312><p>卫生健康局"), "a.htm").ShouldBe("卫生健康局");

    [Fact]
    public void A_report_printed_to_PDF_reads_like_its_original()
    {
        var original = new Document("", [Paragraph.Of(string.Concat(Enumerable.Repeat("云溪县卫生健康局2024年全年执行10120.08万元，预算执行率97.63%，", 9)) + "完。"), Paragraph.Of("第二段较短。"), SampleReport.Budget]);
        using var docx = new MemoryStream();
        DocxWriter.Write(original, docx);
        using var pdf = new MemoryStream(PdfConverter.FromDocx(docx.ToArray()).ShouldNotBeNull());

        var read = DocumentReader.Read(pdf, "报告.pdf").Document!;

        read.Blocks[0].ShouldBeOfType<Paragraph>().Text.ShouldBe(((Paragraph)original.Blocks[0]).Text);
        read.Blocks[1].ShouldBeOfType<Paragraph>().Text.ShouldBe("第二段较短。");
        var table = read.Blocks.OfType<Table>().Single();
        table.UnitNote.ShouldBe("单位：万元");
        table.Rows[^1].Cells.Select(c => c.Text).ShouldBe(["合计", "9,800.00", "10,365.42", "10,120.08", "97.63%"]);
        read.Blocks[0].Place!.Value.Page.ShouldBe(1);
    }
}
