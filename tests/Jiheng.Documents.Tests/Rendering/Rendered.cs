using System.Diagnostics;

namespace Jiheng.Documents.Tests.Rendering;

/// <summary>Runs LibreOffice and poppler over a file, with free fonts in place of the official ones.</summary>
internal sealed class Rendered : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("jiheng-render-").FullName;

    /// <summary>Converts <paramref name="bytes"/> to PDF.</summary>
    public Rendered(byte[] bytes, string extension) => ConvertIn(_folder, bytes, extension, "pdf");

    /// <summary>The text of each page, as it is laid out.</summary>
    public IReadOnlyList<string> Pages => Run("pdftotext", "-layout", "-enc", "UTF-8", Path.Combine(_folder, "sample.pdf"), "-").TrimEnd('\f').Split('\f');

    /// <summary>Converts <paramref name="bytes"/> to another format.</summary>
    public static byte[] Convert(byte[] bytes, string extension, string target)
    {
        var folder = Directory.CreateTempSubdirectory("jiheng-render-").FullName;
        ConvertIn(folder, bytes, extension, target);
        var result = File.ReadAllBytes(Path.Combine(folder, "sample." + target));
        Directory.Delete(folder, recursive: true);
        return result;
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static void ConvertIn(string folder, byte[] bytes, string extension, string target)
    {
        var source = Path.Combine(folder, "sample" + extension);
        File.WriteAllBytes(source, bytes);
        Run("soffice", $"-env:UserInstallation=file://{folder}/profile", "--headless", "--convert-to", target, "--outdir", folder, source);
    }

    private static string Run(string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["FONTCONFIG_FILE"] = Path.Combine(AppContext.BaseDirectory, "Rendering", "fonts.conf");
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        process.ExitCode.ShouldBe(0, errors.Result);
        return output;
    }
}
