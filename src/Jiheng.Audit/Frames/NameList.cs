using Jiheng.Audit.Figures;

namespace Jiheng.Audit.Frames;

/// <summary>A list of names joined by 、 (or by ，when there is none), with brackets belonging to their name.</summary>
internal sealed class NameList
{
    private const int LongestName = 40;

    private NameList(List<(int Start, int End)> names, int distinct, (int Sure, int Maybe) joined, bool hasFigures, bool isOpen, int end) =>
        (Names, Distinct, Least, Most, HasFigures, IsOpen, End) = (names, distinct, distinct + joined.Sure, names.Count + joined.Sure + joined.Maybe, hasFigures, isOpen, end);

    /// <summary>The names' positions.</summary>
    public List<(int Start, int End)> Names { get; }

    /// <summary>Number of different names.</summary>
    public int Distinct { get; }

    /// <summary>Number of different names when 和 joins the last two beyond doubt: 'A组、B组和C组'.</summary>
    public int Least { get; }

    /// <summary>Number of names when every 和, 与 and 及 inside of names that may join two does so.</summary>
    public int Most { get; }

    /// <summary>Whether figures stand among the names, so that it is a list of amounts.</summary>
    public bool HasFigures { get; }

    /// <summary>Whether it is closed by 等: more names may exist.</summary>
    public bool IsOpen { get; }

    /// <summary>Where it ends.</summary>
    public int End { get; }

    /// <summary>Reads from <paramref name="start"/> up to a stop, a semicolon, or the bracket that closes it.</summary>
    public static NameList Read(ReadOnlySpan<char> text, int start, bool inBracket)
    {
        var names = new List<(int, int)>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var (depth, from, at) = (0, start, start);
        var figures = false;
        var comma = Separator(text, start, inBracket);
        for (; at < text.Length; at++)
        {
            var c = text[at];
            if (c is '（' or '(' or '《' or '“') depth++;
            else if (c is '）' or ')' or '》' or '”' && depth > 0) depth--;
            else if (depth == 0 && (c is '。' or '；' or '！' or ';' or '\n' or '：' || (inBracket && c is '）' or ')') || (c is '，' or ',' && comma != '，'))) break;
            else if (depth == 0 && c == comma) Take(text, from, at, ref from);
            else if (depth == 0 && FigureLexer.IsDigit(c)) figures |= !IsMarker(text, at);
        }
        Take(text, from, at, ref from);
        var open = names.Count > 0 && text[names[^1].Item1..names[^1].Item2].EndsWith('等') || (at > 1 && at <= text.Length && text[..at].EndsWith('等'));
        return new NameList(names, seen.Count, Joined(text, names), figures, open, at);

        void Take(ReadOnlySpan<char> all, int first, int last, ref int next)
        {
            next = last + 1;
            while (first < last && (char.IsWhiteSpace(all[first]) || FigureLexer.IsDigit(all[first]) || (all[first] is '、' or '.' or '．' && first > 0 && FigureLexer.IsDigit(all[first - 1])))) first++;
            var name = all[first..last].Trim();
            if (name.Length is 0 or > LongestName) return;
            names.Add((first, last));
            seen.Add(name.ToString());
        }
    }

    /// <summary>
    /// How many names 和, 与 and 及 add. Where the names end alike (…股), two are joined only when the first of them ends so too:
    /// '法规与监督股' is one name, '人事股和财务股' are two.
    /// </summary>
    private static (int Sure, int Maybe) Joined(ReadOnlySpan<char> text, List<(int Start, int End)> names)
    {
        var (sure, maybe) = (0, 0);
        var alike = 0;
        foreach (var (_, end) in names) if (text[end - 1] == text[names[^1].End - 1]) alike++;
        var common = names.Count > 2 && alike * 3 >= names.Count * 2;
        foreach (var (start, end) in names)
        {
            var name = text[start..end].Trim();
            var and = name.LastIndexOfAny('和', '与', '及');
            if (and < 1 || and >= name.Length - 1) continue;
            var last = name[^1];
            var first = name[and - 1] == '以' && name[and] == '及' ? name[..(and - 1)] : name[..and];
            if (first.Length > 1 && first[^1] == last && end == names[^1].End && name.Length > 4) sure++;
            else if (!common || first.Length > 0 && first[^1] == last) maybe += name.Count('和') + name.Count('与') + name.Count('及');
        }
        return (sure, maybe);
    }

    /// <summary>The names with the last one split at 和, 与 or 及.</summary>
    public List<string> Separate(string text)
    {
        var result = new List<string>();
        foreach (var (start, end) in Names) result.Add(text[start..end].Trim());
        if (result.Count == 0) return result;
        var last = result[^1];
        var and = last.LastIndexOfAny(['和', '与', '及']);
        if (and > 0 && and < last.Length - 1) result[^1] = last[..and];
        if (and > 0 && and < last.Length - 1) result.Add(last[(and + 1)..]);
        return result;
    }

    /// <summary>The first name that stands twice; empty when none does.</summary>
    public string Repeated(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (start, end) in Names) if (!seen.Add(text[start..end].Trim())) return text[start..end].Trim();
        return "";
    }

    private static bool IsMarker(ReadOnlySpan<char> text, int at)
    {
        while (at < text.Length && FigureLexer.IsDigit(text[at])) at++;
        return at < text.Length && text[at] is '、' or '.' or '．';
    }

    /// <summary>What separates the names: numbered names by ，; others by 、.</summary>
    private static char Separator(ReadOnlySpan<char> text, int start, bool inBracket)
    {
        if (start < text.Length && FigureLexer.IsDigit(text[start]) && IsMarker(text, start)) return '，';
        for (var i = start; i < text.Length && i < start + 400; i++)
        {
            if (text[i] == '、') return '、';
            if (text[i] is '。' or '；' || (inBracket && text[i] is '）' or ')')) break;
        }
        return '，';
    }
}
