namespace Jiheng.Model.Metrics;

/// <summary>Where a rule or name is known from and how well; kept beside every rule and shown with it.</summary>
/// <param name="Source">Document number, form or report; empty when unknown.</param>
/// <param name="Confidence">How well it is known.</param>
public sealed record Provenance(string Source, Confidence Confidence)
{
    /// <summary>Nothing is known of where it comes from.</summary>
    public static Provenance Unknown { get; } = new("", Confidence.Unknown);
}

/// <summary>How well a fact about a scheme is known.</summary>
public enum Confidence
{
    /// <summary>Not known.</summary>
    Unknown,

    /// <summary>From professional memory; the user must check it against this year's notice.</summary>
    FromMemory,

    /// <summary>Seen in a published report only.</summary>
    SeedDerived,

    /// <summary>What real systems and filled forms do; a default, not a legal rule.</summary>
    Practice,

    /// <summary>Partly seen in an official text.</summary>
    PartlyVerified,

    /// <summary>Seen in an official text or a real filled form.</summary>
    Verified,
}
