using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using Jiheng.Documents.Tests.Rendering;
using Jiheng.Documents.Xlsx;
using Jiheng.Model.Documents;

namespace Jiheng.Documents.Tests.Xlsx;

public sealed class XlsxWriterTests
{
    private static readonly Workbook _sample = Workbook.From(SampleReport.Budget, SampleReport.ScoreForm);

    private static byte[] Write(Workbook workbook)
    {
        using var stream = new MemoryStream();
        XlsxWriter.Write(workbook, stream);
        return stream.ToArray();
    }

    private static IReadOnlyList<string> Errors(byte[] xlsx)
    {
        using var package = SpreadsheetDocument.Open(new MemoryStream(xlsx), false);
        return [.. new OpenXmlValidator(DocumentFormat.OpenXml.FileFormatVersions.Office2019)
            .Validate(package, TestContext.Current.CancellationToken)
            .Select(e => $"{e.Part?.Uri} {e.Path?.XPath}: {e.Description}")];
    }

    [Fact]
    public void Tables_become_sheets_as_agreed() => Golden.ShouldMatch("tables.csv", XlsxCsv.Of(Write(_sample)));

    [Fact]
    public void The_workbook_breaks_no_rule_of_the_format() => Errors(Write(_sample)).ShouldBeEmpty();

    [Fact]
    public void The_notice_of_a_document_stands_on_every_printed_page_of_its_tables()
    {
        var workbook = Workbook.From(new Document("", [SampleReport.LongTable]) { Notice = SampleReport.Trial });

        Errors(Write(workbook)).ShouldBeEmpty();
        using var rendered = new Rendered(Write(workbook), ".xlsx");
        rendered.Pages.ShouldAllBe(p => p.Contains(SampleReport.Trial));
    }

    [Fact]
    public void A_workbook_without_sheets_still_opens() => Errors(Write(new Workbook([]))).ShouldBeEmpty();

    [Fact]
    public void Equal_workbooks_give_equal_bytes() => Write(_sample).ShouldBe(Write(_sample));

    [Fact]
    public void Numbers_are_written_digit_by_digit()
    {
        var sheet = new Sheet("数", [20], [new SheetRow([SheetCell.Of(0.1m + 0.2m), SheetCell.Of(79228162514264337593543950335m), SheetCell.Of(-47447.270m), SheetCell.Of((decimal?)null)])]);

        XlsxCsv.Of(Write(new Workbook([sheet]))).ShouldContain("0.3[],79228162514264337593543950335[],-47447.270[],\n");
    }

    [Theory]
    [InlineData("1,234.50", "1234.50[#,##0.00]")]
    [InlineData("95.10%", "0.951[0.00%]")]
    [InlineData("-3", "-3[0]")]
    [InlineData("0.5", "0.5[0.0]")]
    [InlineData("001", "001")]
    [InlineData("—", "—")]
    [InlineData("约3", "约3")]
    [InlineData("=1+1", "=1+1")]
    public void Figures_set_right_become_numbers_and_nothing_else_does(string printed, string written)
    {
        var table = new Table([new("", 10, CellAlign.Right)], [new TableRow([TableCell.Of(printed)])]);

        XlsxCsv.Of(Write(Workbook.From(table))).ShouldBe($"#表1\n{written}\n\n");
    }

    [Fact]
    public void Sheet_names_that_Excel_refuses_are_mended_and_kept_apart()
    {
        var names = new[] { "2024/2025[万元]", "2024/2025[万元]", "", new string('长', 40), new string('长', 41), "'引'" };

        var csv = XlsxCsv.Of(Write(new Workbook([.. names.Select(n => new Sheet(n, [], []))])));

        csv.Split('\n').Where(l => l.StartsWith('#')).ShouldBe(["#2024 2025 万元", "#2024 2025 万元(2)", "#表3", $"#{new string('长', 31)}", $"#{new string('长', 28)}(2)", "#引"]);
        Errors(Write(new Workbook([.. names.Select(n => new Sheet(n, [], []))]))).ShouldBeEmpty();
    }

    [Fact]
    public void LibreOffice_prints_the_sheets_one_page_wide_with_repeated_heads()
    {
        using var rendered = new Rendered(Write(Workbook.From(SampleReport.LongTable)), ".xlsx");

        rendered.Pages.Count.ShouldBeGreaterThan(1);
        rendered.Pages.ShouldAllBe(p => p.Contains("主要工作") && p.Contains("单位：万元"));
    }
}
