using Jiheng.Ledger.Bundles;

namespace Jiheng.Ledger.Dossiers;

/// <summary>Writes a dossier of the database as a bundle; importing that again changes nothing.</summary>
public sealed class ExportDossier(LoadDossier load)
{
    /// <summary>Exports.</summary>
    /// <param name="id">The dossier's id.</param>
    /// <param name="folder">Where to; see <see cref="BundleWriter.Write"/>.</param>
    /// <param name="caller">Who asks.</param>
    /// <param name="cancel">Cancels before anything is written.</param>
    /// <returns>What was written, or why it cannot be; <c>null</c> when there is no such dossier within reach.</returns>
    public async Task<BundleReading?> RunAsync(string id, string folder, Caller caller, CancellationToken cancel = default)
    {
        var reading = await load.RunAsync(id, caller, cancel);
        return reading?.Dossier is { } dossier && BundleWriter.Write(dossier, folder) is { } fault ? new(null, [fault]) : reading;
    }
}
