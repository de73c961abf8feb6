using Jiheng.Model.Organisation;

namespace Jiheng.Model.Tests.Organisation;

public class UnitTreeTests
{
    private static BudgetUnit Unit(string code, string? parent = null) => new(code, code + "院", UnitKind.PrimaryCare, parent);

    [Fact]
    public void Reach_is_the_unit_and_all_below_it()
    {
        var tree = new UnitTree([Unit("甲"), Unit("乙", "甲"), Unit("丙", "乙"), Unit("丁")]);
        tree.Reach("甲").Select(u => u.Code).ShouldBe(["甲", "乙", "丙"]);
        tree.Reach("戊").ShouldBeEmpty();
        tree.Roots.Select(u => u.Code).ShouldBe(["甲", "丁"]);
    }

    [Fact]
    public void Units_that_contain_each_other_are_refused() =>
        Should.Throw<ArgumentException>(() => new UnitTree([Unit("甲", "乙"), Unit("乙", "甲")])).Message.ShouldBe("单位“甲院”的上级关系成环。");

    [Fact]
    public void An_unknown_parent_is_refused_and_named() =>
        Should.Throw<ArgumentException>(() => new UnitTree([Unit("甲", "乙")])).Message.ShouldBe("单位“甲院”的上级“乙”不存在。");

    [Fact]
    public void A_code_may_stand_only_once() => Should.Throw<ArgumentException>(() => new UnitTree([Unit("甲"), Unit("甲")]));
}
