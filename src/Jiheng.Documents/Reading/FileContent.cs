using System.Text;

namespace Jiheng.Documents.Reading;

/// <summary>Tells from its first bytes what a file is, whatever it is called.</summary>
internal static class FileContent
{
    /// <summary>What a file is.</summary>
    public enum Kind
    {
        /// <summary>No form that is known: damaged, or not a document.</summary>
        Other,

        /// <summary>Text without control characters.</summary>
        Text,

        /// <summary>A zip: docx, xlsx, or any other.</summary>
        Zip,

        /// <summary>Microsoft's compound file: doc, xls, wps, or an encrypted docx or xlsx.</summary>
        Ole,

        /// <summary>PDF.</summary>
        Pdf,
    }

    /// <summary>Looks at <paramref name="bytes"/>.</summary>
    public static Kind Sniff(ReadOnlySpan<byte> bytes)
    {
        if (bytes.StartsWith("PK\u0003\u0004"u8) || bytes.StartsWith("PK\u0005\u0006"u8)) return Kind.Zip;
        if (bytes.StartsWith(new byte[] { 0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1 })) return Kind.Ole;
        // Some programs write a few bytes before the header.
        if (bytes[..Math.Min(bytes.Length, 1024)].IndexOf("%PDF-"u8) >= 0) return Kind.Pdf;
        var isUtf16 = bytes.StartsWith(Encoding.Unicode.Preamble) || bytes.StartsWith(Encoding.BigEndianUnicode.Preamble);
        return isUtf16 || bytes[..Math.Min(bytes.Length, 64 * 1024)].IndexOf((byte)0) < 0 ? Kind.Text : Kind.Other;
    }

    /// <summary>Whether a compound file wraps an encrypted package, that is, a docx or xlsx with a password.</summary>
    public static bool IsEncryptedPackage(ReadOnlySpan<byte> bytes) =>
        bytes.IndexOf(Encoding.Unicode.GetBytes("EncryptedPackage")) >= 0;
}
