using Jiheng.Documents.Docx;
using Jiheng.Documents.Reading;
using Jiheng.Documents.Tests.Docx;
using Jiheng.Model.Documents;

namespace Jiheng.Documents.Tests.Reading;

public sealed class DocxReaderTests
{
    private static string Read(string body, string? styles = null, string? numbering = null, string? footnotes = null) =>
        ReadOutline.Of(HandMade.Docx(body, styles, numbering, footnotes), "报告.docx");

    private static string P(string text, string properties = "") => $"<w:p><w:pPr>{properties}</w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>";

    [Fact]
    public void What_was_written_is_read_again()
    {
        var read = DocumentReader.Read(new MemoryStream(DocxWriterTests.Write(SampleReport.Whole)), "报告.docx").Document!;

        read.Title.ShouldBe(SampleReport.Whole.Title);
        read.Subtitle.ShouldBe(SampleReport.Whole.Subtitle);
        var written = SampleReport.Whole.Blocks.Where(b => b is not (PageBreak or Chart)).ToList();
        read.Blocks.Count.ShouldBe(written.Count);
        foreach (var (was, now) in written.Zip(read.Blocks))
        {
            switch (was, now)
            {
                case (Heading a, Heading b): (b.Level, b.Text).ShouldBe((a.Level, a.Text)); break;
                case (Paragraph a, Paragraph b): (b.Role, b.Text).ShouldBe((a.Role, a.Text)); break;
                case (TableOfContents a, TableOfContents b): b.Depth.ShouldBe(a.Depth); break;
                case (Table a, Table b):
                    (b.Caption, b.UnitNote).ShouldBe((a.Caption, a.UnitNote));
                    var rows = b.Rows.Select(r => r.Cells.Select(c => (c.Text, c.ColumnSpan, c.RowSpan)).ToList()).ToList();
                    if (a.Columns[0].Head.Length > 0)
                    {
                        rows[0].Select(c => c.Text).ShouldBe(a.Columns.Select(c => c.Head));
                        b.Rows[0].Role.ShouldBe(RowRole.Head);
                        rows.RemoveAt(0);
                    }
                    rows.ShouldBe(a.Rows.Select(r => r.Cells.Select(c => (c.Text, c.ColumnSpan, c.RowSpan)).ToList()));
                    break;
                default: Assert.Fail($"{was} became {now}"); break;
            }
        }
    }

    [Fact]
    public void Headings_are_known_by_style_by_inheritance_and_by_outline_level() =>
        Read(P("一、甲", "<w:pStyle w:val=\"h\"/>") + P("（一）乙", "<w:pStyle w:val=\"mine\"/>") + P("1.丙", "<w:outlineLvl w:val=\"2\"/>") + P("丁", "<w:outlineLvl w:val=\"9\"/>"),
            styles: "<w:style w:type=\"paragraph\" w:styleId=\"h\"><w:name w:val=\"heading 1\"/></w:style><w:style w:type=\"paragraph\" w:styleId=\"h2\"><w:name w:val=\"Heading 2\"/></w:style><w:style w:type=\"paragraph\" w:styleId=\"mine\"><w:name w:val=\"我的\"/><w:basedOn w:val=\"h2\"/></w:style>")
        .ShouldBe("# 一、甲\n## （一）乙\n### 1.丙\n丁");

