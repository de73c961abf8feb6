using Jiheng.Model.Schemes;
using Jiheng.Storage;
using Microsoft.EntityFrameworkCore;

namespace Jiheng.Ledger.Dossiers;

/// <summary>Lists the dossiers within reach, the latest year first.</summary>
public sealed class ListDossiers(JihengDb db)
{
    /// <summary>Lists.</summary>
    public async Task<IReadOnlyList<DossierLine>> RunAsync(Caller caller, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(caller);
        var dossiers = db.Dossiers.AsNoTracking();
        if (caller.Reach is { } reach) dossiers = dossiers.Where(d => reach.Contains(d.Code));
        return await dossiers
            .OrderByDescending(d => d.Year).ThenBy(d => d.Code)
            .Select(d => new DossierLine(
                d.Code, d.Department, d.Region, d.Year, d.Kind,
                db.Facts.Count(f => f.Value != null && db.Subjects.Any(s => s.Id == f.SubjectId && s.DossierId == d.Id)),
                d.ImportedAt, d.ImportedBy))
            .ToListAsync(cancel);
    }
}

/// <summary>A dossier in a list.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Department">Full name of the department.</param>
/// <param name="Region">Name of the region.</param>
/// <param name="Year">Fiscal year.</param>
/// <param name="Kind">What is evaluated.</param>
/// <param name="Figures">Facts that have a value.</param>
/// <param name="ImportedAt">When it was last imported.</param>
/// <param name="ImportedBy">Who last imported it.</param>
public sealed record DossierLine(string Id, string Department, string Region, int Year, SubjectKind Kind, int Figures, DateTimeOffset ImportedAt, string ImportedBy);
