using System.Collections.Concurrent;
using Jiheng.Casework.Dossiers;
using Jiheng.Ledger.Dossiers;
using Jiheng.Packs;
using Jiheng.Storage;
using Jiheng.Web.Hosting;
using Microsoft.EntityFrameworkCore;

namespace Jiheng.Web.Dossiers;

/// <summary>
/// The dossiers of the database, opened under their packs. An opened dossier is kept until the trail says that something was
/// done to it; every act on a dossier leaves a row there, so what is shown is never older than the database.
/// </summary>
public sealed class CaseFiles(WebSettings settings, PackLibrary packs)
{
    private static readonly Caller Everyone = new("本机");

    private readonly ConcurrentDictionary<string, (long Acts, OpenCase Case)> _opened = new(StringComparer.Ordinal);

    /// <summary>All dossiers, the latest year first; those that do not open with the reason.</summary>
    public async Task<IReadOnlyList<Opening>> ListAsync(CancellationToken cancel = default)
    {
        await using var db = JihengDb.Open(settings.Data);
        List<Opening> openings = [];
        foreach (var line in await new ListDossiers(db).RunAsync(Everyone, cancel)) openings.Add(await OpenAsync(db, line.Id, cancel));
        return openings;
    }

    /// <summary>Opens the dossier with this id.</summary>
    public async Task<Opening> FindAsync(string id, CancellationToken cancel = default)
    {
        await using var db = JihengDb.Open(settings.Data);
        return await OpenAsync(db, id, cancel);
    }

    private async Task<Opening> OpenAsync(JihengDb db, string id, CancellationToken cancel)
    {
        // Counted before loading: an act that comes in between makes the next request load again, never this one too old.
        var acts = await db.Trail.Where(t => t.Stream == id).LongCountAsync(cancel);
        if (_opened.TryGetValue(id, out var kept) && kept.Acts == acts) return new(kept.Case, null);
        if (await new LoadDossier(db, packs).RunAsync(id, Everyone, cancel) is not { } reading) return new(null, WebFault.NoSuchDossier(id));
        if (reading.Dossier is not { } dossier) return new(null, WebFault.DoesNotOpen(id, reading.Faults));
        var open = new OpenCase(CaseFile.Open(dossier, packs));
        _opened[id] = (acts, open);
        return new(open, null);
    }
}

/// <summary>What opening a dossier gave: the dossier, or why it does not open.</summary>
/// <param name="Case">The dossier; <c>null</c> when there is a fault.</param>
/// <param name="Fault">Why not; <c>null</c> when it opened.</param>
public sealed record Opening(OpenCase? Case, WebFault? Fault);
