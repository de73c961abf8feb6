using System.Text.RegularExpressions;

namespace Jiheng.Architecture.Tests;

/// <summary>Every stable code that the product can show is explained under docs/, and nothing is explained that does not exist.</summary>
public sealed partial class ErrorCodeTests
{
    [Fact]
    public void Every_code_in_the_source_is_explained()
    {
        var shown = Codes(Directory.EnumerateFiles(Path.Combine(Repository.Root, "src"), "*.cs*", SearchOption.AllDirectories).Where(f => !Repository.IsBuilt(f)));
        var explained = Codes([Path.Combine(Repository.Root, "docs", "errors.md"), .. Directory.EnumerateFiles(Path.Combine(Repository.Root, "docs", "findings"), "*.md")]);
        shown.Except(explained).ShouldBeEmpty();
        explained.Except(shown).ShouldBeEmpty();
    }

    private static IReadOnlyList<string> Codes(IEnumerable<string> files) =>
        [.. files.SelectMany(f => Code().Matches(File.ReadAllText(f)).Select(m => m.Value)).Distinct().Order(StringComparer.Ordinal)];

    [GeneratedRegex(@"\bJH\d{4}\b")]
    private static partial Regex Code();
}
