namespace Jiheng.Audit.Figures;

/// <summary>Words by their first two characters, for questions that are asked of every character of a text: few places of a text pass both.</summary>
internal sealed class WordTable<T>
{
    private const ushort Longer = 1;

    /// <summary>Of each character: 0 when no word begins with it, <see cref="Longer"/> when only longer words do, else 2 and more: the place of the word that it is by itself.</summary>
    private readonly ushort[] _first = new ushort[char.MaxValue + 1];

    /// <summary>Of each pair of characters, hashed: the place of the words that begin with it, 0 for none.</summary>
    private readonly ushort[] _pairs = new ushort[PairSet.Size];

    private readonly T[] _single;
    private readonly (string Word, T Value)[][] _words;

    /// <summary>Sorts <paramref name="words"/> by their beginnings, the longest first.</summary>
    public WordTable(IEnumerable<(string Word, T Value)> words)
    {
        var lengths = words.ToLookup(w => w.Word.Length > 1);
        var groups = lengths[true].GroupBy(w => PairSet.At(w.Word[0], w.Word[1])).ToList();
        _words = [[], .. groups.Select(g => g.OrderByDescending(w => w.Word.Length).ToArray())];
        for (var i = 0; i < groups.Count; i++) _pairs[groups[i].Key] = (ushort)(i + 1);
        foreach (var (word, _) in lengths[true]) _first[word[0]] = Longer;
        _single = [.. lengths[false].Select(w => w.Value)];
        foreach (var (place, word) in lengths[false].Select(w => w.Word).Index()) _first[word[0]] = (ushort)(Longer + 1 + place);
    }

    /// <summary>Whether a word begins with <paramref name="c"/>.</summary>
    public bool CanBegin(char c) => _first[c] != 0;

    /// <summary>Whether any word stands in <paramref name="text"/>.</summary>
    public bool StandsIn(ReadOnlySpan<char> text)
    {
        for (var i = 0; i < text.Length; i++) if (CanBegin(text[i]) && Match(text[i..], out _) > 0) return true;
        return false;
    }

    /// <summary>All words of two characters or more that begin with these two, the longest first; a few that begin otherwise may be among them.</summary>
    public ReadOnlySpan<(string Word, T Value)> Of(char first, char second) => _words[_pairs[PairSet.At(first, second)]];

    /// <summary>Whether <paramref name="c"/> is a word by itself.</summary>
    public bool IsWord(char c, out T? value)
    {
        var place = _first[c] - Longer - 1;
        value = place >= 0 ? _single[place] : default;
        return place >= 0;
    }

    /// <summary>The longest word at the start of <paramref name="text"/>.</summary>
    /// <returns>Its number of characters, 0 for none.</returns>
    public int Match(ReadOnlySpan<char> text, out T? value)
    {
        value = default;
        if (text.IsEmpty) return 0;
        if (text.Length > 1)
        {
            foreach (ref readonly var entry in Of(text[0], text[1]))
            {
                if (!text.StartsWith(entry.Word, StringComparison.Ordinal)) continue;
                value = entry.Value;
                return entry.Word.Length;
            }
        }
        return IsWord(text[0], out value) ? 1 : 0;
    }
}
