namespace Jiheng.Audit.Figures;

/// <summary>Words by their first character, for questions that are asked of every character of a text.</summary>
internal sealed class WordTable<T>
{
    private readonly ushort[] _buckets = new ushort[char.MaxValue + 1];
    private readonly (string Word, T Value)[][] _words;

    /// <summary>Sorts <paramref name="words"/> by first character, the longest first.</summary>
    public WordTable(IEnumerable<(string Word, T Value)> words)
    {
        var groups = words.GroupBy(w => w.Word[0]).ToList();
        _words = [[], .. groups.Select(g => g.OrderByDescending(w => w.Word.Length).ToArray())];
        for (var i = 0; i < groups.Count; i++) _buckets[groups[i].Key] = (ushort)(i + 1);
    }

    /// <summary>Whether a word begins with <paramref name="c"/>.</summary>
    public bool CanBegin(char c) => _buckets[c] != 0;

    /// <summary>Whether any word stands in <paramref name="text"/>.</summary>
    public bool StandsIn(ReadOnlySpan<char> text)
    {
        for (var i = 0; i < text.Length; i++) if (CanBegin(text[i]) && Match(text[i..], out _) > 0) return true;
        return false;
    }

    /// <summary>The words that begin with <paramref name="c"/>, the longest first.</summary>
    public ReadOnlySpan<(string Word, T Value)> Of(char c) => _words[_buckets[c]];

    /// <summary>The longest word at the start of <paramref name="text"/>.</summary>
    /// <returns>Its number of characters, 0 for none.</returns>
    public int Match(ReadOnlySpan<char> text, out T? value)
    {
        value = default;
        if (text.IsEmpty) return 0;
        foreach (ref readonly var entry in Of(text[0]))
        {
            var word = entry.Word;
            // Most words fail by their second character.
            if (word.Length > 1 && (text.Length < word.Length || word[1] != text[1] || !text.StartsWith(word, StringComparison.Ordinal))) continue;
            value = entry.Value;
            return word.Length;
        }
        return 0;
    }
}
