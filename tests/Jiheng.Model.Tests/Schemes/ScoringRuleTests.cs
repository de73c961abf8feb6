using Jiheng.Model.Measures;
using Jiheng.Model.Schemes;

namespace Jiheng.Model.Tests.Schemes;

/// <summary>Points of every rule, at the ends of its ranges, and the known figures of filled forms.</summary>
public class ScoringRuleTests
{
    private static decimal? Points(ScoringRule rule, decimal weight, string? value, string? target = null, Direction? direction = null) =>
        Give(rule, weight, value, target, direction).Points is { } p ? Rounding.HalfUp(p, 2) : null;

    private static Score Give(ScoringRule rule, decimal weight, string? value, string? target = null, Direction? direction = null, Judgement? judgement = null)
    {
        Amount? actual = value is null ? null : Amount.Parse(value);
        return rule.Give(new(weight, actual?.Base, target is null ? null : Amount.Parse(target).Base, direction, actual?.Unit ?? MeasureUnit.Percent, judgement));
    }

    [Theory]
    [InlineData("87.60%", "8.76")]
    [InlineData("100%", "10")]
    [InlineData("151.46%", "10")]
    [InlineData("0%", "0")]
    [InlineData("-5%", "0")]
    public void A_ratio_gives_its_share_up_to_the_cap(string value, string points) => Points(new RatioRule(1), 10, value).ShouldBe(decimal.Parse(points));

    [Theory]
    [InlineData("50个", "10")]
    [InlineData("40个", "8")]
    [InlineData("65个", "10")]
    [InlineData("0个", "0")]
    [InlineData("-3个", "0")]
    public void More_is_better_in_proportion(string value, string points) =>
        Points(new ProportionalRule(), 10, value, "50个", Direction.AtLeast).ShouldBe(decimal.Parse(points));

    [Theory]
    [InlineData("30个", "6")]
    [InlineData("29.99个", "0")]
    public void Below_the_pass_line_there_is_nothing(string value, string points) =>
        Points(new ProportionalRule(0.6m), 10, value, "50个", Direction.AtLeast).ShouldBe(decimal.Parse(points));

    [Theory]
    [InlineData("90天", "8")]
    [InlineData("99天", "7.2")]
    [InlineData("180天", "0")]
    [InlineData("500天", "0")]
    public void Less_is_better_in_a_straight_line(string value, string points) =>
        Points(new ReverseLinearRule(2), 8, value, "90天", Direction.AtMost).ShouldBe(decimal.Parse(points));

    [Fact]
    public void Less_is_better_by_ratio_gives_other_points_for_the_same_figures() =>
        Points(new ReverseRatioRule(), 8, "99天", "90天", Direction.AtMost).ShouldBe(7.27m);

    [Theory]
    [InlineData("0起", "5")]
    [InlineData("1起", "0")]
    [InlineData("-1起", "5")]
    public void A_target_of_zero_is_met_or_not(string value, string points) =>
        Points(new EqualZeroRule(), 5, value, "0起", Direction.Equal).ShouldBe(decimal.Parse(points));

    [Theory]
    [InlineData("100%", "under", "5", "2", 5, "92.8%", "3")]
    [InlineData("100%", "under", "5", "2", 8, "99.27%", "8")]
    [InlineData("100%", "over", "1", "0.5", 8, "95.10%", "8")]
    [InlineData("0%", "over", "1", "0.8", 8, "98.31%", "0")]
    [InlineData("100%", "over", "1", "0.5", 5, "88.66%", "5")]
    [InlineData("100%", "both", "5", "2", 6, "112%", "2")]
    [InlineData("100%", "both", "5", "2", 6, "88%", "2")]
    [InlineData("100%", "over", "1", "0.5", 5, "101%", "4.5")]
    [InlineData("100%", "over", "1", "0.5", 5, "200%", "0")]
    public void Full_steps_beyond_the_base_cost_points(string from, string side, string step, string deduct, int weight, string value, string points)
    {
        var rule = new StepDeductRule(
            Amount.Parse(from).Base, side switch { "over" => DeductSide.Over, "under" => DeductSide.Under, _ => DeductSide.Both }, decimal.Parse(step) / 100, decimal.Parse(deduct), PartialStep.Ignore);
        Points(rule, weight, value).ShouldBe(decimal.Parse(points));
    }

    [Theory]
    [InlineData(PartialStep.Ignore, "4")]
    [InlineData(PartialStep.Up, "3")]
    [InlineData(PartialStep.Linear, "3.5")]
    public void A_step_that_is_not_full_costs_nothing_all_or_its_share(PartialStep partial, string points) =>
        Points(new StepDeductRule(1, DeductSide.Over, 0.02m, 1, partial), 5, "103%").ShouldBe(decimal.Parse(points));

    [Theory]
    [InlineData("0%", "5")]
    [InlineData("-3%", "5")]
    [InlineData("0.01%", "4")]
    [InlineData("10%", "4")]
    [InlineData("10.01%", "3")]
    [InlineData("99%", "3")]
    public void A_value_on_an_edge_lies_in_the_band_that_includes_it(string value, string points)
    {
        var rule = new BandsRule([new(null, 0, true, true, 5, null), new(0, 0.1m, false, true, 4, null), new(0.1m, null, false, false, null, 0.6m)]);
        Points(rule, 5, value).ShouldBe(decimal.Parse(points));
    }

