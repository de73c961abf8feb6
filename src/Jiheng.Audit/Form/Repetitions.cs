using System.Buffers;
using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Jiheng.Audit.Figures;

namespace Jiheng.Audit.Form;

/// <summary>Words, names and paragraphs that stand twice, and choices of a template that were not made.</summary>
internal static class Repetitions
{
    private const int LongestWord = 12;
    private const int ShortestClause = 6;
    private const int ShortestSentence = 10;

    /// <summary>Distances of one and two characters, see <see cref="Again"/>.</summary>
    private const uint ShortWords = 0b11;

    private static readonly string[] Choices = ["大小于", "大于小于", "大于（小于）", "大于(小于)", "增加减少", "增加（减少）", "增加(减少)", "增加/减少", "增长（下降）", "增长(下降)", "增长/下降", "增减少", "上升下降", "高低于"];
    private static readonly WordTable<bool> ChoiceTable = new(Choices.Select(c => (c, true)));
    private static readonly SearchValues<char> ChoiceStarts = SearchValues.Create([.. Choices.Select(c => c[0]).Distinct()]);
    private static readonly SearchValues<char> ClauseMarks = SearchValues.Create("，。；\n：");
    private static readonly SearchValues<char> ListMarks = SearchValues.Create("、，。；：（）()\n:;");

    /// <summary>Finds them all.</summary>
    public static void Find(FormCheck check)
    {
        var text = check.Source.Text;
        Words(check, text);
        Clauses(check, text);
        Sentences(check);
        Paragraphs(check);
        Lists(check);
        OpenChoices(check, text);
    }

    private static void OpenChoices(FormCheck check, string text)
    {
        for (var at = Next(text, 0, ChoiceStarts); at < text.Length; at = Next(text, at + 1, ChoiceStarts))
        {
            foreach (var (choice, _) in ChoiceTable.Of(text[at], FormText.At(text, at + 1)))
            {
                if (string.CompareOrdinal(text, at, choice, 0, choice.Length) == 0)
                    check.Raise("JH2104", at, at + choice.Length, $"“{choice}”是模板的选项，没有选定其一。", "按实际情况保留一项");
            }
        }
    }

    /// <summary>'主要是主要是': three characters or more directly repeated, and words of one or two characters that no one doubles.</summary>
    private static void Words(FormCheck check, string text)
    {
        for (var at = 0; at + 1 < text.Length; at++)
        {
            if (!IsWord(text[at]) || Again(text, at) is not (not 0 and var again)) continue;
            if ((again & ShortWords) != 0 && text[at] != '每' && !(at + 1 < text.Length && text[at + 1] == '每') && DoubledWords.Length(text, at) is > 0 and var own)
            {
                check.Raise("JH2103", at, at + 2 * own, $"“{text.Substring(at, own)}”重复。", "删去一处");
                at += 2 * own - 1;
                continue;
            }
            for (var left = again & ~ShortWords; left != 0; left &= left - 1)
            {
                var length = BitOperations.TrailingZeroCount(left) + 1;
                if (at + 2 * length > text.Length) break;
                if (text[at + 1] != text[at + length + 1] || string.CompareOrdinal(text, at, text, at + length, length) != 0) continue;
                if (!All(text.AsSpan(at, length)) || length == 2 && text[at + 1] == '每') break;
                check.Raise("JH2103", at, at + 2 * length, $"“{text.Substring(at, length)}”重复。", "删去一处");
                at += 2 * length - 1;
                break;
            }
        }
    }

    /// <summary>At which distances, of up to the longest word, the character at <paramref name="at"/> stands again: bit 0 for the next place. All are compared at once, since this is asked of every character.</summary>
    private static uint Again(string text, int at)
    {
        var behind = text.AsSpan(at + 1);
        if (behind.Length >= Vector256<ushort>.Count)
            return Vector256.Equals(Vector256.Create<ushort>(MemoryMarshal.Cast<char, ushort>(behind)), Vector256.Create((ushort)text[at])).ExtractMostSignificantBits() & ((1u << LongestWord) - 1);
        var again = 0u;
        for (var i = 0; i < Math.Min(LongestWord, behind.Length); i++) if (behind[i] == text[at]) again |= 1u << i;
        return again;
    }

    /// <summary>'加强组织领导，加强组织领导，': a clause that stands twice in a row.</summary>
    private static void Clauses(FormCheck check, string text)
    {
        var (start, previous) = (0, (0, 0));
        var earlier = new (int Start, int End)[3];
        for (var at = Next(text, 0, ClauseMarks); at < text.Length; at = Next(text, at + 1, ClauseMarks))
        {
            var clause = text.AsSpan(start..at).Trim();
            if (clause.Length >= ShortestClause && text.AsSpan(previous.Item1..previous.Item2).Trim().EndsWith(clause) && text[start - 1] is '，' or '；' or '。')
                check.Raise("JH2103", start, at, $"“{clause}”与前一分句相同。", "删去一处");
            // '听力筛查3140人，筛查率98.56%，听力筛查3140人，筛查率98.56%': two clauses again.
            else if (clause.Length + previous.Item2 - previous.Item1 >= 2 * ShortestClause && clause.Length > 2 && clause.SequenceEqual(text.AsSpan(earlier[1].Start..earlier[1].End).Trim()) && text.AsSpan(previous.Item1..previous.Item2).Trim() is { Length: > 2 } before && before.SequenceEqual(text.AsSpan(earlier[0].Start..earlier[0].End).Trim()))
                check.Raise("JH2103", previous.Item1, at, $"“{text.AsSpan(previous.Item1..at).Trim()}”重复。", "删去一处");
            (earlier[0], earlier[1], earlier[2]) = (earlier[1], previous, (start, at));
            previous = (start, at);
            start = at + 1;
        }
    }

