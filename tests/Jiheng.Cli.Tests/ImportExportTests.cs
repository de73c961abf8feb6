namespace Jiheng.Cli.Tests;

public sealed class ImportExportTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("jiheng").FullName;

    private string Database => Path.Combine(_folder, "jiheng.db");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void What_was_imported_is_exported_byte_for_byte_the_second_time()
    {
        Shell.Run(Shell.WithPacks("import", Shell.Sample("yanfeng-2024"), "--data", Database)).Exit.ShouldBe(0);
        Export("yanfeng-2024", "once").Exit.ShouldBe(0);

        Shell.Run(Shell.WithPacks("import", Path.Combine(_folder, "once"), "--data", Database)).Out.ShouldContain("新增 0 项数据，改动 0 项，撤下 0 项");
        Export("yanfeng-2024", "twice").Exit.ShouldBe(0);

        Contents("twice").ShouldBe(Contents("once"));
    }

    [Fact]
    public void A_faulty_folder_leaves_the_database_as_it_was()
    {
        var bad = Path.Combine(_folder, "bad");
        CopyFolder(Shell.Sample("anyi-2023"), bad);
        Shell.Run(Shell.WithPacks("import", Shell.Sample("anyi-2023"), "--data", Database)).Exit.ShouldBe(0);
        Export("anyi-2023", "before");
        var facts = Path.Combine(bad, "facts.csv");
        File.WriteAllText(facts, File.ReadAllText(facts).Replace("58216.85", "五万八千"));

        var (exit, _, error) = Shell.Run(Shell.WithPacks("import", bad, "--data", Database));

        exit.ShouldBe(2);
        error.ShouldContain("facts.csv");
        error.ShouldContain("五万八千");
        Export("anyi-2023", "after");
        Contents("after").ShouldBe(Contents("before"));
    }

    [Fact]
    public void An_unknown_dossier_is_bad_input_and_the_known_ones_are_named()
    {
        Shell.Run(Shell.WithPacks("import", Shell.Sample("anyi-2023"), "--data", Database));

        var (exit, _, error) = Export("anyi-2024", "out");

        exit.ShouldBe(2);
        error.ShouldContain("JH6113");
        error.ShouldContain("anyi-2023");
    }

    private (int Exit, string Out, string Error) Export(string id, string folder) =>
        Shell.Run(Shell.WithPacks("export", id, "--data", Database, "--out", Path.Combine(_folder, folder)));

    private Dictionary<string, string> Contents(string folder)
    {
        var root = Path.Combine(_folder, folder);
        return Directory.EnumerateFiles(root, "*", SearchOption.AllDirectories).ToDictionary(f => Path.GetRelativePath(root, f), File.ReadAllText);
    }

    private static void CopyFolder(string from, string to)
    {
        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }
    }
}
