using Jiheng.Audit.Claims;
using Jiheng.Audit.Findings;
using Jiheng.Model.Documents;

namespace Jiheng.Audit.Tests;

public class CrossTableTests
{
    private const string ThreePublic = """
        项目|预算数（万元）|决算数（万元）
        因公出国（境）费|2.00|1.35
        公务用车运行维护费|15.00|14.27
        公务接待费|10.00|8.90
        """;

    private const string Expenses = """
        科目|2024年支出（万元）
        工资福利支出|812.45
        商品和服务支出|233.18
        对个人和家庭的补助|96.72
        资本性支出|41.06
        """;

    [Fact]
    public void A_value_that_text_and_table_print_alike_is_silent_and_is_a_relation_that_holds()
    {
        var report = Auditor.Audit(Doc("2024年度公务接待费决算数为8.90万元。", ThreePublic));
        report.Findings.ShouldBeEmpty();
        report.Claims.ShouldContain(c => c.Type == ClaimType.Equality && c.Holds);
    }

    [Fact]
    public void A_final_amount_that_the_table_prints_differently_is_found_in_the_text_with_the_cell_beside_it()
    {
        var finding = Findings("2024年度公务接待费决算数为9.80万元。", ThreePublic).ShouldHaveSingleItem();
        (finding.Code, finding.Text, finding.At.Block).ShouldBe(("JH2007", "9.80万元", 0));
        finding.Formula.ShouldBe("文中公务接待费9.80万元，表中“决算数（万元）”8.90");
        var cell = finding.Also.ShouldHaveSingleItem();
        (cell.Block, cell.Row, cell.Column).ShouldBe((1, 3, 2));
    }

    [Theory]
    [InlineData("2024年度公务接待费预算数为12.30万元。", "12.30万元")]
    [InlineData("公务用车运行维护费决算14.27万元。公务接待费执行数7.61万元。", "7.61万元")]
    [InlineData("2024年“三公”经费支出决算中，因公出国（境）费决算1.35万元，公务用车运行维护费决算14.27万元，公务接待费决算9.40万元。", "9.40万元")]
    [InlineData("2024年度公务接待费决算数为98500元。", "98500元")]
    public void A_contradiction_is_found_by_its_side_its_neighbours_and_across_units(string text, string wrong) => Findings(text, ThreePublic).Where(f => f.Code == "JH2007").ShouldHaveSingleItem().Text.ShouldBe(wrong);

    [Theory]
    [InlineData("2024年度公务接待费决算数为8.9万元。")]
    [InlineData("2024年度公务接待费决算数为89000元。")]
    [InlineData("2024年度公务接待费决算数为89050元。")]
    [InlineData("2024年度公务接待费决算数约9万元。")]
    [InlineData("2024年度公务接待费预算数为10万元。")]
    [InlineData("上年公务接待费决算数为9.80万元。")]
    [InlineData("2024年工作总结如下。2024年共三项。2023年公务接待费决算数为9.80万元。")]
    [InlineData("公务接待费9.80万元。")]
    [InlineData("2024年度人民医院公务接待费决算数为9.80万元。")]
    [InlineData("2024年人民医院开支较大，公务接待费决算数为9.80万元。")]
    [InlineData("2024年度公务接待费决算数为8.90亿元。")]
    [InlineData("2024年度公务接待费决算数为9.80万元。2024年度公务接待费决算数为7.60万元，为另一口径。")]
    [InlineData("2024年度公务接待费比上年增加9.80万元。")]
    [InlineData("2024年度公务接待费人均决算数为9.80万元。")]
    [InlineData("2024年度公务接待决算批次为9.80万元。")]
    public void What_may_be_another_value_is_not_accused(string text) => Findings(text, ThreePublic).Where(f => f.Also.Any(a => a.Row >= 0)).ShouldBeEmpty();

    [Fact]
    public void A_name_that_the_table_gives_two_values_is_not_compared() => Findings("2024年度公务接待费决算数为9.80万元。", ThreePublic + "\n公务接待费|3.00|2.10").ShouldBeEmpty();

    [Fact]
    public void A_table_of_another_year_is_not_compared() => Findings("2024年度工资福利支出决算数为845.12万元。", Expenses.Replace("2024", "2023")).ShouldBeEmpty();

    [Fact]
    public void A_column_of_its_own_name_is_compared_with_the_row_and_the_column_together()
    {
        const string beds = "机构|床位数（张）|职工人数（人）\n县人民医院|520|610\n县中医医院|260|301";
        Findings("县人民医院床位数520张。县中医医院床位数280张。", beds).ShouldHaveSingleItem().Text.ShouldBe("280张");
        Findings("县人民医院床位数520张。县中医医院职工有301人。县中医医院设280张。", beds).ShouldBeEmpty();
    }

    [Fact]
    public void Two_tables_of_which_one_row_differs_contradict_each_other()
    {
        var finding = Findings("支出见下表。", Expenses, Expenses.Replace("233.18", "238.13")).ShouldHaveSingleItem();
        (finding.Code, finding.At.Block, finding.At.Row, finding.At.Column).ShouldBe(("JH2007", 2, 2, 1));
        finding.Also.ShouldHaveSingleItem().Block.ShouldBe(1);
        Findings("支出见下表。", Expenses, Expenses).ShouldBeEmpty();
    }

    [Fact]
    public void Two_tables_of_which_several_rows_differ_or_whose_years_do_are_two_tables()
    {
        Findings("支出见下表。", Expenses, Expenses.Replace("233.18", "238.13").Replace("96.72", "97.62")).ShouldBeEmpty();
        Findings("支出见下表。", Expenses, Expenses.Replace("2024", "2023").Replace("233.18", "238.13")).ShouldBeEmpty();
        var (first, second) = (Read(Expenses) with { Caption = "年初预算表" }, Read(Expenses.Replace("233.18", "238.13")) with { Caption = "调整预算表" });
        Auditor.Audit(new Document("", [first, second])).Findings.ShouldBeEmpty();
    }

    [Fact]
    public void Rows_that_agree_in_one_column_do_not_make_another_column_the_same()
    {
        const string first = "指标|目标数（人）|实际数（人）\n建档人数|1200|1180\n随访人数|900|880\n体检人数|1500|1490\n签约人数|2200|2150";
        Findings("见下表。", first, first.Replace("1180", "1019").Replace("880", "791").Replace("1490", "1388").Replace("2150", "2003")).ShouldBeEmpty();
    }

    [Fact]
    public void A_hundred_like_forms_are_compared_without_a_finding()
    {
        var forms = Enumerable.Range(1, 100).Select(i => $"科目|2024年支出（万元）\n工资福利支出|{800 + i}.45\n商品和服务支出|{200 + i}.18\n资本性支出|{40 + i}.06").ToArray();
        Findings("见下表。", forms).ShouldBeEmpty();
    }

    private static IReadOnlyList<Finding> Findings(string text, params string[] tables) => Auditor.Audit(Doc(text, tables)).Findings;

    private static Document Doc(string text, params string[] tables) => new("", [Paragraph.Of(text), .. tables.Select(Read)]);

    private static Table Read(string table)
    {
        var lines = table.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(l => l.Split('|')).ToList();
        var rows = lines.Skip(1).Select(l => new TableRow([.. l.Select(TableCell.Of)])).Prepend(new TableRow([.. lines[0].Select(TableCell.Of)]) { Role = RowRole.Head });
        return new Table([.. lines[0].Select(_ => new TableColumn(""))], [.. rows]);
    }
}
