using Jiheng.Audit;
using Jiheng.Audit.Findings;
using Jiheng.Casework.Checking;
using Jiheng.Model.Documents;
using Jiheng.Model.Facts;
using static Jiheng.Casework.Tests.SmallBureau;

namespace Jiheng.Casework.Tests.Checking;

public class KnownFiguresTests
{
    private static readonly Audit.Known.KnownFacts Known = KnownFigures.Of(Open(facts:
    [
        Given("fin.annual_budget", "200.00万元"), Given("fin.annual_execution", "175.20万元"), Given("fin.quota", "42人"),
        Given("fin.project_execution", "60.00万元", "来源=财政拨款"), Given("fin.annual_execution", "171.20万元", stage: Stage.Control),
        Given("fin.annual_budget", "180.00万元", year: 2023), Given("fin.annual_execution", "171.00万元", year: 2023),
    ]));

    [Theory]
    [InlineData("2024年全年预算数200.00万元，全年执行数1752000元，预算执行率为87.6%。")]
    [InlineData("2024年预算执行率87.60%，2023年预算执行率95%。")]
    [InlineData("全局编制数42人，财政拨款项目支出60万元。")]
    [InlineData("2021年全年预算数150.00万元。全年预算数较上年有所增加。")]
    public void What_the_dossier_bears_out_is_not_accused(string text) =>
        Findings(text).Where(f => f.Code == "JH2201").ShouldBeEmpty();

    [Theory]
    [InlineData("全年执行数157.20万元。", "157.20万元", "台账和基础数据表（汇总·全口径·执行）175.20万元")]
    [InlineData("全年执行数171.20万元。", "171.20万元", "原报告所写（汇总·全口径·对照）171.20万元")]
    [InlineData("预算执行率86.7%。", "86.7%", "自评表实际完成值87.60%")]
    [InlineData("预算执行率得分33.50分。", "33.50分", "自评表得分35.04分")]
    [InlineData("2023年全年预算数210.00万元。", "210.00万元", "上年数据（汇总·全口径·执行）180.00万元")]
    public void A_figure_is_held_against_ledger_score_table_and_last_year(string text, string figure, string source)
    {
        var finding = Findings(text).ShouldHaveSingleItem();
        finding.Code.ShouldBe("JH2201");
        finding.Severity.ShouldBe(Severity.Warning);
        finding.Text.ShouldBe(figure);
        finding.Message.ShouldContain(source);
    }

    [Theory]
    [InlineData("anyi-2023")]
    [InlineData("hengyang-projects-2024")]
    [InlineData("lianjiang-2024")]
    [InlineData("shanting-2019")]
    [InlineData("yanfeng-2024")]
    public void The_report_that_is_written_from_a_dossier_agrees_with_it(string sample) =>
        ShippedSamples.Open(sample).AuditedReport().Audit.Findings.Where(f => f.Code == "JH2201").Select(f => f.Message).ShouldBeEmpty();

    /// <summary>Every figure that a sample reports, said under its own name: as it is it passes, with its first digit changed it is found.</summary>
    [Theory]
    [InlineData("anyi-2023", 20)]
    [InlineData("lianjiang-2024", 20)]
    [InlineData("yanfeng-2024", 20)]
    public void Any_figure_of_the_ledger_with_one_digit_changed_is_found(string sample, int least)
    {
        var file = ShippedSamples.Open(sample);
        var known = KnownFigures.Of(file);
        var found = 0;
        foreach (var fact in file.Dossier.Facts.Where(f => f.Key.Year == file.Dossier.Year && f.Key.Member.IsAll && f.Key.Subject == file.Dossier.Subject && f.Key.Basis.Stage is not (Stage.Control or Stage.Target)))
        {
            if (fact.Value is not { } value || value.Value == 0m || file.Metrics[fact.Key.Metric].Name is not { Length: >= 4 } name || name.Any(char.IsDigit)) continue;
            Codes($"{name}{value}。").ShouldNotContain("JH2201", name);
            var text = value.ToString();
            var digit = text.IndexOfAny([.. "123456789"]);
            var changed = text[..digit] + (char)(text[digit] == '9' ? '1' : text[digit] + 1) + text[(digit + 1)..];
            if (Codes($"{name}{changed}。").Contains("JH2201")) found++;
            else Codes($"{name}{changed}。").ShouldAllBe(c => c == "JH2202" || c == "JH2009", $"{name}{changed}");
        }
        found.ShouldBeGreaterThanOrEqualTo(least);

        List<string> Codes(string text) => [.. Auditor.Audit(Document.FromPlainText(text), known).Findings.Select(f => f.Code)];
    }

    private static IReadOnlyList<Finding> Findings(string text) => Auditor.Audit(Document.FromPlainText(text), Known).Findings;
}
