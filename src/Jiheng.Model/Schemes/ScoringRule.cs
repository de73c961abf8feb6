using Jiheng.Model.Measures;

namespace Jiheng.Model.Schemes;

/// <summary>
/// How an indicator gives points. A closed list; rules are pure: the same inputs give the same points and the same sentence.
/// </summary>
public abstract record ScoringRule
{
    private protected ScoringRule() { }

    /// <summary>Whether points follow from a value; otherwise a person judges.</summary>
    public abstract bool NeedsValue { get; }

    /// <summary>Whether a target must be known.</summary>
    public virtual bool NeedsTarget => false;

    /// <summary>Gives points. The result lies between 0 and the weight; it is not rounded yet.</summary>
    public abstract Score Give(ScoringInput input);

    /// <summary>Number for sentences: without needless zeros.</summary>
    private protected static string N(decimal value) => value.ToString("0.####", System.Globalization.CultureInfo.InvariantCulture);

    private protected static decimal Clamp(decimal points, decimal weight) => Math.Clamp(points, 0, weight);
}

/// <summary>What a rule works on.</summary>
/// <param name="Weight">Full points.</param>
/// <param name="Value">Actual value in base units, rates rounded as the scheme says; <c>null</c> for judged indicators.</param>
/// <param name="Target">Target in base units; <c>null</c> when the rule needs none.</param>
/// <param name="Direction">Direction of the target.</param>
/// <param name="Unit">Unit in which value and target are shown.</param>
/// <param name="Judgement">What a person decided; <c>null</c> when nobody has.</param>
public readonly record struct ScoringInput(decimal Weight, decimal? Value, decimal? Target, Direction? Direction, MeasureUnit Unit, Judgement? Judgement)
{
    /// <summary>The value in the unit shown; 0 when there is none.</summary>
    public decimal Shown => (Value ?? 0) / Unit.Factor;

    /// <summary>The target in the unit shown; 0 when there is none.</summary>
    public decimal ShownTarget => (Target ?? 0) / Unit.Factor;
}

/// <summary>What a rule gave.</summary>
/// <param name="Points">Points, unrounded; <c>null</c> when a judgement is missing or wrong.</param>
/// <param name="Sentence">How they came about, in Chinese with the figures in it.</param>
/// <param name="Fault">What is wrong with the judgement; <c>null</c> when nothing is.</param>
public readonly record struct Score(decimal? Points, string Sentence, string? Fault = null)
{
    /// <summary>Nobody has judged yet.</summary>
    public static Score Unjudged(string question) => new(null, question, "尚未评定");

    /// <summary>The judgement is not a valid one.</summary>
    public static Score Invalid(string fault) => new(null, fault, fault);
}

/// <summary>What a person decided on an indicator that no formula can score.</summary>
public sealed record Judgement
{
    /// <summary>Chosen option or band, by id; <c>null</c> for rules without options.</summary>
    public string? Choice { get; init; }

    /// <summary>Ids of the ticked items.</summary>
    public IReadOnlyList<string> Ticked { get; init; } = [];

    /// <summary>Number of defects found.</summary>
    public int? Defects { get; init; }

    /// <summary>Points given by hand.</summary>
    public decimal? Points { get; init; }

    /// <summary>Whether the requirement is met.</summary>
    public bool? Met { get; init; }

    /// <summary>Answer to the question whether the indicator does not apply.</summary>
    public bool? NotApplicable { get; init; }

    /// <summary>Reason in words; required for points given by hand.</summary>
    public string Reason { get; init; } = "";
}
