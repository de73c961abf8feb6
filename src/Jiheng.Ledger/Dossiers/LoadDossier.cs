using Jiheng.Ledger.Bundles;
using Jiheng.Model.Facts;
using Jiheng.Model.Measures;
using Jiheng.Model.Metrics;
using Jiheng.Model.Organisation;
using Jiheng.Packs;
using Jiheng.Storage;
using Microsoft.EntityFrameworkCore;

namespace Jiheng.Ledger.Dossiers;

/// <summary>Reads a dossier from the database: equal to the one imported, value for value.</summary>
public sealed class LoadDossier(JihengDb db, PackLibrary packs)
{
    /// <summary>Loads.</summary>
    /// <param name="id">The dossier's id.</param>
    /// <param name="caller">Who asks.</param>
    /// <param name="cancel">Cancels.</param>
    /// <returns>
    /// The dossier; or faults, when the packs no longer offer what it names; <c>null</c> when there is none within reach.
    /// </returns>
    public async Task<BundleReading?> RunAsync(string id, Caller caller, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(caller);
        await using var moment = await db.BeginReadAsync(cancel);
        if (!caller.Reaches(id) || await db.Dossiers.AsNoTracking().SingleOrDefaultAsync(d => d.Code == id, cancel) is not { } row) return null;
        List<BundleFault> faults = [];
        var own = await OwnAsync(row.Id, faults, cancel);
        var head = new DossierFile(packs, own.Catalog, faults).Read(row.Head);
        var texts = await db.Texts.AsNoTracking().Where(t => t.DossierId == row.Id).OrderBy(t => t.Key).ToListAsync(cancel);
        var narratives = texts.ToDictionary(t => t.Key, t => TextsFile.Read(t.Key, t.Body, own.Catalog, faults), StringComparer.Ordinal);
        if (head is null || faults.Count > 0) return new(null, faults);
        return new(head with { Units = await UnitsAsync(row.Id, cancel), OwnMetrics = own.Metrics, Facts = await FactsAsync(row.Id, cancel), Texts = narratives }, []);
    }

    private async Task<OwnMetrics> OwnAsync(int id, List<BundleFault> faults, CancellationToken cancel)
    {
        var rows = await db.OwnMetrics.AsNoTracking().Where(m => m.DossierId == id).OrderBy(m => m.Position).ToListAsync(cancel);
        BundlePlace Place(string code) => new(BundleFolder.Metrics, Field: code);
        List<Metric> metrics = [];
        foreach (var row in rows)
        {
            if (packs.Metrics.TryFind(row.Code, out _)) faults.Add(BundleFaults.MetricTwice(Place(row.Code), row.Code, null));
            else metrics.Add(MetricsFile.Own(row.Code, row.Name, MeasureUnit.Parse(row.Unit), row.Expression, MetricsFile.Aliases(row.Aliases), row.Definition));
        }
        return OwnMetrics.Among(packs.Metrics, metrics, [.. rows.Select(r => r.Code)], Place, faults);
    }

    private async Task<IReadOnlyList<BudgetUnit>> UnitsAsync(int id, CancellationToken cancel) =>
        [.. (await db.Subjects.AsNoTracking().Where(s => s.DossierId == id && s.Position != null).OrderBy(s => s.Position).ToListAsync(cancel))
            .Select(s => new BudgetUnit(s.Code, s.Name, s.Kind, s.Parent))];

    private async Task<IReadOnlyList<Fact>> FactsAsync(int id, CancellationToken cancel)
    {
        var codes = await FactCodes.LoadAsync(db, id, cancel);
        var subjects = db.Subjects.Where(s => s.DossierId == id).Select(s => s.Id);
        return [.. (await db.Facts.AsNoTracking().Where(f => subjects.Contains(f.SubjectId)).ToListAsync(cancel)).Select(codes.ToFact)];
    }
}
