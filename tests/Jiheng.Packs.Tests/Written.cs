using System.Text;

namespace Jiheng.Packs.Tests;

/// <summary>Packs written inside of a test, read together with the shipped metric dictionary.</summary>
internal static class Written
{
    private static readonly PackFile[] Metrics = [.. Directory.EnumerateFiles(Path.Combine(PackLibrary.ShippedFolder, "metrics"), "*.yaml").Order(StringComparer.Ordinal)
        .Select(p => new PackFile(p, File.ReadAllBytes(p)))];

    public static PackLoad Load(string yaml) => PackLibrary.Load([.. Metrics, new PackFile("pack.yaml", Encoding.UTF8.GetBytes(yaml))]);

    public static PackLibrary Read(string yaml)
    {
        var load = Load(yaml);
        load.Faults.Select(f => f.ToString()).ShouldBeEmpty();
        return load.Library!;
    }
}
