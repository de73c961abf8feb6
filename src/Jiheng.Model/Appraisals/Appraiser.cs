using Jiheng.Model.Facts;
using Jiheng.Model.Formulas;
using Jiheng.Model.Measures;
using Jiheng.Model.Schemes;

namespace Jiheng.Model.Appraisals;

/// <summary>
/// Scores subjects under one scheme and objective. A pure function: figures and judgements in, appraisal out; what-if is
/// the same call over other figures.
/// </summary>
public sealed class Appraiser
{
    private static readonly Dictionary<string, Judgement> NoJudgements = [];

    private static readonly ManualRule ZeroDenominator = new("分母为零，方案没有规定怎样给分");

    private readonly Scheme _scheme;
    private readonly ScoringPlan _plan;
    private readonly SchemeConfirmation? _confirmation;

    /// <summary>Prepares scoring; one appraiser serves any number of subjects.</summary>
    /// <param name="scheme">The scheme.</param>
    /// <param name="objective">The approved objective.</param>
    /// <param name="confirmation">The unit's confirmation of the scheme; without it totals are trial ones.</param>
    public Appraiser(Scheme scheme, Objective objective, SchemeConfirmation? confirmation = null)
    {
        ArgumentNullException.ThrowIfNull(scheme);
        ArgumentNullException.ThrowIfNull(objective);
        (_scheme, _plan, _confirmation) = (scheme, new ScoringPlan(scheme, objective), confirmation);
    }

    /// <summary>Scores one subject.</summary>
    /// <param name="figures">The subject's figures.</param>
    /// <param name="judgements">What persons decided, by indicator code.</param>
    public Appraisal Appraise(IFigures figures, IReadOnlyDictionary<string, Judgement>? judgements = null)
    {
        ArgumentNullException.ThrowIfNull(figures);
        judgements ??= NoJudgements;
        var scores = new IndicatorScore[_plan.Rows.Count];
        var exact = new decimal[scores.Length];
        for (var i = 0; i < scores.Length; i++)
        {
            var row = _plan.Rows[i];
            if (row.IsLeaf) scores[i] = ScoreLeaf(row, figures, judgements.GetValueOrDefault(row.Code), out exact[i]);
        }
        AddHeadings(scores);
        return Totalled(scores, exact, figures);
    }

    /// <summary>Adds up one subject's points and nothing else: the fast way through many subjects.</summary>
    /// <returns>Points so far and the number of indicators without points.</returns>
    public (decimal Points, int Open) Tally(IFigures figures, IReadOnlyDictionary<string, Judgement>? judgements = null)
    {
        ArgumentNullException.ThrowIfNull(figures);
        judgements ??= NoJudgements;
        var (points, open) = (0m, 0);
        foreach (var row in _plan.Rows)
        {
            if (!row.IsLeaf) continue;
            var outcome = Outcome(row, figures, judgements.Count == 0 ? null : judgements.GetValueOrDefault(row.Code), out _);
            if (outcome.Score.Points is { } p) points += Rounding.HalfUp(p, _scheme.Rounding.Score);
            else if (outcome.Status is not (ScoreStatus.NotApplicable or ScoreStatus.UnusedSlot)) open++;
        }
        return (points, open);
    }

    private IndicatorScore ScoreLeaf(PlanRow row, IFigures figures, Judgement? judgement, out decimal exact)
    {
        var (status, score) = Outcome(row, figures, judgement, out var value);
        exact = score.Points ?? 0;
        decimal? points = score.Points is { } p ? Rounding.HalfUp(p, _scheme.Rounding.Score) : null;
        return new IndicatorScore
        {
            Code = row.Code,
            Name = row.Name,
            Level = row.Level,
            Weight = row.Weight,
            IsPlaceholder = row.IsPlaceholder,
            IsOwn = row.IsOwn,
            Direction = row.Direction,
            Target = row.Target,
            TargetText = row.TargetText,
            Formula = row.Value,
            Value = value,
            ActualText = ActualText(row, value, judgement),
            Points = points,
            Status = status,
            Sentence = score.Sentence,
            MustExplain = status == ScoreStatus.Scored ? MustExplain(row, value, points, judgement) : [],
            Provenance = row.Provenance,
        };
    }

