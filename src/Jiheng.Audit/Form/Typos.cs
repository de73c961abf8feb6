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
            if (At(text, at) is not { } typo) continue;
            var end = at + typo.Wrong.Length;
            check.Raise("JH2114", at, end, $"“{typo.Wrong}”应为“{typo.Right}”。", $"改为“{typo.Right}”");
            at = end - 1;
        }
    }

    private static Typo? At(string text, int at)
    {
        foreach (var (_, typo) in Slips.Of(text[at], FormText.At(text, at + 1))) if (Stands(text, at, typo)) return typo;
        return Slips.IsWord(text[at], out var single) && Stands(text, at, single!) ? single : null;
    }

    private static bool Stands(string text, int at, Typo typo)
    {
        var wrong = typo.Wrong;
        if (string.CompareOrdinal(text, at, wrong, 0, wrong.Length) != 0) return false;
        if (typo.NotAfter.Contains(FormText.At(text, at - 1), StringComparison.Ordinal) || typo.NotBefore.Contains(FormText.At(text, at + wrong.Length), StringComparison.Ordinal)) return false;
        // '既使群众满意，又使…' joins two clauses; only a lone 既使 was meant to be 即使.
        return wrong != "既使" || text.AsSpan(at..FormText.SentenceEnd(text, at)).IndexOfAny('又', '更') < 0;
    }
}
