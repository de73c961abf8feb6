using Jiheng.Model.Appraisals;
using Jiheng.Model.Facts;
using Jiheng.Model.Measures;
using Jiheng.Model.Metrics;
using Jiheng.Model.Schemes;

namespace Jiheng.Model.Tests.Appraisals;

public class AppraiserTests
{
    private static readonly SchemeConfirmation Confirmed = new("示财绩〔2025〕3号", "王五", new DateOnly(2025, 3, 1));

    private static readonly Scheme Scheme = new()
    {
        Id = "demo",
        Name = "示范方案",
        IsComplete = true,
        Grades = [new("优", 90), new("良", 80), new("中", 60), new("差", 0)],
        Indicators = [
            new() { Code = "A", Name = "投入", Weight = 20 },
            new()
            {
                Code = "A.1", Name = "在职人员控制率", Weight = 20, Direction = Direction.AtMost, Target = Amount.Parse("100%"), Value = Known.Formula("staff.control_rate"),
                Rule = new StepDeductRule(1, DeductSide.Over, 0.01m, 0.5m, PartialStep.Ignore),
            },
            new() { Code = "B", Name = "过程", Weight = 30 },
            new()
            {
                Code = "B.1", Name = "执行率", Weight = 10, Direction = Direction.AtLeast, Target = Amount.Parse("100%"), Value = Known.Formula("fin.rate"), Rule = new RatioRule(1),
                NotApplicable = new(Known.Condition("fin.budget = 0 and fin.spent = 0"), null, NotApplicablePolicy.Rescale),
            },
            new() { Code = "B.2", Name = "制度", Weight = 20, Rule = new AllOrNothingRule("有制度") },
            new() { Code = "C", Name = "产出", Weight = 50, Slot = new(1, 3, [Direction.AtLeast, Direction.AtMost, Direction.Equal], []) },
        ],
        RulesByDirection = new Dictionary<Direction, ScoringRule>
        {
            [Direction.AtLeast] = new ProportionalRule(), [Direction.Equal] = new ProportionalRule(), [Direction.AtMost] = new ReverseLinearRule(2),
        },
    };

    private static readonly Objective Objective = new()
    {
        Indicators = [
            new() { Slot = "C", Code = "C.1", Name = "建档人数", Weight = 30, Direction = Direction.AtLeast, Target = Amount.Parse("100份"), Value = Known.Formula("phs.records") },
            new() { Slot = "C", Code = "C.2", Name = "重大医疗事故", Weight = 20, Direction = Direction.Equal, Target = Amount.Parse("0起"), Value = Known.Formula("perf.accidents") },
        ],
    };

    private static readonly string[] Facts = ["staff.in_post 203人", "staff.quota 200人", "fin.spent 90万元", "fin.budget 100万元", "phs.records 100份", "perf.accidents 0起"];

    private static readonly Dictionary<string, Judgement> Judgements = new() { ["B.2"] = new() { Met = true } };

    private static Appraisal Appraise(Scheme? scheme = null, Objective? objective = null, SchemeConfirmation? confirmation = null, params string[] changes)
    {
        var facts = changes.Concat(Facts.Where(f => !changes.Any(c => c.Split(' ')[0] == f.Split(' ')[0])));
        return new Appraiser(scheme ?? Scheme, objective ?? Objective, confirmation).Appraise(Known.Figures([.. facts]), Judgements);
    }

    [Fact]
    public void Points_are_added_up_under_their_headings_and_graded()
    {
        var appraisal = Appraise(confirmation: Confirmed);
        appraisal.Scores.Select(s => (s.Code, s.Points)).ShouldBe([("A", 19.5m), ("A.1", 19.5m), ("B", 29m), ("B.1", 9m), ("B.2", 20m), ("C", 50m), ("C.1", 30m), ("C.2", 20m)]);
        (appraisal.Total, appraisal.Grade, appraisal.IsOfficial).ShouldBe((98.5m, "优", true));
    }

    [Fact]
    public void Every_point_is_explained_with_its_figures()
    {
        var appraisal = Appraise();
        appraisal.Find("A.1")!.Sentence.ShouldBe("偏离 100% 共 1.5，计 1 步，每步扣 0.5：20 − 1 × 0.5");
        appraisal.Find("B.1")!.Sentence.ShouldBe("10 × 90%");
        appraisal.Find("B.1")!.ActualText.ShouldBe("90.00%");
        appraisal.Find("C.2")!.Sentence.ShouldBe("实际为零，得满分 20");
        appraisal.Find("C.1")!.TargetText.ShouldBe("≥100份");
    }