    private (ScoreStatus Status, Score Score) Outcome(PlanRow row, IFigures figures, Judgement? judgement, out Result value)
    {
        value = default;
        if (row.Weight is { } removed && DoesNotApply(row, figures, judgement)) return WithoutValue(row, removed, "不适用");
        if (row.IsEmptySlot) return row.MayStayEmpty ? (ScoreStatus.UnusedSlot, new(null, "可以不设，本单位没有设")) : (ScoreStatus.EmptySlot, new(null, "本单位还没有在这里设指标"));
        if (row.Weight is not { } weight) return (ScoreStatus.WeightUnknown, new(null, "分值未知，不能计分"));
        if (row.Rule is not { } rule) return (ScoreStatus.Unjudged, new(null, "方案没有规定打分办法"));
        if (row.Value is not null) value = Evaluator.Evaluate(row.Value, figures);
        if (!rule.NeedsValue) return Judged(rule.Give(new(weight, null, null, row.Direction, row.Unit, judgement)));
        if (row.Value is null) return (ScoreStatus.NotComputable, new(null, "没有取数公式"));

        if (value.State == ResultState.NotApplicable && row.NotApplicable is not null) return WithoutValue(row, weight, value.Reason);
        if (value.State == ResultState.Undefined)
            return CoversZero(row, judgement) ? WithoutValue(row, weight, value.Reason) : Judged(ZeroDenominator.Give(new(weight, null, null, row.Direction, row.Unit, judgement)));
        if (!value.IsComputed) return (ScoreStatus.NotComputable, new(null, value.Reason));
        if (rule.NeedsTarget && row.Target is null) return (ScoreStatus.NotComputable, new(null, "没有年度指标值"));

        var shown = row.Value.Dimension.Kind == DimensionKind.Ratio ? Rounding.HalfUp(value.Value, _scheme.Rounding.Rate + 2) : value.Value;
        var score = rule.Give(new(weight, shown, row.Target?.Base, row.Direction, row.Unit, judgement));
        return (ScoreStatus.Scored, IsFarOver(row, shown) ? AfterOverTarget(score) : score);
    }

    private static (ScoreStatus, Score) Judged(Score score) => (score.Points is null ? ScoreStatus.Unjudged : ScoreStatus.Scored, score);

    private static bool DoesNotApply(PlanRow row, IFigures figures, Judgement? judgement)
    {
        if (row.NotApplicable is not { } rule) return false;
        return judgement?.NotApplicable == true || (rule.When is not null && Evaluator.Holds(rule.When, figures) == true);
    }

    // A question put to a person covers a zero denominator until she says no; a condition has decided for itself.
    private static bool CoversZero(PlanRow row, Judgement? judgement) => row.NotApplicable is { When: null } && judgement?.NotApplicable != false;

    private static (ScoreStatus, Score) WithoutValue(PlanRow row, decimal weight, string why) => row.NotApplicable!.Policy switch
    {
        NotApplicablePolicy.FullScore => (ScoreStatus.Scored, new(weight, $"{why}，按方案得满分")),
        NotApplicablePolicy.Zero => (ScoreStatus.Scored, new(0, $"{why}，按方案不得分")),
        _ => (ScoreStatus.NotApplicable, new(null, $"{why}，剔除后折算总分")),
    };

    private bool IsFarOver(PlanRow row, decimal value) =>
        row.Target is { Value: > 0 } target && row.Direction is Direction.AtLeast or Direction.MoreThan or Direction.Equal
        && value >= target.Base * _scheme.OverTarget.Ratio;

    private Score AfterOverTarget(Score score) => _scheme.OverTarget.Action switch
    {
        OverTargetAction.Zero => score with { Points = 0, Sentence = $"达到目标的 {_scheme.OverTarget.Ratio:0.##} 倍及以上，按方案不得分" },
        OverTargetAction.Deduct when score.Points is { } p => score with { Points = Math.Max(0, p - _scheme.OverTarget.Points), Sentence = $"{score.Sentence}；达到目标的 {_scheme.OverTarget.Ratio:0.##} 倍及以上，扣 {_scheme.OverTarget.Points:0.##}" },
        _ => score,
    };

