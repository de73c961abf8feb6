using System.Globalization;
using Jiheng.Model.Documents;

namespace Jiheng.Audit.Tests;

public class FigureTests
{
    [Theory]
    [InlineData("支出12507.41万元", "125074100", "元")]
    [InlineData("资产26,696,796.40元", "26696796.40", "元")]
    [InlineData("收案321 146件", "321146", "件")]
    [InlineData("报告７７８６例", "7786", "例")]
    [InlineData("覆盖率９５．５％", "95.5", "%")]
    [InlineData("投资3.2亿元", "320000000", "元")]
    [InlineData("资产33.5万亿元", "33500000000000", "元")]
    [InlineData("服务2.5万人次", "25000", "人次")]
    [InlineData("争取资金三千二百万元", "32000000", "元")]
    [InlineData("占比九成", "90", "%")]
    [InlineData("达到百分之六十", "60", "%")]
    [InlineData("提高1.5个百分点", "1.5", "个百分点")]
    [InlineData("增加了10倍", "10", "倍")]
    [InlineData("下设十二个股室", "12", "个")]
    [InlineData("新增床位 60 张", "60", "张")]
    public void A_quantity_is_read_with_its_unit(string text, string value, string unit)
    {
        var figure = Figures(text).ShouldHaveSingleItem();
        figure.Value.ShouldBe(decimal.Parse(value, CultureInfo.InvariantCulture));
        figure.Unit.Name.ShouldBe(unit);
    }

    [Theory]
    [InlineData("2024年3月5日")]
    [InlineData("2021—2023年")]
    [InlineData("湘政办发〔2021〕79号")]
    [InlineData("第3季度")]
    [InlineData("（3）公共卫生")]
    [InlineData("2.基层卫生")]
    [InlineData("1至10月")]
    [InlineData("0-6岁儿童")]
    [InlineData("电话0734-8223344")]
    [InlineData("型号GB2312")]
    [InlineData("1250KVA变压器")]
    [InlineData("一是加强领导")]
    [InlineData("二〇二四年")]
    [InlineData("十四五规划")]
    public void Other_numbers_are_no_quantities(string text) => Figures(text).ShouldBeEmpty();

    [Theory]
    [InlineData("约500人", "490", "510")]
    [InlineData("支出8856.68万元", "88566750", "88566850")]
    [InlineData("共42人", "42", "42")]
    public void A_figure_stands_for_the_values_that_its_printing_allows(string text, string low, string high)
    {
        var range = Figures(text).ShouldHaveSingleItem().Range;
        range.Low.ShouldBe(decimal.Parse(low, CultureInfo.InvariantCulture));
        range.High.ShouldBe(decimal.Parse(high, CultureInfo.InvariantCulture));
    }

    [Fact]
    public void A_place_counts_from_the_start_of_the_source()
    {
        var figure = Figures("第一行没有数字。\n支出50万元。").ShouldHaveSingleItem();
        figure.At.Block.ShouldBe(1);
        figure.At.Start.ShouldBe(2);
        figure.At.Offset.ShouldBe(11);
        figure.Text.ShouldBe("50万元");
    }

    private static IReadOnlyList<Figures.Figure> Figures(string text) => Auditor.Audit(Document.FromPlainText(text)).Figures;
}
