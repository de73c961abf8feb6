using System.Text;
using System.Text.Json;
using Jiheng.Casework.Review;
using Jiheng.Casework.Review.Batch;
using Jiheng.Casework.Review.Outputs;

namespace Jiheng.Cli.Commands;

/// <summary>How the result of an audit is written.</summary>
internal enum AuditFormat
{
    /// <summary>For people.</summary>
    Text,

    /// <summary>One document for programs.</summary>
    Json,

    /// <summary>One line per file for programs.</summary>
    Jsonl,

    /// <summary>SARIF 2.1.0.</summary>
    Sarif,

    /// <summary>The text with its claims marked.</summary>
    Html,
}

/// <summary>Writes audits to a folder: one file each, and commented copies of docx.</summary>
/// <param name="folder">The folder; made when it is not there.</param>
internal sealed class AuditFiles(string folder)
{
    /// <summary>Writes the files and returns their paths.</summary>
    public IReadOnlyList<string> Write(IReadOnlyList<AuditedFile> files, IReadOnlyList<string> paths, AuditFormat format, bool comments)
    {
        Directory.CreateDirectory(folder);
        List<string> written = [];
        for (var i = 0; i < files.Count; i++)
        {
            var name = OutputName.Of(Path.GetFileName(paths[i]));
            var path = Path.Combine(folder, $"{name}.{Extension(format)}");
            using (var to = File.Create(path)) WriteOne(files[i], format, to);
            written.Add(path);
            if (!comments || !files[i].IsChecked || !CommentedCopy.IsPossible(name)) continue;
            path = Path.Combine(folder, $"{Path.GetFileNameWithoutExtension(name)}（核对批注）.docx");
            using var original = File.OpenRead(paths[i]);
            using var copy = File.Create(path);
            CommentedCopy.Write(original, files[i], copy);
            written.Add(path);
        }
        return written;
    }

    private static void WriteOne(AuditedFile file, AuditFormat format, Stream to)
    {
        if (format == AuditFormat.Sarif) SarifWriter.Write([file], to);
        else if (format is AuditFormat.Json or AuditFormat.Jsonl) JsonSerializer.Serialize(to, ReportResult.Of(file), ReportResult.Json);
        else to.Write(Encoding.UTF8.GetBytes(format == AuditFormat.Html ? AuditPage.Write(file) : AuditText.Write(ReportResult.Of(file))));
    }

    private static string Extension(AuditFormat format) => format switch
    {
        AuditFormat.Text => "txt",
        AuditFormat.Json => "json",
        AuditFormat.Jsonl => "jsonl",
        AuditFormat.Sarif => "sarif",
        _ => "html",
    };
}
