using System.IO.Compression;
using System.Xml.Linq;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using Jiheng.Documents.Docx;
using Jiheng.Documents.Reading;
using Jiheng.Documents.Tests.Reading;

namespace Jiheng.Documents.Tests.Docx;

public sealed class TrackedChangesTests
{
    private static readonly XNamespace W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

    [Fact]
    public void A_figure_split_over_runs_is_replaced_and_each_piece_keeps_its_formatting()
    {
        var docx = HandMade.Docx("<w:p><w:r><w:rPr><w:b/></w:rPr><w:t>支出125</w:t></w:r><w:r><w:rPr><w:i/></w:rPr><w:t>07.41万元</w:t></w:r></w:p>");

        var body = Body(Apply(docx, new TextEdit(1, 2, "12507.41", "13098.20")));

        body.Descendants(W + "del").Select(d => d.Value).ShouldBe(["125", "07.41"]);
        body.Descendants(W + "ins").Single().Value.ShouldBe("13098.20");
        body.Descendants(W + "ins").Single().Descendants(W + "b").Count().ShouldBe(1);
        body.Descendants(W + "r").Select(r => $"{r.Value}:{string.Concat(r.Element(W + "rPr")!.Elements().Select(e => e.Name.LocalName))}")
            .ShouldBe(["支出:b", "125:b", "07.41:i", "13098.20:b", "万元:i"]);
    }

    [Fact]
    public void Accepting_gives_the_new_text_and_rejecting_the_old_one()
    {
        var original = DocxWriterTests.Write(SampleReport.Whole);
        var before = DocumentReader.Read(new MemoryStream(original), "a.docx").Document!;
        var edits = before.Blocks.OfType<Model.Documents.Paragraph>().Where(p => p.Text.Contains('0') && p.Place is { Part: null })
            .Select(p => new TextEdit(p.Place!.Value.Index, p.Text.IndexOf('0'), "0", "【待填】")).ToArray();
        edits.Length.ShouldBeGreaterThan(3);

        var draft = Apply(original, edits);

        foreach (var (was, now) in before.Blocks.Zip(DocumentReader.Read(new MemoryStream(draft), "a.docx").Document!.Blocks))
        {
            if (was is not Model.Documents.Paragraph p) continue;
            var edit = edits.FirstOrDefault(e => e.Paragraph == p.Place!.Value.Index);
            ((Model.Documents.Paragraph)now).Text.ShouldBe(edit is null ? p.Text : p.Text[..edit.Start] + "【待填】" + p.Text[(edit.Start + 1)..]);
        }
        Rejected(draft).ShouldBe(Text(original));
        Errors(draft).ShouldBe(Errors(original));
    }

    [Fact]
    public void Places_count_automatic_numbers_cells_and_text_boxes()
    {
        var docx = HandMade.Docx(
            "<w:p><w:pPr><w:numPr><w:numId w:val=\"1\"/></w:numPr></w:pPr><w:r><w:t>支出90万元</w:t></w:r></w:p><w:tbl><w:tr><w:tc><w:p><w:r><w:t>80</w:t></w:r></w:p></w:tc></w:tr></w:tbl>",
            numbering: "<w:abstractNum w:abstractNumId=\"0\"><w:lvl w:ilvl=\"0\"><w:numFmt w:val=\"chineseCounting\"/><w:lvlText w:val=\"%1、\"/></w:lvl></w:abstractNum><w:num w:numId=\"1\"><w:abstractNumId w:val=\"0\"/></w:num>");

        Body(Apply(docx, new TextEdit(1, 4, "90", "91"), new TextEdit(2, 0, "80", "81"))).Descendants(W + "ins").Select(i => i.Value).ShouldBe(["91", "81"]);
    }

    [Fact]
    public void What_does_not_stand_there_or_is_a_change_not_yet_accepted_is_left_out_and_told()
    {
        var docx = HandMade.Docx("<w:p><w:r><w:t>支出90万元</w:t></w:r><w:ins w:id=\"3\" w:author=\"甲\"><w:r><w:t>和80万元</w:t></w:r></w:ins></w:p>");
        TextEdit[] edits = [new(1, 2, "91", "92"), new(1, 7, "80", "81"), new(9, 0, "1", "2")];

        var result = TrackedChanges.Apply(docx, edits, "绩衡", DateTimeOffset.UnixEpoch)!;

        result.NotMade.ShouldBe(edits, ignoreOrder: true);
        result.Docx.ShouldBeSameAs(docx);
    }

    [Fact]
    public void A_file_that_is_no_docx_gives_nothing() => TrackedChanges.Apply([1, 2, 3], [], "绩衡", DateTimeOffset.UnixEpoch).ShouldBeNull();

    private static byte[] Apply(byte[] docx, params TextEdit[] edits)
    {
        var result = TrackedChanges.Apply(docx, edits, "绩衡", DateTimeOffset.UnixEpoch).ShouldNotBeNull();
        result.NotMade.ShouldBeEmpty();
        return result.Docx;
    }

    private static XElement Body(byte[] docx)
    {
        using var archive = new ZipArchive(new MemoryStream(docx));
        using var part = archive.GetEntry("word/document.xml")!.Open();
        return XElement.Load(part);
    }

    private static string Text(byte[] docx) => string.Join('\n', Body(docx).Descendants(W + "p").Select(p => string.Concat(p.Descendants(W + "t").Select(t => t.Value))));

    private static string Rejected(byte[] docx)
    {
        var body = Body(docx);
        body.Descendants(W + "ins").Remove();
        return string.Join('\n', body.Descendants(W + "p").Select(p => string.Concat(p.Descendants().Where(t => t.Name == W + "t" || t.Name == W + "delText").Select(t => t.Value))));
    }

    private static IReadOnlyList<string> Errors(byte[] docx)
    {
        using var package = WordprocessingDocument.Open(new MemoryStream(docx), false);
        return [.. new OpenXmlValidator(FileFormatVersions.Office2019).Validate(package, TestContext.Current.CancellationToken).Select(e => e.Description)];
    }
}
