using System.Security.Cryptography;
using Jiheng.Ledger.Bundles;
using Jiheng.Model.Dossiers;
using Jiheng.Model.Facts;
using Jiheng.Storage;
using Jiheng.Storage.Dossiers;
using Jiheng.Storage.Facts;
using Microsoft.EntityFrameworkCore;

namespace Jiheng.Ledger.Dossiers;

/// <summary>
/// Takes a dossier into the database, whole or not at all, with its row in the trail. A dossier of the same id is replaced: what
/// changed or is gone moves to the history, what is the same stays as it is.
/// </summary>
public sealed class ImportDossier(JihengDb db, TimeProvider clock)
{
    /// <summary>Imports.</summary>
    /// <param name="dossier">The dossier.</param>
    /// <param name="caller">Who imports.</param>
    /// <param name="reason">Why facts that are there already are replaced; kept in their history.</param>
    /// <param name="cancel">Cancels; nothing remains then.</param>
    public async Task<ImportOutcome> RunAsync(Dossier dossier, Caller caller, string reason = "重新导入", CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(dossier);
        ArgumentNullException.ThrowIfNull(caller);
        if (Faults(dossier, caller) is { Count: > 0 } faults) return new(0, 0, 0, 0, faults);
        db.ChangeTracker.Clear();
        try
        {
            await using var transaction = await db.BeginWriteAsync(dossier.Id, cancel);
            var now = clock.GetUtcNow();
            var row = await HeadAsync(dossier, caller, now, cancel);
            await UnitsAsync(row.Id, dossier, cancel);
            await OwnAsync(row.Id, dossier, cancel);
            var outcome = await FactsAsync(row.Id, dossier, caller, now, reason, cancel);
            await db.AppendTrailAsync(dossier.Id, now, caller.Name, "import", outcome.Summary(dossier), cancel);
            await db.SaveChangesAsync(cancel);
            await transaction.CommitAsync(cancel);
            await db.OptimizeAsync(CancellationToken.None);
            return outcome;
        }
        finally
        {
            db.ChangeTracker.Clear();
        }
    }

    private static List<LedgerFault> Faults(Dossier dossier, Caller caller)
    {
        if (!caller.Reaches(dossier.Id)) return [LedgerFault.NoDossier(dossier.Id)];
        List<LedgerFault> faults = [];
        var units = dossier.Units.Select(u => u.Code).ToHashSet(StringComparer.Ordinal);
        HashSet<FactKey> keys = [];
        foreach (var fact in dossier.Facts)
        {
            if (!keys.Add(fact.Key)) faults.Add(LedgerFault.SameKey(fact.Key.ToString()));
            if (!units.Contains(fact.Key.Subject)) faults.Add(LedgerFault.NoUnit(fact.Key.Subject));
            if (fact.Value.HasValue != (fact.State == FactState.Given)) faults.Add(LedgerFault.ValueAndState());
            if (fact.Value is { } value && StoredFigure.Of(value, out _) is var fit and not StorageFit.Fits) faults.Add(LedgerFault.Figure(fact.Key.ToString(), fit));
        }
        return faults;
    }

    private async Task<DossierRow> HeadAsync(Dossier dossier, Caller caller, DateTimeOffset now, CancellationToken cancel)
    {
        var row = await db.Dossiers.SingleOrDefaultAsync(d => d.Code == dossier.Id, cancel);
        if (row is null) db.Dossiers.Add(row = new DossierRow { Code = dossier.Id, Department = "", Region = "", Head = "", ImportedBy = "" });
        (row.Department, row.Region, row.Year, row.Kind) = (dossier.Department, dossier.Region, dossier.Year, dossier.Kind);
        (row.Head, row.ImportedAt, row.ImportedBy) = (DossierText.Write(dossier), now, caller.Name);
        await db.SaveChangesAsync(cancel);
        return row;
    }

    private async Task UnitsAsync(int id, Dossier dossier, CancellationToken cancel)
    {
        var rows = await db.Subjects.Where(s => s.DossierId == id).ToDictionaryAsync(s => s.Code, StringComparer.Ordinal, cancel);
        foreach (var row in rows.Values) row.Position = null;
        foreach (var (unit, position) in dossier.Units.Select((u, i) => (u, i)))
        {
            if (!rows.TryGetValue(unit.Code, out var row)) db.Subjects.Add(row = new SubjectRow { DossierId = id, Code = unit.Code, Name = "" });
            (row.Name, row.Kind, row.Parent, row.Position) = (unit.Name, unit.Kind, unit.Parent, position);
        }
        await db.SaveChangesAsync(cancel);
    }

