using Jiheng.Model.Appraisals;
using Jiheng.Model.Facts;
using Jiheng.Model.Formulas;
using Jiheng.Model.Measures;
using Jiheng.Model.Metrics;
using Jiheng.Model.Schemes;

namespace Jiheng.Model.Tests.Appraisals;

public sealed class RowsWithoutFiguresTests
{
    private static readonly MetricCatalog Catalog = new(
    [
        new Metric { Code = "phs.done", Name = "接种人数", Unit = MeasureUnit.Parse("人") },
        new Metric { Code = "phs.due", Name = "应种人数", Unit = MeasureUnit.Parse("人") },
        new Metric { Code = "phs.rate", Name = "接种率", Unit = MeasureUnit.Percent, Expression = "pct(phs.done, phs.due)" },
    ]);

    private static readonly QualitativeBandsRule Bands = new([new QualitativeBand("met", "达成", 0.8m, 1m, true)]);

    private static readonly Scheme Scheme = new()
    {
        Id = "demo/department",
        Name = "示范方案",
        IsComplete = true,
        Grades = [new GradeBand("优", 90)],
        Indicators =
        [
            new Indicator { Code = "P", Name = "产出", Weight = 60 },
            new Indicator { Code = "P.1", Name = "数量指标", Slot = new Slot(1, 5, [Direction.AtLeast], []) },
            new Indicator { Code = "P.2", Name = "成本指标", Slot = new Slot(0, 5, [Direction.AtMost], []) },
            new Indicator { Code = "Q", Name = "制度建设", Weight = 40, Direction = Direction.Qualitative, Rule = Bands },
        ],
        RulesByDirection = new Dictionary<Direction, ScoringRule> { [Direction.AtLeast] = new ProportionalRule() },
    };

    private static readonly Dictionary<string, Judgement> Judgements = new() { ["Q"] = new Judgement { Choice = "met", Points = 38 } };

    [Fact]
    public void A_rate_whose_parts_nobody_holds_is_scored_as_reported()
    {
        var score = Appraise(Reported("phs.rate", "94.5%")).Find("P.1.1")!;

        score.Points.ShouldBe(60);
        score.ActualText.ShouldBe("94.50%");
    }

    [Fact]
    public void A_rate_that_can_be_computed_is_computed_whatever_was_reported() =>
        Appraise(Reported("phs.rate", "94.5%"), Reported("phs.done", "45人"), Reported("phs.due", "100人")).Find("P.1.1")!.Points.ShouldBe(30);

    [Fact]
    public void A_control_figure_never_stands_in_for_missing_parts() =>
        Appraise(Reported("phs.rate", "94.5%", Stage.Control)).Find("P.1.1")!.Points.ShouldBeNull();

    [Fact]
    public void A_judged_indicator_without_formula_needs_no_figure()
    {
        var score = Appraise(Reported("phs.rate", "94.5%")).Find("Q")!;

        score.Points.ShouldBe(38);
        score.ActualText.ShouldBe("达成");
        score.MustExplain.ShouldBe(["得分低于分值"]);
    }

    [Fact]
    public void A_slot_that_may_stay_empty_does_not_hold_the_total_back()
    {
        var appraisal = Appraise(Reported("phs.rate", "94.5%"));

        appraisal.Find("P.2")!.Status.ShouldBe(ScoreStatus.UnusedSlot);
        appraisal.Open.ShouldBeEmpty();
        appraisal.Total.ShouldBe(98);
    }

    private static Appraisal Appraise(params Fact[] facts)
    {
        var objective = new Objective
        {
            Indicators =
            [
                new OwnIndicator
                {
                    Slot = "P.1", Code = "P.1.1", Name = "疫苗接种率", Weight = 60, Direction = Direction.AtLeast,
                    Target = Amount.Parse("90%"), Value = Formula.Read("phs.rate", Catalog).Formula,
                },
            ],
        };
        return new Appraiser(Scheme, objective).Appraise(new FactBook(facts).View("A", 2024), Judgements);
    }

    private static Fact Reported(string metric, string value, Stage stage = Stage.Executed) => new()
    {
        Key = new FactKey("A", 2024, metric, Member.All, Basis.Usual with { Stage = stage }),
        Value = Amount.Parse(value),
    };
}
