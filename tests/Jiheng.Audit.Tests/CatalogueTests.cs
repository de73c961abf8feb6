using Jiheng.Audit.Findings;
using Jiheng.Model.Documents;

namespace Jiheng.Audit.Tests;

public class CatalogueTests
{
    public static TheoryData<string> Codes() => [.. FindingCatalogue.Rules.Where(r => r.Failing.Length > 0).Select(r => r.Code)];

    [Theory]
    [MemberData(nameof(Codes))]
    public void The_failing_example_raises_its_code_with_its_kind(string code)
    {
        var rule = FindingCatalogue.Get(code);
        var finding = Findings(rule.Failing).Where(f => f.Code == code).ShouldHaveSingleItem();
        finding.Kind.ShouldBe(rule.Kind);
        finding.Message.ShouldNotBeEmpty();
    }

    [Theory]
    [MemberData(nameof(Codes))]
    public void The_passing_example_raises_nothing(string code) => Findings(FindingCatalogue.Get(code).Passing).ShouldBeEmpty();

    [Fact]
    public void Codes_are_unique_and_every_row_explains_itself()
    {
        FindingCatalogue.Rules.Select(r => r.Code).ShouldBeUnique();
        foreach (var rule in FindingCatalogue.Rules)
        {
            rule.Code.ShouldMatch("^JH2\\d{3}$");
            rule.Title.ShouldNotBeEmpty();
            rule.Explanation.ShouldNotBeEmpty();
            rule.Advice.ShouldNotBeEmpty();
        }
    }

    [Fact]
    public void An_unknown_code_is_refused_by_name() => Should.Throw<KeyNotFoundException>(() => FindingCatalogue.Get("JH2999")).Message.ShouldContain("JH2999");

    private static IReadOnlyList<Finding> Findings(string text) => Auditor.Audit(text.Contains('|') ? ScoreForms.Form.Of(text) : Document.FromPlainText(text)).Findings;
}
