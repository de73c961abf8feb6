using Jiheng.Model.Measures;
using Jiheng.Storage.Facts;

namespace Jiheng.Storage.Tests.Facts;

public sealed class StoredFigureTests
{
    [Theory]
    [InlineData("12507.41 万元", 12507410000)]
    [InlineData("0.01 元", 1)]
    [InlineData("95.25 %", 95250000)]
    [InlineData("203 人", 203000000)]
    [InlineData("-3 人", -3000000)]
    public void A_figure_becomes_an_integer_at_the_scale_of_its_dimension(string figure, long expected)
    {
        StoredFigure.Of(Amount.Parse(figure), out var stored).ShouldBe(StorageFit.Fits);
        stored.ShouldBe(expected);
    }

    [Theory]
    [InlineData("0.001 元", StorageFit.TooManyPlaces)]
    [InlineData("1.0000001 万元", StorageFit.TooManyPlaces)]
    [InlineData("1.0000001 %", StorageFit.TooManyPlaces)]
    [InlineData("100000000000000000 元", StorageFit.TooLarge)]
    [InlineData("79228162514264337593543950335 万亿元", StorageFit.TooLarge)]
    public void What_does_not_fit_is_refused_never_rounded(string figure, StorageFit expected)
    {
        StoredFigure.Of(Amount.Parse(figure), out var stored).ShouldBe(expected);
        stored.ShouldBe(0);
    }

    [Fact]
    public void Every_figure_within_the_places_of_its_unit_comes_back_as_it_was_written()
    {
        var random = new Random(20240101);
        foreach (var unit in MeasureUnit.KnownSymbols.Concat(["万元", "亿元", "万人次", "千人"]).Select(MeasureUnit.Parse))
        {
            var most = StoredFigure.PlacesOf(unit);
            for (var i = 0; i < 50; i++)
            {
                var amount = new Amount(new decimal(random.Next(), 0, 0, random.Next(2) == 0, (byte)random.Next(most + 1)), unit);
                if (StoredFigure.Of(amount, out var stored) == StorageFit.TooLarge) continue;
                StoredFigure.Restore(stored, unit, amount.Places).ShouldBe(amount, $"{amount}");
            }
            StoredFigure.Of(new Amount(new decimal(1, 0, 0, false, (byte)(most + 1)), unit), out _).ShouldBe(StorageFit.TooManyPlaces, unit.Symbol);
        }
    }

    [Theory]
    [InlineData("元", 2)]
    [InlineData("万元", 6)]
    [InlineData("%", 6)]
    [InlineData("人", 6)]
    [InlineData("分钱", 0)]
    public void A_unit_says_how_many_places_its_figures_may_have(string unit, int expected) => StoredFigure.PlacesOf(MeasureUnit.Parse(unit)).ShouldBe(expected);
}
