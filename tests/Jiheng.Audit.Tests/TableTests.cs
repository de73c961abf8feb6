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

    [Fact]
    public void A_column_of_rates_that_follows_in_most_rows_is_held_against_the_others_and_one_that_does_so_in_half_of_them_is_not()
    {
        const string most = "单位|应建档（人）|已建档（人）|建档率\n一中心|2000|1900|95.00%\n二中心|1500|1380|77.00%\n三中心|1200|1020|58.00%\n四中心|1000|930|93.00%\n五中心|800|700|87.50%";
        Findings(most).Select(f => f.Text).ShouldBe(["77.00%", "58.00%"]);
        Findings(most[..most.LastIndexOf('\n')]).ShouldBeEmpty();
    }

    [Fact]
    public void The_last_total_of_a_table_adds_up_any_number_of_subtotals()
    {
        var blocks = string.Concat(Enumerable.Range(1, 1000).Select(i => $"甲{i}|{i}|2\n乙{i}|{i}|3\n小计|{2 * i}|5\n"));
        Findings($"项目|预算数|执行数\n{blocks}总计|1001000|5000").ShouldBeEmpty();
        var finding = Findings($"项目|预算数|执行数\n{blocks}总计|1001000|5001").ShouldHaveSingleItem();
        finding.Code.ShouldBe("JH2001");
        finding.Formula.ShouldBe("5 + 5 + 5 + 5 + 5 + 5 + 5 + 5 + 5 + 5 + …（共1000项）… + 5 = 5000 ≠ 文中 5001");
    }

    [Fact]
    public void A_table_of_as_many_rows_as_the_limit_is_checked_and_one_of_more_is_noted_with_what_to_do()
    {
        var rows = string.Concat(Enumerable.Range(1, 19_998).Select(i => $"项目{i}|1|{i % 7}\n"));
        Findings($"项目|预算数|执行数\n{rows}合计|19998|1").ShouldHaveSingleItem().Code.ShouldBe("JH2001");
        var note = Findings($"项目|预算数|执行数\n又一项|1|1\n{rows}合计|19998|1").ShouldHaveSingleItem();
        (note.Code, note.Severity, note.At.Row, note.At.Column, note.Text).ShouldBe(("JH2401", Severity.Note, 0, 0, "项目"));
        note.Message.ShouldBe("本表有20001行，超过20000行，没有核对；拆成不超过20000行、40列的几张表后再核对。");
    }

    [Fact]
    public void A_table_too_wide_to_be_checked_is_noted_though_its_cells_only_claim_to_span_so_far()
    {
        var wide = new Table([], [new TableRow([]), new TableRow([TableCell.Of("项目") with { ColumnSpan = int.MaxValue }, TableCell.Of("数") with { ColumnSpan = int.MaxValue }])]);
        var note = Auditor.Audit(new Document("", [wide])).Findings.ShouldHaveSingleItem();
        (note.Code, note.At.Row).ShouldBe(("JH2401", 1));
        note.Message.ShouldStartWith("本表有4294967294列，超过40列，没有核对");
    }

    private static IReadOnlyList<Finding> Findings(string table)
    {
        var lines = table.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(l => l.Split('|')).ToList();
        var rows = lines.Skip(1).Select(l => new TableRow([.. l.Select(TableCell.Of)])).Prepend(new TableRow([.. lines[0].Select(TableCell.Of)]) { Role = RowRole.Head });
        var document = new Document("", [new Table([.. lines[0].Select(_ => new TableColumn(""))], [.. rows])]);
        return Auditor.Audit(document).Findings;
    }
}
