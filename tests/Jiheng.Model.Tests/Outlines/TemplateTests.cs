using Jiheng.Model.Formulas;
using Jiheng.Model.Outlines;

namespace Jiheng.Model.Tests.Outlines;

public class TemplateTests
{
    [Fact]
    public void A_sentence_is_cut_into_text_variables_figures_and_lists()
    {
        var template = Template.Read("{department}执行{fin.spent|亿元|2}，执行率{fin.rate}，其中{fin.spent by 功能}。", Known.Metrics).Template.ShouldNotBeNull();
        template.Pieces.Select(p => p.GetType()).ShouldBe([
            typeof(VariablePiece), typeof(LiteralPiece), typeof(FigurePiece), typeof(LiteralPiece), typeof(FigurePiece), typeof(LiteralPiece), typeof(ItemsPiece), typeof(LiteralPiece)]);
        var figure = template.Pieces[2].ShouldBeOfType<FigurePiece>();
        (figure.Unit!.Symbol, figure.Places, figure.Bare).ShouldBe(("亿元", 2, false));
    }

    [Fact]
    public void A_bare_number_has_no_unit() =>
        Template.Read("{fin.spent|#}", Known.Metrics).Template!.Pieces.ShouldHaveSingleItem().ShouldBeOfType<FigurePiece>().Bare.ShouldBeTrue();

    [Theory]
    [InlineData("编制{staff.qouta}。", 3, "没有数据项“staff.qouta”。", "staff.quota")]
    [InlineData("{departmnt}", 1, "没有数据项“departmnt”。", "department")]
    [InlineData("{fin.spent|人}", 11, "算出的是“元”，不能印成“人”。", null)]
    [InlineData("{fin.spent|万园}", 11, "不认识的计量单位“万园”。", "万元")]
    [InlineData("支出{fin.spent", 2, "“{”没有对应的“}”。", null)]
    [InlineData("{fin.spnt by 功能}", 1, "没有数据项“fin.spnt”。", "fin.spent")]
    public void A_faulty_template_is_told_with_its_place(string text, int position, string message, string? nearest)
    {
        var fault = Template.Read(text, Known.Metrics).Faults.ShouldHaveSingleItem();
        (fault.Position, fault.Message).ShouldBe((position, message));
        if (nearest is not null && fault.Kind != FormulaFaultKind.UnknownUnit) fault.Nearest.ShouldBe(nearest);
    }
}
