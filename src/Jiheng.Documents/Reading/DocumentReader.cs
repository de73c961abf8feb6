using System.Buffers;
using System.Text;
using Jiheng.Documents.Docx;
using Jiheng.Documents.Html;
using Jiheng.Documents.Packages;
using Jiheng.Documents.Pdf;
using Jiheng.Documents.Plain;
using Jiheng.Documents.Programs;
using Jiheng.Documents.Xlsx;
using Jiheng.Model.Documents;

namespace Jiheng.Documents.Reading;

/// <summary>
/// Reads files that people hand in. Whatever a file holds, reading ends within <see cref="ReadLimits"/> with a document or
/// with faults that say what to do; nothing a file contains makes it throw.
/// </summary>
public static class DocumentReader
{
    static DocumentReader() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    /// <summary>Reads a file.</summary>
    /// <param name="stream">Its bytes, read from where it stands; read at most up to the size limit, and not closed.</param>
    /// <param name="fileName">Its name; the extension must agree with the content.</param>
    /// <param name="limits">Bounds; <c>null</c> for the usual ones.</param>
    public static ReadResult Read(Stream stream, string fileName, ReadLimits? limits = null)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(fileName);
        var name = Path.GetFileName(fileName);
        limits ??= new ReadLimits();
        try
        {
            return new ReadResult(ReadBytes(ReadAll(stream, name, limits), name, limits), []);
        }
        catch (UnreadableException e)
        {
            return new ReadResult(null, [e.Fault]);
        }
        // A hostile file may trip the zip, XML, workbook or HTML reader anywhere; to the person it is a damaged file.
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            return new ReadResult(null, [Faults.Damaged(name).Fault]);
        }
    }

    private static Document ReadBytes(byte[] bytes, string name, ReadLimits limits)
    {
        if (bytes.Length == 0) throw Faults.Empty(name);
        var extension = Path.GetExtension(name).ToLowerInvariant();
        var content = FileContent.Sniff(bytes);
        return extension switch
        {
            ".docm" or ".dotm" or ".xlsm" or ".xltm" or ".xlsb" => throw Faults.Macros(name),
            ".docx" or ".dotx" => DocxReader.Read(OpenPackage(bytes, name, extension, content, limits)),
            ".xlsx" or ".xltx" => XlsxReader.Read(OpenPackage(bytes, name, extension, content, limits)),
            ".xls" or ".et" when content == FileContent.Kind.Ole => XlsReader.Read(bytes, name, limits),
            ".doc" or ".wps" when content == FileContent.Kind.Ole => ReadOld(bytes, name, extension, limits),
            ".pdf" when content == FileContent.Kind.Pdf => PdfReader.Read(bytes, name, limits),
            ".html" or ".htm" when content == FileContent.Kind.Text => HtmlReader.Read(bytes, name, limits),
            ".txt" when content == FileContent.Kind.Text => Document.FromPlainText(PlainText.Decode(bytes, name)),
            ".md" or ".markdown" when content == FileContent.Kind.Text => MarkdownReader.Read(PlainText.Decode(bytes, name)),
            ".xls" or ".et" or ".doc" or ".wps" or ".pdf" or ".html" or ".htm" or ".txt" or ".md" or ".markdown" => throw Mismatch(name, extension, content),
            _ => throw Faults.Unknown(name),
        };
    }

    private static PackageReader OpenPackage(byte[] bytes, string name, string extension, FileContent.Kind content, ReadLimits limits)
    {
        if (content == FileContent.Kind.Ole && FileContent.IsEncryptedPackage(bytes)) throw Faults.Protected(name);
        if (content != FileContent.Kind.Zip) throw Mismatch(name, extension, content);
        var package = new PackageReader(bytes, name, limits);
        var really = package.Kind;
        if (really.Contains("macroEnabled", StringComparison.Ordinal)) throw Faults.Macros(name);
        var wanted = extension[1] == 'd' ? "wordprocessingml" : "spreadsheetml";
        if (really.Contains(wanted, StringComparison.Ordinal)) return package;
        throw Faults.WrongName(name, extension, really switch
        {
            _ when really.Contains("wordprocessingml", StringComparison.Ordinal) => "Word 文档",
            _ when really.Contains("spreadsheetml", StringComparison.Ordinal) => "Excel 工作簿",
            _ => "其他压缩文件",
        });
    }

    private static Document ReadOld(byte[] bytes, string name, string extension, ReadLimits limits)
    {
        if (FileContent.IsEncryptedPackage(bytes)) throw Faults.Protected(name);
        if (!LibreOffice.IsInstalled) throw Faults.NoProgram(name, "旧版 Word、WPS 文档", "LibreOffice");
        var docx = LibreOffice.Convert(bytes, extension, "docx", limits.ProgramTime) ?? throw Faults.ProgramFailed(name, "LibreOffice");
        return DocxReader.Read(new PackageReader(docx, name, limits));
    }

    private static UnreadableException Mismatch(string name, string extension, FileContent.Kind content) => content switch
    {
        FileContent.Kind.Zip => Faults.WrongName(name, extension, "新版 Word、Excel 或压缩文件"),
        FileContent.Kind.Ole => Faults.WrongName(name, extension, "旧版 Word、Excel 或 WPS 文件"),
        FileContent.Kind.Pdf => Faults.WrongName(name, extension, " PDF"),
        FileContent.Kind.Text when extension is not (".pdf" or ".docx" or ".xlsx") => Faults.WrongName(name, extension, "纯文本或网页"),
        _ => Faults.Damaged(name),
    };

    private static byte[] ReadAll(Stream stream, string name, ReadLimits limits)
    {
        using var bytes = new MemoryStream();
        // Larger than most files, so it is lent and not made for each.
        var buffer = ArrayPool<byte>.Shared.Rent(81920);
        try
        {
            for (int read; (read = stream.Read(buffer)) > 0;)
            {
                if (bytes.Length + read > limits.FileBytes) throw Faults.TooLarge(name, limits.FileBytes);
                bytes.Write(buffer, 0, read);
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
        return bytes.ToArray();
    }
}
