using System.Text.RegularExpressions;

namespace Jiheng.Ledger.Tests;

public sealed partial class ErrorCodeTests
{
    [Theory]
    [InlineData("JH30")]
    [InlineData("JH50")]
    public void Every_code_is_listed_and_every_listed_code_exists(string area)
    {
        var sources = ((string[])["Jiheng.Ledger", "Jiheng.Storage"]).SelectMany(p => Directory.GetFiles(Path.Combine(Repo.Folder("src"), p), "*.cs", SearchOption.AllDirectories));
        var used = sources.SelectMany(f => Codes(File.ReadAllText(f), area)).Distinct().Order(StringComparer.Ordinal);
        Codes(File.ReadAllText(Path.Combine(Repo.Folder("docs"), "errors.md")), area).ShouldBe(used);
    }

    private static IEnumerable<string> Codes(string text, string area) => Code().Matches(text).Select(m => m.Value).Where(c => c.StartsWith(area, StringComparison.Ordinal));

    [GeneratedRegex(@"\bJH\d{4}\b")]
    private static partial Regex Code();
}
