using Jiheng.Documents.Programs;

namespace Jiheng.Documents.Pdf;

/// <summary>Makes PDF of a docx with LibreOffice, when it is installed: PDF/A-2b for the archive, tagged for screen readers.</summary>
public static class PdfConverter
{
    private static readonly TimeSpan _usualTime = TimeSpan.FromSeconds(120);

    /// <summary>Whether LibreOffice is installed on this machine.</summary>
    public static bool IsAvailable => LibreOffice.IsInstalled;

    /// <summary>Converts a docx.</summary>
    /// <param name="docx">The bytes of the docx.</param>
    /// <param name="time">Longest that it may take, then LibreOffice is ended; <c>null</c> for two minutes.</param>
    /// <returns>The bytes of the PDF, or <c>null</c> when LibreOffice is not installed, failed, or did not end in time.</returns>
    public static byte[]? FromDocx(ReadOnlySpan<byte> docx, TimeSpan? time = null) =>
        LibreOffice.Convert(docx, ".docx", """pdf:writer_pdf_Export:{"SelectPdfVersion":{"type":"long","value":"2"},"UseTaggedPDF":{"type":"boolean","value":"true"}}""", time ?? _usualTime);
}
