using Jiheng.Storage;
using Jiheng.Storage.Trail;
using Microsoft.EntityFrameworkCore;

namespace Jiheng.Ledger.Dossiers;

/// <summary>Checks that nothing in a dossier's record of acts was changed, put in or taken out.</summary>
public sealed class VerifyTrail(JihengDb db)
{
    /// <summary>Checks.</summary>
    /// <returns><c>null</c> when there is no record within reach.</returns>
    public async Task<TrailVerdict?> RunAsync(string dossier, Caller caller, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(caller);
        if (!caller.Reaches(dossier)) return null;
        var rows = await db.Trail.AsNoTracking().Where(t => t.Stream == dossier).OrderBy(t => t.Seq).ToListAsync(cancel);
        var bodies = await db.TrailBodies.AsNoTracking().Where(t => t.Stream == dossier).ToDictionaryAsync(t => t.Seq, t => t.Body, cancel);
        return rows.Count == 0 ? null : new(rows.Count, rows[^1].Hash, TrailChain.FirstBreak(rows, bodies));
    }
}

/// <summary>What checking a trail gave.</summary>
/// <param name="Count">Number of acts.</param>
/// <param name="Head">Hash of the last one: kept outside of the database it also shows that none was cut off.</param>
/// <param name="Break">Where the chain does not hold; <c>null</c> when it holds.</param>
public sealed record TrailVerdict(int Count, string Head, TrailBreak? Break);
