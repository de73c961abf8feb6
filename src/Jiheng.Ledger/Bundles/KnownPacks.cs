using Jiheng.Model.Metrics;
using Jiheng.Model.Schemes;
using Jiheng.Packs;

namespace Jiheng.Ledger.Bundles;

/// <summary>What the packs offer to a bundle: the names that it may use.</summary>
/// <param name="Metrics">The metric dictionary.</param>
/// <param name="Schemes">The schemes by id.</param>
/// <param name="Outlines">Ids of the report outlines.</param>
public sealed record KnownPacks(MetricCatalog Metrics, IReadOnlyDictionary<string, Scheme> Schemes, IReadOnlyCollection<string> Outlines)
{
    /// <summary>What a library offers; of a scheme in several versions the latest.</summary>
    public static KnownPacks Of(PackLibrary library)
    {
        ArgumentNullException.ThrowIfNull(library);
        var schemes = library.Schemes.GroupBy(s => s.Id, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.MaxBy(s => s.FromYear)!, StringComparer.Ordinal);
        return new KnownPacks(library.Metrics, schemes, [.. library.Outlines.Select(o => o.Id)]);
    }
}
