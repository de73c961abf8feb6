using Jiheng.Model.Appraisals;
using Jiheng.Model.Facts;
using Jiheng.Model.Metrics;
using Jiheng.Model.Organisation;
using Jiheng.Model.Schemes;

namespace Jiheng.Model.Dossiers;

/// <summary>
/// All of one department's year (卷宗): organisation, figures, objective, judgements and texts. Scores, documents and
/// findings are computed from it and are no part of it.
/// </summary>
public sealed record Dossier
{
    /// <summary>Id, also its folder name: <c>yanfeng-2024</c>.</summary>
    public required string Id { get; init; }

    /// <summary>Full name of the department.</summary>
    public required string Department { get; init; }

    /// <summary>Name of the region: 湖南省衡阳市雁峰区.</summary>
    public required string Region { get; init; }

    /// <summary>Fiscal year.</summary>
    public required int Year { get; init; }

    /// <summary>What is evaluated.</summary>
    public SubjectKind Kind { get; init; }

    /// <summary>Id of the scheme it is scored with.</summary>
    public required string SchemeId { get; init; }

    /// <summary>Id of the outline its report follows.</summary>
    public required string OutlineId { get; init; }

    /// <summary>The notice that ordered the evaluation (文号); empty when none is known.</summary>
    public string Notice { get; init; } = "";

    /// <summary>Date under the report; <c>null</c> when not dated.</summary>
    public DateOnly? ReportDate { get; init; }

    /// <summary>Confirmation of the scheme; <c>null</c> until somebody confirms.</summary>
    public SchemeConfirmation? Confirmation { get; init; }

    /// <summary>Score that the department itself published; <c>null</c> when it published none. For checking only.</summary>
    public decimal? DeclaredScore { get; init; }

    /// <summary>The units; the first without a parent is the department.</summary>
    public required IReadOnlyList<BudgetUnit> Units { get; init; }

    /// <summary>Metrics that only this dossier has: its own indicators and the figures of its narratives.</summary>
    public IReadOnlyList<Metric> OwnMetrics { get; init; } = [];

    /// <summary>All facts.</summary>
    public required IReadOnlyList<Fact> Facts { get; init; }

    /// <summary>The approved objective.</summary>
    public Objective Objective { get; init; } = Objective.None;

    /// <summary>What persons decided, by indicator code.</summary>
    public IReadOnlyDictionary<string, Judgement> Judgements { get; init; } = new Dictionary<string, Judgement>();

    /// <summary>Reasons for deviations (偏差原因分析及改进措施), by indicator code.</summary>
    public IReadOnlyDictionary<string, string> Deviations { get; init; } = new Dictionary<string, string>();

    /// <summary>Texts by key (duties, performance, problems …); figures in them stand as <c>{formula}</c>.</summary>
    public IReadOnlyDictionary<string, Narrative> Texts { get; init; } = new Dictionary<string, Narrative>();

    /// <summary>Code of the unit that the dossier is about.</summary>
    public string Subject => Units.First(u => u.Parent is null).Code;
}

/// <summary>A text that people wrote, in passages.</summary>
public sealed record Narrative(IReadOnlyList<Passage> Passages);

/// <summary>A passage: an optional heading and its paragraphs.</summary>
/// <param name="Heading">Heading without number; empty for none.</param>
/// <param name="Paragraphs">Templates: text with figures as <c>{formula}</c>.</param>
public sealed record Passage(string Heading, IReadOnlyList<string> Paragraphs);
