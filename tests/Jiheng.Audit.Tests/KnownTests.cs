using Jiheng.Audit.Known;
using Jiheng.Model.Documents;
using Jiheng.Model.Measures;

namespace Jiheng.Audit.Tests;

public class KnownTests
{
    private static readonly KnownFacts Ledger = new(
    [
        new(["基本支出", "基本支出决算"], Amount.Parse("8872.79万元"), "台账（决算草案）"),
        new(["规范管理率"], Amount.Parse("84.5%"), "台账"),
    ]);

    [Theory]
    [InlineData("全年基本支出8872.79万元。")]
    [InlineData("全年基本支出88727900元。")]
    [InlineData("全年基本支出8872.8万元，规范管理率为84.50%。")]
    [InlineData("项目支出3634.62万元，比上年基本支出8000万元少。")]
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

    private static IReadOnlyList<Audit.Findings.Finding> Findings(string text) => Auditor.Audit(Document.FromPlainText(text), Ledger).Findings;
}
