using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;

namespace Jiheng.Cli.Terminal;

/// <summary>What a command has to say: one verdict line first, then details; as text or as JSON. Decides the exit code.</summary>
/// <param name="Exit">0 clean, 1 findings, 2 bad input.</param>
/// <param name="Verdict">The one line that stands first.</param>
/// <param name="Details">Text below it; empty for none.</param>
/// <param name="Data">The same for programs.</param>
internal sealed record Outcome(int Exit, string Verdict, string Details, object? Data = null)
{
    public const int Clean = 0;
    public const int Findings = 1;
    public const int BadInput = 2;

    public static JsonSerializerOptions Json { get; } = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
    };

    /// <summary>Prints itself; bad input goes to standard error when it is text.</summary>
    public int Print(OutputFormat format)
    {
        if (format == OutputFormat.Json)
        {
            using (var stream = new TextStream(Console.Out)) JsonSerializer.Serialize(stream, new { verdict = Verdict, exit = Exit, data = Data }, Json);
            Console.Out.WriteLine();
            return Exit;
        }
        var to = Exit == BadInput ? Console.Error : Console.Out;
        to.WriteLine(Verdict);
        if (Details.Length > 0)
        {
            to.WriteLine();
            to.Write(Details);
            if (!Details.EndsWith('\n')) to.WriteLine();
        }
        return Exit;
    }
}

/// <summary>How results are printed.</summary>
internal enum OutputFormat
{
    /// <summary>For people.</summary>
    Text,

    /// <summary>For programs.</summary>
    Json,
}
