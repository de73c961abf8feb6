using System.IO.Compression;

namespace Jiheng.Documents.Packages;

/// <summary>
/// Writes the parts of an Office package one after another. Equal parts give equal bytes: every entry carries the
/// same date, so that a file can be compared and its hash can be sealed.
/// </summary>
internal sealed class PackageWriter(Stream output) : IDisposable
{
    private static readonly DateTimeOffset _date = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private readonly ZipArchive _archive = new(output, ZipArchiveMode.Create, leaveOpen: true);

    /// <summary>Opens a part for writing; it must be disposed before the next one is opened.</summary>
    public Stream Open(string name)
    {
        var entry = _archive.CreateEntry(name, CompressionLevel.Fastest);
        entry.LastWriteTime = _date;
        return entry.Open();
    }

    /// <summary>Opens an XML part for writing, its declaration already written.</summary>
    public Utf8Xml Xml(string name) => new Utf8Xml(Open(name)).Raw("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"u8);

    /// <summary>Writes a part whose bytes are ready.</summary>
    public void Part(string name, ReadOnlySpan<byte> bytes)
    {
        using var part = Open(name);
        part.Write(bytes);
    }

    /// <inheritdoc/>
    public void Dispose() => _archive.Dispose();
}
