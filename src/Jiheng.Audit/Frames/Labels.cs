namespace Jiheng.Audit.Frames;

/// <summary>Compares labels without a dictionary: by the pairs of characters that they share.</summary>
internal static class Labels
{
    /// <summary>Whether the two have at least two neighbouring characters in common.</summary>
    public static bool Shares(ReadOnlySpan<char> left, ReadOnlySpan<char> right)
    {
        for (var i = 0; i + 1 < right.Length; i++)
        {
            if (char.IsLetter(right[i]) && char.IsLetter(right[i + 1]) && left.IndexOf(right.Slice(i, 2), StringComparison.Ordinal) >= 0) return true;
        }
        return false;
    }

    /// <summary>How many pairs of neighbouring characters of <paramref name="right"/> stand in <paramref name="left"/> as well.</summary>
    public static int Overlap(ReadOnlySpan<char> left, ReadOnlySpan<char> right)
    {
        var count = 0;
        for (var i = 0; i + 1 < right.Length; i++)
        {
            if (char.IsLetter(right[i]) && char.IsLetter(right[i + 1]) && left.IndexOf(right.Slice(i, 2), StringComparison.Ordinal) >= 0) count++;
        }
        return count;
    }
}
