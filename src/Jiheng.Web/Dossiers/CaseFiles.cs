using Jiheng.Casework.Dossiers;
using Jiheng.Ledger.Bundles;
using Jiheng.Packs;

namespace Jiheng.Web.Dossiers;

/// <summary>The dossiers, opened.</summary>
public sealed class CaseFiles
{
    private readonly Dictionary<string, OpenCase> _files;

    /// <summary>Opens the bundles of the samples.</summary>
    public CaseFiles(WebSettings settings, PackLibrary library)
    {
        _files = Directory.EnumerateDirectories(settings.Samples).Order(StringComparer.Ordinal)
            .Select(d => { var r = BundleReader.Read(d, library); foreach (var f in r.Faults) Console.WriteLine(f); return r.Dossier; })
            .OfType<Model.Dossiers.Dossier>().ToDictionary(d => d.Id, d => new OpenCase(CaseFile.Open(d, library)), StringComparer.Ordinal);
    }

    /// <summary>All dossiers in the order of their ids.</summary>
    public IReadOnlyList<OpenCase> All => [.. _files.Values];

    /// <summary>The dossier with this id, or <c>null</c>.</summary>
    public OpenCase? Find(string id) => _files.GetValueOrDefault(id);
}
