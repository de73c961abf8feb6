using System.Text;
using Jiheng.Model.Metrics;

namespace Jiheng.Ledger.Bundles;

/// <summary>
/// The files of a bundle as text. Nothing outside of the folder is read: links are refused, and no name inside a file
/// is ever taken as a path. A file's size is looked at before it is opened.
/// </summary>
internal sealed class BundleFolder(string path, List<BundleFault> faults)
{
    /// <summary>Most bytes of one file. Ten years of a county with 200 units need a tenth of it.</summary>
    public const long Limit = 20 * 1024 * 1024;

    public const string Head = "dossier.yaml";
    public const string Units = "units.csv";
    public const string Metrics = "metrics.csv";
    public const string Facts = "facts.csv";
    public const string Texts = "texts";

    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>The text of a file, or <c>null</c> when it is missing or unfit; then a fault says so, unless it may be missing.</summary>
    public string? Read(string name, bool required = true)
    {
        var file = new FileInfo(Path.Combine(path, name));
        if (file.LinkTarget is null && !file.Exists)
        {
            if (required) faults.Add(BundleFaults.NoFile(name, Lookalike(name)));
            return null;
        }
        return Text(name, file);
    }

    /// <summary>Names (without .md) and contents of the texts, by name.</summary>
    public IEnumerable<(string Key, string Text)> ReadTexts()
    {
        var folder = new DirectoryInfo(Path.Combine(path, Texts));
        if (folder.LinkTarget is not null)
        {
            faults.Add(BundleFaults.Link(Texts));
            yield break;
        }
        if (!folder.Exists) yield break;
        foreach (var entry in folder.EnumerateFileSystemInfos().Where(e => !IsLitter(e.Name)).OrderBy(e => e.Name, StringComparer.Ordinal))
        {
            var name = $"{Texts}/{entry.Name}";
            var key = Path.GetFileNameWithoutExtension(entry.Name);
            if (entry is not FileInfo file || entry.Extension != ".md" || !TextsFile.IsKey(key)) faults.Add(BundleFaults.StrayText(name));
            else if (Text(name, file) is { } text) yield return (key, text);
        }
    }

    private string? Text(string name, FileInfo file)
    {
        if (file.LinkTarget is not null) return Refuse(BundleFaults.Link(name));
        if (file.Length > Limit) return Refuse(BundleFaults.TooLarge(name, file.Length, Limit));
        try
        {
            return Decode(name, File.ReadAllBytes(file.FullName));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return Refuse(BundleFaults.Unreadable(name, e.Message));
        }
    }

    private string? Decode(string name, byte[] bytes)
    {
        if (bytes.AsSpan().StartsWith("PK\u0003\u0004"u8)) return Refuse(BundleFaults.NotText(name, "Excel 工作簿或压缩包"));
        if (bytes is [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..]) return Refuse(BundleFaults.WrongEncoding(name, 0, "UTF-16（Unicode 文本）"));
        if (bytes.AsSpan().Contains((byte)0)) return Refuse(BundleFaults.NotText(name, "二进制文件"));
        var content = bytes.AsSpan(bytes is [0xEF, 0xBB, 0xBF, ..] ? 3 : 0);
        try
        {
            return Strict.GetString(content);
        }
        catch (DecoderFallbackException e)
        {
            var line = content[..Math.Clamp(e.Index, 0, content.Length)].Count((byte)'\n') + 1;
            return Refuse(BundleFaults.WrongEncoding(name, line, IsGbk(content) ? "GBK（记事本里叫 ANSI）" : "另一种编码，或文件已损坏"));
        }
    }

    private static bool IsGbk(ReadOnlySpan<byte> bytes)
    {
        var gbk = CodePagesEncodingProvider.Instance.GetEncoding("GB18030", EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback)!;
        try
        {
            return gbk.GetString(bytes).Any(c => c is >= '一' and <= '龥');
        }
        catch (DecoderFallbackException)
        {
            return false;
        }
    }

    private string? Refuse(BundleFault fault)
    {
        faults.Add(fault);
        return null;
    }

    private string? Lookalike(string name)
    {
        var present = Directory.EnumerateFiles(path).Select(f => Path.GetFileName(f)!).Order(StringComparer.Ordinal).ToList();
        var stem = Path.GetFileNameWithoutExtension(name);
        return present.Find(p => Path.GetFileNameWithoutExtension(p).Equals(stem, StringComparison.OrdinalIgnoreCase)) ?? Spelling.Nearest(name, present);
    }

    // What file managers and office programs leave behind.
    private static bool IsLitter(string name) => name.StartsWith('.') || name.StartsWith("~$", StringComparison.Ordinal) || name is "Thumbs.db" or "desktop.ini";
}
