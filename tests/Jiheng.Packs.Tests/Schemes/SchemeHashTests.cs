using System.Text;

namespace Jiheng.Packs.Tests.Schemes;

public class SchemeHashTests
{
    private const string Scheme = """
        pack: demo/a
        name: 示范
        years: {from: 2024}
        subject: department
        status: complete
        basis: {doc: 示财绩〔2024〕1号, confidence: verified}
        grades: {优: 90, 差: 0}
        indicators:
          - {code: A, name: 控制率, weight: 100, value: staff.rate, score: {rule: ratio}}
        """;

    private static string Hash(string rate, string other = "人") => PackLibrary.Load([
        new PackFile("scheme", Encoding.UTF8.GetBytes(Scheme)),
        new PackFile("metrics", Encoding.UTF8.GetBytes($$"""
            metrics: staff
            name: 人员
            list:
              - {code: staff.in_post, name: 在职人数, unit: 人}
              - {code: staff.quota, name: 编制数, unit: 人}
              - {code: staff.other, name: 其他, unit: {{other}}}
              - {code: staff.rate, name: 控制率, unit: "%", value: "{{rate}}"}
            """))]).Library!.Schemes[0].Hash;

    [Fact]
    public void A_changed_formula_of_a_metric_that_is_scored_changes_the_hash() =>
        Hash("pct(staff.in_post, staff.quota)").ShouldNotBe(Hash("pct(staff.quota, staff.in_post)"));

    [Fact]
    public void A_changed_metric_that_the_scheme_does_not_read_leaves_the_hash() =>
        Hash("pct(staff.in_post, staff.quota)").ShouldBe(Hash("pct(staff.in_post, staff.quota)", "名"));
}
