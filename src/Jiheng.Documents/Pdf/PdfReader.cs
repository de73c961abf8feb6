using System.Text;
using Jiheng.Documents.Programs;
using Jiheng.Documents.Reading;
using Jiheng.Model.Documents;

namespace Jiheng.Documents.Pdf;

/// <summary>Reads the text layer of a PDF with poppler's pdftotext, which keeps lines and columns where they stand on the page.</summary>
internal static class PdfReader
{
    /// <summary>Reads a PDF; every block knows its page.</summary>
    public static Document Read(byte[] bytes, string file, ReadLimits limits)
    {
        if (ChildProgram.Find("pdftotext") is not { } program) throw Faults.NoProgram(file, " PDF ", "pdftotext（poppler-utils）");
        var path = Path.Combine(Path.GetTempPath(), $"jiheng-{Guid.NewGuid():N}.pdf");
        try
        {
            File.WriteAllBytes(path, bytes);
            var outcome = ChildProgram.Run(program, ["-layout", "-enc", "UTF-8", path, "-"], limits.ProgramTime, limits.UnpackedBytes);
            if (outcome.ExitCode is null) throw Faults.ProgramFailed(file, "pdftotext");
            if (outcome.ExitCode != 0)
                throw Encoding.UTF8.GetString(outcome.Errors).Contains("password", StringComparison.OrdinalIgnoreCase) ? Faults.Protected(file) : Faults.Damaged(file);
            var text = Encoding.UTF8.GetString(outcome.Output);
            return string.IsNullOrWhiteSpace(text) ? throw Faults.Scan(file) : PdfText.Read(text);
        }
        finally
        {
            File.Delete(path);
        }
    }
}
