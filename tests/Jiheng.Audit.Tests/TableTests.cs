using Jiheng.Audit.Findings;
using Jiheng.Model.Documents;

namespace Jiheng.Audit.Tests;

public class TableTests
{
    [Fact]
    public void A_table_that_adds_up_is_silent() => Findings("""
        项目|预算数（万元）|执行数（万元）|执行率（%）
        基本支出|320.50|310.20|96.79
        项目支出|179.50|150.30|83.73
        合计|500.00|460.50|92.10
        """).ShouldBeEmpty();

    [Fact]
    public void A_total_that_fails_in_one_column_is_found_there()
    {
        var finding = Findings("""
            项目|预算数（万元）|执行数（万元）|执行率（%）
            基本支出|320.50|310.20|96.79
            项目支出|179.50|150.30|83.73
            合计|500.00|480.50|96.10
            """).ShouldHaveSingleItem();
        finding.Code.ShouldBe("JH2001");
        finding.At.Row.ShouldBe(3);
        finding.At.Column.ShouldBe(2);
        finding.Formula.ShouldBe("310.20 + 150.30 = 460.5 ≠ 文中 480.50");
    }

    [Fact]
    public void A_rate_that_does_not_follow_from_its_columns_is_found()
    {
        var finding = Findings("""
            单位|应建档（人）|已建档（人）|建档率
            东城中心|2000|1900|95.00%
            西城中心|1500|1380|92.00%
            南城中心|1200|1020|58.00%
            """).ShouldHaveSingleItem();
        finding.Code.ShouldBe("JH2003");
        finding.Text.ShouldBe("58.00%");
    }

    [Fact]
    public void Rows_under_其中_are_not_added_twice() => Findings("""
        科目|金额（万元）|上年（万元）
        工资福利支出|80.00|70.00
        商品和服务支出|40.00|35.00
        其中：办公费|10.00|9.00
        合计|120.00|105.00
        """).ShouldBeEmpty();

    [Fact]
    public void Row_totals_are_checked_once_two_rows_show_the_rule() => Findings("""
        机构|合计|高血压|糖尿病
        一中心|300|200|100
        二中心|450|300|150
        三中心|520|300|210
        """).ShouldHaveSingleItem().Formula.ShouldBe("300 + 210 = 510 ≠ 文中 520");

    private static IReadOnlyList<Finding> Findings(string table)
    {
        var lines = table.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(l => l.Split('|')).ToList();
        var rows = lines.Skip(1).Select(l => new TableRow([.. l.Select(TableCell.Of)])).Prepend(new TableRow([.. lines[0].Select(TableCell.Of)]) { Role = RowRole.Head });
        var document = new Document("", [new Table([.. lines[0].Select(_ => new TableColumn(""))], [.. rows])]);
        return Auditor.Audit(document).Findings;
    }
}
