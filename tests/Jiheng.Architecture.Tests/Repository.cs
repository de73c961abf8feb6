namespace Jiheng.Architecture.Tests;

internal static class Repository
{
    public static string Root { get; } = FindRoot();

    public static bool IsBuilt(string file) =>
        file.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}") || file.Contains($"{Path.DirectorySeparatorChar}bin{Path.DirectorySeparatorChar}");

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Jiheng.slnx"))) folder = folder.Parent;
        return folder?.FullName ?? throw new InvalidOperationException("Jiheng.slnx not found above the test's folder.");
    }
}