    [Fact]
    public void A_missing_figure_leaves_the_indicator_open_and_there_is_no_total()
    {
        var appraisal = Appraise(changes: "fin.spent 暂无数据");
        appraisal.Open.Select(s => s.Code).ShouldBe(["B.1"]);
        appraisal.Find("B.1")!.Sentence.ShouldBe("缺少：全年执行数");
        (appraisal.Total, appraisal.Grade, appraisal.PointsSoFar).ShouldBe((null, null, 89.5m));
        appraisal.TrialReasons.ShouldContain("还有 1 项没有得分");
    }

    [Fact]
    public void What_does_not_apply_is_taken_out_and_the_rest_scaled()
    {
        var appraisal = Appraise(changes: ["fin.spent 0万元", "fin.budget 0万元"]);
        appraisal.Find("B.1")!.Status.ShouldBe(ScoreStatus.NotApplicable);
        appraisal.Total.ShouldBe(Rounding.HalfUp(89.5m * 100 / 90, 2));
    }

    [Fact]
    public void A_zero_denominator_outside_of_the_exception_is_for_a_person_to_decide()
    {
        var appraisal = Appraise(changes: ["fin.spent 3万元", "fin.budget 0万元"]);
        appraisal.Find("B.1")!.Status.ShouldBe(ScoreStatus.Unjudged);

        var decided = new Appraiser(Scheme, Objective).Appraise(
            Known.Figures("fin.spent 3万元", "fin.budget 0万元"), new Dictionary<string, Judgement> { ["B.1"] = new() { Points = 2, Reason = "预算年底才下达" } });
        decided.Find("B.1")!.Points.ShouldBe(2);
    }

    [Fact]
    public void Without_confirmation_the_total_is_a_trial_one() =>
        Appraise().TrialReasons.ShouldBe(["本单位尚未按当年通知确认方案（文号、确认人、日期）"]);

    [Fact]
    public void A_confirmation_of_another_version_does_not_count()
    {
        var appraisal = Appraise(Scheme with { Hash = "b" }, confirmation: Confirmed with { SchemeHash = "a" });
        appraisal.TrialReasons.ShouldBe(["方案在确认之后有改动，须重新确认"]);
    }

    [Fact]
    public void An_incomplete_scheme_never_gives_an_official_score() =>
        Appraise(Scheme with { IsComplete = false }, confirmation: Confirmed).IsOfficial.ShouldBeFalse();

    [Fact]
    public void Placeholder_points_are_marked_and_make_a_trial_score()
    {
        var scheme = Scheme with { Indicators = [.. Scheme.Indicators.Select(i => i.Code == "A.1" ? i with { Weight = null, PlaceholderWeight = 20 } : i)] };
        var appraisal = Appraise(scheme, confirmation: Confirmed);
        (appraisal.Find("A.1")!.Points, appraisal.Find("A.1")!.IsPlaceholder).ShouldBe((19.5m, true));
        appraisal.TrialReasons.ShouldBe(["含占位权重，非官方"]);
    }

    [Fact]
    public void Own_indicators_that_do_not_fit_their_slot_are_told()
    {
        var own = Objective.Indicators[0];
        Appraise(objective: new() { Indicators = [own] }).TrialReasons.ShouldContain("“产出”应为 50 分，自设指标合计 30 分");
        Appraise(objective: new() { Indicators = [own with { Slot = "B.2" }] }).TrialReasons.ShouldContain("自设指标“建档人数”放在“B.2”，方案里没有这个自设位置");
        Appraise(objective: new() { Indicators = [own with { Direction = Direction.Qualitative }] }).TrialReasons.ShouldContain("自设指标“建档人数”的计算符号在“产出”里不可用");
        Appraise(objective: new() { Indicators = [.. Enumerable.Range(1, 4).Select(n => own with { Code = $"C.{n}" })] }).TrialReasons.ShouldContain("“产出”最多设 3 个指标，现有 4 个");
    }

    [Fact]
    public void A_slot_that_must_be_filled_keeps_the_total_open()
    {
        var appraisal = Appraise(objective: Objective.None);
        appraisal.Find("C")!.Status.ShouldBe(ScoreStatus.EmptySlot);
        appraisal.Total.ShouldBeNull();
    }

