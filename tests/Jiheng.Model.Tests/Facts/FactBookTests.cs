using Jiheng.Model.Facts;
using Jiheng.Model.Measures;

namespace Jiheng.Model.Tests.Facts;

public class FactBookTests
{
    private static Fact Spent(string value, string basis = "", int year = 2024)
    {
        BasisNames.TryParse(basis, out var read, out _).ShouldBeTrue();
        return new() { Key = new("局", year, "fin.spent", Member.All, read), Value = Amount.Parse(value) };
    }

    private static Figure Read(UnitScope scope, params Fact[] facts) => new FactBook(facts).View("局", 2024, scope).Find(Known.Metrics["fin.spent"], 0);

    [Fact]
    public void Later_stages_supersede_earlier_ones() =>
        Read(UnitScope.Consolidated, Spent("1万元", "年初批复"), Spent("2万元", "调整后"), Spent("3万元", "执行"), Spent("4万元", "决算草案"), Spent("5万元", "批复决算")).Value.ShouldBe(50000);

    [Theory]
    [InlineData("对照")]
    [InlineData("目标")]
    public void Control_figures_and_targets_are_never_read_as_facts(string stage) =>
        Read(UnitScope.Consolidated, Spent("9万元", stage)).State.ShouldBe(FigureState.NotReported);

    [Fact]
    public void The_offices_own_figures_and_those_of_the_whole_never_meet()
    {
        Fact[] facts = [Spent("1万元", "本级"), Spent("3万元", "汇总")];
        Read(UnitScope.Own, facts).Value.ShouldBe(10000);
        Read(UnitScope.Consolidated, facts).Value.ShouldBe(30000);
        Read(UnitScope.Consolidated, facts[0]).State.ShouldBe(FigureState.NotReported);
    }

    [Fact]
    public void All_funds_come_before_a_part_of_them() =>
        Read(UnitScope.Consolidated, Spent("1万元", "一般公共预算"), Spent("2万元", "财政拨款"), Spent("3万元", "全口径")).Value.ShouldBe(30000);

    [Fact]
    public void Last_years_figure_is_read_from_last_year() =>
        new FactBook([Spent("1万元", year: 2023)]).View("局", 2024).Find(Known.Metrics["fin.spent"], 1).Value.ShouldBe(10000);

    [Fact]
    public void Two_facts_of_one_key_are_refused() =>
        Should.Throw<ArgumentException>(() => new FactBook([Spent("1万元"), Spent("2万元")])).Message.ShouldStartWith("数据重复：局 2024 fin.spent 汇总·全口径·执行。");

    [Fact]
    public void The_control_figure_beside_a_computable_one_is_found() =>
        new FactBook([Spent("1万元"), Spent("1.1万元", "对照")]).Control("局", 2024, "fin.spent")!.Value!.Value.Value.ShouldBe(1.1m);

    [Theory]
    [InlineData("本级·财政拨款·年初批复", "本级·财政拨款·年初批复")]
    [InlineData("对照 本级", "本级·全口径·对照")]
    [InlineData("", "汇总·全口径·执行")]
    public void A_footing_is_read_from_the_names_that_are_given(string text, string expected)
    {
        BasisNames.TryParse(text, out var basis, out _).ShouldBeTrue();
        basis.ToString().ShouldBe(expected);
    }

    [Fact]
    public void An_unknown_footing_is_named()
    {
        BasisNames.TryParse("汇总·全部资金", out _, out var unknown).ShouldBeFalse();
        unknown.ShouldBe("全部资金");
    }

    [Theory]
    [InlineData("功能")]
    [InlineData("=公共卫生")]
    [InlineData("功能=")]
    public void An_item_needs_axis_and_name(string text) => Should.Throw<FormatException>(() => Member.Parse(text));
}
