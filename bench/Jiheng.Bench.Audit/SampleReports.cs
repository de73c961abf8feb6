using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Jiheng.Casework.Dossiers;
using Jiheng.Casework.Review;
using Jiheng.Documents.Docx;
using Jiheng.Ledger.Bundles;
using Jiheng.Model.Documents;
using Jiheng.Packs;

namespace Jiheng.Bench.Audit;

/// <summary>The reports of the five samples, as <c>jiheng report</c> writes them, and copies of them with other figures.</summary>
internal static partial class SampleReports
{
    /// <summary>The reports with their departments, in the order of the samples' names. Run from the repository's root.</summary>
    public static IReadOnlyList<(string Name, string Department, Document Report)> Open()
    {
        var packs = PackLibrary.Load("packs");
        if (packs.Library is not { } library) throw new InvalidOperationException(string.Join('\n', packs.Faults));
        return [.. Directory.GetDirectories("samples").Order(StringComparer.Ordinal).Select(folder =>
        {
            var reading = BundleReader.Read(folder, library);
            var dossier = reading.Dossier ?? throw new InvalidOperationException(string.Join('\n', reading.Faults));
            return (Path.GetFileName(folder), dossier.Department, CaseFile.Open(dossier, library).Report());
        })];
    }

    public static byte[] Docx(Document document)
    {
        using var bytes = new MemoryStream();
        DocxWriter.Write(document, bytes);
        return bytes.ToArray();
    }

    public static string Text(Document document) => string.Join('\n', document.Blocks.Select(Passage.BlockText).Where(t => t.Length > 0));

    /// <summary>The same report of another department, one figure in ten changed in its last digit; years are left alone.</summary>
    public static Document Vary(Document report, string department, string other, Random random)
    {
        return report with
        {
            Title = Name(report.Title),
            Blocks = [.. report.Blocks.Select(b => b switch
            {
                Heading h => h with { Runs = [new Run(Name(h.Text))] },
                Paragraph p => p with { Runs = [new Run(Figures(Name(p.Text), random))] },
                Table t => t with { Rows = [.. t.Rows.Select(r => r with { Cells = [.. r.Cells.Select(c => c with { Runs = [new Run(Figures(Name(c.Text), random))] })] })] },
                _ => b,
            })],
        };

        string Name(string text) => text.Replace(department, other, StringComparison.Ordinal);
    }

    /// <summary>One figure in ten changed in its last digit.</summary>
    public static string Figures(string text, Random random) => Number().Replace(text, m => random.Next(10) > 0 ? m.Value : m.Value[..^1] + random.Next(10).ToString(CultureInfo.InvariantCulture));

    /// <summary>At least <paramref name="bytes"/> of report prose in UTF-8: the samples' texts again and again, each time with other figures.</summary>
    public static string Prose(long bytes)
    {
        var texts = Open().Select(r => Text(r.Report)).ToArray();
        var random = new Random(1);
        var prose = new StringBuilder();
        for (var (i, size) = (0, 0L); size < bytes; i++)
        {
            var text = Figures(texts[i % texts.Length], random);
            prose.Append(text).Append('\n');
            size += Encoding.UTF8.GetByteCount(text) + 1;
        }
        return prose.ToString();
    }

    [GeneratedRegex(@"(?<![\d.])(?!(?:19|20)\d\d(?!\d))\d+(?:\.\d+)?")]
    private static partial Regex Number();
}
