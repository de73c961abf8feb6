using Jiheng.Model.Metrics;
using Jiheng.Model.Schemes;

namespace Jiheng.Ledger.Bundles;

/// <summary>What the packs offer to a bundle: the names that it may use.</summary>
/// <param name="Metrics">The metric dictionary.</param>
/// <param name="Schemes">The schemes by id.</param>
/// <param name="Outlines">Ids of the report outlines.</param>
public sealed record KnownPacks(MetricCatalog Metrics, IReadOnlyDictionary<string, Scheme> Schemes, IReadOnlyCollection<string> Outlines);
