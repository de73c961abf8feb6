using System.Text;
using Jiheng.Model.Dossiers;

namespace Jiheng.Ledger.Bundles;

/// <summary>
/// Writes a dossier as a bundle in canonical order: reading it back gives an equal dossier, and writing that again gives the
/// same bytes.
/// </summary>
public static class BundleWriter
{
    // Excel takes a CSV file without this mark for one in the system's own code page.
    private static readonly UTF8Encoding WithMark = new(encoderShouldEmitUTF8Identifier: true);

    /// <summary>Whether an id can be the name of a folder everywhere.</summary>
    public static bool IsId(string id) => TextsFile.IsKey(id);

    /// <summary>The files of a bundle, for a folder or an archive.</summary>
    /// <exception cref="ArgumentException">The key of a text cannot be a file name.</exception>
    public static IReadOnlyList<BundleFile> Render(Dossier dossier)
    {
        ArgumentNullException.ThrowIfNull(dossier);
        if (dossier.Texts.Keys.FirstOrDefault(k => !TextsFile.IsKey(k)) is { } key) throw new ArgumentException($"“{key}”不能作文件名。", nameof(dossier));
        return
        [
            new(BundleFolder.Head, Encoding.UTF8.GetBytes(DossierText.Write(dossier))),
            Table(BundleFolder.Units, UnitsFile.Write(dossier.Units)),
            .. dossier.OwnMetrics.Count > 0 ? [Table(BundleFolder.Metrics, MetricsFile.Write(dossier.OwnMetrics))] : Array.Empty<BundleFile>(),
            Table(BundleFolder.Facts, FactsFile.Write(dossier)),
            .. dossier.Texts.OrderBy(t => t.Key, StringComparer.Ordinal).Select(t => new BundleFile($"{BundleFolder.Texts}/{t.Key}.md", Encoding.UTF8.GetBytes(TextsFile.Write(t.Value)))),
        ];
    }

    /// <summary>Writes the bundle into a folder, which is made when missing; of a bundle that is there already nothing remains.</summary>
    /// <returns>Why it could not be written, for example because the folder holds something else than a bundle; <c>null</c> when it was.</returns>
    public static BundleFault? Write(Dossier dossier, string folder)
    {
        var files = Render(dossier);
        try
        {
            if (Directory.Exists(folder) && Directory.EnumerateFileSystemEntries(folder).Any() && !File.Exists(Path.Combine(folder, BundleFolder.Head)))
                return BundleFaults.Occupied(folder);
            var texts = Path.Combine(folder, BundleFolder.Texts);
            Directory.CreateDirectory(texts);
            foreach (var old in Directory.EnumerateFiles(texts, "*.md").Append(Path.Combine(folder, BundleFolder.Metrics))) File.Delete(old);
            foreach (var file in files) File.WriteAllBytes(Path.Combine(folder, file.Name), file.Content);
            return null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return BundleFaults.Unwritable(folder, e.Message);
        }
    }

    private static BundleFile Table(string name, string text) => new(name, [.. WithMark.GetPreamble(), .. WithMark.GetBytes(text)]);
}

/// <summary>A file of a bundle.</summary>
/// <param name="Name">Name within the bundle, with <c>/</c>.</param>
/// <param name="Content">Its bytes.</param>
public sealed record BundleFile(string Name, byte[] Content);
