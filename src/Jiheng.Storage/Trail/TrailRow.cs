namespace Jiheng.Storage.Trail;

/// <summary>One act in the append-only record of a stream. Each row's hash covers the row before it.</summary>
public sealed class TrailRow
{
    /// <summary>The stream: a dossier's id.</summary>
    public required string Stream { get; init; }

    /// <summary>Number in the stream, from 1 without gaps.</summary>
    public required int Seq { get; init; }

    /// <summary>When, to the millisecond.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>Who.</summary>
    public required string Who { get; init; }

    /// <summary>What was done, as a short name: import, save-fact.</summary>
    public required string Act { get; init; }

    /// <summary>SHA-256 of the body, in hex; the chain holds on when a body with personal data is erased.</summary>
    public required string Digest { get; init; }

    /// <summary>Hash of the row before; empty for the first.</summary>
    public required string Prev { get; init; }

    /// <summary>SHA-256 over all of the above, in hex.</summary>
    public required string Hash { get; init; }
}

/// <summary>What an act was about, apart from the chain so that it can be erased.</summary>
public sealed class TrailBodyRow
{
    /// <summary>The stream.</summary>
    public required string Stream { get; init; }

    /// <summary>Number in the stream.</summary>
    public required int Seq { get; init; }

    /// <summary>The body, in Chinese.</summary>
    public required string Body { get; init; }
}
