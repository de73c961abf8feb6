using System.IO.Compression;
using System.Text;
using Jiheng.Documents.Reading;
using Jiheng.Documents.Tests.Docx;
using Jiheng.Model.Documents;

namespace Jiheng.Documents.Tests.Reading;

public sealed class HostileFileTests
{
    private static readonly byte[] _ole = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];

    private static DocumentFault Fault(byte[] bytes, string name, ReadLimits? limits = null)
    {
        var result = DocumentReader.Read(new MemoryStream(bytes), name, limits);
        result.Document.ShouldBeNull();
        var fault = result.Faults.ShouldHaveSingleItem();
        fault.File.ShouldBe(name);
        return fault;
    }

    private static string Nested(string open, string close, int depth) =>
        new StringBuilder().Insert(0, open, depth).Append(new StringBuilder().Insert(0, close, depth)).ToString();

    public static TheoryData<string, string, byte[]> Files => new()
    {
        { "JH4001", "空.docx", [] },
        { "JH4001", "空白.txt", "  \r\n"u8.ToArray() },
        { "JH4002", "图.png", [0x89, 0x50, 0x4E, 0x47] },
        { "JH4002", "没有扩展名", "文字"u8.ToArray() },
        { "JH4004", "加密.docx", [.. _ole, .. new byte[2000], .. Encoding.Unicode.GetBytes("EncryptedPackage"), .. new byte[500]] },
        { "JH4004", "加密.xlsx", [.. _ole, .. new byte[2000], .. Encoding.Unicode.GetBytes("EncryptedPackage"), .. new byte[500]] },
        { "JH4005", "乱.docx", [0, 1, 2, 3, 4, 5] },
        { "JH4005", "半截.docx", HandMade.Docx("<w:p/>")[..400] },
        { "JH4005", "坏标签.docx", HandMade.Docx("<w:p><w:r></w:p>") },
        { "JH4005", "空壳.pdf", "%PDF-1.7\n%%EOF"u8.ToArray() },
        { "JH4005", "乱.xls", [.. _ole, .. new byte[100]] },
        { "JH4007", "实体.docx", HandMade.Docx($"<!DOCTYPE w:document [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;\">]><w:document {HandMade.W}><w:body><w:p><w:r><w:t>&b;</w:t></w:r></w:p></w:body></w:document>") },
        { "JH4007", "外部.docx", HandMade.Docx($"<!DOCTYPE x SYSTEM \"file:///etc/hostname\"><w:document {HandMade.W}/>") },
        { "JH4008", "编码.txt", [0xFF, 0x81, 0xE5, 0x8D, 0xFF, 0x41] },
        { "JH4009", "宏.docm", HandMade.Docx("<w:p/>") },
        { "JH4009", "改名的宏.docx", HandMade.Zip(new Dictionary<string, string>
            {
                ["word/document.xml"] = $"<w:document {HandMade.W}/>",
                ["_rels/.rels"] = HandMade.Relationships(("officeDocument", "word/document.xml")),
                ["[Content_Types].xml"] = HandMade.Types(("/word/document.xml", "application/vnd.ms-word.document.macroEnabled.main+xml")),
            }) },
        { "JH4013", "深.docx", HandMade.Docx(Nested("<w:sdt><w:sdtContent>", "</w:sdtContent></w:sdt>", 5000)) },
        { "JH4013", "深表.docx", HandMade.Docx(Nested("<w:tbl><w:tr><w:tc>", "</w:tc></w:tr></w:tbl>", 20_000)) },
        { "JH4013", "深.html", Encoding.UTF8.GetBytes(Nested("<div>", "</div>", 100_000)) },
        { "JH4013", "深表.html", Encoding.UTF8.GetBytes(Nested("<table><tr><td>", "", 3000)) },
        { "JH4014", "改名.docx", "%PDF-1.7\n"u8.ToArray() },
        { "JH4014", "改名.docx", HandMade.Xlsx("") },
        { "JH4014", "改名.xlsx", HandMade.Docx("<w:p/>") },
        { "JH4014", "压缩包.docx", HandMade.Zip(new Dictionary<string, string> { ["a.txt"] = "a" }) },
        { "JH4014", "旧的.docx", [.. _ole, .. new byte[600]] },
        { "JH4014", "新的.doc", HandMade.Docx("<w:p/>") },
        { "JH4014", "网页.xls", "<html><table><tr><td>1</table>"u8.ToArray() },
        { "JH4014", "文档.txt", HandMade.Docx("<w:p/>") },
    };

    [Theory]
    [MemberData(nameof(Files), DisableDiscoveryEnumeration = true)]
    public void Every_bad_file_has_its_own_clear_fault(string code, string name, byte[] bytes)
    {
        var fault = Fault(bytes, name);

        fault.ToString().ShouldStartWith($"{code} {name}");
        fault.Problem.ShouldEndWith("。");
        fault.Remedy.ShouldStartWith("请");
    }

    [Fact]
    public void A_part_that_unpacks_to_far_more_than_its_size_is_not_unpacked()
    {
        using var stream = new MemoryStream();
        using (var archive = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            using var part = archive.CreateEntry("word/document.xml").Open();
            var zeros = new byte[1 << 20];
            for (var i = 0; i < 100; i++) part.Write(zeros);
        }

        Fault(stream.ToArray(), "炸弹.docx").Code.ShouldBe("JH4006");
    }

    [Fact]
    public void A_part_that_lies_about_its_size_is_stopped_while_it_is_unpacked()
    {
        var docx = HandMade.Docx($"<w:p><w:r><w:t>{new string('长', 400_000)}</w:t></w:r></w:p>");

        Fault(docx, "超.docx", new ReadLimits { UnpackedBytes = 500_000 }).Code.ShouldBe("JH4006");
    }

    [Fact]
    public void A_package_of_very_many_parts_is_refused()
    {
        var parts = Enumerable.Range(0, 5000).ToDictionary(i => $"p{i}", _ => "");

        Fault(HandMade.Zip(parts), "多.docx").Code.ShouldBe("JH4006");
    }

    [Fact]
    public void An_endless_stream_is_left_after_the_size_limit()
    {
        using var endless = new EndlessStream();

        var result = DocumentReader.Read(endless, "大.txt", new ReadLimits { FileBytes = 1 << 20 });

        result.Faults.Single().Code.ShouldBe("JH4003");
        endless.Given.ShouldBeLessThan(2L << 20);
    }

    [Fact]
    public void A_sheet_with_cells_at_the_far_corner_takes_no_memory_for_the_gap()
    {
        ReadOutline.Of(HandMade.Xlsx("<sheetData><row r=\"1\"><c r=\"A1\"><v>1</v></c></row><row r=\"1048576\"><c r=\"XFD1048576\"><v>2</v></c></row></sheetData>"), "角.xlsx")
            .ShouldStartWith("[Table 16384] 一");

        var rows = string.Concat(Enumerable.Range(1, 300).Select(r => $"<row r=\"{r}\"><c r=\"A{r}\"><v>1</v></c><c r=\"XFD{r}\"><v>2</v></c></row>"));
        Fault(HandMade.Xlsx($"<sheetData>{rows}</sheetData>"), "宽.xlsx").Code.ShouldBe("JH4015");
    }

    [Fact]
    public void A_scan_is_not_checked_rather_than_clean() =>
        Fault(EmptyPagePdf(), "扫描.pdf").Code.ShouldBe("JH4012");

    [Fact]
    public void No_mutation_of_a_good_file_makes_the_reader_throw()
    {
        var random = new Random(20240408);
        byte[][] seeds = [DocxWriterTests.Write(new Document("报告", [Paragraph.Of("正文"), SampleReport.Budget, SampleReport.Chart])), HandMade.Xlsx("<sheetData><row><c><v>1</v></c></row></sheetData>"), "<table><tr><td rowspan=3>1"u8.ToArray()];
        string[] names = ["a.docx", "a.xlsx", "a.html"];
        for (var round = 0; round < 1500; round++)
        {
            var which = round % seeds.Length;
            var bytes = (byte[])seeds[which].Clone();
            for (var i = random.Next(1, 8); i > 0; i--) bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
            if (round % 5 == 0) bytes = bytes[..random.Next(bytes.Length)];

            var result = DocumentReader.Read(new MemoryStream(bytes), names[which]);

            (result.Document is null).ShouldBe(result.Faults.Count > 0, $"round {round}");
        }
    }

    private static byte[] EmptyPagePdf() => Encoding.ASCII.GetBytes("""
        %PDF-1.4
        1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
        2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj
        3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 100 100]>>endobj
        trailer<</Root 1 0 R>>
        %%EOF
        """);

    private sealed class EndlessStream : MemoryStream
    {
        public long Given { get; private set; }

        public override int Read(Span<byte> buffer)
        {
            buffer.Fill((byte)'a');
            Given += buffer.Length;
            return buffer.Length;
        }
    }
}
