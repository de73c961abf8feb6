using System.Runtime.CompilerServices;

namespace Jiheng.Documents.Tests;

/// <summary>Compares with a text that stands beside the tests. Set JIHENG_GOLDEN=accept to take the new text after a look at it.</summary>
internal static class Golden
{
    public static void ShouldMatch(string name, string actual, [CallerFilePath] string caller = "")
    {
        if (Environment.GetEnvironmentVariable("JIHENG_GOLDEN") == "accept")
            File.WriteAllText(Path.Combine(Path.GetDirectoryName(caller)!, "..", "Golden", name), actual);
        else
            actual.ShouldBe(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Golden", name)));
    }
}
