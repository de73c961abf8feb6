using System.Runtime.CompilerServices;
using Jiheng.Model.Documents;

namespace Jiheng.Audit.Tests;

/// <summary>One file a phenomenon: a passage, '==', then every claim that it states and whether it holds.</summary>
public class PhenomenaTests
{
    public static TheoryData<string> Files() => [.. Directory.GetFiles(Folder(), "*.txt").Select(f => Path.GetFileNameWithoutExtension(f)).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Files))]
    public void The_claims_of_a_passage_are_its_equations(string phenomenon)
    {
        var parts = File.ReadAllText(Path.Combine(Folder(), phenomenon + ".txt")).ReplaceLineEndings("\n").Split("\n==\n");
        var expected = parts[1].Split('\n', StringSplitOptions.RemoveEmptyEntries).Order(StringComparer.Ordinal);
        var claims = Auditor.Audit(Document.FromPlainText(parts[0])).Claims
            .Select(c => $"{(c.Holds ? "holds" : "fails")} {c.Type.ToString().ToLowerInvariant()} {c.Result.Text} = {string.Join(", ", c.Operands.Select(o => o.Text))}")
            .Order(StringComparer.Ordinal);
        string.Join('\n', claims).ShouldBe(string.Join('\n', expected));
    }

    private static string Folder([CallerFilePath] string path = "") => Path.Combine(Path.GetDirectoryName(path)!, "Phenomena");
}
