using Jiheng.Model.Dossiers;
using Jiheng.Packs;

namespace Jiheng.Ledger.Bundles;

/// <summary>Reads a bundle: all of a department's year from a folder.</summary>
public static class BundleReader
{
    /// <summary>
    /// Reads the folder and tells all faults at once, in the order of their place. Nothing outside of the folder is read and nothing is written.
    /// </summary>
    /// <param name="folder">Path of the bundle.</param>
    /// <param name="packs">The metrics, schemes and outlines that it may name.</param>
    public static BundleReading Read(string folder, PackLibrary packs)
    {
        ArgumentNullException.ThrowIfNull(folder);
        ArgumentNullException.ThrowIfNull(packs);
        if (File.Exists(folder)) return new(null, [BundleFaults.NotAFolder(folder)]);
        if (!Directory.Exists(folder)) return new(null, [BundleFaults.NoFolder(folder)]);
        List<BundleFault> faults = [];
        var dossier = Read(new BundleFolder(folder, faults), packs, faults);
        return faults.Count == 0 ? new(dossier, []) : new(null, [.. faults.OrderBy(f => f.Place.File, StringComparer.Ordinal).ThenBy(f => f.Place.Line).ThenBy(f => f.Place.Column)]);
    }

    private static Dossier? Read(BundleFolder folder, PackLibrary packs, List<BundleFault> faults)
    {
        var units = folder.Read(BundleFolder.Units) is { } unitsText ? UnitsFile.Read(unitsText, faults) : null;
        var metrics = folder.Read(BundleFolder.Metrics, required: false) is { } metricsText ? MetricsFile.Read(metricsText, packs.Metrics, faults) : OwnMetrics.None(packs.Metrics);
        var facts = folder.Read(BundleFolder.Facts) is { } factsText ? new FactsFile(units, metrics, faults).Read(factsText) : [];
        var head = folder.Read(BundleFolder.Head) is { } headText ? new DossierFile(packs, metrics.Catalog, faults).Read(headText) : null;
        var texts = folder.ReadTexts().ToDictionary(t => t.Key, t => TextsFile.Read(t.Key, t.Text, metrics.Catalog, faults), StringComparer.Ordinal);
        return head is null ? null : head with { Units = units ?? [], OwnMetrics = metrics.Metrics, Facts = facts, Texts = texts };
    }
}

/// <summary>What reading a bundle gave: the dossier, or all faults.</summary>
/// <param name="Dossier">The dossier; <c>null</c> when there is any fault.</param>
/// <param name="Faults">Everything that must be mended; empty when the dossier was read.</param>
public sealed record BundleReading(Dossier? Dossier, IReadOnlyList<BundleFault> Faults);
