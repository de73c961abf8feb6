using Jiheng.Ledger.Accounts;
using Jiheng.Model.Documents;

namespace Jiheng.Ledger.Tests.Accounts;

public class AccountsChecksTests
{
    [Fact]
    public void A_total_that_differs_between_tables_is_told_with_both_cells()
    {
        var findings = Changed("12507.41", "12507.14", sheet: "G03", times: 1);
        var finding = findings.First(f => f.Code == "JH3120");
        finding.Message.ShouldContain("是 12507.41万元，");
        finding.Message.ShouldContain("是 12507.14万元，差 0.27万元");
        finding.At.Select(a => a.ToString()).ShouldBe(["“G01”F10", "“G03”C7"]);
    }

    [Fact]
    public void Basic_and_project_that_miss_the_total_are_told() =>
        Changed("3634.62", "3643.62", sheet: "G03", times: 1).ShouldContain(f => f.Code == "JH3122" && f.Message.Contains("基本支出") && f.Message.Contains("差 9.00万元"));

    [Fact]
    public void An_item_that_breaks_its_class_is_told() =>
        Changed("245.00", "254.00", sheet: "G05", times: 5).ShouldContain(f => f.Code == "JH3122" && f.Message.Contains("公共卫生"));

    [Fact]
    public void Parts_of_the_three_public_expenses_that_miss_their_sum_are_told() =>
        Changed("6.00", "0.00", sheet: "G07", times: 1).ShouldContain(f => f.Code == "JH3122" && f.Message.Contains("三公"));

    [Fact]
    public void A_cent_that_rounding_explains_is_only_a_remark()
    {
        var findings = Changed("12507.41", "12507.42", sheet: "G05", times: 1);
        findings.Where(f => f.Code == "JH3121").ShouldNotBeEmpty();
        findings.ShouldNotContain(f => f.Code == "JH3122");
    }

    [Fact]
    public void Accounts_of_another_year_bureau_or_stage_are_told_in_plain_words()
    {
        var last = AccountsReader.Read("去年.xlsx", Layouts.Nine(YanfengAccounts.Of2024));
        var current = AccountsReader.Read("今年.xlsx", Layouts.Nine(YanfengAccounts.Of2025));
        AccountsDesk.Compare(current, last, 2024, "雁峰区卫生健康局").ShouldBeEmpty();
        AccountsDesk.Compare(last, last, 2024, null).Single().Message.ShouldContain("“去年.xlsx”是 2024 年的决算，这里要的是 2025 年的");
        AccountsDesk.Compare(current, last, 2024, "石鼓区卫生健康局").Count(f => f.Code == "JH3134").ShouldBe(1);
        var draft = AccountsReader.Read("草案.xlsx", Layouts.Nine(YanfengAccounts.Of2025), new SettledAccounts(Stage: Model.Facts.Stage.DraftAccounts));
        AccountsDesk.Compare(draft, last, 2024, null).Single().Code.ShouldBe("JH3136");
    }

    private static IReadOnlyList<AccountsFinding> Changed(string from, string to, string sheet, int times)
    {
        var document = Layouts.Nine(YanfengAccounts.Of2024);
        var left = times;
        TableCell Change(TableCell cell) => cell.Place?.Part == sheet && cell.Text == from && left-- > 0 ? cell with { Runs = [new Run(to)] } : cell;
        Block Mend(Block block) => block is Table table ? table with { Rows = [.. table.Rows.Select(r => r with { Cells = [.. r.Cells.Select(Change)] })] } : block;
        return AccountsReader.Read("决算.xlsx", document with { Blocks = [.. document.Blocks.Select(Mend)] }).Findings;
    }
}
