using Jiheng.Model.Facts;
using Jiheng.Storage;
using Jiheng.Storage.Facts;
using Microsoft.EntityFrameworkCore;

namespace Jiheng.Ledger.Dossiers;

/// <summary>Tells how a fact came to its value: all its revisions, the latest first.</summary>
public sealed class FactHistory(JihengDb db)
{
    /// <summary>Reads the history.</summary>
    /// <returns>Empty when there is no such fact, or no such dossier within reach.</returns>
    public async Task<IReadOnlyList<FactRevision>> RunAsync(string dossier, FactKey key, Caller caller, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(caller);
        if (!caller.Reaches(dossier) || await db.Dossiers.AsNoTracking().SingleOrDefaultAsync(d => d.Code == dossier, cancel) is not { } row) return [];
        var codes = await FactCodes.LoadAsync(db, row.Id, cancel);
        var current = await codes.Find(db.Facts.AsNoTracking(), key).ToListAsync(cancel);
        var were = await codes.Find(db.FactsWere.AsNoTracking(), key).OrderByDescending(f => f.Revision).ToListAsync(cancel);
        return [.. current.Select(f => Revision(f, null)), .. were.Select(f => Revision(f, new(f.ReplacedAt, f.ReplacedBy, f.Reason)))];

        FactRevision Revision(FactRecord record, FactReplacement? replaced) => new(codes.ToFact(record), record.At, record.Who, replaced);
    }
}

/// <summary>One revision of a fact.</summary>
/// <param name="Fact">The fact as it then was.</param>
/// <param name="At">When it was written.</param>
/// <param name="Who">Who wrote it.</param>
/// <param name="Replaced">When, by whom and why it was replaced or withdrawn; <c>null</c> for the current one.</param>
public sealed record FactRevision(Fact Fact, DateTimeOffset At, string Who, FactReplacement? Replaced);

/// <summary>Why a revision is no longer the current one.</summary>
/// <param name="At">When.</param>
/// <param name="Who">Who.</param>
/// <param name="Reason">Why.</param>
public sealed record FactReplacement(DateTimeOffset At, string Who, string Reason);
