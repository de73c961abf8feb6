using Jiheng.Model.Facts;
using Jiheng.Model.Formulas;
using Jiheng.Model.Organisation;

namespace Jiheng.Model.Tests.Organisation;

public class RollUpTests
{
    private static readonly UnitTree Tree = new([
        new("局", "某区卫生健康局", UnitKind.Department),
        new("本级", "局本级", UnitKind.Headquarters, "局"),
        new("甲院", "甲卫生院", UnitKind.PrimaryCare, "局"),
        new("甲站", "甲卫生院分站", UnitKind.PrimaryCare, "甲院"),
        new("乙院", "乙卫生院", UnitKind.PrimaryCare, "局"),
    ]);

    private static RollUp Over(params string[] facts) => new(Known.Book(facts), Tree, "局", 2024, (unit, _) => unit.Code != "局");

    [Fact]
    public void Figures_of_all_units_below_are_summed()
    {
        var sum = Over("本级：staff.in_post 10人", "甲院：staff.in_post 20人", "甲站：staff.in_post 5人", "乙院：staff.in_post 0人").Sum(Known.Metrics["staff.in_post"]);
        (sum.Value, sum.Reporting, sum.Missing.Count).ShouldBe((35m, 4, 0));
    }

    [Fact]
    public void A_unit_that_owes_its_figure_is_named_and_there_is_no_sum()
    {
        var roll = Over("本级：staff.in_post 10人", "甲院：staff.in_post 20人", "甲站：staff.in_post 5人");
        roll.Sum(Known.Metrics["staff.in_post"]).Missing.Select(u => u.Name).ShouldBe(["乙卫生院"]);
        roll.Find(Known.Metrics["staff.in_post"], 0).State.ShouldBe(FigureState.NotReported);
    }

    [Fact]
    public void A_unit_that_does_not_know_its_figure_leaves_the_sum_open() =>
        Over("本级：staff.in_post 10人", "甲院：staff.in_post 20人", "甲站：staff.in_post 5人", "乙院：staff.in_post 暂无数据")
            .Sum(Known.Metrics["staff.in_post"]).Missing.Select(u => u.Name).ShouldBe(["乙卫生院"]);

    [Fact]
    public void A_unit_to_which_the_figure_does_not_apply_owes_nothing() =>
        Over("本级：staff.in_post 10人", "甲院：staff.in_post 20人", "甲站：staff.in_post 不适用", "乙院：staff.in_post 1人")
            .Sum(Known.Metrics["staff.in_post"]).ShouldSatisfyAllConditions(s => s.Value.ShouldBe(31), s => s.Missing.ShouldBeEmpty());

    [Fact]
    public void Rates_are_recomputed_from_the_summed_parts_and_never_averaged()
    {
        var roll = Over(
            "本级：fin.spent 90万元", "本级：fin.budget 100万元", "甲院：fin.spent 1万元", "甲院：fin.budget 10万元",
            "甲站：fin.spent 0万元", "甲站：fin.budget 0万元", "乙院：fin.spent 9万元", "乙院：fin.budget 10万元");
        roll.Of(Known.Metrics["fin.rate"], Known.Metrics).ShouldBe(Result.Of(100m / 120));
    }

    [Fact]
    public void Units_write_in_their_own_unit_of_money() =>
        Over("本级：fin.spent 1万元", "甲院：fin.spent 5000元", "甲站：fin.spent 0元", "乙院：fin.spent 0.1亿元").Sum(Known.Metrics["fin.spent"]).Value.ShouldBe(10_015_000);

    [Fact]
    public void What_cannot_be_summed_is_the_departments_own_figure()
    {
        var roll = new RollUp(Known.Book("perf.satisfaction 95%", "甲院：perf.satisfaction 80%"), Tree, "局", 2024, (_, _) => true);
        roll.Find(Known.Metrics["perf.satisfaction"], 0).Value.ShouldBe(0.95m);
        Should.Throw<InvalidOperationException>(() => roll.Sum(Known.Metrics["perf.satisfaction"])).Message.ShouldBe("“满意度”不能跨单位相加。");
    }

    [Fact]
    public void The_departments_consolidated_figure_is_not_counted_again() =>
        Over("staff.in_post 999人", "本级：staff.in_post 1人", "甲院：staff.in_post 1人", "甲站：staff.in_post 1人", "乙院：staff.in_post 1人").Sum(Known.Metrics["staff.in_post"]).Value.ShouldBe(4);

    [Fact]
    public void Items_are_summed_item_by_item() =>
        Over("甲院：fin.spent 功能=公卫 1万元", "乙院：fin.spent 功能=公卫 2万元", "乙院：fin.spent 功能=行政 3万元")
            .Items(Known.Metrics["fin.spent"], "功能", 0).Select(i => (i.Item, i.Figure.Value)).ShouldBe([("公卫", 30000m), ("行政", 30000m)]);
}
