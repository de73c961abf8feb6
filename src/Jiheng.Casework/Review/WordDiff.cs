namespace Jiheng.Casework.Review;

/// <summary>A stretch of text that stayed, was removed or was added.</summary>
/// <param name="Text">The text.</param>
/// <param name="Sign">0 it stayed, -1 it was removed, +1 it was added.</param>
public sealed record Stretch(string Text, int Sign);

/// <summary>What differs between two passages, number by number and character by character.</summary>
public static class WordDiff
{
    // Beyond this a table of comparisons is too large, and nobody would read the result.
    private const int Longest = 2000;

    /// <summary>The stretches of both passages, in order.</summary>
    public static IReadOnlyList<Stretch> Of(string earlier, string later)
    {
        ArgumentNullException.ThrowIfNull(earlier);
        ArgumentNullException.ThrowIfNull(later);
        var (old, now) = (Tokens(earlier), Tokens(later));
        if (earlier.Length == 0 || later.Length == 0 || old.Count > Longest || now.Count > Longest) return [.. new Stretch[] { new(earlier, -1), new(later, +1) }.Where(s => s.Text.Length > 0)];

        // Longest common run of tokens, counted from the end, so that it can be walked from the start.
        var common = new int[old.Count + 1, now.Count + 1];
        for (var i = old.Count - 1; i >= 0; i--)
            for (var j = now.Count - 1; j >= 0; j--)
                common[i, j] = old[i] == now[j] ? common[i + 1, j + 1] + 1 : Math.Max(common[i + 1, j], common[i, j + 1]);

        List<Stretch> stretches = [];
        for (int i = 0, j = 0; i < old.Count || j < now.Count;)
        {
            if (i < old.Count && j < now.Count && old[i] == now[j]) (i, j) = Add(old[i], 0, i + 1, j + 1);
            else if (j >= now.Count || (i < old.Count && common[i + 1, j] >= common[i, j + 1])) (i, j) = Add(old[i], -1, i + 1, j);
            else (i, j) = Add(now[j], +1, i, j + 1);
        }
        return stretches;

        (int, int) Add(string token, int sign, int i, int j)
        {
            if (stretches.Count > 0 && stretches[^1].Sign == sign) stretches[^1] = stretches[^1] with { Text = stretches[^1].Text + token };
            else stretches.Add(new Stretch(token, sign));
            return (i, j);
        }
    }

    /// <summary>Numbers whole, anything else character by character.</summary>
    private static List<string> Tokens(string text)
    {
        List<string> tokens = [];
        for (var start = 0; start < text.Length;)
        {
            var end = start + 1;
            if (char.IsAsciiDigit(text[start])) while (end < text.Length && (char.IsAsciiDigit(text[end]) || text[end] is '.' or ',')) end++;
            tokens.Add(text[start..end]);
            start = end;
        }
        return tokens;
    }
}
