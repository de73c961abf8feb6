using Jiheng.Ledger.Accounts;
using Jiheng.Model.Documents;
using Jiheng.Model.Facts;
using Jiheng.Model.Measures;

namespace Jiheng.Ledger.Tests.Accounts;

public class AccountsReaderTests
{
    private static readonly YanfengAccounts Year = YanfengAccounts.Of2024;

    [Fact]
    public void Every_layout_reads_to_the_same_facts()
    {
        foreach (var year in (YanfengAccounts[])[YanfengAccounts.Of2024, YanfengAccounts.Of2025])
        {
            var nine = AccountsReader.Read("决算.xlsx", Layouts.Nine(year)).Facts.ToDictionary(f => (f.Key.Metric, f.Key.Member, f.Key.Basis.Scope, f.Key.Basis.Funding), f => f.Value!.Value.Base);
            nine.Count.ShouldBeGreaterThan(60);
            foreach (var other in (Document[])[Layouts.Yuan(year), Layouts.Thirteen(year)])
            {
                var facts = AccountsReader.Read("决算.xlsx", other).Facts.ToDictionary(f => (f.Key.Metric, f.Key.Member, f.Key.Basis.Scope, f.Key.Basis.Funding), f => f.Value!.Value.Base);
                foreach (var (key, value) in nine) facts.GetValueOrDefault(key, -1).ShouldBe(value, key.ToString());
            }
        }
    }

    [Theory]
    [InlineData("fin.income_total", FundingBasis.All, "12507.41")]
    [InlineData("fin.expenditure_total", FundingBasis.All, "12507.41")]
    [InlineData("fin.basic_execution", FundingBasis.All, "8872.79")]
    [InlineData("fin.basic_execution", FundingBasis.GeneralPublicBudget, "8872.79")]
    [InlineData("fin.project_execution", FundingBasis.All, "3634.62")]
    [InlineData("fin.personnel_execution", FundingBasis.GeneralPublicBudget, "4910.31")]
    [InlineData("fin.salary_welfare", FundingBasis.GeneralPublicBudget, "4795.30")]
    [InlineData("fin.capital_exp", FundingBasis.GeneralPublicBudget, "52.35")]
    [InlineData("fin.fiscal_execution", FundingBasis.FiscalAppropriation, "12507.41")]
    [InlineData("sangong.budget_total", FundingBasis.GeneralPublicBudget, "7.00")]
    [InlineData("sangong.vehicle_running_actual", FundingBasis.GeneralPublicBudget, "6.00")]
    public void A_total_becomes_a_fact_of_the_dictionary_with_its_footing(string metric, FundingBasis funding, string expected)
    {
        var book = AccountsReader.Read("决算.xlsx", Layouts.Nine(Year));
        var fact = book.Facts.Single(f => f.Key.Metric == metric && f.Key.Member.IsAll && f.Key.Basis.Funding == funding);
        fact.Value!.Value.ToString().ShouldBe(expected + "万元");
        fact.Key.Year.ShouldBe(2024);
        fact.Key.Subject.ShouldBe("衡阳市雁峰区卫生健康局");
        fact.Key.Basis.Stage.ShouldBe(Stage.ApprovedAccounts);
    }

    [Fact]
    public void Every_fact_names_the_cell_it_comes_from() =>
        AccountsReader.Read("决算.xlsx", Layouts.Nine(Year)).Facts.Single(f => f.Key.Metric == "fin.project_execution" && f.Key.Member.IsAll && f.Key.Basis.Funding == FundingBasis.All)
            .Source.ShouldBe("决算.xlsx “G03”E7");

    [Fact]
    public void Sound_accounts_give_no_finding()
    {
        foreach (var layout in (Document[])[Layouts.Nine(Year), Layouts.Yuan(Year), Layouts.Thirteen(Year)])
            AccountsReader.Read("决算.xlsx", layout).Findings.Select(f => f.ToString()).ShouldBeEmpty();
    }

    [Fact]
    public void A_cell_finds_its_counterpart_in_another_year_and_another_layout()
    {
        var last = AccountsReader.Read("2024.xlsx", Layouts.Nine(YanfengAccounts.Of2024));
        var current = AccountsReader.Read("2025.xlsx", Layouts.Yuan(YanfengAccounts.Of2025));
        foreach (var cell in last.Cells.Where(c => c.Line.Table is AccountsTableKind.Expenditure or AccountsTableKind.BasicExpenditure or AccountsTableKind.ThreePublic))
            current.Counterpart(cell).ShouldNotBeNull(cell.Label);
        var project = last.Cells.Single(c => c.Line is { Table: AccountsTableKind.Expenditure, Code: "2100409", Column: "项目支出" });
        current.Counterpart(project)!.Value.Base.ShouldBe(2513300m);
    }

