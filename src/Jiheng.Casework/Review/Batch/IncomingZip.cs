using System.Globalization;
using System.IO.Compression;
using System.Text;
using Jiheng.Documents.Reading;

namespace Jiheng.Casework.Review.Batch;

/// <summary>A zip that somebody handed in. Sizes are counted while unpacking, since a hostile zip lies about them.</summary>
internal sealed class IncomingZip : IDisposable
{
    private readonly ZipArchive _archive;
    private readonly ZipBudget _budget;
    private readonly Lock _gate = new();

    /// <summary>Opens a zip and takes over its stream.</summary>
    /// <exception cref="InvalidDataException">It is none.</exception>
    public IncomingZip(Stream content, ZipBudget budget)
    {
        _budget = budget;
        // Names without the mark of UTF-8 are read byte by byte first: Windows in China writes GBK, others UTF-8 all the same.
        _archive = new ZipArchive(content, ZipArchiveMode.Read, leaveOpen: false, Encoding.Latin1);
        Entries = [.. _archive.Entries.Where(e => !e.FullName.EndsWith('/')).Select(e => new ZipItem(e, NameOf(e.FullName)))];
    }

    /// <summary>Its files; folders are left out.</summary>
    public IReadOnlyList<ZipItem> Entries { get; }

    /// <summary>Whether a name stays inside the place that it is unpacked to.</summary>
    public static bool IsSafe(string name) =>
        !name.StartsWith('/') && !name.Contains(':', StringComparison.Ordinal) && !name.Contains('\0', StringComparison.Ordinal) && !name.Split('/').Contains("..");

    /// <summary>Reads an entry; one at a time, since all entries share one stream.</summary>
    public (byte[]?, DocumentFault?) Read(ZipItem item, string name, long limit)
    {
        using var bytes = new MemoryStream();
        return Copy(item, name, bytes, limit) is { } fault ? (null, fault) : (bytes.ToArray(), null);
    }

    /// <summary>Copies an entry to <paramref name="output"/>, or says why it could not.</summary>
    public DocumentFault? Copy(ZipItem item, string name, Stream output, long limit)
    {
        lock (_gate)
        {
            try
            {
                using var from = item.Entry.Open();
                var buffer = new byte[1 << 16];
                var total = 0L;
                for (int read; (read = from.Read(buffer)) > 0;)
                {
                    if ((total += read) > limit) return ReviewFaults.TooLarge(name, limit);
                    if (!_budget.Take(read)) return ReviewFaults.TooMuch(name, _budget.Limit);
                    output.Write(buffer, 0, read);
                }
                return null;
            }
            catch (Exception fault) when (fault is InvalidDataException or IOException or NotSupportedException)
            {
                return ReviewFaults.DamagedZip(name);
            }
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _archive.Dispose();

    private static string NameOf(string name)
    {
        if (name.All(char.IsAscii) || name.Any(c => c > '\u00FF')) return name.Replace('\\', '/');
        var bytes = Encoding.Latin1.GetBytes(name);
        try
        {
            name = new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
            name = Encoding.GetEncoding("GB18030").GetString(bytes);
        }
        return name.Replace('\\', '/');
    }
}

/// <summary>A file inside a zip.</summary>
/// <param name="Entry">The entry.</param>
/// <param name="Name">Its name, decoded.</param>
internal sealed record ZipItem(ZipArchiveEntry Entry, string Name)
{
    /// <summary>Size and checksum, as the zip declares them.</summary>
    public string Stamp => string.Create(CultureInfo.InvariantCulture, $"{Entry.Length}-{Entry.Crc32:x8}");
}

/// <summary>What all zips of one review may unpack to together.</summary>
/// <param name="name">Name of what was handed in.</param>
/// <param name="limit">Most bytes.</param>
internal sealed class ZipBudget(string name, long limit)
{
    private long _taken;

    public string Name { get; } = name;

    public long Limit { get; } = limit;

    /// <summary>Takes so many bytes; <c>false</c> when the budget is spent.</summary>
    public bool Take(int bytes) => Interlocked.Add(ref _taken, bytes) <= Limit;
}
