using Jiheng.Audit.Figures;

namespace Jiheng.Audit.Form;

/// <summary>Slips of the pen from a short list of those that are no words.</summary>
internal static class Typos
{
    private static readonly WordTable<Typo> Slips = new(TypoList.All.Select(t => (t.Wrong, t)));

    /// <summary>Finds them all.</summary>
    public static void Find(FormCheck check)
    {
        var text = check.Source.Text;
        for (var at = 0; at < text.Length; at++)
        {
            if (!Slips.MayBegin(text[at], FormText.At(text, at + 1)) || At(text, at) is not { } typo) continue;
            var end = at + typo.Wrong.Length;
            check.Raise("JH2114", at, end, $"“{typo.Wrong}”应为“{typo.Right}”。", $"改为“{typo.Right}”");
            at = end - 1;
        }
    }

    private static Typo? At(string text, int at)
    {
        foreach (var (wrong, typo) in Slips.Of(text[at]))
        {
            if (wrong.Length > 1 && wrong[1] != FormText.At(text, at + 1) || string.CompareOrdinal(text, at, wrong, 0, wrong.Length) != 0) continue;
            if (typo.NotAfter.Contains(FormText.At(text, at - 1), StringComparison.Ordinal) || typo.NotBefore.Contains(FormText.At(text, at + wrong.Length), StringComparison.Ordinal)) continue;
            // '既使群众满意，又使…' joins two clauses; only a lone 既使 was meant to be 即使.
            if (wrong == "既使" && text.AsSpan(at..FormText.SentenceEnd(text, at)).IndexOfAny('又', '更') >= 0) continue;
            return typo;
        }
        return null;
    }
}
