using System.Buffers;
using System.Buffers.Text;
using System.Text;

namespace Jiheng.Documents.Packages;

/// <summary>
/// Writes XML as UTF-8 bytes: markup as literals, text escaped. An element tree or <see cref="System.Xml.XmlWriter"/>
/// would cost several times as much for output whose shape is known when the program is compiled.
/// </summary>
internal sealed class Utf8Xml(Stream stream) : IDisposable
{
    /// <summary>Characters that need escaping, and those that XML 1.0 cannot hold at all.</summary>
    private static readonly SearchValues<char> _special = SearchValues.Create(
        "&<>\"\uFFFE\uFFFF\u0000\u0001\u0002\u0003\u0004\u0005\u0006\u0007\u0008\u000B\u000C\u000E\u000F"
        + "\u0010\u0011\u0012\u0013\u0014\u0015\u0016\u0017\u0018\u0019\u001A\u001B\u001C\u001D\u001E\u001F");

    private byte[] _buffer = ArrayPool<byte>.Shared.Rent(16 * 1024);
    private int _used;

    /// <summary>Writes markup as it stands.</summary>
    public Utf8Xml Raw(ReadOnlySpan<byte> markup)
    {
        markup.CopyTo(Room(markup.Length));
        _used += markup.Length;
        return this;
    }

    /// <summary>Writes text, escaped for element content and quoted attributes; characters that XML cannot hold are left out.</summary>
    public Utf8Xml Text(ReadOnlySpan<char> text)
    {
        while (true)
        {
            var special = text.IndexOfAny(_special);
            Encode(special < 0 ? text : text[..special]);
            if (special < 0) return this;
            Raw(text[special] switch { '&' => "&amp;"u8, '<' => "&lt;"u8, '>' => "&gt;"u8, '"' => "&quot;"u8, _ => [] });
            text = text[(special + 1)..];
        }
    }

    /// <summary>Writes a whole number.</summary>
    public Utf8Xml Number(int value)
    {
        Utf8Formatter.TryFormat(value, Room(11), out var written);
        _used += written;
        return this;
    }

    /// <summary>Writes a figure exactly, with all its places.</summary>
    public Utf8Xml Number(decimal value)
    {
        Utf8Formatter.TryFormat(value, Room(32), out var written);
        _used += written;
        return this;
    }

    /// <summary>Writes out what is held back and closes the stream.</summary>
    public void Dispose()
    {
        stream.Write(_buffer, 0, _used);
        stream.Dispose();
        ArrayPool<byte>.Shared.Return(_buffer);
        _buffer = [];
        _used = 0;
    }

    private void Encode(ReadOnlySpan<char> text)
    {
        const int Step = 2048;
        while (text.Length > 0)
        {
            // A step never parts the two halves of a character outside the basic plane.
            var end = Math.Min(text.Length, Step);
            if (end < text.Length && char.IsHighSurrogate(text[end - 1])) end--;
            // Room may write out and start anew, so it comes before what is used is read.
            var room = Room(3 * end);
            _used += Encoding.UTF8.GetBytes(text[..end], room);
            text = text[end..];
        }
    }

    private Span<byte> Room(int bytes)
    {
        if (_buffer.Length - _used < bytes)
        {
            stream.Write(_buffer, 0, _used);
            _used = 0;
            if (_buffer.Length < bytes)
            {
                ArrayPool<byte>.Shared.Return(_buffer);
                _buffer = ArrayPool<byte>.Shared.Rent(bytes);
            }
        }
        return _buffer.AsSpan(_used);
    }
}
