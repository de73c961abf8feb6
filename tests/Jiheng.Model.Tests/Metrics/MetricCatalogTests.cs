using Jiheng.Model.Formulas;
using Jiheng.Model.Measures;
using Jiheng.Model.Metrics;

namespace Jiheng.Model.Tests.Metrics;

public class MetricCatalogTests
{
    private static Metric Own(string code, string? formula = null, string unit = "人") => new() { Code = code, Name = code, Unit = MeasureUnit.Parse(unit), Expression = formula };

    [Fact]
    public void Metrics_that_depend_on_themselves_are_told_and_never_run_in_circles()
    {
        var catalog = new MetricCatalog([Own("a", "b + 1人"), Own("b", "c + 1人"), Own("c", "a + 1人"), Own("d", "a")]);
        catalog.Faults.ShouldHaveSingleItem().Fault.Message.ShouldBe("公式成环：a → b → c → a。");
        Evaluator.Evaluate(catalog["d"], Known.Figures(), catalog).IsComputed.ShouldBeFalse();
    }

    [Fact]
    public void A_metric_may_be_derived_from_one_that_stands_behind_it() => new MetricCatalog([Own("a", "b + 1人"), Own("b")]).Faults.ShouldBeEmpty();

    [Fact]
    public void A_formula_of_another_unit_is_told() =>
        new MetricCatalog([Own("a"), Own("b", "a / a")]).Faults.ShouldHaveSingleItem().Fault.Message.ShouldBe("“b”的单位是“人”，公式算出的却是“比率”。");

    [Fact]
    public void A_dossiers_own_metrics_stand_behind_the_dictionary_and_may_use_it()
    {
        var catalog = Known.Metrics.With([Own("own.vacancies", "staff.quota - staff.in_post")]);
        catalog.Faults.ShouldBeEmpty();
        catalog["staff.quota"].Index.ShouldBe(Known.Metrics["staff.quota"].Index);
        Evaluator.Evaluate(catalog["own.vacancies"], Known.Figures("staff.quota 34人", "staff.in_post 28人"), catalog).Value.ShouldBe(6);
    }

    [Theory]
    [InlineData("staff.qouta", "staff.quota")]
    [InlineData("fin.budgt", "fin.budget")]
    [InlineData("x", null)]
    [InlineData("completely.different", null)]
    public void The_nearest_code_is_found_or_none(string mistyped, string? nearest) => Known.Metrics.Nearest(mistyped).ShouldBe(nearest);
}