    private List<string> MustExplain(PlanRow row, Result value, decimal? points, Judgement? judgement)
    {
        List<string> reasons = [];
        if (points < row.Weight) reasons.Add("得分低于分值");
        if (value.IsComputed && IsFarOver(row, value.Value)) reasons.Add($"达到目标的 {_scheme.OverTarget.Ratio:0.##} 倍及以上");
        if (value.IsComputed && row.Value!.Dimension.Kind == DimensionKind.Ratio && value.Value > 1 && row.Direction is not (Direction.AtMost or Direction.LessThan)) reasons.Add("比率超过 100%");
        if (row.Rule is ManualRule && judgement?.Reason.Length == 0) reasons.Add("人工给分");
        return reasons;
    }

    private string ActualText(PlanRow row, Result value, Judgement? judgement)
    {
        if (row.Value is null) return row.Rule is QualitativeBandsRule bands && judgement?.Choice is { } id ? bands.Bands.FirstOrDefault(b => b.Id == id)?.Label ?? "" : "";
        return value.IsComputed ? FigureText.Of(value.Value, row.Unit, row.Value.Dimension.Kind == DimensionKind.Ratio ? _scheme.Rounding.Rate : 2) : "";
    }

    private void AddHeadings(IndicatorScore[] scores)
    {
        for (var i = scores.Length - 1; i >= 0; i--)
        {
            var row = _plan.Rows[i];
            if (row.IsLeaf) continue;
            var below = Enumerable.Range(i + 1, scores.Length - i - 1).Where(j => _plan.Rows[j].Parent == i).Select(j => scores[j]);
            var points = below.Where(s => s.Points is not null).Sum(s => s.Points!.Value);
            scores[i] = new IndicatorScore
            {
                Code = row.Code,
                Name = row.Name,
                Level = row.Level,
                Weight = row.Weight,
                IsPlaceholder = row.IsPlaceholder,
                Points = points,
                Status = ScoreStatus.Heading,
                Provenance = row.Provenance,
            };
        }
    }

    private Appraisal Totalled(IndicatorScore[] scores, decimal[] exact, IFigures figures)
    {
        var leaves = scores.Where(s => s.Status != ScoreStatus.Heading).ToList();
        var sum = leaves.Sum(s => s.Points ?? 0);
        if (_scheme.Rounding.Total == TotalRounding.ExactSum) sum = Rounding.HalfUp(exact.Sum(), _scheme.Rounding.Score);
        var open = leaves.Count(s => s.IsOpen);
        var removed = leaves.Where(s => s.Status == ScoreStatus.NotApplicable).Sum(s => s.Weight ?? 0);
        var full = leaves.Sum(s => s.Weight ?? 0);
        var applied = _scheme.TotalRules.Where(r => Evaluator.Holds(r.When, figures) == true).ToList();
        decimal? total = null;
        if (open == 0 && full > removed)
        {
            var scaled = removed > 0 ? Rounding.HalfUp(sum * full / (full - removed), _scheme.Rounding.Score) : sum;
            scaled -= applied.Where(r => r.Kind == TotalRuleKind.Deduct).Sum(r => r.Points);
            total = Math.Max(0, applied.Where(r => r.Kind == TotalRuleKind.Cap).Aggregate(scaled, (t, r) => Math.Min(t, r.Points)));
        }
        return new Appraisal
        {
            Scheme = _scheme,
            Year = figures.Year,
            Scores = scores,
            PointsSoFar = sum,
            Total = total,
            Grade = total is { } t ? _scheme.Grades.FirstOrDefault(g => t >= g.From)?.Name : null,
            AppliedRules = applied,
            TrialReasons = [.. TrialReasons(leaves, open, full)],
        };
    }

    private IEnumerable<string> TrialReasons(List<IndicatorScore> leaves, int open, decimal full)
    {
        if (!_scheme.IsComplete) yield return "方案的官方权重或打分办法尚不齐全";
        if (leaves.Any(s => s.IsPlaceholder)) yield return "含占位权重，非官方";
        if (_confirmation is null) yield return "本单位尚未按当年通知确认方案（文号、确认人、日期）";
        else if (_confirmation.SchemeHash.Length > 0 && _confirmation.SchemeHash != _scheme.Hash) yield return "方案在确认之后有改动，须重新确认";
        if (full != 100) yield return $"各项分值合计 {full:0.##}，不是 100";
        foreach (var fault in _plan.Faults) yield return fault;
        if (open > 0) yield return $"还有 {open} 项没有得分";
    }
}