    [Fact]
    public void A_value_in_no_band_gets_nothing_and_is_said_so() =>
        Give(new BandsRule([new(0, 1, true, true, 5, null)]), 5, "101%").ShouldBe(new Score(0, "101% 不在任何一档，不得分"));

    [Fact]
    public void An_external_score_is_converted() => Points(new ExternalScoreRule(100), 8, "92.5分").ShouldBe(7.4m);

    [Fact]
    public void A_qualitative_band_takes_points_within_its_bounds_only()
    {
        var rule = new QualitativeBandsRule([new("met", "达成", 0.8m, 1, true), new("partly", "部分达成", 0.6m, 0.8m, false), new("unmet", "未达成", 0, 0.6m, false)]);
        Score In(string band, decimal points) => Give(rule, 10, null, judgement: new() { Choice = band, Points = points });

        In("partly", 6).Points.ShouldBe(6);
        In("partly", 8).Fault.ShouldBe("“部分达成”应在 6（含）至 8（不含）之间给分，8 分越界");
        In("met", 8).Points.ShouldBe(8);
        In("met", 10).Points.ShouldBe(10);
        In("met", 10.01m).Points.ShouldBeNull();
        In("unmet", 0).Points.ShouldBe(0);
        In("good", 8).Fault.ShouldBe("没有“good”这一档");
        Give(rule, 10, null, judgement: new() { Choice = "met" }).Fault.ShouldBe("尚未评定");
    }

    [Fact]
    public void What_people_tick_count_and_choose_is_added_up()
    {
        ScoredOption[] options = [new("a", "有制度", 2), new("b", "已执行", 3)];
        Give(new ChecklistRule(options), 5, null, judgement: new() { Ticked = ["b"] }).ShouldBe(new Score(3, "符合 1 项，得 3；未符合：有制度"));
        Give(new ChecklistRule(options), 5, null, judgement: new() { Ticked = ["c"] }).Fault.ShouldBe("没有“c”这一项");
        Give(new ChoiceRule(options), 5, null, judgement: new() { Choice = "a" }).Points.ShouldBe(2);
        Give(new DefectDeductRule(["虚列支出"], 2, 5), 6, null, judgement: new() { Defects = 2 }).Points.ShouldBe(2);
        Give(new DefectDeductRule(["虚列支出"], 2, 5), 6, null, judgement: new() { Defects = 9 }).Points.ShouldBe(1);
        Give(new DefectDeductRule(["虚列支出"], 2, 5), 6, null, judgement: new() { Defects = -1 }).Fault.ShouldBe("问题数不能为负");
        Give(new AllOrNothingRule("有制度"), 6, null, judgement: new() { Met = false }).Points.ShouldBe(0);
    }

    [Fact]
    public void Points_by_hand_need_a_reason_and_stay_within_the_weight()
    {
        Score By(decimal points, string reason) => Give(new ManualRule("看台账"), 5, null, judgement: new() { Points = points, Reason = reason });
        By(4, "台账齐全").Points.ShouldBe(4);
        By(4, "").Fault.ShouldBe("人工给分须写理由");
        By(6, "台账齐全").Fault.ShouldBe("应在 0—5 分之间");
    }

    [Fact]
    public void Nobody_has_judged_is_no_points_and_not_zero()
    {
        ScoringRule[] judged = [
            new ChoiceRule([new("a", "甲", 1)]), new ChecklistRule([new("a", "甲", 1)]), new DefectDeductRule(["甲"], 1, 1), new QualitativeBandsRule([new("a", "甲", 0, 1, true)]),
            new AllOrNothingRule("甲"), new ManualRule("甲")];
        foreach (var rule in judged) Give(rule, 5, null).ShouldSatisfyAllConditions(s => s.Points.ShouldBeNull(), s => s.Fault.ShouldBe("尚未评定"));
    }

    [Fact]
    public void Points_always_lie_between_nothing_and_the_weight_and_never_fall_when_more_is_better()
    {
        var random = new Random(18);
        ScoringRule[] rising = [new RatioRule(1), new ProportionalRule(), new ProportionalRule(0.6m), new ExternalScoreRule(1)];
        ScoringRule[] falling = [new ReverseLinearRule(2), new ReverseLinearRule(1.5m), new ReverseRatioRule(), new EqualZeroRule(), new StepDeductRule(1, DeductSide.Over, 0.01m, 0.7m, PartialStep.Linear)];
        for (var round = 0; round < 400; round++)
        {
            var (weight, target) = (random.Next(1, 60), random.Next(1, 300) / 100m);
            var values = Enumerable.Range(0, 8).Select(_ => random.Next(-100, 500) / 100m).Order().ToList();
            foreach (var rule in rising.Concat(falling))
            {
                var points = values.Select(v => rule.Give(new(weight, v, target, rising.Contains(rule) ? Direction.AtLeast : Direction.AtMost, MeasureUnit.One, null)).Points!.Value).ToList();
                points.ShouldAllBe(p => p >= 0 && p <= weight);
                (rising.Contains(rule) ? points : points.AsEnumerable().Reverse()).ShouldBeInOrder();
            }
        }
    }
}
