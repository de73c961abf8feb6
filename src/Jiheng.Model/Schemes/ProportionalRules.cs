namespace Jiheng.Model.Schemes;

/// <summary>Points in proportion to a rate, up to a cap: weight × min(rate, cap).</summary>
/// <param name="Cap">Highest rate that counts; 1 is 100 %.</param>
public sealed record RatioRule(decimal Cap) : ScoringRule
{
    /// <inheritdoc/>
    public override bool NeedsValue => true;

    /// <inheritdoc/>
    public override Score Give(ScoringInput input)
    {
        var rate = input.Value!.Value;
        var sentence = rate > Cap
            ? $"{N(rate * 100)}% 超过上限，按 {N(Cap * 100)}% 计：{N(input.Weight)} × {N(Cap * 100)}%"
            : $"{N(input.Weight)} × {N(rate * 100)}%";
        return new(Clamp(input.Weight * Math.Min(rate, Cap), input.Weight), sentence);
    }
}

/// <summary>Full points when the target is met, otherwise in proportion; below the pass line nothing.</summary>
/// <remarks>Full points when met and in proportion when not: 财预〔2020〕10号 as practised.</remarks>
/// <param name="PassLine">Share of the target below which nothing is given; <c>null</c> for no such line.</param>
public sealed record ProportionalRule(decimal? PassLine = null) : ScoringRule
{
    /// <inheritdoc/>
    public override bool NeedsValue => true;

    /// <inheritdoc/>
    public override bool NeedsTarget => true;

    /// <inheritdoc/>
    public override Score Give(ScoringInput input)
    {
        var (value, target) = (input.Value!.Value, input.Target!.Value);
        var met = input.Direction == Direction.MoreThan ? value > target : value >= target;
        if (met) return new(input.Weight, $"达到目标，得满分 {N(input.Weight)}");
        if (value <= 0 || target <= 0) return new(0, "实际完成值不大于零，不得分");
        var share = value / target;
        if (PassLine is { } line && share < line) return new(0, $"完成目标的 {N(share * 100)}%，低于及格线 {N(line * 100)}%，不得分");
        return new(Clamp(input.Weight * share, input.Weight), $"未达到目标，按完成比例：{N(input.Weight)} × {N(input.Shown)} ÷ {N(input.ShownTarget)}");
    }
}

/// <summary>Points in proportion to a score given by somebody else: weight × score ÷ its full score.</summary>
/// <param name="Full">Full score of that assessment.</param>
public sealed record ExternalScoreRule(decimal Full) : ScoringRule
{
    /// <inheritdoc/>
    public override bool NeedsValue => true;

    /// <inheritdoc/>
    public override Score Give(ScoringInput input) =>
        new(Clamp(input.Weight * input.Shown / Full, input.Weight), $"{N(input.Weight)} × {N(input.Shown)} ÷ {N(Full)}");
}

/// <summary>Less is better: full points up to the target, then falling in a straight line to 0 at so many times the target.</summary>
/// <param name="ZeroAt">Multiple of the target at which nothing is left; 2 by practice.</param>
public sealed record ReverseLinearRule(decimal ZeroAt) : ScoringRule
{
    /// <inheritdoc/>
    public override bool NeedsValue => true;

    /// <inheritdoc/>
    public override bool NeedsTarget => true;

    /// <inheritdoc/>
    public override Score Give(ScoringInput input)
    {
        var (value, target) = (input.Value!.Value, input.Target!.Value);
        if (input.Direction == Direction.LessThan ? value < target : value <= target) return new(input.Weight, $"不超过目标，得满分 {N(input.Weight)}");
        if (target <= 0) return new(0, "目标为零而实际大于零，不得分");
        if (value >= ZeroAt * target) return new(0, $"达到目标的 {N(ZeroAt)} 倍，不得分");
        var over = (value - target) / target / (ZeroAt - 1);
        return new(Clamp(input.Weight * (1 - over), input.Weight), $"超过目标，按超出比例扣减：{N(input.Weight)} × (1 − ({N(input.Shown)} − {N(input.ShownTarget)}) ÷ {N(input.ShownTarget)}{(ZeroAt == 2 ? "" : $" ÷ {N(ZeroAt - 1)}")})");
    }
}

/// <summary>Less is better: full points up to the target, then weight × target ÷ value.</summary>
public sealed record ReverseRatioRule : ScoringRule
{
    /// <inheritdoc/>
    public override bool NeedsValue => true;

    /// <inheritdoc/>
    public override bool NeedsTarget => true;

    /// <inheritdoc/>
    public override Score Give(ScoringInput input)
    {
        var (value, target) = (input.Value!.Value, input.Target!.Value);
        if (input.Direction == Direction.LessThan ? value < target : value <= target) return new(input.Weight, $"不超过目标，得满分 {N(input.Weight)}");
        if (target <= 0) return new(0, "目标为零而实际大于零，不得分");
        return new(Clamp(input.Weight * target / value, input.Weight), $"超过目标：{N(input.Weight)} × {N(input.ShownTarget)} ÷ {N(input.Shown)}");
    }
}

/// <summary>Target 0 (for example 重大医疗事故 0 起): full points at 0 or below, otherwise nothing.</summary>
/// <remarks>Used by itself for every = ≤ ＜ target of 0, where proportional rules would divide by zero.</remarks>
public sealed record EqualZeroRule : ScoringRule
{
    /// <inheritdoc/>
    public override bool NeedsValue => true;

    /// <inheritdoc/>
    public override Score Give(ScoringInput input) => input.Value <= 0
        ? new(input.Weight, $"实际为零，得满分 {N(input.Weight)}")
        : new(0, $"目标为零，实际 {N(input.Shown)}{input.Unit}，不得分");
}
