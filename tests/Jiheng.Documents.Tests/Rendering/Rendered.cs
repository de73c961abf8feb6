using System.Diagnostics;

namespace Jiheng.Documents.Tests.Rendering;

/// <summary>Runs LibreOffice and poppler over a file, with free fonts in place of the official ones.</summary>
internal sealed class Rendered : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("jiheng-render-").FullName;

    /// <summary>Converts <paramref name="bytes"/> to PDF.</summary>
    public Rendered(byte[] bytes, string extension)
    {
        var source = Path.Combine(_folder, "sample" + extension);
        File.WriteAllBytes(source, bytes);
        Run("soffice", $"-env:UserInstallation=file://{_folder}/profile", "--headless", "--convert-to", "pdf", "--outdir", _folder, source);
    }

    public string Pdf => Path.Combine(_folder, "sample.pdf");

    /// <summary>The text of each page, as it is laid out.</summary>
    public IReadOnlyList<string> Pages => Run("pdftotext", "-layout", "-enc", "UTF-8", Pdf, "-").TrimEnd('\f').Split('\f');

    public void Dispose() => Directory.Delete(_folder, recursive: true);

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
