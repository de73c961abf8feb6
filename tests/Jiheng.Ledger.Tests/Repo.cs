namespace Jiheng.Ledger.Tests;

/// <summary>The repo that the tests are run in.</summary>
internal static class Repo
{
    public static string Folder(string name)
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Jiheng.slnx"))) folder = folder.Parent!;
        return Path.Combine(folder.FullName, name);
    }
}
