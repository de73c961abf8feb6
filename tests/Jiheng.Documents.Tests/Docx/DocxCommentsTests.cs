using System.IO.Compression;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using DocumentFormat.OpenXml.Wordprocessing;
using Jiheng.Documents.Docx;
using Jiheng.Documents.Reading;
using Jiheng.Documents.Tests.Reading;

namespace Jiheng.Documents.Tests.Docx;

public sealed class DocxCommentsTests
{
    private static byte[] Annotate(byte[] docx, params Annotation[] annotations)
    {
        using var output = new MemoryStream();
        DocxComments.Annotate(new MemoryStream(docx), annotations, output).ShouldBeEmpty();
        return output.ToArray();
    }

    /// <summary>For each comment, the text between its marks and what it says.</summary>
    private static IReadOnlyList<string> Comments(byte[] docx)
    {
        using var package = WordprocessingDocument.Open(new MemoryStream(docx), false);
        var body = package.MainDocumentPart!.Document;
        return [.. package.MainDocumentPart.WordprocessingCommentsPart!.Comments.Elements<Comment>().Select(c =>
        {
            var inside = body.Descendants().SkipWhile(e => (e as CommentRangeStart)?.Id?.Value != c.Id!.Value)
                .TakeWhile(e => (e as CommentRangeEnd)?.Id?.Value != c.Id!.Value).OfType<Text>();
            body.Descendants<CommentReference>().Count(r => r.Id == c.Id!.Value).ShouldBe(1);
            return $"{string.Concat(inside.Select(t => t.Text))} ← {c.Author}：{string.Join('/', c.Elements<Paragraph>().Select(p => p.InnerText))}";
        })];
    }

    private static IReadOnlyList<string> Errors(byte[] docx)
    {
        using var package = WordprocessingDocument.Open(new MemoryStream(docx), false);
        return [.. new OpenXmlValidator(FileFormatVersions.Office2019).Validate(package, TestContext.Current.CancellationToken).Select(e => $"{e.Path?.XPath}: {e.Description}")];
    }

    [Fact]
    public void Comments_stand_exactly_at_their_passage_and_the_text_stays()
    {
        var original = DocxWriterTests.Write(SampleReport.Whole);
        var before = DocumentReader.Read(new MemoryStream(original), "a.docx").Document!;
        var paragraph = before.Blocks.OfType<Jiheng.Model.Documents.Paragraph>().First(p => p.Text.Contains("10120.08"));
        var start = paragraph.Text.IndexOf("10120.08");
        var place = paragraph.Place!.Value.Index;

        var annotated = Annotate(original, new(place, start, 8, "绩衡", "应为10120.09\n差0.01"), new(place, start - 4, 14, "财政局", "请核"), new(place, 0, 0, "绩衡", "整段"));

        Comments(annotated).ShouldBe(["10120.08 ← 绩衡：应为10120.09/差0.01", "全年执行10120.08万元 ← 财政局：请核", $"{paragraph.Text} ← 绩衡：整段"]);
        Errors(annotated).ShouldBeEmpty();
        ReadOutline.Of(annotated, "a.docx").ShouldBe(ReadOutline.Of(original, "a.docx"));
    }

    [Fact]
    public void Every_other_part_is_copied_byte_for_byte()
    {
        var original = DocxWriterTests.Write(SampleReport.Whole);

        var annotated = Annotate(original, new Annotation(3, 0, 2, "绩衡", "看"));

        using var was = new ZipArchive(new MemoryStream(original));
        using var now = new ZipArchive(new MemoryStream(annotated));
        now.Entries.Select(e => e.FullName).ShouldBe([.. was.Entries.Select(e => e.FullName), "word/comments.xml"]);
        foreach (var entry in was.Entries.Where(e => e.FullName is not ("word/document.xml" or "[Content_Types].xml" or "word/_rels/document.xml.rels")))
            Bytes(now.GetEntry(entry.FullName)!).ShouldBe(Bytes(entry), entry.FullName);
    }

    [Fact]
    public void A_second_round_adds_to_the_comments_of_the_first()
    {
        var once = Annotate(HandMade.Docx("<w:p><w:r><w:t>合计100万元</w:t></w:r></w:p>"), new Annotation(1, 2, 3, "甲", "一"));

        Comments(Annotate(once, new Annotation(1, 5, 2, "乙", "二"))).ShouldBe(["100 ← 甲：一", "万元 ← 乙：二"]);
    }

    [Fact]
    public void Offsets_count_the_text_as_read_with_numbers_and_accepted_changes()
    {
        var docx = HandMade.Docx(
            "<w:p><w:pPr><w:numPr><w:numId w:val=\"1\"/></w:numPr></w:pPr><w:r><w:rPr><w:b/></w:rPr><w:t>支出</w:t></w:r><w:del><w:r><w:delText>90</w:delText></w:r></w:del><w:ins><w:r><w:t>1</w:t><w:tab/><w:t>20万元</w:t></w:r></w:ins></w:p>"
            + "<w:tbl><w:tr><w:tc><w:p><w:r><w:t>甲格</w:t></w:r></w:p></w:tc></w:tr></w:tbl><w:p/>",
            numbering: "<w:abstractNum w:abstractNumId=\"0\"><w:lvl w:ilvl=\"0\"><w:numFmt w:val=\"chineseCounting\"/><w:lvlText w:val=\"%1、\"/></w:lvl></w:abstractNum><w:num w:numId=\"1\"><w:abstractNumId w:val=\"0\"/></w:num>");
        ReadOutline.Of(docx, "a.docx").ShouldStartWith("一、支出1\t20万元");

        var annotated = Annotate(docx, new(1, 6, 2, "甲", "数"), new(1, 0, 2, "甲", "号"), new(2, 1, 1, "甲", "格"), new(3, 0, 0, "甲", "空"), new(99, 0, 5, "甲", "远"));

        Comments(annotated).ShouldBe(["20 ← 甲：数", "支出120万元 ← 甲：号", "格 ← 甲：格", " ← 甲：空", " ← 甲：远"]);
    }

    [Fact]
    public void A_file_that_cannot_be_read_gives_its_fault_and_no_copy()
    {
        using var output = new MemoryStream();

        DocxComments.Annotate(new MemoryStream([1, 2, 3]), [], output, "坏.docx").Single().Code.ShouldBe("JH4005");

        output.Length.ShouldBe(0);
    }

    private static byte[] Bytes(ZipArchiveEntry entry)
    {
        using var bytes = new MemoryStream();
        using var stream = entry.Open();
        stream.CopyTo(bytes);
        return bytes.ToArray();
    }
}
