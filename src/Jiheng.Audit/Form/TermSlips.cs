using Jiheng.Audit.Figures;

namespace Jiheng.Audit.Form;

/// <summary>A fixed term of the field with one inner character replaced, or two neighbours turned round: '公务用车运行维扩费', '政府信息开公'.</summary>
internal static class TermSlips
{
    /// <summary>Characters that may stand for each other in a term without a slip.</summary>
    private static readonly string[] Alike =
        ["和与及或暨", "上下", "收支", "初末中", "城乡镇市区", "省市县区州镇乡村国", "增减", "高低", "内外", "前后", "新老旧", "男女幼", "大中小", "进出转", "甲乙丙", "一二三四五六七八九十", "总整", "险障", "行转作营", "招接", "用供", "产本源金", "本层础", "制治", "的之", "师生", "款项业", "厂站", "医药疗护料", "学医业", "文民家", "专一", "优良改",
         "城农", "年月季", "门署", "务府", "复争", "格络", "事企", "工企商农", "规计策", "扶补资", "压糖脂", "政洁", "管合办清整处治监审受代"];

    /// <summary>Both halves of every term: one replaced character leaves one of them whole.</summary>
    private static readonly WordTable<(string Term, int Offset)[]> Halves = new(
        FieldTerms.All.SelectMany(t => new[] { (Half: t[..(t.Length / 2)], Term: t, Offset: 0), (Half: t[(t.Length / 2)..], Term: t, Offset: t.Length / 2) })
            .GroupBy(h => h.Half).Select(g => (g.Key, g.Select(h => (h.Term, h.Offset)).ToArray())));

    /// <summary>Finds them all.</summary>
    public static void Find(FormCheck check)
    {
        var text = check.Source.Text;
        for (var at = 0; at + 1 < text.Length; at++)
        {
            foreach (var (half, terms) in Halves.Of(text[at], text[at + 1]))
            {
                if (string.CompareOrdinal(text, at, half, 0, half.Length) != 0) continue;
                foreach (var (term, offset) in terms) Compare(check, text, at - offset, term);
            }
        }
    }

    private static void Compare(FormCheck check, string text, int start, string term)
    {
        if (start < 0 || start + term.Length > text.Length || text[start] != term[0]) return;
        var wrong = 0;
        for (var i = 1; i < term.Length; i++)
        {
            if (text[start + i] == term[i]) continue;
            if (wrong > 0 && !(wrong == i - 1 && IsTurned(text, start + wrong, term, wrong))) return;
            if (wrong == 0) wrong = i;
        }
        // What follows a term whose last character differs may be another word.
        if (wrong == 0 || wrong == term.Length - 1 || !IsSlip(text, start + wrong, term, wrong)) return;
        if (check.IsRaised("JH2114", start + wrong, start + wrong + 1)) return;
        check.Raise("JH2114", start + wrong - 1, Math.Min(start + wrong + 2, start + term.Length), $"“{text.Substring(start, term.Length)}”疑为“{term}”之误。", $"改为“{term}”");
    }

    private static bool IsTurned(string text, int at, string term, int i) => text[at] == term[i + 1] && text[at + 1] == term[i];

    private static bool IsSlip(string text, int at, string term, int i)
    {
        if (!FormText.IsHan(text[at])) return false;
        foreach (var group in Alike) if (group.Contains(text[at], StringComparison.Ordinal) && group.Contains(term[i], StringComparison.Ordinal)) return false;
        return true;
    }
}
