using System.Buffers;
using System.Collections.Frozen;

namespace Jiheng.Audit.Form;

/// <summary>Slips of the pen from a short list of those that are no words.</summary>
internal static class Typos
{
    private static readonly FrozenDictionary<char, Typo[]> ByFirst = TypoList.All.GroupBy(t => t.Wrong[0]).ToFrozenDictionary(g => g.Key, g => g.OrderByDescending(t => t.Wrong.Length).ToArray());

    private static readonly SearchValues<string> Any = SearchValues.Create([.. TypoList.All.Select(t => t.Wrong)], StringComparison.Ordinal);

    /// <summary>Finds them all.</summary>
    public static void Find(FormCheck check)
    {
        var text = check.Source.Text;
        for (var at = 0; at < text.Length;)
        {
            var next = text.AsSpan(at).IndexOfAny(Any);
            if (next < 0) return;
            at += next;
            if (At(text, at) is not { } typo)
            {
                at++;
                continue;
            }
            var end = at + typo.Wrong.Length;
            check.Raise("JH2114", at, end, $"“{typo.Wrong}”应为“{typo.Right}”。", $"改为“{typo.Right}”");
            at = end;
        }
    }

    private static Typo? At(string text, int at)
    {
        foreach (var typo in ByFirst[text[at]])
        {
            if (string.CompareOrdinal(text, at, typo.Wrong, 0, typo.Wrong.Length) != 0) continue;
            if (typo.NotAfter.Contains(FormText.At(text, at - 1), StringComparison.Ordinal) || typo.NotBefore.Contains(FormText.At(text, at + typo.Wrong.Length), StringComparison.Ordinal)) continue;
            // '既使群众满意，又使…' joins two clauses; only a lone 既使 was meant to be 即使.
            if (typo.Wrong == "既使" && text.AsSpan(at..FormText.SentenceEnd(text, at)).IndexOfAny('又', '更') >= 0) continue;
            return typo;
        }
        return null;
    }
}
