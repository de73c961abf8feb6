using Jiheng.Documents.Reading;
using Jiheng.Documents.Xlsx;
using Jiheng.Model.Documents;

namespace Jiheng.Documents.Tests.Reading;

public sealed class WorkbookReaderTests
{
    [Fact]
    public void A_written_workbook_is_read_again_with_its_printed_figures_and_addresses()
    {
        using var stream = new MemoryStream();
        XlsxWriter.Write(Workbook.From(SampleReport.Budget), stream);
        stream.Position = 0;

        var table = DocumentReader.Read(stream, "表.xlsx").Document!.Blocks.ShouldHaveSingleItem().ShouldBeOfType<Table>();

        table.Caption.ShouldBe("表1　部门预算执行情况表");
        table.Rows[^1].Cells.Select(c => c.Text).ShouldBe(["合计", "9,800.00", "10,365.42", "10,120.08", "97.63%"]);
        table.Rows[^1].Cells[2].Address.ShouldBe("C6");
        table.Rows[^1].Cells[2].Place.ShouldBe(new Place(-1, "表1　部门预算执行情况表", null, 6));
        table.Rows[0].Cells[0].ColumnSpan.ShouldBe(5);
    }

    [Theory]
    [InlineData("0.00", "0.30000000000000004", "0.30")]
    [InlineData("General", "0.30000000000000004", "0.3")]
    [InlineData("General", "1.2E-3", "0.0012")]
    [InlineData("General", "47447.27", "47447.27")]
    [InlineData("0%", "7.9E+28", "79000000000000000000000000000")]
    [InlineData("General", "1E+300", "1E+300")]
    [InlineData("yyyy/m/d", "99999999", "99999999")]
    [InlineData("#,##0.00_ ", "-1234.5", "-1,234.50")]
    [InlineData("0.00%", "0.9763", "97.63%")]
    [InlineData("0.0#", "1.5", "1.5")]
    [InlineData("0.00\"万元\"", "12.3", "12.30万元")]
    [InlineData("_ * #,##0.00_ ;_ * \\-#,##0.00_ ;_ * \"-\"??_ ;_ @_ ", "1234.5", "1,234.50")]
    [InlineData("[红色]#,##0.0", "10365.42", "10,365.4")]
    [InlineData("yyyy\"年\"m\"月\"d\"日\"", "45755", "2025年4月8日")]
    [InlineData("yyyy/m", "45755", "2025年4月")]
    public void Numbers_read_as_the_sheet_shows_them(string format, string value, string shown) =>
        Read($"<sheetData><row r=\"1\"><c r=\"A1\" s=\"1\"><v>{value}</v></c></row></sheetData>",
            $"<numFmts><numFmt numFmtId=\"170\" formatCode=\"{format.Replace("\"", "&quot;")}\"/></numFmts><cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"170\"/></cellXfs>")
        .ShouldBe($"[Table 1] 一\n| {shown}");

    [Fact]
    public void Shared_rich_inline_and_computed_texts_are_read_and_gaps_stay_empty() =>
        Read("<sheetData><row r=\"2\"><c r=\"B2\" t=\"s\"><v>0</v></c><c r=\"D2\" t=\"s\"><v>1</v></c></row><row><c t=\"inlineStr\"><is><t>内</t></is></c><c t=\"str\"><f>A1</f><v>算出</v></c><c t=\"b\"><v>1</v></c><c t=\"e\"><v>#REF!</v></c></row></sheetData>",
            shared: "<si><t>甲</t><rPh><t>jia</t></rPh></si><si><r><t>乙</t></r><r><t>丙</t></r></si>")
        .ShouldBe("[Table 4] 一\n||  | 甲 |  | 乙丙\n| 内 | 算出 | TRUE | #REF!".Replace("||  |", "|  |"));

    [Fact]
    public void Merged_ranges_become_spans_and_hidden_sheets_are_left_out()
    {
        var xlsx = HandMade.Xlsx(
            "<sheetData><row r=\"1\"><c r=\"A1\" t=\"str\"><v>项目</v></c><c r=\"B1\" t=\"str\"><v>支出</v></c></row><row r=\"2\"><c r=\"B2\" t=\"str\"><v>预算</v></c><c r=\"C2\" t=\"str\"><v>决算</v></c></row><row r=\"3\"><c r=\"A3\" t=\"str\"><v>基本</v></c><c r=\"B3\"><v>1</v></c><c r=\"C3\"><v>2</v></c></row></sheetData><mergeCells><mergeCell ref=\"A1:A2\"/><mergeCell ref=\"B1:C1\"/><mergeCell ref=\"A1:XFD1048576\"/><mergeCell ref=\"坏\"/></mergeCells>",
            workbook: "<sheets><sheet name=\"藏\" sheetId=\"2\" state=\"hidden\" r:id=\"rId1\"/><sheet name=\"表\" sheetId=\"1\" r:id=\"rId1\"/></sheets>");

        ReadOutline.Of(xlsx, "a.xlsx").ShouldBe("[Table 3] 表\n|| 项目↓2 | 支出→2\n|| 预算 | 决算\n| 基本 | 1 | 2");
    }

    private static string Read(string sheet, string? styles = null, string? shared = null) => ReadOutline.Of(HandMade.Xlsx(sheet, styles, shared), "a.xlsx");
}
