using System.IO.Compression;
using Jiheng.Documents.Reading;

namespace Jiheng.Documents.Packages;

/// <summary>
/// Opens the parts of an Office package that somebody handed in. Sizes are checked where they are declared and counted
/// again while unpacking, since a hostile file lies about them; XML is read without DTD, entities or outside addresses.
/// </summary>
internal sealed class PackageReader
{
    private static readonly byte[] _entry = [.. "PK\u0001\u0002"u8];
    private readonly Dictionary<string, ZipArchiveEntry> _parts = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, IReadOnlyList<(string Id, string Type, string Target)>> _related = new(StringComparer.Ordinal);
    private long _unpacked;

    /// <summary>Opens a package.</summary>
    /// <exception cref="UnreadableException">It has too many parts, unpacks to too much, or is no zip.</exception>
    public PackageReader(byte[] bytes, string file, ReadLimits limits)
    {
        (File, Limits) = (file, limits);
        CheckDirectory(bytes);
        var archive = new ZipArchive(new MemoryStream(bytes, writable: false), ZipArchiveMode.Read);
        if (archive.Entries.Count > limits.Parts) throw Faults.Bomb(file);
        var total = 0L;
        foreach (var entry in archive.Entries)
        {
            if (entry.IsEncrypted) throw Faults.Protected(file);
            total += entry.Length;
            if (total > limits.UnpackedBytes || (entry.Length > limits.UncheckedBytes && entry.Length / limits.Ratio > entry.CompressedLength))
                throw Faults.Bomb(file, entry.FullName);
            _parts.TryAdd(entry.FullName, entry);
        }
    }

    /// <summary>Names of all parts, in the order of the file.</summary>
    public IEnumerable<string> Parts => _parts.Keys;

    /// <summary>Name of the file, for faults.</summary>
    public string File { get; }

    /// <summary>Bounds of reading.</summary>
    public ReadLimits Limits { get; }

    /// <summary>Content type of the main part, which says what kind of document the package is; empty for another kind of zip.</summary>
    public string Kind
    {
        get
        {
            using var xml = Xml("[Content_Types].xml");
            if (xml is null) return "";
            var main = "/" + MainPart;
            var kind = "";
            foreach (var name in xml.Children())
            {
                if (name != "Override") continue;
                var type = xml.Attribute("ContentType") ?? "";
                if (type.Contains("vbaProject", StringComparison.Ordinal)) return "macroEnabled";
                if (string.Equals(xml.Attribute("PartName"), main, StringComparison.OrdinalIgnoreCase)) kind = type;
            }
            return kind;
        }
    }

    /// <summary>Name of the main part; empty when the package names none.</summary>
    public string MainPart => RelatedTo("").FirstOrDefault(r => r.Type == "officeDocument").Target ?? "";

    /// <summary>What a part refers to inside the package: id, last word of the type, and name of the part.</summary>
    /// <param name="part">The part; empty for the package itself.</param>
    public IReadOnlyList<(string Id, string Type, string Target)> RelatedTo(string part)
    {
        if (_related.TryGetValue(part, out var known)) return known;
        var slash = part.LastIndexOf('/');
        var folder = part[..(slash + 1)];
        using var xml = Xml($"{folder}_rels/{part[(slash + 1)..]}.rels");
        var related = new List<(string, string, string)>();
        foreach (var name in xml?.Children() ?? default)
        {
            if (name != "Relationship" || xml!.Attribute("TargetMode") == "External") continue;
            var type = xml.Attribute("Type") ?? "";
            related.Add((xml.Attribute("Id") ?? "", type[(type.LastIndexOf('/') + 1)..], Resolve(folder, xml.Attribute("Target") ?? "")));
        }
        return _related[part] = related;
    }

    /// <summary>Opens a part as XML; <c>null</c> when there is no such part.</summary>
    public XmlPart? Xml(string part) => Open(part) is { } stream ? new XmlPart(stream, File, part, Limits.Depth) : null;

    /// <summary>Opens a part; <c>null</c> when there is no such part. Reading past the limit of the package ends with a fault.</summary>
    public Stream? Open(string part) => _parts.TryGetValue(part, out var entry)
        ? new CountingStream(entry.Open(), read =>
        {
            _unpacked += read;
            if (_unpacked > Limits.UnpackedBytes) throw Faults.Bomb(File, part);
        })
        : null;

    /// <summary>Refuses a zip with too many entries before a list of them is made; its own count may be a lie.</summary>
    private void CheckDirectory(ReadOnlySpan<byte> bytes)
    {
        var entries = 0;
        for (var at = bytes.IndexOf(_entry); at >= 0; at = bytes.IndexOf(_entry))
        {
            if (++entries > Limits.Parts) throw Faults.Bomb(File);
            bytes = bytes[(at + _entry.Length)..];
        }
    }

    private static string Resolve(string folder, string target)
    {
        if (target.StartsWith('/')) return target[1..];
        var steps = new List<string>(folder.Split('/', StringSplitOptions.RemoveEmptyEntries));
        foreach (var step in target.Split('/'))
        {
            if (step == ".." && steps.Count > 0) steps.RemoveAt(steps.Count - 1);
            else if (step is not ("." or ".." or "")) steps.Add(step);
        }
        return string.Join('/', steps);
    }
}
