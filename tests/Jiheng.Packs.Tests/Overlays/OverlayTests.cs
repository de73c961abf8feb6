using Jiheng.Packs.Reading;
using Jiheng.Packs.Testing;

namespace Jiheng.Packs.Tests.Overlays;

public class OverlayTests
{
    private const string Province = """
        pack: demo/department
        name: 示范部门整体支出绩效自评表
        region: 示范省
        years: {from: 2024}
        subject: department
        status: complete
        basis: {doc: 示财绩〔2024〕1号, confidence: verified}
        rounding: {rate: 2, score: 2, total: sum-of-scores}
        grades: {优: 90, 良: 80, 中: 60, 差: 0}
        by-direction:
          ge: {rule: proportional}
          eq: {rule: proportional}
          le: {rule: reverse-linear}
        indicators:
          - {code: A, name: 投入, weight: 40}
          - {code: A.1, name: 在职人员控制率, weight: 40, direction: le, target: 100 %, value: "pct(staff.in_post, staff.quota)",
             score: {rule: step-deduct, base: 100 %, side: over, step: 1 pp, deduct: 0.5, partial: ignore}}
          - {code: B, name: 产出, weight: 60}
          - {code: B.1, name: 数量指标, weight: 40, slot: {min: 1, max: 10, directions: [ge, eq, le]}}
          - {code: B.2, name: 采购执行率, weight: 20, direction: ge, target: 100 %, value: "pct(proc.actual, proc.budget)",
             score: {rule: ratio, cap: 100 %}, na: {when: "proc.budget = 0", then: full-score}}
        tests:
          - {name: 超一个半百分点只扣一步, facts: {staff.in_post: 203 人, staff.quota: 200 人, proc.budget: 0 元, proc.actual: 0 元}, expect: {A.1: 39.5, B.2: 20, missing: [B.1]}}

        """;

    private const string City = """
        ---
        pack: demo/department/city
        extends: demo/department
        years: {from: 2025}
        region: 示范省某市
        basis: {doc: 某财绩〔2025〕6号, confidence: verified}
        patch: [{remove: B.2, clause: 附件2}, {set: B.1.weight, to: 60, clause: 附件2}]
        tests: [{restates: 超一个半百分点只扣一步, because: 附件2, expect: {A.1: 39.5, missing: [B.1]}}]

        """;

    [Fact]
    public void An_overlay_is_its_parent_with_the_patches_over_it()
    {
        var city = Written.Read(Province + City).FindScheme("demo/department/city").ShouldNotBeNull();

        city.Name.ShouldBe("示范部门整体支出绩效自评表");
        city.Region.ShouldBe("示范省某市");
        city.FromYear.ShouldBe(2025);
        city.Indicators.Select(i => (i.Code, i.Weight)).ShouldBe([("A", 40m), ("A.1", 40m), ("B", 60m), ("B.1", 60m)]);
    }

    [Fact]
    public void The_parents_tests_run_on_the_child_as_restated()
    {
        var results = PackTests.Run(Written.Read(Province + City));

        results.Select(r => (r.PackId, r.Name, r.Passed)).ShouldBe([
            ("demo/department", "超一个半百分点只扣一步", true), ("demo/department/city", "超一个半百分点只扣一步", true)]);
    }

    [Fact]
    public void A_parents_test_about_a_removed_indicator_must_be_restated() =>
        Written.Load(Province + City[..City.IndexOf("tests:", StringComparison.Ordinal)]).Faults.ShouldHaveSingleItem()
            .ToString().ShouldContain("方案“demo/department/city”没有指标“B.2”");

