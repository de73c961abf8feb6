using Jiheng.Casework.Dossiers;

namespace Jiheng.Web.Dossiers;

/// <summary>The dossiers, opened.</summary>
public sealed class CaseFiles(IEnumerable<CaseFile> files)
{
    private readonly Dictionary<string, CaseFile> _files = files.ToDictionary(f => f.Dossier.Id, StringComparer.Ordinal);

    /// <summary>All dossiers in the order of their ids.</summary>
    public IReadOnlyList<CaseFile> All => [.. _files.Values];

    /// <summary>The dossier with this id, or <c>null</c>.</summary>
    public CaseFile? Find(string id) => _files.GetValueOrDefault(id);
}
