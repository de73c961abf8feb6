using System.Globalization;
using System.Text.RegularExpressions;

namespace Jiheng.Audit.Form;

/// <summary>A declared score against its declared grade: 90 and above 优, 80 to 90 良, 60 to 80 中, below 60 差 (财预〔2020〕10号).</summary>
internal static partial class Grades
{
    /// <summary>Finds scores whose grade does not fit.</summary>
    public static void Find(FormCheck check)
    {
        var text = check.Source.Text;
        if (!text.Contains('分') || !text.AsSpan().ContainsAny("优良中差")) return;
        var ownBands = new Lazy<bool>(() => Bands().Matches(text).Any(b => b.Groups["n"].Value is not ("100" or "90" or "80" or "60")));
        foreach (Match match in ScoreFirst().Matches(text)) Judge(check, ownBands, match);
        foreach (Match match in GradeFirst().Matches(text)) Judge(check, ownBands, match);
    }

    private static void Judge(FormCheck check, Lazy<bool> ownBands, Match match)
    {
        var (score, grade) = (match.Groups["s"], match.Groups["g"]);
        if (!decimal.TryParse(score.Value, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var points) || points > 100m) return;
        var due = points >= 90m ? '优' : points >= 80m ? '良' : points >= 60m ? '中' : '差';
        if (grade.Value[0] == due || OtherFullMarks(match) || ownBands.Value) return;
        var (start, end) = (Math.Min(score.Index, grade.Index), Math.Max(score.Index + score.Length, grade.Index + 1));
        check.Raise("JH2108", start, end, $"得分{score.Value}分应为“{due}”，文中写“{grade.Value[0]}”。", "按评分办法的等次区间核对得分和等级");
    }

    /// <summary>A text that gives bands of its own, or full marks other than 100, is not held against the common ones.</summary>
    private static bool OtherFullMarks(Match match) => FullMarks().Match(match.Value) is { Success: true } full && full.Groups["n"].Value != "100";

    [GeneratedRegex("(?:得分|评分|总分|分数)[^。；\\n0-9]{0,6}(?<s>[0-9]{1,3}(?:\\.[0-9]{1,4})?)\\s*分[^。；\\n优良中差]{0,24}?(?:等级|等次|级别|档次|结论|结果|评定|评为|评级|定为)(?:[：:为是“\\s]{1,4}|(?<=[评定]为)“?)(?<g>优|良|中|差)(?:[秀好等]|(?=[”。，；、）级\\n]))", RegexOptions.CultureInvariant)]
    private static partial Regex ScoreFirst();

    [GeneratedRegex("(?:等级|等次|级别|档次|结论|结果|评定|评为|评级|定为)(?:[：:为是“\\s]{1,4}|(?<=[评定]为)“?)(?<g>优|良|中|差)[秀好等]?[”级]{0,2}[，、（(]{1,2}(?:综合|自评|评价|最终|绩效)*(?:得分|评分|总分|分数)[为是：:\\s]{0,2}(?<s>[0-9]{1,3}(?:\\.[0-9]{1,4})?)\\s*分", RegexOptions.CultureInvariant)]
    private static partial Regex GradeFirst();

    [GeneratedRegex("(?<n>[0-9]{2,3})\\s*分?(?:（含）|\\(含\\))?\\s*(?:以上|及以上|[-－—~～至])[^。；\\n]{0,14}?(?:为|评为|定为|属)?[“（(]?(?:优|良|中|差)", RegexOptions.CultureInvariant)]
    private static partial Regex Bands();

    [GeneratedRegex("满分[为是]?(?<n>[0-9]{1,3})", RegexOptions.CultureInvariant)]
    private static partial Regex FullMarks();
}
