using Jiheng.Audit.Figures;

namespace Jiheng.Audit.Form;

/// <summary>A declared score against its declared grade: 90 and above 优, 80 to 90 良, 60 to 80 中, below 60 差 (财预〔2020〕10号).</summary>
internal static class Grades
{
    /// <summary>Finds scores whose grade does not fit.</summary>
    public static void Find(FormCheck check)
    {
        for (var p = 0; p < check.Source.Count; p++)
        {
            var start = check.Source.StartOf(p);
            var text = check.Source.Paragraph(p);
            var at = text.IndexOf("等级为", StringComparison.Ordinal);
            if (at < 0) at = text.IndexOf("等级：", StringComparison.Ordinal);
            if (at < 0 || text[..at].LastIndexOf("得分", StringComparison.Ordinal) is not (>= 0 and var scoreAt)) continue;
            var digit = scoreAt + 2;
            while (digit < at && !FigureLexer.IsDigit(text[digit])) digit++;
            if (digit - scoreAt > 6 || digit >= at) continue;
            var score = FigureLexer.Number.Read(text, digit, at);
            var grade = at + 3;
            while (grade < text.Length && text[grade] is '：' or '“' or ':' or ' ') grade++;
            if (grade >= text.Length || score.Value > 100m || score.End >= at || text[score.End] != '分') continue;
            var due = score.Value >= 90m ? '优' : score.Value >= 80m ? '良' : score.Value >= 60m ? '中' : '差';
            if (text[grade] is not ('优' or '良' or '中' or '差') || text[grade] == due) continue;
            check.Raise("JH2108", start + digit, start + grade + 1, $"得分{text[digit..score.End]}分应为“{due}”，文中写“{text[grade]}”。", "按评分办法的等次区间核对得分和等级");
        }
    }
}
