namespace Jiheng.Audit.Figures;

/// <summary>Words by their first character, for questions that are asked of every character of a text.</summary>
internal sealed class WordTable<T>
{
    /// <summary>Twice the place in <see cref="_words"/>, and one more when the character is a word by itself.</summary>
    private readonly ushort[] _buckets = new ushort[char.MaxValue + 1];

    /// <summary>The first two characters of the words: few places of a text pass them, and only those are compared with words.</summary>
    private readonly PairSet _beginnings = new();

    private readonly (string Word, T Value)[][] _words;

    /// <summary>Sorts <paramref name="words"/> by first character, the longest first.</summary>
    public WordTable(IEnumerable<(string Word, T Value)> words)
    {
        var groups = words.GroupBy(w => w.Word[0]).ToList();
        _words = [[], .. groups.Select(g => g.OrderByDescending(w => w.Word.Length).ToArray())];
        for (var i = 0; i < groups.Count; i++) _buckets[groups[i].Key] = (ushort)(2 * (i + 1) + (_words[i + 1][^1].Word.Length == 1 ? 1 : 0));
        foreach (var (word, _) in _words.SelectMany(g => g)) if (word.Length > 1) _beginnings.Add(word[0], word[1]);
    }

    /// <summary>Whether a word begins with <paramref name="c"/>.</summary>
    public bool CanBegin(char c) => _buckets[c] != 0;

    /// <summary>Whether a word may begin with <paramref name="first"/> and <paramref name="second"/>; false for nearly all pairs that begin none.</summary>
    public bool MayBegin(char first, char second) => _beginnings.MayHold(first, second) || IsWord(first);

    /// <summary>Whether any word stands in <paramref name="text"/>.</summary>
    public bool StandsIn(ReadOnlySpan<char> text)
    {
        for (var i = 0; i < text.Length; i++) if (CanBegin(text[i]) && Match(text[i..], out _) > 0) return true;
        return false;
    }

    /// <summary>The words that begin with <paramref name="c"/>, the longest first.</summary>
    public ReadOnlySpan<(string Word, T Value)> Of(char c) => _words[_buckets[c] >> 1];

    /// <summary>The longest word at the start of <paramref name="text"/>.</summary>
    /// <returns>Its number of characters, 0 for none.</returns>
    public int Match(ReadOnlySpan<char> text, out T? value)
    {
        value = default;
        if (text.IsEmpty) return 0;
        var words = Of(text[0]);
        if (text.Length > 1 && _beginnings.MayHold(text[0], text[1]))
        {
            foreach (ref readonly var entry in words)
            {
                var word = entry.Word;
                if (word.Length == 1 || text[1] != word[1] || !text.StartsWith(word, StringComparison.Ordinal)) continue;
                value = entry.Value;
                return word.Length;
            }
        }
        if (!IsWord(text[0])) return 0;
        // The longest stand first, so a word of one character is the last.
        value = words[^1].Value;
        return 1;
    }

    private bool IsWord(char c) => (_buckets[c] & 1) != 0;
}
