using Jiheng.Audit;
using Jiheng.Audit.Findings;
using Jiheng.Documents.Reading;
using Jiheng.Documents.Xlsx;
using Jiheng.Model.Documents;

namespace Jiheng.Casework.Tests.Checking;

/// <summary>Two sheets of one workbook that print the same values are held against each other.</summary>
public class CrossSheetTests
{
    [Fact]
    public void A_sheet_that_differs_from_another_in_one_value_is_found()
    {
        var finding = Audit("233.18", "238.13").ShouldHaveSingleItem();
        (finding.Code, finding.Text).ShouldBe(("JH2007", "238.13"));
        finding.Message.ShouldContain("商品和服务支出");
        (finding.At.Block, finding.At.Column).ShouldBe((1, 1));
        finding.Also.ShouldHaveSingleItem().Block.ShouldBe(0);
    }

    [Fact]
    public void Sheets_that_agree_are_silent() => Audit("233.18", "233.18").ShouldBeEmpty();

    private static IReadOnlyList<Finding> Audit(string first, string second)
    {
        using var bytes = new MemoryStream();
        XlsxWriter.Write(Workbook.From(new Document("", [Sheet("支出总表", first), Sheet("支出分类表", second)])), bytes);
        bytes.Position = 0;
        return Auditor.Audit(DocumentReader.Read(bytes, "附表.xlsx").Document!).Findings;
    }

    private static Table Sheet(string name, string services)
    {
        string[][] rows = [["工资福利支出", "812.45"], ["商品和服务支出", services], ["对个人和家庭的补助", "96.72"], ["资本性支出", "41.06"]];
        return new Table([new TableColumn("科目"), new TableColumn("决算数（万元）")], [.. rows.Select(r => new TableRow([.. r.Select(TableCell.Of)]))]) { Caption = name };
    }
}