    [Fact]
    public void Tables_that_are_not_ours_are_listed_and_nothing_is_taken_from_them()
    {
        var book = AccountsReader.Read("决算.xlsx", Layouts.Thirteen(Year));
        book.Unread.Select(u => u.Message).ShouldContain(m => m.Contains("项目支出决算明细表"));
        book.Cells.ShouldNotContain(c => c.Value.Value == 12m);
        book.Facts.Single(f => f.Key.Metric == "sangong.vehicle_holdings").Value.ShouldBe(Amount.Parse("2辆"));
        book.Facts.Single(f => f.Key.Metric == "asset.total").Value!.Value.ToString().ShouldBe("5321.88万元");
    }

    [Fact]
    public void Binary_shadows_behind_fifteen_digits_are_not_figures()
    {
        var table = new Paper("x").Row("支出决算表→5").Row("部门：雁峰区卫生健康局", "单位：万元").Row("科目代码", "科目名称", "本年支出合计", "基本支出", "项目支出")
            .Row("", "合计", "3634.6199999999999", "0", "3634.62").Table();
        var book = AccountsReader.Read("x.xlsx", new Document("", [table]));
        book.Cells[0].Value.Value.ShouldBe(3634.62m);
        book.Findings.ShouldBeEmpty();
    }

    [Fact]
    public void Without_a_money_unit_nothing_is_taken_until_a_person_settles_it()
    {
        var table = new Paper("x").Row("支出决算表→5").Row("科目代码", "科目名称", "本年支出合计", "基本支出", "项目支出").Row("", "合计", "10", "4", "6").Table();
        var document = new Document("", [table]);
        AccountsReader.Read("x.xlsx", document).Unread.Single().Code.ShouldBe("JH3105");
        AccountsReader.Read("x.xlsx", document, new SettledAccounts(MoneyUnit: MeasureUnit.Yuan)).Cells[0].Value.ShouldBe(Amount.Parse("10元"));
    }

    [Fact]
    public void A_table_without_title_is_listed_whatever_its_sheet_is_called()
    {
        var table = new Paper("公开03支出决算表").Row("单位：万元").Row("科目代码", "科目名称", "本年支出合计").Row("", "合计", "10").Table();
        var book = AccountsReader.Read("x.xlsx", new Document("", [table]));
        book.Cells.ShouldBeEmpty();
        book.Unread.Single().Code.ShouldBe("JH3101");
        book.Findings.Single().Code.ShouldBe("JH3107");
    }

    [Fact]
    public void Own_office_and_draft_are_understood_from_the_tables()
    {
        var table = new Paper("x").Row("2025年度收入支出决算总表（草案）→4").Row("单位名称：雁峰区卫生健康局本级", "", "", "单位：万元").Row("项目", "金额").Row("本年收入合计", "10").Table();
        var book = AccountsReader.Read("x.xlsx", new Document("", [table]));
        book.Scope.Value.ShouldBe(UnitScope.Own);
        book.Stage.Value.ShouldBe(Stage.DraftAccounts);
        book.Year!.Value.ShouldBe(2025);
        book.Scope.IsGuess.ShouldBeFalse();
    }

    [Fact]
    public void What_is_assumed_is_marked_as_a_guess()
    {
        var book = AccountsReader.Read("决算.xlsx", Layouts.Nine(Year));
        book.Scope.IsGuess.ShouldBeTrue();
        book.Stage.IsGuess.ShouldBeFalse();
        book.Unit!.From!.ToString().ShouldBe("“G01”A3");
    }

    [Fact]
    public void Two_different_tables_of_one_kind_are_both_left_out()
    {
        var twice = new Document("", [Layouts.Nine(YanfengAccounts.Of2024).Blocks[2], Layouts.Nine(YanfengAccounts.Of2025).Blocks[2]]);
        var book = AccountsReader.Read("x.xlsx", twice);
        book.Cells.ShouldBeEmpty();
        book.Findings.ShouldContain(f => f.Code == "JH3106");
    }
}
