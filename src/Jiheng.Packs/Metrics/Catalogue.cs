using Jiheng.Model.Metrics;

namespace Jiheng.Packs.Metrics;

/// <summary>An official list of services or classes (名录), for example the twelve basic public health services.</summary>
/// <param name="Id">Id, unique among catalogues.</param>
/// <param name="Name">Chinese name.</param>
/// <param name="Items">The items in their official order; empty when the list itself is not known.</param>
/// <param name="Provenance">Where it is known from.</param>
/// <param name="Note">Remark; empty for none.</param>
public sealed record Catalogue(string Id, string Name, IReadOnlyList<CatalogueItem> Items, Provenance Provenance, string Note);

/// <summary>An item of a <see cref="Catalogue"/>.</summary>
/// <param name="Number">Official number.</param>
/// <param name="Name">Chinese name.</param>
/// <param name="Metrics">Codes of the metrics that measure it; may be empty.</param>
public sealed record CatalogueItem(int Number, string Name, IReadOnlyList<string> Metrics);