    [Fact]
    public void Automatic_numbers_are_part_of_the_text()
    {
        const string Numbering = """
            <w:abstractNum w:abstractNumId="7"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/><w:lvlText w:val="%1、"/></w:lvl><w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1.%2"/><w:isLgl/></w:lvl><w:lvl w:ilvl="2"><w:numFmt w:val="bullet"/><w:lvlText w:val="●"/></w:lvl></w:abstractNum>
            <w:num w:numId="3"><w:abstractNumId w:val="7"/></w:num><w:num w:numId="4"><w:abstractNumId w:val="7"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="11"/></w:lvlOverride></w:num>
            """;
        static string In(int list, int level, string text) => P(text, $"<w:numPr><w:ilvl w:val=\"{level}\"/><w:numId w:val=\"{list}\"/></w:numPr>");

        Read(In(3, 0, "基本情况") + In(3, 1, "机构") + In(3, 1, "人员") + In(3, 2, "要点") + P("", "<w:numPr><w:numId w:val=\"3\"/></w:numPr>") + In(3, 0, "绩效") + In(3, 1, "产出") + In(4, 0, "重新起头") + In(0, 0, "无号"), numbering: Numbering)
            .ShouldBe("一、基本情况\n1.1 机构\n1.2 人员\n要点\n二、绩效\n2.1 产出\n十一、重新起头\n无号");
    }

    [Theory]
    [InlineData(10, "十")]
    [InlineData(12, "十二")]
    [InlineData(20, "二十")]
    [InlineData(101, "一百零一")]
    [InlineData(110, "一百一十")]
    [InlineData(1010, "一千零一十")]
    public void Chinese_list_numbers_are_counted_as_they_are_read(int start, string number) =>
        Read(P("甲", "<w:numPr><w:numId w:val=\"1\"/></w:numPr>"), numbering: $"<w:abstractNum w:abstractNumId=\"0\"><w:lvl w:ilvl=\"0\"><w:start w:val=\"{start}\"/><w:numFmt w:val=\"chineseCountingThousand\"/><w:lvlText w:val=\"（%1）\"/></w:lvl></w:abstractNum><w:num w:numId=\"1\"><w:abstractNumId w:val=\"0\"/></w:num>")
            .ShouldBe($"（{number}）甲");

    [Fact]
    public void Tracked_changes_count_as_accepted() =>
        Read("<w:p><w:r><w:t>支出</w:t></w:r><w:del><w:r><w:delText>100</w:delText></w:r></w:del><w:ins><w:r><w:t>120</w:t></w:r></w:ins><w:moveFrom><w:r><w:t>移走</w:t></w:r></w:moveFrom><w:r><w:t>万元</w:t></w:r></w:p>"
            + "<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:r><w:t>上半段，</w:t></w:r></w:p>" + P("下半段"))
        .ShouldBe("支出120万元\n上半段，下半段");

    [Fact]
    public void Hidden_text_and_field_codes_are_left_out_and_breaks_stay() =>
        Read("<w:p><w:r><w:t>甲</w:t></w:r><w:r><w:rPr><w:vanish/></w:rPr><w:t>隐藏</w:t></w:r><w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText> PAGE </w:instrText></w:r><w:r><w:fldChar w:fldCharType=\"end\"/></w:r><w:r><w:tab/><w:t>乙</w:t><w:br/><w:t>丙</w:t><w:br w:type=\"page\"/></w:r><w:hyperlink><w:r><w:t>丁</w:t></w:r></w:hyperlink></w:p>")
        .ShouldBe("甲\t乙\n丙丁");

    [Fact]
    public void Text_boxes_follow_their_paragraph_once()
    {
        const string Box = "<w:txbxContent><w:p><w:r><w:t>框内</w:t></w:r></w:p></w:txbxContent>";
        Read($"<w:p><w:r><w:t>前</w:t></w:r><w:r><mc:AlternateContent><mc:Choice><w:drawing>{Box}</w:drawing></mc:Choice><mc:Fallback><w:pict><v:shape>{Box}</v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r><w:r><w:t>后</w:t></w:r></w:p>")
            .ShouldBe("前后\n框内");
    }

    [Fact]
    public void Footnotes_stand_at_the_end_with_their_part()
    {
        var docx = HandMade.Docx(P("正文"), footnotes: "<w:footnote w:type=\"separator\"><w:p><w:r><w:t>线</w:t></w:r></w:p></w:footnote><w:footnote w:id=\"2\"><w:p><w:r><w:t>不含结转</w:t></w:r></w:p></w:footnote>");

        var note = DocumentReader.Read(new MemoryStream(docx), "a.docx").Document!.Blocks[1].ShouldBeOfType<Paragraph>();

        (note.Text, note.Role, note.Place).ShouldBe(("不含结转", ParagraphRole.Note, new Place(-1, "footnotes", null, 1)));
    }

