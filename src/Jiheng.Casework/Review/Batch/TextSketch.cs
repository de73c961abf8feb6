using System.Runtime.InteropServices;
using Jiheng.Model.Documents;

namespace Jiheng.Casework.Review.Batch;

/// <summary>
/// A small summary of a text from which the likeness of two texts can be told (MinHash, Broder 1997): of all runs of six
/// characters, without digits, marks and the department's own name, the least value under each of 128 hash functions.
/// The share of equal places estimates the share of common runs, with a standard error below 5 points. Two bytes of
/// each value are kept (b-bit MinHash, Li and König 2010): one place in 65,536 is equal by chance.
/// </summary>
public static class TextSketch
{
    /// <summary>Hash functions, and places of a sketch.</summary>
    public const int Size = 128;

    private const int Run = 6;
    private const int ShortestText = 120;
    private static readonly (uint Factor, uint Offset)[] _functions = Functions();

    /// <summary>The sketch of a document; empty for one too short to tell anything.</summary>
    public static byte[] Of(Document document, string department)
    {
        ArgumentNullException.ThrowIfNull(document);
        ArgumentNullException.ThrowIfNull(department);
        var text = string.Concat(document.Blocks.Select(b => Passage.Skeleton(Passage.BlockText(b))));
        if (department.Length > 0) text = text.Replace(department, "", StringComparison.Ordinal);
        if (text.Length < ShortestText) return [];
        var least = new uint[Size];
        Array.Fill(least, uint.MaxValue);
        unchecked
        {
            for (var i = 0; i + Run <= text.Length; i++)
            {
                var hash = 2166136261u;
                for (var j = i; j < i + Run; j++) hash = (hash ^ text[j]) * 16777619u;
                hash ^= hash >> 15;
                hash *= 0x2C1B3C6Du;
                hash ^= hash >> 12;
                for (var f = 0; f < Size; f++) least[f] = Math.Min(least[f], (hash * _functions[f].Factor) + _functions[f].Offset);
            }
        }
        ushort[] places = [.. least.Select(value => (ushort)(value & ushort.MaxValue))];
        return MemoryMarshal.AsBytes(places.AsSpan()).ToArray();
    }

    /// <summary>The places of a sketch.</summary>
    internal static ReadOnlySpan<ushort> Places(byte[] sketch) => MemoryMarshal.Cast<byte, ushort>(sketch);

    /// <summary>Likeness of two sketches in per cent.</summary>
    internal static int Likeness(ReadOnlySpan<ushort> left, ReadOnlySpan<ushort> right)
    {
        var equal = 0;
        for (var i = 0; i < Size; i++) if (left[i] == right[i]) equal++;
        return equal * 100 / Size;
    }

    /// <summary>Odd factors and offsets from a fixed start, so that sketches of different runs compare.</summary>
    private static (uint, uint)[] Functions()
    {
        var state = 0x9E3779B97F4A7C15UL;
        var functions = new (uint, uint)[Size];
        for (var i = 0; i < Size; i++) functions[i] = (Next() | 1, Next());
        return functions;

        uint Next()
        {
            unchecked
            {
                state += 0x9E3779B97F4A7C15UL;
                var z = (state ^ (state >> 30)) * 0xBF58476D1CE4E5B9UL;
                z = (z ^ (z >> 27)) * 0x94D049BB133111EBUL;
                return (uint)((z ^ (z >> 31)) >> 32);
            }
        }
    }
}
