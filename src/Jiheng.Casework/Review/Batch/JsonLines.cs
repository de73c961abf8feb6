using System.Buffers;
using System.Text.Json;
using Microsoft.Win32.SafeHandles;

namespace Jiheng.Casework.Review.Batch;

/// <summary>Where a line stands in its file, in bytes, without what ends it.</summary>
/// <param name="Start">Its first byte.</param>
/// <param name="Length">Its bytes.</param>
public readonly record struct LineAt(long Start, int Length);

/// <summary>
/// A file of JSON values, one a line, each read again by where it stands: what is too much for memory lives here. May be
/// used from several threads at once.
/// </summary>
internal sealed class JsonLines : IDisposable
{
    private const int ChunkBytes = 1 << 16;
    private readonly SafeFileHandle _file;
    private readonly Lock _gate = new();
    private long _end;

    private JsonLines(string path, FileMode mode, FileAccess access)
    {
        _file = File.OpenHandle(path, mode, access);
        _end = RandomAccess.GetLength(_file);
    }

    /// <summary>Begins a file anew.</summary>
    public static JsonLines Create(string path) => new(path, FileMode.Create, FileAccess.ReadWrite);

    /// <summary>Opens a file for reading.</summary>
    public static JsonLines Open(string path) => new(path, FileMode.Open, FileAccess.Read);

    /// <summary>Opens a file to add to it. A line that was cut off in writing is taken away, or the next would glue itself to it.</summary>
    public static JsonLines Continue(string path)
    {
        var lines = new JsonLines(path, FileMode.Open, FileAccess.ReadWrite);
        var last = lines.All().LastOrDefault();
        if (last.Start + last.Length == lines._end) RandomAccess.SetLength(lines._file, lines._end = last.Start);
        return lines;
    }

    /// <summary>Where the lines stand, in order; the last one too when nothing ends it.</summary>
    public IEnumerable<LineAt> All()
    {
        var chunk = new byte[ChunkBytes];
        var start = 0L;
        for (var at = 0L; at < _end;)
        {
            var read = RandomAccess.Read(_file, chunk, at);
            if (read == 0) break;
            for (int from = 0, found; (found = Array.IndexOf(chunk, (byte)'\n', from, read - from)) >= 0; from = found + 1)
            {
                yield return new LineAt(start, (int)(at + found - start));
                start = at + found + 1;
            }
            at += read;
        }
        if (start < _end) yield return new LineAt(start, (int)(_end - start));
    }

    /// <summary>Adds a line; it is on its way to the disk when this returns.</summary>
    public LineAt Add<T>(T value)
    {
        byte[] line = [.. JsonSerializer.SerializeToUtf8Bytes(value, ReportResult.Json), (byte)'\n'];
        lock (_gate)
        {
            var at = new LineAt(_end, line.Length - 1);
            RandomAccess.Write(_file, line, _end);
            _end += line.Length;
            return at;
        }
    }

    /// <summary>Reads a line.</summary>
    /// <exception cref="JsonException">It holds no such value.</exception>
    public T Read<T>(LineAt at)
    {
        var bytes = ArrayPool<byte>.Shared.Rent(at.Length);
        try
        {
            var line = bytes.AsSpan(0, at.Length);
            var read = RandomAccess.Read(_file, line, at.Start);
            return JsonSerializer.Deserialize<T>(line[..read], ReportResult.Json) ?? throw new JsonException("null");
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(bytes);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _file.Dispose();
}
