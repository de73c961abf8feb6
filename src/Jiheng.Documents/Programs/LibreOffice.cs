namespace Jiheng.Documents.Programs;

/// <summary>Converts files with LibreOffice, when it is installed. Every run has a profile of its own, so runs do not wait for each other.</summary>
internal static class LibreOffice
{
    /// <summary>Whether LibreOffice is on PATH.</summary>
    public static bool IsInstalled => Find() is not null;

    /// <summary>Converts a file.</summary>
    /// <param name="bytes">The file.</param>
    /// <param name="extension">Its extension with the dot.</param>
    /// <param name="target">Target in the form that <c>--convert-to</c> takes: an extension, then optionally a filter.</param>
    /// <param name="time">Longest that it may take.</param>
    /// <returns>The result, or <c>null</c> when LibreOffice is not installed, failed, or did not end in time.</returns>
    public static byte[]? Convert(ReadOnlySpan<byte> bytes, string extension, string target, TimeSpan time)
    {
        if (Find() is not { } program) return null;
        var folder = Directory.CreateTempSubdirectory("jiheng-").FullName;
        try
        {
            var source = Path.Combine(folder, "source" + extension);
            File.WriteAllBytes(source, bytes);
            var outFolder = Path.Combine(folder, "out");
            var profile = new Uri(Path.Combine(folder, "profile")).AbsoluteUri;
            ChildProgram.Run(program, [$"-env:UserInstallation={profile}", "--headless", "--norestore", "--convert-to", target, "--outdir", outFolder, source], time, 1 << 20);
            // LibreOffice also ends with 0 when it could not read the file; what counts is that the result is there.
            var result = Path.Combine(outFolder, "source." + target.Split(':')[0]);
            return File.Exists(result) ? File.ReadAllBytes(result) : null;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static string? Find() => ChildProgram.Find("soffice", "libreoffice");
}
