using System.Diagnostics;
using System.IO.Compression;
using System.Xml;
using System.Xml.Linq;
using Jiheng.Audit;
using Jiheng.Documents.Reading;
using Jiheng.Model.Documents;

namespace Jiheng.Bench.Audit;

/// <summary>
/// Milliseconds to audit a docx, beside merely unzipping the same docx and parsing all its XML parts: with XmlReader, which
/// keeps nothing, and into XDocument, which keeps the tree. All on one core in turns, so that load on the machine hits each alike.
/// </summary>
internal static class DocxAuditBench
{
    /// <summary>
    /// How long every way runs on every file in turns before anything is counted. The runtime compiles a method anew once it has
    /// proved hot, and then once more from what it saw; until that is done for all of them, which takes seconds, a round measures
    /// the compiler too.
    /// </summary>
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(20);

    private static readonly (string Name, Action<byte[]> Do)[] _ways =
    [
        ("读取并核对", bytes => Auditor.Audit(Read(bytes))),
        ("只读取", bytes => Read(bytes)),
        ("只解压", bytes => EachPart(bytes, part => part.CopyTo(Stream.Null))),
        ("解压＋XmlReader", bytes => EachPart(bytes, Scan)),
        ("解压＋XDocument", bytes => EachPart(bytes, part => XDocument.Load(part))),
    ];

    /// <param name="folder">Further docx, and texts to make such of; <c>null</c> for none.</param>
    /// <param name="rounds">Turns; the best one of each way counts.</param>
    public static void Run(string? folder, int rounds)
    {
        List<(string Name, byte[] Docx)> files = [.. SampleReports.Open().Select(r => (r.Name, SampleReports.Docx(r.Report)))];
        foreach (var path in folder is null ? Enumerable.Empty<string>() : Directory.GetFiles(folder).Order(StringComparer.Ordinal))
        {
            if (path.EndsWith(".docx", StringComparison.Ordinal)) files.Add((Path.GetFileName(path), File.ReadAllBytes(path)));
            if (path.EndsWith(".txt", StringComparison.Ordinal)) files.Add((Path.GetFileName(path), SampleReports.Docx(Document.FromPlainText(File.ReadAllText(path)))));
        }
        for (var clock = Stopwatch.StartNew(); clock.Elapsed < WarmUp;)
            foreach (var (_, docx) in files)
                foreach (var (_, way) in _ways) way(docx);
        Console.WriteLine($"{"毫秒",-24}{string.Concat(_ways.Select(w => $"{w.Name,14}"))}   比 XmlReader   比 XDocument");
        var sums = new double[_ways.Length];
        foreach (var (name, docx) in files)
        {
            var best = Best(docx, rounds);
            for (var w = 0; w < sums.Length; w++) sums[w] += best[w];
            Print($"{name}（{docx.Length / 1024} KB）", best);
        }
        Print("合计", sums);
    }

    /// <summary>Milliseconds of each way in its best round. A round is as many repetitions as fit into some 5 ms, so that some round meets a quiet moment.</summary>
    private static double[] Best(byte[] docx, int rounds)
    {
        var best = Enumerable.Repeat(double.MaxValue, _ways.Length).ToArray();
        var repetitions = Enumerable.Repeat(1, _ways.Length).ToArray();
        for (var round = 0; round < rounds; round++)
        {
            for (var w = 0; w < _ways.Length; w++)
            {
                var clock = Stopwatch.StartNew();
                for (var i = 0; i < repetitions[w]; i++) _ways[w].Do(docx);
                var one = clock.Elapsed.TotalMilliseconds / repetitions[w];
                best[w] = Math.Min(best[w], one);
                repetitions[w] = Math.Clamp((int)(5 / one), 1, 1000);
            }
        }
        return best;
    }

    private static void Print(string name, double[] times) =>
        Console.WriteLine($"{name,-24}{string.Concat(times.Select(t => $"{t,14:F2}"))}   {times[0] / times[3],8:F2}   {times[0] / times[4],8:F2}");

    private static Document Read(byte[] bytes) => DocumentReader.Read(new MemoryStream(bytes), "x.docx").Document ?? throw new InvalidDataException();

    private static void EachPart(byte[] bytes, Action<Stream> read)
    {
        using var zip = new ZipArchive(new MemoryStream(bytes));
        foreach (var entry in zip.Entries.Where(e => e.FullName.EndsWith(".xml", StringComparison.Ordinal) || e.FullName.EndsWith(".rels", StringComparison.Ordinal)))
        {
            using var part = entry.Open();
            read(part);
        }
    }

    /// <summary>Looks at every node, attribute and text, as any reader must.</summary>
    private static void Scan(Stream part)
    {
        using var xml = XmlReader.Create(part);
        var seen = 0;
        while (xml.Read())
        {
            while (xml.MoveToNextAttribute()) seen += xml.Value.Length;
            if (xml.NodeType == XmlNodeType.Text) seen += xml.Value.Length;
        }
        GC.KeepAlive(seen);
    }
}