    [Fact]
    public void Lost_points_far_passed_targets_and_rates_above_the_whole_must_be_explained()
    {
        var appraisal = Appraise(changes: ["phs.records 130份", "fin.spent 120万元"]);
        appraisal.Find("A.1")!.MustExplain.ShouldBe(["得分低于分值"]);
        appraisal.Find("C.1")!.MustExplain.ShouldBe(["达到目标的 1.3 倍及以上"]);
        appraisal.Find("B.1")!.MustExplain.ShouldBe(["比率超过 100%"]);
        Appraise(changes: "phs.records 129份").Find("C.1")!.MustExplain.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(OverTargetAction.Explain, "30")]
    [InlineData(OverTargetAction.Deduct, "28")]
    [InlineData(OverTargetAction.Zero, "0")]
    public void A_far_passed_target_costs_what_the_scheme_says(OverTargetAction action, string points) =>
        Appraise(Scheme with { OverTarget = new(1.3m, action, 2) }, changes: "phs.records 130份").Find("C.1")!.Points.ShouldBe(decimal.Parse(points));

    [Fact]
    public void Caps_and_deductions_on_the_total_apply_after_the_sum()
    {
        TotalRule Rule(TotalRuleKind kind, decimal points, string when) => new("规则", kind, points, Known.Condition(when), Provenance.Unknown);
        var scheme = Scheme with { TotalRules = [Rule(TotalRuleKind.Cap, 89, "fin.rate < 80 %"), Rule(TotalRuleKind.Deduct, 2, "fin.rate < 95 %")] };

        Appraise(scheme).Total.ShouldBe(96.5m);
        Appraise(scheme, changes: "fin.spent 79万元").ShouldSatisfyAllConditions(a => a.Total.ShouldBe(89), a => a.Grade.ShouldBe("良"), a => a.AppliedRules.Count.ShouldBe(2));
        Appraise(scheme, changes: "fin.spent 96万元").AppliedRules.ShouldBeEmpty();
    }

    [Fact]
    public void A_total_is_rounded_before_it_is_graded()
    {
        var scheme = Scheme with
        {
            Rounding = new(2, 2, TotalRounding.ExactSum),
            Indicators = [
                new() { Code = "A", Name = "考核", Weight = 100, Value = Known.Formula("perf.score"), Rule = new ExternalScoreRule(100) },
            ],
        };
        var appraisal = Appraise(scheme, Objective.None, changes: "perf.score 89.995分");
        (appraisal.Total, appraisal.Grade).ShouldBe((90.00m, "优"));
    }

    [Fact]
    public void Rates_are_rounded_before_they_are_scored()
    {
        // 100.996 % prints as 101.00 % and loses a step, as whoever reads the form would reckon.
        var appraisal = Appraise(changes: ["staff.in_post 100996人", "staff.quota 100000人"]);
        (appraisal.Find("A.1")!.ActualText, appraisal.Find("A.1")!.Points).ShouldBe(("101.00%", 19.5m));
    }

    [Fact]
    public void A_target_of_the_objective_takes_the_place_of_the_schemes()
    {
        var scheme = Scheme with { Indicators = [.. Scheme.Indicators.Select(i => i.Code == "B.1" ? i with { Rule = new ProportionalRule() } : i)] };
        var objective = Objective with { Targets = new Dictionary<string, Amount> { ["B.1"] = Amount.Parse("90%") } };
        Appraise(scheme, objective).Find("B.1")!.ShouldSatisfyAllConditions(s => s.Points.ShouldBe(10), s => s.TargetText.ShouldBe("≥90%"));
    }

    [Fact]
    public void The_fast_tally_agrees_with_the_full_appraisal_on_random_figures()
    {
        var random = new Random(7);
        var appraiser = new Appraiser(Scheme, Objective);
        for (var round = 0; round < 300; round++)
        {
            var figures = new FigureRow(2024, Known.Metrics);
            foreach (var metric in Known.Metrics.All.Where(_ => random.Next(5) > 0)) figures.Set(metric, Figure.Given(random.Next(0, 400) / 2m));
            var judgements = new Dictionary<string, Judgement> { ["B.2"] = new() { Met = random.Next(3) switch { 0 => null, 1 => true, _ => false } } };

            var appraisal = appraiser.Appraise(figures, judgements);

            appraiser.Tally(figures, judgements).ShouldBe((appraisal.PointsSoFar, appraisal.Open.Count()));
            appraisal.Leaves.ShouldAllBe(s => s.Points == null || (s.Points >= 0 && s.Points <= s.Weight));
            (appraisal.Total is null).ShouldBe(appraisal.Open.Any());
        }
    }
}