    [Fact]
    public void An_indicator_that_is_added_stands_behind_its_siblings()
    {
        var library = Written.Read(Province + City + """
            ---
            pack: demo/department/city/county
            extends: demo/department/city
            patch:
              - {set: A.weight, to: 50, clause: 第三条}
              - {add: {code: A.2, name: 三公经费控制率, weight: 10, direction: le, target: 100 %, value: sangong.control_rate, score: {rule: reverse-ratio}}, clause: 第三条}
              - {set: B.weight, to: 50, clause: 第三条}
              - {set: B.1.weight, to: 50, clause: 第三条}
              - {set: A.1.score.deduct, to: 2, clause: 第四条}
            tests: [{restates: 超一个半百分点只扣一步, because: 第四条, expect: {A.1: 38}}]

            """);
        var county = library.FindScheme("demo/department/city/county").ShouldNotBeNull();

        county.Indicators.Select(i => i.Code).ShouldBe(["A", "A.1", "A.2", "B", "B.1"]);
        PackTests.Run(library, county.Id).ShouldAllBe(r => r.Passed);
    }

    [Fact]
    public void A_test_that_fails_says_what_was_expected_and_what_came()
    {
        var library = Written.Read(Province.Replace("A.1: 39.5", "A.1: 38, total: 90, grade: 优"));
        PackTests.Run(library).ShouldHaveSingleItem().Differences.ShouldBe([
            "A.1 在职人员控制率应得 38 分，算出 39.5 分（偏离 100% 共 1.5，计 1 步，每步扣 0.5：40 − 1 × 0.5）",
            "总分应为 90，算出 不了，还有 B.1 没有得分",
            "等级应为“优”，算出“无”"]);
    }

    [Fact]
    public void The_difference_of_two_schemes_is_told_rule_by_rule()
    {
        var library = Written.Read(Province + City.Replace("to: 60, clause: 附件2}", "to: 60, clause: 附件2}, {set: A.1.target, to: 95 %, clause: 附件2}, {set: A.1.score.side, to: both, clause: 附件2}"));

        PackDiff.Between(library.Schemes[0], library.Schemes[1]).ShouldBe([
            "A.1 在职人员控制率 目标：≤100% 改为 ≤95%",
            "A.1 在职人员控制率 打分办法：以 100% 为准，每高 1 个百分点扣 0.5 分，扣完为止；不足一步不扣 改为 以 100% 为准，每高或低 1 个百分点扣 0.5 分，扣完为止；不足一步不扣",
            "B.1 数量指标 分值：40 分 改为 60 分",
            "删去 B.2 采购执行率（20 分）"]);
    }

    [Fact]
    public void The_difference_in_points_is_told_indicator_by_indicator()
    {
        var library = Written.Read(Province + City.Replace("to: 60, clause: 附件2}", "to: 60, clause: 附件2}, {set: A.1.score.deduct, to: 2, clause: 附件2}").Replace("A.1: 39.5", "A.1: 38"));
        var test = library.TestsOf(library.Schemes[0]).ShouldHaveSingleItem();

        PackDiff.Scores(library.Schemes[0], library.Schemes[1], test.Figures, test.Objective).ShouldBe([
            new("A.1", "在职人员控制率", 39.5m, 38m), new("B.2", "采购执行率", 20m, null), new("", "合计", 59.5m, 38m)]);
    }

    [Fact]
    public void The_same_scheme_has_no_differences_and_the_same_hash_however_it_is_laid_out()
    {
        var a = Written.Read(Province).Schemes[0];
        var b = Written.Read("# 注释\n" + Province.Replace("region: 示范省\nyears: {from: 2024}", "years: {from: 2024}\nregion: \"示范省\"")).Schemes[0];

        PackDiff.Between(a, b).ShouldBeEmpty();
        b.Hash.ShouldBe(a.Hash);
        Written.Read(Province.Replace("deduct: 0.5", "deduct: 0.4").Replace("A.1: 39.5", "A.1: 39.6")).Schemes[0].Hash.ShouldNotBe(a.Hash);
    }

    [Fact]
    public void Versions_of_a_pack_are_found_by_year()
    {
        var library = Written.Read(Province.Replace("{from: 2024}", "{from: 2020, to: 2023}") + "---\n" + Province);

        library.FindScheme("demo/department", 2022)!.ToYear.ShouldBe(2023);
        library.FindScheme("demo/department")!.FromYear.ShouldBe(2024);
        library.FindScheme("demo/department", 2019).ShouldBeNull();
    }
}
