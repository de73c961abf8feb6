using Jiheng.Documents.Reading;

namespace Jiheng.Casework.Review.Batch;

/// <summary>A file that waits to be reviewed; its content is fetched when its turn comes, and not before.</summary>
/// <param name="Name">Path inside the folder or zip, with '/' between its parts.</param>
/// <param name="Stamp">Changes when the file does: size with time of change, or with the checksum that its zip declares.</param>
public sealed record IncomingFile(string Name, string Stamp)
{
    private readonly Func<(byte[]? Content, DocumentFault? Fault)>? _fetch;
    private readonly DocumentFault? _fault;

    internal IncomingFile(string name, string stamp, Func<(byte[]? Content, DocumentFault? Fault)> fetch)
        : this(name, stamp) => _fetch = fetch;

    internal IncomingFile(string name, DocumentFault fault)
        : this(name, "") => _fault = fault;

    /// <summary>Reads the content, or says why it cannot be read. May be called from several threads at once.</summary>
    internal (byte[]? Content, DocumentFault? Fault) Fetch() => _fetch?.Invoke() ?? (null, _fault);
}
