namespace Jiheng.Model.Metrics;

/// <summary>Finds the valid name that a mistyped one probably means, for error messages.</summary>
public static class Spelling
{
    /// <summary>The candidate with the smallest edit distance, if at most a third of the word differs; never for a single character.</summary>
    /// <returns><c>null</c> when no candidate is near.</returns>
    public static string? Nearest(string word, IEnumerable<string> candidates)
    {
        ArgumentNullException.ThrowIfNull(word);
        ArgumentNullException.ThrowIfNull(candidates);
        if (word.Length < 2) return null;
        string? best = null;
        var limit = Math.Max(1, word.Length / 3) + 1;
        foreach (var candidate in candidates)
        {
            if (Math.Abs(candidate.Length - word.Length) >= limit) continue;
            var distance = Distance(word, candidate, limit);
            if (distance >= limit) continue;
            (best, limit) = (candidate, distance);
        }
        return best;
    }

    /// <summary>Levenshtein distance, cut off at <paramref name="limit"/>.</summary>
    private static int Distance(string a, string b, int limit)
    {
        var row = new int[b.Length + 1];
        for (var j = 0; j <= b.Length; j++) row[j] = j;
        for (var i = 1; i <= a.Length; i++)
        {
            var (diagonal, least) = (row[0], row[0] = i);
            for (var j = 1; j <= b.Length; j++)
            {
                var replaced = diagonal + (a[i - 1] == b[j - 1] ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(replaced, Math.Min(row[j], row[j - 1]) + 1);
                least = Math.Min(least, row[j]);
            }
            if (least >= limit) return limit;
        }
        return row[b.Length];
    }
}