    private async Task OwnAsync(int id, Dossier dossier, CancellationToken cancel)
    {
        await db.OwnMetrics.Where(m => m.DossierId == id).ExecuteDeleteAsync(cancel);
        await db.Texts.Where(t => t.DossierId == id).ExecuteDeleteAsync(cancel);
        db.OwnMetrics.AddRange(dossier.OwnMetrics.Select((m, i) => new OwnMetricRow
        {
            DossierId = id,
            Position = i,
            Code = m.Code,
            Name = m.Name,
            Unit = m.Unit.Symbol,
            Expression = m.Expression,
            Aliases = string.Join('；', m.Aliases),
            Definition = m.Definition,
        }));
        db.Texts.AddRange(dossier.Texts.Select(t => new TextRow { DossierId = id, Key = t.Key, Body = TextsFile.Write(t.Value) }));
        await db.SaveChangesAsync(cancel);
    }

    private async Task<ImportOutcome> FactsAsync(int id, Dossier dossier, Caller caller, DateTimeOffset now, string reason, CancellationToken cancel)
    {
        var codes = await FactCodes.EnsureAsync(db, id, [.. dossier.Facts.Select(f => f.Key)], cancel);
        var subjects = db.Subjects.Where(s => s.DossierId == id).Select(s => s.Id);
        var current = (await db.Facts.AsNoTracking().Where(f => subjects.Contains(f.SubjectId)).ToListAsync(cancel)).ToDictionary(r => codes.ToFact(r).Key);
        var last = (await db.FactsWere.AsNoTracking().Where(f => subjects.Contains(f.SubjectId)).ToListAsync(cancel))
            .GroupBy(r => codes.ToFact(r).Key).ToDictionary(g => g.Key, g => g.Max(r => r.Revision));
        var (added, changed, unchanged) = (0, 0, 0);
        List<FactRow> incoming = [], outgoing = [];
        foreach (var fact in dossier.Facts)
        {
            if (!current.Remove(fact.Key, out var row))
            {
                // A fact that was withdrawn and comes back goes on counting.
                incoming.Add(codes.ToRow(last.TryGetValue(fact.Key, out var was) ? fact with { Revision = was + 1 } : fact, caller.Name, now));
                added++;
            }
            else if (codes.ToFact(row) == fact with { Revision = row.Revision })
            {
                unchanged++;
            }
            else
            {
                outgoing.Add(row);
                incoming.Add(codes.ToRow(fact with { Revision = row.Revision + 1 }, caller.Name, now));
                changed++;
            }
        }
        outgoing.AddRange(current.Values);
        await db.InsertAsync([.. outgoing.Select(r => r.Replaced(now, caller.Name, reason))], cancel);
        db.Facts.RemoveRange(outgoing);
        await db.SaveChangesAsync(cancel);
        await db.InsertAsync(incoming, cancel);
        return new(added, changed, current.Count, unchanged, []);
    }
}

/// <summary>What an import did.</summary>
/// <param name="Added">Facts that were not there.</param>
/// <param name="Changed">Facts whose former value moved to the history.</param>
/// <param name="Withdrawn">Facts that the dossier no longer has; their value moved to the history.</param>
/// <param name="Unchanged">Facts that were the same.</param>
/// <param name="Faults">Why nothing was done; empty when it was.</param>
public sealed record ImportOutcome(int Added, int Changed, int Withdrawn, int Unchanged, IReadOnlyList<LedgerFault> Faults)
{
    /// <summary>Whether the dossier was taken in.</summary>
    public bool IsDone => Faults.Count == 0;

    /// <summary>What the trail says: the counts, and a hash of all that was imported.</summary>
    internal string Summary(Dossier dossier)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var file in BundleWriter.Render(dossier)) hash.AppendData(file.Content);
        return $"导入 {dossier.Facts.Count} 个数据：新增 {Added}，修改 {Changed}，撤下 {Withdrawn}，未变 {Unchanged}。数据包 SHA-256：{Convert.ToHexStringLower(hash.GetHashAndReset())}";
    }
}
