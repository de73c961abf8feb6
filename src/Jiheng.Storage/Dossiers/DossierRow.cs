using Jiheng.Model.Schemes;

namespace Jiheng.Storage.Dossiers;

/// <summary>A dossier: what lists and searches ask for, and its head as it stands in a bundle.</summary>
/// <remarks>
/// The head (objective, judgements, deviations) is kept in the one written form that bundles have: it is read and written as
/// a whole and never asked for in part, and a second form would be a second place for mistakes.
/// </remarks>
public sealed class DossierRow
{
    /// <summary>Surrogate key.</summary>
    public int Id { get; set; }

    /// <summary>The dossier's id, for example <c>yanfeng-2024</c>; unique.</summary>
    public required string Code { get; set; }

    /// <summary>Full name of the department.</summary>
    public required string Department { get; set; }

    /// <summary>Name of the region.</summary>
    public required string Region { get; set; }

    /// <summary>Fiscal year.</summary>
    public int Year { get; set; }

    /// <summary>What is evaluated.</summary>
    public SubjectKind Kind { get; set; }

    /// <summary>Text of <c>dossier.yaml</c>.</summary>
    public required string Head { get; set; }

    /// <summary>When it was last imported.</summary>
    public DateTimeOffset ImportedAt { get; set; }

    /// <summary>Who last imported it.</summary>
    public required string ImportedBy { get; set; }
}

/// <summary>A unit of a dossier. A unit that leaves the tree stays as a row: the history of its facts points at it.</summary>
public sealed class SubjectRow
{
    /// <summary>Surrogate key.</summary>
    public int Id { get; set; }

    /// <summary>The dossier.</summary>
    public int DossierId { get; set; }

    /// <summary>Code, unique in the dossier.</summary>
    public required string Code { get; set; }

    /// <summary>Full name.</summary>
    public required string Name { get; set; }

    /// <summary>What it is.</summary>
    public Model.Organisation.UnitKind Kind { get; set; }

    /// <summary>Code of the unit above; <c>null</c> at the top.</summary>
    public string? Parent { get; set; }

    /// <summary>Position in the dossier's list, from 0; <c>null</c> once it has left the tree.</summary>
    public int? Position { get; set; }
}

/// <summary>A metric that only one dossier has.</summary>
public sealed class OwnMetricRow
{
    /// <summary>The dossier.</summary>
    public int DossierId { get; set; }

    /// <summary>Position in the dossier's list, from 0.</summary>
    public int Position { get; set; }

    /// <summary>Metric code.</summary>
    public required string Code { get; set; }

    /// <summary>Chinese name.</summary>
    public required string Name { get; set; }

    /// <summary>Symbol of its unit.</summary>
    public required string Unit { get; set; }

    /// <summary>Text of its formula; <c>null</c> when it is reported.</summary>
    public string? Expression { get; set; }

    /// <summary>Other labels, divided by ；.</summary>
    public required string Aliases { get; set; }

    /// <summary>What it means; empty for nothing.</summary>
    public required string Definition { get; set; }
}

/// <summary>A narrative of a dossier, as it stands in a bundle.</summary>
public sealed class TextRow
{
    /// <summary>The dossier.</summary>
    public int DossierId { get; set; }

    /// <summary>Key of the narrative.</summary>
    public required string Key { get; set; }

    /// <summary>Its passages as Markdown.</summary>
    public required string Body { get; set; }
}
