namespace Jiheng.Model.Schemes;

/// <summary>A person picks one option.</summary>
public sealed record ChoiceRule(IReadOnlyList<ScoredOption> Options) : ScoringRule
{
    /// <inheritdoc/>
    public override bool NeedsValue => false;

    /// <inheritdoc/>
    public override Score Give(ScoringInput input)
    {
        if (input.Judgement?.Choice is not { } id) return Score.Unjudged($"请选一档：{string.Join("、", Options.Select(o => $"{o.Label}（{N(o.Points)} 分）"))}");
        return Options.FirstOrDefault(o => o.Id == id) is { } option
            ? new(Clamp(option.Points, input.Weight), $"评定为“{option.Label}”，得 {N(option.Points)}")
            : Score.Invalid($"没有“{id}”这一档");
    }
}

/// <summary>A person ticks what is met; the points of the ticked items add up.</summary>
public sealed record ChecklistRule(IReadOnlyList<ScoredOption> Items) : ScoringRule
{
    /// <inheritdoc/>
    public override bool NeedsValue => false;

    /// <inheritdoc/>
    public override Score Give(ScoringInput input)
    {
        if (input.Judgement is not { } judgement) return Score.Unjudged($"请逐项勾选：{string.Join("；", Items.Select(i => i.Label))}");
        if (judgement.Ticked.FirstOrDefault(t => Items.All(i => i.Id != t)) is { } stray) return Score.Invalid($"没有“{stray}”这一项");
        var met = Items.Where(i => judgement.Ticked.Contains(i.Id)).ToList();
        var unmet = Items.Except(met).Select(i => i.Label).ToList();
        return new(Clamp(met.Sum(i => i.Points), input.Weight), $"符合 {met.Count} 项，得 {N(met.Sum(i => i.Points))}" + (unmet.Count == 0 ? "" : $"；未符合：{string.Join("、", unmet)}"));
    }
}

/// <summary>A person counts defects; each costs points.</summary>
/// <param name="Points">What counts as a defect.</param>
/// <param name="PerDefect">Points per defect.</param>
/// <param name="Most">Most points that may be lost.</param>
public sealed record DefectDeductRule(IReadOnlyList<string> Points, decimal PerDefect, decimal Most) : ScoringRule
{
    /// <inheritdoc/>
    public override bool NeedsValue => false;

    /// <inheritdoc/>
    public override Score Give(ScoringInput input)
    {
        if (input.Judgement?.Defects is not { } count) return Score.Unjudged($"请填发现的问题数：{string.Join("；", Points)}");
        if (count < 0) return Score.Invalid("问题数不能为负");
        var lost = Math.Min(count * PerDefect, Most);
        return new(Clamp(input.Weight - lost, input.Weight), count == 0 ? $"未发现问题，得满分 {N(input.Weight)}" : $"发现 {count} 例，每例扣 {N(PerDefect)}：{N(input.Weight)} − {N(lost)}");
    }
}

/// <summary>A person picks a band of achievement and gives points within it.</summary>
/// <remarks>Bands 100–80, 80–60 and 60–0 % of the weight: table note of the national project form, 财预〔2020〕10号.</remarks>
public sealed record QualitativeBandsRule(IReadOnlyList<QualitativeBand> Bands) : ScoringRule
{
    /// <inheritdoc/>
    public override bool NeedsValue => false;

    /// <inheritdoc/>
    public override Score Give(ScoringInput input)
    {
        if (input.Judgement?.Choice is not { } id) return Score.Unjudged($"请选一档：{string.Join("、", Bands.Select(b => b.Label))}");
        if (Bands.FirstOrDefault(b => b.Id == id) is not { } band) return Score.Invalid($"没有“{id}”这一档");
        var (low, high) = (band.From * input.Weight, band.To * input.Weight);
        if (input.Judgement.Points is not { } points) return Score.Unjudged($"已选“{band.Label}”，请在 {N(low)}—{N(high)} 分之间给分");
        var inside = points >= low && (band.ToIncluded ? points <= high : points < high);
        return inside
            ? new(points, $"评定为“{band.Label}”，在 {N(low)}—{N(high)} 分之间给 {N(points)}")
            : Score.Invalid($"“{band.Label}”应在 {N(low)}（含）至 {N(high)}（{(band.ToIncluded ? "含" : "不含")}）之间给分，{N(points)} 分越界");
    }
}

/// <summary>Met: full points; not met: nothing.</summary>
public sealed record AllOrNothingRule(string Requirement) : ScoringRule
{
    /// <inheritdoc/>
    public override bool NeedsValue => false;

    /// <inheritdoc/>
    public override Score Give(ScoringInput input) => input.Judgement?.Met switch
    {
        true => new(input.Weight, $"符合，得满分 {N(input.Weight)}"),
        false => new(0, "不符合，不得分"),
        null => Score.Unjudged($"请判断是否符合：{Requirement}"),
    };
}

/// <summary>A person gives points and must say why.</summary>
/// <param name="Guide">What to look at.</param>
public sealed record ManualRule(string Guide) : ScoringRule
{
    /// <inheritdoc/>
    public override bool NeedsValue => false;

    /// <inheritdoc/>
    public override Score Give(ScoringInput input)
    {
        if (input.Judgement?.Points is not { } points) return Score.Unjudged($"请给分并写理由：{Guide}");
        if (points < 0 || points > input.Weight) return Score.Invalid($"应在 0—{N(input.Weight)} 分之间");
        return input.Judgement.Reason.Length == 0 ? Score.Invalid("人工给分须写理由") : new(points, $"人工给 {N(points)} 分：{input.Judgement.Reason}");
    }
}

/// <summary>An option or item with its points.</summary>
public sealed record ScoredOption(string Id, string Label, decimal Points);

/// <summary>A band of achievement: shares of the weight.</summary>
/// <param name="Id">Id within the rule.</param>
/// <param name="Label">As forms print it.</param>
/// <param name="From">Lower end as a share of the weight, included.</param>
/// <param name="To">Upper end as a share of the weight.</param>
/// <param name="ToIncluded">Whether the upper end belongs to it.</param>
public sealed record QualitativeBand(string Id, string Label, decimal From, decimal To, bool ToIncluded);
