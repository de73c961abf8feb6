using Jiheng.Audit.Known;
using Jiheng.Model.Documents;
using Jiheng.Model.Measures;

namespace Jiheng.Audit.Tests;

public class KnownTests
{
    private static readonly KnownFacts Ledger = new(
    [
        new(["基本支出", "基本支出决算"], Amount.Parse("8872.79万元"), "台账（决算草案）"),
        new(["规范管理率", "高血压患者规范管理率"], Amount.Parse("84.5%"), "台账"),
    ]);

    [Theory]
    [InlineData("全年基本支出8872.79万元。")]
    [InlineData("全年基本支出88727900元。")]
    [InlineData("全年基本支出8872.8万元，规范管理率为84.50%。")]
    [InlineData("项目支出为8872.79万元，比上年基本支出8872.79万元少。")]
    [InlineData("财政拨款基本支出8872.79万元。")]
    public void What_agrees_with_the_ledger_or_is_not_in_it_is_silent(string text) => Findings(text).ShouldBeEmpty();

    [Theory]
    [InlineData("全年基本支出8827.79万元。", "8827.79万元")]
    [InlineData("高血压患者规范管理率为85.40%。", "85.40%")]
    public void What_differs_is_named_with_its_source(string text, string figure)
    {
        var finding = Auditor.Audit(Document.FromPlainText(text), Ledger).Findings.ShouldHaveSingleItem();
        finding.Code.ShouldBe("JH2201");
        finding.Text.ShouldBe(figure);
        finding.Message.ShouldContain("台账");
        finding.Suggestion.ShouldContain("口径");
    }

    [Fact]
    public void A_narrower_figure_is_never_held_against_the_whole()
    {
        var finding = Findings("财政拨款基本支出7600.00万元。").ShouldHaveSingleItem();
        finding.Code.ShouldBe("JH2202");
        finding.Severity.ShouldBe(Audit.Findings.Severity.Note);
    }

    [Fact]
    public void Figures_without_a_source_are_counted_in_one_note() =>
        Findings("救助困难群众2350人次，发放补助48.60万元，设3个窗口。").ShouldHaveSingleItem().Message.ShouldContain("2个数字");

    [Theory]
    [InlineData("2024年基本支出510.00万元，上年基本支出480.00万元。", "")]
    [InlineData("2024年基本支出480.00万元。", "480.00万元")]
    [InlineData("2023年基本支出510.00万元。", "510.00万元")]
    [InlineData("2024年基本支出505.00万元。", "505.00万元")]
    public void Years_are_told_apart_and_a_printed_control_excuses_nothing(string text, string figure)
    {
        KnownFacts years = new(
        [
            new(["基本支出"], Amount.Parse("510.00万元"), "台账"),
            new(["基本支出"], Amount.Parse("480.00万元"), "上年公开数") { Year = 2023 },
            new(["基本支出"], Amount.Parse("505.00万元"), "报告所写") { IsControl = true },
        ])
        { Year = 2024 };
        string.Join(',', Auditor.Audit(Document.FromPlainText(text), years).Findings.Select(f => f.Text)).ShouldBe(figure);
    }

    private static IReadOnlyList<Audit.Findings.Finding> Findings(string text) => Auditor.Audit(Document.FromPlainText(text), Ledger).Findings;
}
