using System.Globalization;
using Jiheng.Documents.Reading;

namespace Jiheng.Casework.Review.Batch;

/// <summary>
/// All files of a folder or zip in the order of their names, zips inside opened too. Only names are held; nothing is
/// unpacked to where a name points, so that no name can lead out of the place it came in.
/// </summary>
public sealed class IncomingFiles : IDisposable
{
    private static readonly EnumerationOptions _everything = new() { RecurseSubdirectories = true, IgnoreInaccessible = true, AttributesToSkip = FileAttributes.Hidden | FileAttributes.System | FileAttributes.ReparsePoint };
    private readonly ReviewLimits _limits;
    private readonly List<IncomingFile> _files = [];
    private readonly List<IncomingZip> _zips = [];
    private readonly ZipBudget _budget;
    private bool _isFull;

    private IncomingFiles(string source, ReviewLimits limits)
    {
        _limits = limits;
        _budget = new ZipBudget(source, limits.UnpackedBytes);
    }

    /// <summary>The files, by name.</summary>
    public IReadOnlyList<IncomingFile> Files => _files;

    /// <summary>Lists what <paramref name="source"/> holds.</summary>
    /// <param name="source">A folder, a zip or a single file.</param>
    /// <param name="limits">Bounds.</param>
    /// <param name="except">A folder that is left out: the output of an earlier review inside the source; <c>null</c> for none.</param>
    /// <exception cref="IOException">The source is not there.</exception>
    public static IncomingFiles Of(string source, ReviewLimits limits, string? except = null)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(limits);
        var incoming = new IncomingFiles(Path.GetFileName(source), limits);
        if (Directory.Exists(source)) incoming.AddFolder(Path.GetFullPath(source), except is null ? null : Path.GetFullPath(except) + Path.DirectorySeparatorChar);
        else incoming.AddFile(source, Path.GetFileName(source), isSource: true);
        incoming._files.Sort((a, b) => string.CompareOrdinal(a.Name, b.Name));
        return incoming;
    }

    /// <summary>Reads one file of <paramref name="source"/> again; <c>null</c> when there is none of this name, or it cannot be read.</summary>
    public static byte[]? Read(string source, string name, ReviewLimits limits)
    {
        using var incoming = Of(source, limits);
        return incoming.Files.FirstOrDefault(f => f.Name == name)?.Fetch().Content;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var zip in _zips) zip.Dispose();
    }

    /// <summary>Whether a name is that of a zip.</summary>
    public static bool IsZip(string name) => name.EndsWith(".zip", StringComparison.OrdinalIgnoreCase);

    private void AddFolder(string folder, string? except)
    {
        foreach (var path in Directory.EnumerateFiles(folder, "*", _everything))
        {
            if (except is not null && path.StartsWith(except, StringComparison.Ordinal)) continue;
            AddFile(path, Path.GetRelativePath(folder, path).Replace(Path.DirectorySeparatorChar, '/'), isSource: false);
            if (IsFull()) return;
        }
    }

    private void AddFile(string path, string name, bool isSource)
    {
        if (IsLitter(name)) return;
        var info = new FileInfo(path);
        if (!info.Exists) throw new FileNotFoundException($"没有“{path}”。");
        if (IsZip(name)) OpenZip(path, name, prefix: isSource ? "" : name + "/");
        else _files.Add(new IncomingFile(name, string.Create(CultureInfo.InvariantCulture, $"{info.Length}-{info.LastWriteTimeUtc.Ticks}"), () => ReadFile(path, name)));
    }

    private (byte[]?, DocumentFault?) ReadFile(string path, string name)
    {
        try
        {
            if (new FileInfo(path).Length > _limits.Reading.FileBytes) return (null, ReviewFaults.TooLarge(name, _limits.Reading.FileBytes));
            return (File.ReadAllBytes(path), null);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return (null, ReviewFaults.CannotOpen(name, fault.Message));
        }
    }

    private void OpenZip(string path, string name, string prefix)
    {
        try
        {
            AddZip(File.OpenRead(path), name, prefix, 1);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            _files.Add(new IncomingFile(name, ReviewFaults.CannotOpen(name, fault.Message)));
        }
    }

    private void AddZip(Stream content, string name, string prefix, int depth)
    {
        IncomingZip zip;
        try
        {
            zip = new IncomingZip(content, _budget);
        }
        catch (InvalidDataException)
        {
            content.Dispose();
            _files.Add(new IncomingFile(name, ReviewFaults.DamagedZip(name)));
            return;
        }
        _zips.Add(zip);
        foreach (var entry in zip.Entries)
        {
            var full = prefix + entry.Name;
            if (IsLitter(entry.Name)) continue;
            if (!IncomingZip.IsSafe(entry.Name)) _files.Add(new IncomingFile(full, ReviewFaults.UnsafeName(full)));
            else if (!IsZip(entry.Name)) _files.Add(new IncomingFile(full, entry.Stamp, () => zip.Read(entry, full, _limits.Reading.FileBytes)));
            else if (depth >= _limits.Depth) _files.Add(new IncomingFile(full, ReviewFaults.TooDeep(full, _limits.Depth)));
            else AddInnerZip(zip, entry, full, depth + 1);
            if (IsFull()) return;
        }
    }

    /// <summary>A zip inside a zip goes to a file without a name of its own, that the system removes when it is closed.</summary>
    private void AddInnerZip(IncomingZip outer, ZipItem entry, string name, int depth)
    {
        var path = Path.Combine(Path.GetTempPath(), $"jiheng-{Guid.NewGuid():N}.zip");
        var copy = new FileStream(path, FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None, 1 << 16, FileOptions.DeleteOnClose);
        if (outer.Copy(entry, name, copy, _limits.InnerZipBytes) is { } fault)
        {
            copy.Dispose();
            _files.Add(new IncomingFile(name, fault));
            return;
        }
        copy.Position = 0;
        AddZip(copy, name, name + "/", depth);
    }

    private bool IsFull()
    {
        if (_files.Count < _limits.Files) return false;
        if (!_isFull) _files.Add(new IncomingFile($"（第 {_limits.Files} 个以后的文件）", ReviewFaults.TooMany(_budget.Name, _limits.Files)));
        return _isFull = true;
    }

    /// <summary>What systems and editors leave behind, which nobody handed in: lock files, thumbnails, resource forks.</summary>
    private static bool IsLitter(string name)
    {
        var file = name[(name.LastIndexOf('/') + 1)..];
        return file.Length == 0 || file.StartsWith("~$", StringComparison.Ordinal) || file.StartsWith('.')
            || file.Equals("Thumbs.db", StringComparison.OrdinalIgnoreCase) || file.Equals("desktop.ini", StringComparison.OrdinalIgnoreCase)
            || name.StartsWith("__MACOSX/", StringComparison.Ordinal);
    }
}
