namespace Jiheng.Audit.Known;

/// <summary>Finds known facts by the words before a figure.</summary>
internal sealed class KnownLabels
{
    private const int LeastLength = 2;

    // Words that leave the meaning of a name as it is. Any other word may narrow it (财政拨款基本支出), and then it is another figure.
    private static readonly string[] Harmless =
        ["其中", "全年", "本年度", "本年", "当年", "年度", "年末", "年底", "我局", "我委", "本局", "本单位", "全局", "全委", "部门", "单位", "全县", "全市", "全区", "实现", "实际", "完成", "共计", "共", "总", "的", "，", "、", "：", ":", "（", "(", "“", "”", " "];

    private readonly Dictionary<string, List<(string Name, KnownFact Fact)>> _byEnding = new(StringComparer.Ordinal);

    /// <summary>Sorts the facts by the last two characters of their names.</summary>
    public KnownLabels(IEnumerable<KnownFact> facts)
    {
        foreach (var fact in facts)
        {
            foreach (var name in fact.Labels.Where(n => n.Length >= LeastLength).Distinct(StringComparer.Ordinal))
            {
                if (!_byEnding.TryGetValue(name[^LeastLength..], out var same)) _byEnding[name[^LeastLength..]] = same = [];
                same.Add((name, fact));
            }
        }
    }

    /// <summary>All facts that <paramref name="words"/> name by their longest name, and its length.</summary>
    public (int Length, List<KnownFact> Facts) Find(ReadOnlySpan<char> words)
    {
        var label = words.TrimEnd("为是共达到约计有：: “”");
        if (label.Length < LeastLength || !_byEnding.TryGetValue(label[^LeastLength..].ToString(), out var facts)) return (0, []);
        var longest = 0;
        foreach (var (name, _) in facts) if (name.Length > longest && label.EndsWith(name, StringComparison.Ordinal)) longest = name.Length;
        if (longest == 0 || !IsHarmless(label[..^longest])) return (0, []);
        var found = new List<KnownFact>();
        foreach (var (name, fact) in facts) if (name.Length == longest && label.EndsWith(name, StringComparison.Ordinal)) found.Add(fact);
        return (longest, found);
    }

    /// <summary>Whether the words only introduce a name and do not narrow it.</summary>
    public static bool IsHarmless(ReadOnlySpan<char> words)
    {
        while (words.Length > 0)
        {
            var length = 0;
            foreach (var word in Harmless) if (length == 0 && words.StartsWith(word, StringComparison.Ordinal)) length = word.Length;
            if (length == 0 && (char.IsAsciiDigit(words[0]) || words[0] == '年')) length = 1;
            if (length == 0) return false;
            words = words[length..];
        }
        return true;
    }
}
