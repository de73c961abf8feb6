using Jiheng.Model.Metrics;
using Jiheng.Model.Schemes;

namespace Jiheng.Model.Outlines;

/// <summary>
/// How a report is laid out (报告大纲): sections in order, each with the texts, tables and charts that it must hold.
/// Sentences are templates over facts, so that no figure is typed twice.
/// </summary>
/// <remarks>
/// In a template <c>{formula}</c> prints a figure as it was reported, or computed in its metric's unit;
/// <c>{formula|unit}</c> and <c>{formula|unit|places}</c> choose unit and places; <c>#</c> before the unit, or alone, prints the bare number;
/// <c>{metric by 轴}</c> lists the items of an axis, each with its figure;
/// <c>{department}</c>, <c>{year}</c>, <c>{next-year}</c>, <c>{notice}</c>, <c>{scheme}</c>, <c>{score}</c> and <c>{grade}</c> print what they say.
/// </remarks>
public sealed record Outline
{
    /// <summary>Pack id, for example <c>hunan/department-report</c>.</summary>
    public required string Id { get; init; }

    /// <summary>Chinese name.</summary>
    public required string Name { get; init; }

    /// <summary>What it reports on.</summary>
    public SubjectKind Subject { get; init; }

    /// <summary>First fiscal year it applies to.</summary>
    public int FromYear { get; init; }

    /// <summary>Last fiscal year it applies to; <c>null</c> while it is in force.</summary>
    public int? ToYear { get; init; }

    /// <summary>Template of the title.</summary>
    public required string Title { get; init; }

    /// <summary>Template of the line under the title; empty for none.</summary>
    public string Subtitle { get; init; } = "";

    /// <summary>Whether a table of contents stands behind the title.</summary>
    public bool Contents { get; init; }

    /// <summary>Whether department and date stand at the end (落款).</summary>
    public bool Signature { get; init; }

    /// <summary>Where the outline is known from.</summary>
    public Provenance Provenance { get; init; } = Provenance.Unknown;

    /// <summary>
    /// Id of the outline whose tables make up the base data form (基础数据表) of the region; empty where none is prescribed.
    /// </summary>
    public string DataForm { get; init; } = "";

    /// <summary>Blocks between the title and the first section.</summary>
    public IReadOnlyList<OutlineBlock> Opening { get; init; } = [];

    /// <summary>Top sections in order; numbers (一、（一）1.（1）) are given when the report is made.</summary>
    public required IReadOnlyList<OutlineSection> Sections { get; init; }
}

/// <summary>A section of an outline.</summary>
/// <param name="Title">Template of the heading, without number.</param>
/// <param name="Required">Whether it stays, with <paramref name="IfEmpty"/>, when there is nothing to say.</param>
/// <param name="IfEmpty">What a required section says when it has nothing else, for example 本单位无此项支出。</param>
/// <param name="Blocks">Its own blocks.</param>
/// <param name="Sections">Sections below.</param>
public sealed record OutlineSection(string Title, bool Required, string IfEmpty, IReadOnlyList<OutlineBlock> Blocks, IReadOnlyList<OutlineSection> Sections);

/// <summary>A block of an outline.</summary>
public abstract record OutlineBlock;

/// <summary>A paragraph made of sentences; a sentence whose figures are not all known is left out.</summary>
/// <param name="Sentences">Templates, one per sentence.</param>
public sealed record SentencesBlock(IReadOnlyList<string> Sentences) : OutlineBlock;

/// <summary>A text that people wrote, taken from the dossier.</summary>
/// <param name="Key">Key of the narrative.</param>
/// <param name="Style">How its passages are set.</param>
public sealed record NarrativeBlock(string Key, NarrativeStyle Style) : OutlineBlock;

/// <summary>How the passages of a narrative are set.</summary>
public enum NarrativeStyle
{
    /// <summary>Paragraphs as they stand; passage headings become subsections.</summary>
    Sections,

    /// <summary>Every paragraph is numbered as a subsection would be at its place: 1. under （一）, （1） under 1.</summary>
    Numbered,

    /// <summary>Paragraphs as they stand; a passage heading opens its first paragraph.</summary>
    Running,
}

/// <summary>A table whose cells are templates; a row whose figures are all unknown is left out.</summary>
/// <param name="Caption">Title above it.</param>
/// <param name="Unit">Unit of its figures, printed at the upper right; empty for none.</param>
/// <param name="Heads">Column heads; figures stand from the second column on.</param>
/// <param name="Rows">Cell templates.</param>
public sealed record TableBlock(string Caption, string Unit, IReadOnlyList<string> Heads, IReadOnlyList<IReadOnlyList<string>> Rows) : OutlineBlock;

/// <summary>The table of all scores (自评得分情况).</summary>
public sealed record ScoresBlock : OutlineBlock;

/// <summary>A bar chart of figures.</summary>
/// <param name="Title">Title.</param>
/// <param name="Unit">Unit of all values.</param>
/// <param name="Categories">Names along the axis.</param>
/// <param name="Series">Series: name and one formula per category.</param>
public sealed record ChartBlock(string Title, string Unit, IReadOnlyList<string> Categories, IReadOnlyList<ChartBlockSeries> Series) : OutlineBlock;

/// <summary>A series of a <see cref="ChartBlock"/>.</summary>
/// <param name="Name">Name in the legend.</param>
/// <param name="Formulas">One formula per category.</param>
public sealed record ChartBlockSeries(string Name, IReadOnlyList<string> Formulas);
