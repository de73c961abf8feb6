using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Jiheng.Storage.Trail;

/// <summary>The arithmetic of the hash chain.</summary>
public static class TrailChain
{
    /// <summary>The row that continues a stream.</summary>
    /// <param name="last">The last row; <c>null</c> when the stream begins.</param>
    /// <param name="stream">The stream.</param>
    /// <param name="at">When; cut to the millisecond, which every database keeps.</param>
    /// <param name="who">Who.</param>
    /// <param name="act">What.</param>
    /// <param name="body">The body; only its digest goes into the chain.</param>
    public static TrailRow Next(TrailRow? last, string stream, DateTimeOffset at, string who, string act, string body)
    {
        var moment = DateTimeOffset.FromUnixTimeMilliseconds(at.ToUnixTimeMilliseconds());
        var (seq, digest, prev) = ((last?.Seq ?? 0) + 1, DigestOf(body), last?.Hash ?? "");
        return new TrailRow { Stream = stream, Seq = seq, At = moment, Who = who, Act = act, Digest = digest, Prev = prev, Hash = HashOf(stream, seq, moment, who, act, digest, prev) };
    }

    /// <summary>Checks a stream.</summary>
    /// <param name="rows">All its rows by number.</param>
    /// <param name="bodies">The bodies that were not erased, by number.</param>
    /// <returns>The first number that does not fit and why; <c>null</c> when all fits.</returns>
    public static TrailBreak? FirstBreak(IEnumerable<TrailRow> rows, IReadOnlyDictionary<int, string> bodies)
    {
        ArgumentNullException.ThrowIfNull(rows);
        ArgumentNullException.ThrowIfNull(bodies);
        var (seq, prev) = (0, "");
        foreach (var row in rows)
        {
            if (row.Seq != ++seq) return new(seq, $"缺少第 {seq} 条记录。");
            if (row.Prev != prev) return new(seq, $"第 {seq} 条记录与上一条接不上。");
            if (row.Hash != HashOf(row.Stream, row.Seq, row.At, row.Who, row.Act, row.Digest, row.Prev)) return new(seq, $"第 {seq} 条记录被改过。");
            if (bodies.TryGetValue(seq, out var body) && DigestOf(body) != row.Digest) return new(seq, $"第 {seq} 条记录的内容被改过。");
            prev = row.Hash;
        }
        return null;
    }

    private static string DigestOf(string body) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(body)));

    // Each field goes in with its length before it, so that no two rows read the same.
    private static string HashOf(string stream, int seq, DateTimeOffset at, string who, string act, string digest, string prev)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Span<byte> number = stackalloc byte[8];
        foreach (var field in (ReadOnlySpan<string>)[stream, who, act, digest, prev])
        {
            var bytes = Encoding.UTF8.GetBytes(field);
            BinaryPrimitives.WriteInt64BigEndian(number, bytes.Length);
            hash.AppendData(number);
            hash.AppendData(bytes);
        }
        foreach (var value in (ReadOnlySpan<long>)[seq, at.ToUnixTimeMilliseconds()])
        {
            BinaryPrimitives.WriteInt64BigEndian(number, value);
            hash.AppendData(number);
        }
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}

/// <summary>Where a chain does not hold.</summary>
/// <param name="Seq">Number of the row.</param>
/// <param name="Reason">Why, in Chinese.</param>
public sealed record TrailBreak(int Seq, string Reason);
