using Jiheng.Audit.Known;
using Jiheng.Casework.Review;
using Jiheng.Documents.Reading;

namespace Jiheng.Cli.Commands;

/// <summary>Reads and audits files that are named on the command line.</summary>
internal static class ReadingFile
{
    /// <summary>Audits a file, against <paramref name="known"/> if given; one that cannot be opened is not checked, and says why.</summary>
    public static AuditedFile Audit(string path, KnownFacts? known = null)
    {
        try
        {
            using var stream = File.OpenRead(path);
            return AuditedFile.Read(stream, path, known: known);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            var why = fault is FileNotFoundException or DirectoryNotFoundException ? "没有这个文件" : "没有权限，或正被别的程序占用";
            return AuditedFile.NotChecked(path, new DocumentFault("JH6104", path, $"打不开，{why}。", "请检查文件名和权限。"));
        }
    }
}
