using Jiheng.Model.Facts;
using Jiheng.Model.Measures;
using Jiheng.Packs;
using Jiheng.Storage;
using Jiheng.Storage.Facts;
using Microsoft.EntityFrameworkCore;

namespace Jiheng.Ledger.Dossiers;

/// <summary>Saves one fact. What it replaces moves to the history; an edit of a value that has changed meanwhile is given back with both values.</summary>
public sealed class SaveFact(JihengDb db, PackLibrary packs, TimeProvider clock)
{
    /// <summary>Saves.</summary>
    /// <param name="dossier">The dossier's id.</param>
    /// <param name="fact">The new value; its <see cref="Fact.Revision"/> is that on which the edit was based, 0 for a fact that is not there yet.</param>
    /// <param name="caller">Who saves.</param>
    /// <param name="reason">Why; required when a value is replaced.</param>
    /// <param name="cancel">Cancels; nothing remains then.</param>
    public async Task<SaveOutcome> RunAsync(string dossier, Fact fact, Caller caller, string reason, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(fact);
        ArgumentNullException.ThrowIfNull(caller);
        db.ChangeTracker.Clear();
        try
        {
            await using var transaction = await db.BeginWriteAsync(dossier, cancel);
            if (!caller.Reaches(dossier) || await db.Dossiers.AsNoTracking().SingleOrDefaultAsync(d => d.Code == dossier, cancel) is not { } row)
                return new(SaveState.Refused, null, fact, [LedgerFault.NoDossier(dossier)]);
            if (await FaultsAsync(row.Id, fact, reason, cancel) is { Count: > 0 } faults) return new(SaveState.Refused, null, fact, faults);
            var codes = await FactCodes.EnsureAsync(db, row.Id, [fact.Key], cancel);
            var current = await codes.Find(db.Facts, fact.Key).SingleOrDefaultAsync(cancel);
            if ((current?.Revision ?? 0) != fact.Revision) return new(SaveState.Stale, current is null ? null : codes.ToFact(current), fact, []);

            var now = clock.GetUtcNow();
            var last = current?.Revision ?? await codes.Find(db.FactsWere, fact.Key).MaxAsync(f => (int?)f.Revision, cancel) ?? 0;
            var saved = codes.ToRow(fact with { Revision = last + 1 }, caller.Name, now);
            if (current is null)
            {
                db.Facts.Add(saved);
            }
            else
            {
                db.FactsWere.Add(current.Replaced(now, caller.Name, reason));
                db.Entry(current).CurrentValues.SetValues(saved);
            }
            await db.AppendTrailAsync(dossier, now, caller.Name, "save-fact", $"{fact.Key}：{fact.Value?.ToString() ?? "无数值"}（第 {last + 1} 版）。{reason}", cancel);
            await db.SaveChangesAsync(cancel);
            await transaction.CommitAsync(cancel);
            return new(SaveState.Saved, codes.ToFact(saved), fact, []);
        }
        finally
        {
            db.ChangeTracker.Clear();
        }
    }

    private async Task<List<LedgerFault>> FaultsAsync(int dossier, Fact fact, string reason, CancellationToken cancel)
    {
        List<LedgerFault> faults = [];
        if (!await db.Subjects.AnyAsync(s => s.DossierId == dossier && s.Code == fact.Key.Subject && s.Position != null, cancel)) faults.Add(LedgerFault.NoUnit(fact.Key.Subject));
        if (fact.Value.HasValue != (fact.State == FactState.Given)) faults.Add(LedgerFault.ValueAndState());
        if (fact.Revision > 0 && string.IsNullOrWhiteSpace(reason)) faults.Add(LedgerFault.NoReason());
        var (name, unit) = await UnitOfAsync(dossier, fact.Key.Metric, cancel);
        if (unit is null) faults.Add(LedgerFault.NoMetric(fact.Key.Metric, packs.Metrics.Nearest(fact.Key.Metric)));
        else if (fact.Value is { } value && value.Dimension != unit.Dimension) faults.Add(LedgerFault.Dimension(name, unit.Symbol, value.Unit.Symbol));
        else if (fact.Value is { } figure && StoredFigure.Of(figure, out _) is var fit and not StorageFit.Fits) faults.Add(LedgerFault.Figure(name, fit));
        return faults;
    }

    private async Task<(string Name, MeasureUnit? Unit)> UnitOfAsync(int dossier, string code, CancellationToken cancel)
    {
        if (packs.Metrics.TryFind(code, out var metric)) return (metric.Name, metric.Unit);
        var own = await db.OwnMetrics.AsNoTracking().SingleOrDefaultAsync(m => m.DossierId == dossier && m.Code == code, cancel);
        return own is null ? (code, null) : (own.Name, MeasureUnit.Parse(own.Unit));
    }
}

/// <summary>What became of an edit.</summary>
/// <param name="State">Saved, stale or refused.</param>
/// <param name="Current">The fact as it now stands; <c>null</c> when there is none.</param>
/// <param name="Yours">The fact as it was to be saved.</param>
/// <param name="Faults">Why it was refused; empty otherwise.</param>
public sealed record SaveOutcome(SaveState State, Fact? Current, Fact Yours, IReadOnlyList<LedgerFault> Faults);

/// <summary>What became of an edit.</summary>
public enum SaveState
{
    /// <summary>It is in the ledger.</summary>
    Saved,

    /// <summary>Somebody else was faster; nothing was changed, and both values are given back.</summary>
    Stale,

    /// <summary>It is not valid; nothing was changed.</summary>
    Refused,
}
