using Jiheng.Casework.Dossiers;
using Jiheng.Ledger.Bundles;
using Jiheng.Packs;

namespace Jiheng.Casework.Tests.Checking;

/// <summary>The five sample bureaus as they ship, opened under the packs that ship.</summary>
internal static class ShippedSamples
{
    private static readonly Lazy<PackLibrary> Library = new(() => PackLibrary.Load(Path.Combine(Root(), "packs")).Library!);

    public static CaseFile Open(string name) => CaseFile.Open(BundleReader.Read(Path.Combine(Root(), "samples", name), Library.Value).Dossier!, Library.Value);

    public static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Jiheng.slnx"))) folder = folder.Parent;
        return folder!.FullName;
    }
}
