using System.Text;
using Jiheng.Documents.Reading;

namespace Jiheng.Documents.Plain;

/// <summary>Tells the encoding of a plain text: UTF-8 or UTF-16 with a mark, UTF-8 without, or GB18030, which holds GBK and GB2312.</summary>
internal static class PlainText
{
    /// <summary>Decodes <paramref name="bytes"/>; a leading mark is not part of the text.</summary>
    /// <exception cref="UnreadableException">The text is in none of these encodings, or only white space.</exception>
    public static string Decode(ReadOnlySpan<byte> bytes, string file)
    {
        var text =
            bytes.StartsWith(Encoding.UTF8.Preamble) ? Strict(Encoding.UTF8, bytes[3..])
            : bytes.StartsWith(Encoding.Unicode.Preamble) ? Strict(Encoding.Unicode, bytes[2..])
            : bytes.StartsWith(Encoding.BigEndianUnicode.Preamble) ? Strict(Encoding.BigEndianUnicode, bytes[2..])
            : Strict(Encoding.UTF8, bytes) ?? Chinese(bytes);
        if (text is null) throw Faults.Encoding(file, FirstBad(bytes));
        if (string.IsNullOrWhiteSpace(text)) throw Faults.Empty(file);
        return text;
    }

    /// <summary>Almost any bytes can be read as GB18030; rare characters in numbers show that they are something else.</summary>
    private static string? Chinese(ReadOnlySpan<byte> bytes)
    {
        if (Strict(Encoding.GetEncoding("GB18030"), bytes) is not { } text) return null;
        var strange = text.Count(c => c is (< ' ' and not ('\n' or '\r' or '\t')) or (>= '\u007F' and < '\u00A0') or (>= '\uE000' and < '\uF900') or (>= '\u0100' and < '\u0370') or (>= '\u0530' and < '\u2000') or (>= '\uAC00' and < '\uE000'));
        return strange * 50 > text.Length ? null : text;
    }

    private static string? Strict(Encoding encoding, ReadOnlySpan<byte> bytes)
    {
        var strict = (Encoding)encoding.Clone();
        strict.DecoderFallback = DecoderFallback.ExceptionFallback;
        try
        {
            return strict.GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }

    private static long FirstBad(ReadOnlySpan<byte> bytes)
    {
        var strict = new UTF8Encoding(false, throwOnInvalidBytes: true);
        try
        {
            strict.GetCharCount(bytes);
            return 0;
        }
        catch (DecoderFallbackException e)
        {
            return Math.Max(0, e.Index);
        }
    }
}
