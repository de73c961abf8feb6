using System.Xml.Linq;

namespace Jiheng.Architecture.Tests;

/// <summary>Holds the house of docs/architecture.md: a project knows only floors below its own.</summary>
public class ArrowsTests
{
    private static readonly Dictionary<string, int> Floors = new()
    {
        ["Jiheng.Model"] = 1,
        ["Jiheng.Packs"] = 2,
        ["Jiheng.Audit"] = 2,
        ["Jiheng.Storage"] = 2,
        ["Jiheng.Documents"] = 3,
        ["Jiheng.Ledger"] = 3,
        ["Jiheng.Casework"] = 4,
        ["Jiheng.Web"] = 5,
        ["Jiheng.Cli"] = 5,
    };

    private static readonly string[] Pure = ["Jiheng.Model", "Jiheng.Audit"];

    [Fact]
    public void Every_project_stands_on_a_floor() =>
        Projects().Select(p => p.Name).ShouldBeSubsetOf(Floors.Keys);

    [Fact]
    public void A_project_knows_only_floors_below_its_own()
    {
        var wrong =
            from project in Projects()
            from reference in project.References
            where Floors[reference] >= Floors[project.Name]
            select $"{project.Name} -> {reference}";
        wrong.ShouldBeEmpty();
    }

    [Fact]
    public void Model_and_audit_use_no_package() =>
        Projects().Where(p => Pure.Contains(p.Name)).SelectMany(p => p.Packages).ShouldBeEmpty();

    [Theory]
    [InlineData("Jiheng.Model")]
    [InlineData("Jiheng.Audit")]
    public void Pure_projects_touch_no_file_clock_or_network(string project)
    {
        string[] forbidden = ["System.IO.File", "File.Open", "File.Read", "File.Write", "Directory.", "DateTime.Now", "DateTime.UtcNow", "DateTimeOffset.Now", "DateTimeOffset.UtcNow", "Stopwatch", "HttpClient", "Environment.", "Random"];
        var hits =
            from file in Sources(project)
            from line in File.ReadLines(file)
            from word in forbidden
            where line.Contains(word) && !line.TrimStart().StartsWith("///")
            select $"{Path.GetFileName(file)}: {line.Trim()}";
        hits.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("Jiheng.Model")]
    [InlineData("Jiheng.Audit")]
    public void No_binary_floating_point_stands_near_a_figure(string project)
    {
        var pattern = new System.Text.RegularExpressions.Regex(@"\b(double|float)\b");
        Sources(project).Where(f => pattern.IsMatch(File.ReadAllText(f))).Select(Path.GetFileName).ShouldBeEmpty();
    }

    [Fact]
    public void A_source_file_stays_readable_in_one_sitting()
    {
        var long_files =
            from project in Floors.Keys.Where(p => Directory.Exists(Path.Combine(Repository.Root, "src", p)))
            from file in Sources(project)
            where !file.Contains("Migrations")
            let lines = File.ReadLines(file).Count()
            where lines > 400
            select $"{Path.GetRelativePath(Repository.Root, file)}: {lines}";
        long_files.ShouldBeEmpty();
    }

    private static IEnumerable<string> Sources(string project) =>
        Directory.EnumerateFiles(Path.Combine(Repository.Root, "src", project), "*.cs", SearchOption.AllDirectories)
            .Where(f => !Repository.IsBuilt(f));

    private static IEnumerable<(string Name, string[] References, string[] Packages)> Projects() =>
        from file in Directory.EnumerateFiles(Path.Combine(Repository.Root, "src"), "*.csproj", SearchOption.AllDirectories)
        let xml = XDocument.Load(file)
        select (
            Path.GetFileNameWithoutExtension(file),
            xml.Descendants("ProjectReference").Select(r => Path.GetFileNameWithoutExtension(r.Attribute("Include")!.Value)).ToArray(),
            xml.Descendants("PackageReference").Select(r => r.Attribute("Include")!.Value).ToArray());
}
