using Jiheng.Model.Appraisals;
using Jiheng.Model.Facts;
using Jiheng.Model.Schemes;
using Jiheng.Packs.Faults;

namespace Jiheng.Packs.Testing;

/// <summary>A test that stands in a pack beside its rules: figures and judgements in, points out.</summary>
public sealed record PackTest
{
    /// <summary>Name in words.</summary>
    public required string Name { get; init; }

    /// <summary>Where it is written; for a restated test where it is restated.</summary>
    public required Place Place { get; init; }

    /// <summary>The figures, last year's included.</summary>
    public required FigureRow Figures { get; init; }

    /// <summary>What persons decided, by indicator code.</summary>
    public IReadOnlyDictionary<string, Judgement> Judgements { get; init; } = new Dictionary<string, Judgement>();

    /// <summary>Own indicators and targets.</summary>
    public Objective Objective { get; init; } = Objective.None;

    /// <summary>What must come out.</summary>
    public required Expectation Expected { get; init; }
}

/// <summary>What a pack test expects; what it does not name may be anything.</summary>
/// <param name="Points">Points by indicator code.</param>
/// <param name="Missing">Codes of indicators that must stay without points.</param>
/// <param name="NotApplicable">Codes of indicators that must be taken out as not applicable.</param>
/// <param name="Explain">Codes of indicators that somebody must explain.</param>
/// <param name="Total">The total; <c>null</c> when not tested.</param>
/// <param name="Grade">The grade; <c>null</c> when not tested.</param>
public sealed record Expectation(
    IReadOnlyDictionary<string, decimal> Points, IReadOnlyList<string> Missing, IReadOnlyList<string> NotApplicable, IReadOnlyList<string> Explain, decimal? Total, string? Grade);

/// <summary>A test that stands in an outline beside its sentences: figures in, sentences out.</summary>
/// <param name="Name">Name in words.</param>
/// <param name="Place">Where it is written.</param>
/// <param name="Figures">The figures, last year's included.</param>
/// <param name="Expected">Texts that the printed sentences must hold.</param>
/// <param name="Absent">Texts that they must not hold.</param>
public sealed record OutlineTest(string Name, Place Place, FigureRow Figures, IReadOnlyList<string> Expected, IReadOnlyList<string> Absent);