    /// <summary>A sentence that stands twice in one paragraph.</summary>
    private static void Sentences(FormCheck check)
    {
        HashSet<string>? seen = null;
        for (var p = 0; p < check.Source.Count; p++)
        {
            var paragraph = check.Source.Paragraph(p);
            if (paragraph.Length < 2 * ShortestSentence || paragraph.Count('。') < 2) continue;
            (seen ??= new HashSet<string>(StringComparer.Ordinal)).Clear();
            var lookup = seen.GetAlternateLookup<ReadOnlySpan<char>>();
            for (var start = 0; paragraph[start..].IndexOf('。') is >= 0 and var length; start += length + 1)
            {
                var sentence = paragraph.Slice(start, length).Trim();
                if (sentence.Length < ShortestSentence || lookup.Add(sentence)) continue;
                var at = check.Source.StartOf(p) + start;
                check.Raise("JH2103", at, at + length + 1, "整句与本段前文完全相同。", "删去重复的一句");
            }
        }
    }

    private static void Paragraphs(FormCheck check)
    {
        if (check.Source.Count < 2) return;
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var lookup = seen.GetAlternateLookup<ReadOnlySpan<char>>();
        for (var p = 0; p < check.Source.Count; p++)
        {
            var paragraph = check.Source.Paragraph(p).Trim();
            if (paragraph.Length < 40) continue;
            if (!lookup.Add(paragraph))
                check.Raise("JH2103", check.Source.StartOf(p), Math.Min(check.Source.EndOf(p), check.Source.StartOf(p) + 30), "整段文字与前文一段完全相同。", "删去重复的一段，或改为本节内容");
        }
    }

    /// <summary>A name that stands twice in one list of at least four short names.</summary>
    private static void Lists(FormCheck check)
    {
        var text = check.Source.Text;
        var names = new List<(int Start, int End)>();
        var start = 0;
        while (start <= text.Length)
        {
            var at = Next(text, start, ListMarks);
            if (at < text.Length && text[at] == '、')
            {
                names.Add((start, at));
            }
            else
            {
                if (names.Count >= 3) Repeated(check, text, names, (start, at));
                names.Clear();
            }
            start = at + 1;
        }
    }

    private static void Repeated(FormCheck check, string text, List<(int Start, int End)> names, (int Start, int End) last)
    {
        // A long piece between two marks is a clause, not a name: the enumeration begins anew after it.
        if (names.Skip(1).Any(n => text.AsSpan(n.Start..n.End) is var piece && (piece.IndexOf('等') is > 1 and var stop ? stop : piece.Length) > 12)) return;
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (start, end) in names.Append(last))
        {
            var name = text[start..end].Trim();
            if (name.IndexOf('等', StringComparison.Ordinal) is > 1 and var cut) name = name[..cut];
            if (name.Length is < 2 or > 20 || name.AsSpan().IndexOfAnyInRange('0', '9') >= 0) continue;
            // The last name may run on into the sentence: '…和新民乡等5个乡镇'.
            var known = seen.Contains(name) ? name : null;
            if (known is null)
            {
                seen.Add(name);
                if (name.IndexOf('和', StringComparison.Ordinal) is > 1 and var and && !seen.Add(name[(and + 1)..])) known = name[(and + 1)..];
            }
            if (known is null) continue;
            var at = text.IndexOf(known, start, StringComparison.Ordinal);
            if (end == last.End && name.LastIndexOf(known, StringComparison.Ordinal) is > 0 and var shift) at = text.IndexOf(known, start + shift, StringComparison.Ordinal);
            if (at >= 0) check.Raise("JH2103", at, at + known.Length, $"名单中“{known}”重复列出。", "核对名单，删去重复或改为漏列的名称");
        }
    }

    /// <summary>The next of <paramref name="marks"/> from <paramref name="start"/> on, or the end.</summary>
    private static int Next(string text, int start, SearchValues<char> marks) => text.AsSpan(start).IndexOfAny(marks) is >= 0 and var found ? start + found : text.Length;

    private static bool IsWord(char c) => c is >= '\u4e00' and <= '\u9fff';

    private static bool All(ReadOnlySpan<char> word)
    {
        foreach (var c in word) if (!IsWord(c)) return false;
        return true;
    }
}
