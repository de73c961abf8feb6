using Jiheng.Model.Measures;

namespace Jiheng.Model.Tests.Measures;

public class AmountTests
{
    [Theory]
    [InlineData("12507.41 万元", "125074100")]
    [InlineData("26,696,796.40元", "26696796.40")]
    [InlineData("1.2亿元", "120000000")]
    [InlineData("40.26%", "0.4026")]
    [InlineData("3.1‰", "0.0031")]
    [InlineData("245839 份", "245839")]
    [InlineData("3万人次", "30000")]
    public void A_figure_with_its_unit_is_read_into_base_units(string text, string expected) =>
        Amount.Parse(text).Base.ShouldBe(decimal.Parse(expected));

    [Fact]
    public void Adding_yuan_to_ten_thousand_yuan_converts() =>
        (Amount.Parse("1.5万元") + Amount.Parse("500元")).ShouldBe(Amount.Parse("1.55万元"));

    [Fact]
    public void Adding_people_to_money_is_refused_and_names_both_units() =>
        Should.Throw<DimensionMismatchException>(() => Amount.Parse("3万元") + Amount.Parse("3人"))
            .Message.ShouldContain("“万元”与“人”");

    [Theory]
    [InlineData("12507.41")]
    [InlineData("万元")]
    [InlineData("12.5 斛")]
    public void A_figure_without_a_known_unit_is_refused(string text) => Amount.TryParse(text, out _).ShouldBeFalse();
}