    [Fact]
    public void Merged_cells_become_spans_and_a_caption_and_unit_above_belong_to_the_table()
    {
        static string C(string text, string properties = "") => $"<w:tc><w:tcPr>{properties}</w:tcPr>{P(text)}</w:tc>";
        Read(P("表1 预算执行") + P("单位：万元") + "<w:tbl><w:tblGrid><w:gridCol w:w=\"1\"/><w:gridCol w:w=\"1\"/><w:gridCol w:w=\"1\"/></w:tblGrid>"
            + $"<w:tr>{C("项目", "<w:vMerge w:val=\"restart\"/>")}{C("支出", "<w:gridSpan w:val=\"2\"/>")}</w:tr>"
            + $"<w:tr>{C("", "<w:vMerge/>")}{C("预算")}{C("决算")}</w:tr>"
            + $"<w:tr><w:trPr><w:del/></w:trPr>{C("删")}{C("1")}{C("2")}</w:tr>"
            + $"<w:tr>{C("基本")}{C("10.5")}{C("9")}</w:tr></w:tbl>" + P("后文"))
            .ShouldBe("[Table 3] 表1 预算执行 单位：万元\n|| 项目↓2 | 支出→2\n|| 预算 | 决算\n| 基本 | 10.5 | 9\n后文");
    }

    [Fact]
    public void A_table_inside_of_a_cell_follows_the_table_that_it_lies_in_with_its_own_places()
    {
        static string Row(params string[] cells) => $"<w:tr>{string.Concat(cells.Select(c => $"<w:tc>{c}</w:tc>"))}</w:tr>";
        var inner = $"<w:tbl>{Row(P("甲"), P("10"))}{Row(P("乙"), P("20"))}</w:tbl>";

        Read($"<w:tbl>{Row(P("项目"), P("说明") + inner + P("完"))}</w:tbl>" + P("后文")).ShouldBe("[Table 2]\n| 项目 | 说明\n完\n[Table 2]\n| 甲 | 10\n| 乙 | 20\n后文");
        Read($"<w:tbl>{Row(inner + P(""))}</w:tbl>").ShouldBe("[Table 2]\n| 甲 | 10\n| 乙 | 20");

        var docx = HandMade.Docx($"<w:tbl>{Row(P("项目"), P("说明") + inner + P("完"))}</w:tbl>");
        var table = DocumentReader.Read(new MemoryStream(docx), "a.docx").Document!.Blocks[1].ShouldBeOfType<Table>();
        table.Rows[1].Cells.Select(c => c.Place!.Value.Index).ShouldBe([5, 6]);
        TrackedChanges.Apply(docx, [new TextEdit(6, 0, "20", "21")], "绩衡", DateTimeOffset.UnixEpoch)!.NotMade.ShouldBeEmpty();
    }

    [Fact]
    public void Places_count_every_paragraph_those_in_cells_too()
    {
        var docx = HandMade.Docx(P("一") + P("") + $"<w:tbl><w:tr><w:tc>{P("甲")}{P("乙")}</w:tc><w:tc>{P("丙")}</w:tc></w:tr></w:tbl>" + P("尾"));

        var blocks = DocumentReader.Read(new MemoryStream(docx), "a.docx").Document!.Blocks;

        blocks[0].Place!.Value.Index.ShouldBe(1);
        ((Table)blocks[1]).Rows[0].Cells.Select(c => (c.Text, c.Place!.Value.Index)).ShouldBe([("甲\n乙", 3), ("丙", 5)]);
        blocks[2].Place!.Value.Index.ShouldBe(6);
    }
}
