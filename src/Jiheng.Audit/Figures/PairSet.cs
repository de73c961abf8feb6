namespace Jiheng.Audit.Figures;

/// <summary>
/// Pairs of neighbouring characters, hashed. Asked for a pair that was never added it nearly always says no, at the cost of one
/// look: a cheap question before a search that most often finds nothing.
/// </summary>
internal sealed class PairSet
{
    /// <summary>Number of values that <see cref="At"/> takes.</summary>
    public const int Size = 1 << 15;

    private readonly bool[] _seen = new bool[Size];

    /// <summary>Adds a pair.</summary>
    public void Add(char first, char second) => _seen[At(first, second)] = true;

    /// <summary>Whether a pair may have been added; always so if it was.</summary>
    public bool MayHold(char first, char second) => _seen[At(first, second)];

    /// <summary>The hash of a pair.</summary>
    public static int At(char first, char second) => (first * 181 ^ second) & (Size - 1);
}
