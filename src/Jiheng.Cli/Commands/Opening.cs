using Jiheng.Casework.Dossiers;
using Jiheng.Cli.Terminal;
using Jiheng.Ledger.Bundles;
using Jiheng.Ledger.Dossiers;
using Jiheng.Packs;

namespace Jiheng.Cli.Commands;

/// <summary>Opens packs and data folders for commands; what is wrong with them becomes one outcome that names every fault.</summary>
internal static class Opening
{
    /// <summary>Who works from the shell: the machine's user, who may open the database file anyway and so reaches every dossier.</summary>
    public static Caller Caller { get; } = new(Environment.UserName);

    /// <summary>Reads the packs.</summary>
    public static PackLibrary? Packs(string folder, out Outcome? faults)
    {
        var load = PackLibrary.Load(folder);
        faults = load.Library is null ? Faults($"规则包有 {load.Faults.Count} 处错误", [.. load.Faults.Select(f => f.ToString())]) : null;
        return load.Library;
    }

    /// <summary>Opens a data folder under its scheme and outline.</summary>
    public static CaseFile? Folder(string folder, string packs, out Outcome? faults)
    {
        if (Packs(packs, out faults) is not { } library) return null;
        var reading = BundleReader.Read(folder, library);
        if (reading.Dossier is not { } dossier)
        {
            faults = Faults($"{folder} 有 {reading.Faults.Count} 处错误，未作处理", [.. reading.Faults.Select(f => f.ToString())]);
            return null;
        }
        return CaseFile.Open(dossier, library);
    }

    /// <summary>Bad input: how many faults, then each on its line.</summary>
    public static Outcome Faults(string verdict, IReadOnlyList<string> faults) =>
        new(Outcome.BadInput, verdict + "。", string.Join(Environment.NewLine, faults), new { faults });
}
