using Jiheng.Audit.Figures;
using Jiheng.Audit.Frames;
using Jiheng.Audit.Weighing;

namespace Jiheng.Audit.Claims.Sums;

/// <summary>What several periods make together: '春季学期资助966人…；秋季学期资助980人…。全年共资助1946人次'.</summary>
internal sealed class PeriodTotals(ClaimSet claims)
{
    private const int MostPeriods = 12;

    private static readonly string[] Totals = ["全年", "全年度", "年度", "合计", "共", "总计", "累计", "两季", "两学期", "两批", "三批", "前三季度", "上半年", "三院", "两院", "各院", "各县", "全县", "全市", "全区", "全系统"];

    /// <summary>Periods or lots that fill what they divide.</summary>
    private static readonly string[][] Complete =
    [
        ["上半年", "下半年"], ["春季", "秋季"], ["春", "秋"], ["上学期", "下学期"], ["一季度", "二季度", "三季度", "四季度"], ["第一季度", "第二季度", "第三季度", "第四季度"], ["第一批", "第二批"], ["首批", "第二批"], ["第一批", "第二批", "第三批"], ["首批", "第二批", "第三批"],
        ["第一期", "第二期"], ["一期", "二期"], ["第一阶段", "第二阶段"],
    ];

    private readonly ProseFrame _frame = claims.Frame;

    /// <summary>Checks every total behind clauses that each begin with their period.</summary>
    public void Find()
    {
        foreach (var total in _frame.Mentions)
        {
            if (!(total.Role == Role.Value || total.Role == Role.Prior && total.Says(Cues.Total)) || !total.Figure.Unit.IsAdditive || total.Depth > 0 || total.Figure.Bound != Bound.None || claims.IsComputedAs(ClaimType.Sum, total) || !(Totalling(total) || (_frame.Label(total).EndsWith("合计", StringComparison.Ordinal) || _frame.Label(total).EndsWith("共计", StringComparison.Ordinal)) && _frame.Label(total).Length > 3 || _frame.Label(total) is { Length: >= 3 and <= 10 } own && own.Contains('共') && !own.Contains("公共", StringComparison.Ordinal))) continue;
            Add(total);
        }
    }

    /// <summary>'较上周（1187例）上升…，较上周（190例）下降…，较上周（735例）…，上周合计2112例': all earlier values of the paragraph, when they add up.</summary>
    private bool Earlier(Mention total)
    {
        var label = _frame.Label(total);
        if (label.Length < 2 || !label.StartsWith("上", StringComparison.Ordinal) && !label.StartsWith("去年", StringComparison.Ordinal)) return false;
        var when = label[..2].ToString();
        var parts = _frame.Back(total).Where(m => m.Figure.Unit.Fits(total.Figure.Unit) && m.Figure.Bound == Bound.None && (m.Says(Cues.Before) || m.Depth > 0) && _frame.Before(m) is var before && before[Math.Max(0, before.Length - 8)..].Contains(when, StringComparison.Ordinal)).Reverse().ToList();
        var outcome = parts.Count >= 2 ? Check.Sum(total.Figure, parts.ConvertAll(p => (p.Figure, 1))) : default;
        return parts.Count >= 2 && outcome.How == Agreement.Exact && claims.Add(ClaimType.Sum, total, parts, outcome, Grade.Structural, () => Wording.Sum(total, parts, outcome), "前文各项上期数之和");
    }

    private void Add(Mention total)
    {
        if (Earlier(total)) return;
        var (names, parts) = Periods(total);
        if (parts.Count < 2)
        {
            Alike(total);
            return;
        }
        var outcome = Check.Sum(total.Figure, parts.ConvertAll(p => (p.Figure, 1)));
        if (!outcome.Holds && !Complete.Any(c => c.SequenceEqual(names))) return;
        if (claims.Add(ClaimType.Sum, total, parts, outcome, Grade.Structural, () => Wording.Sum(total, parts, outcome), "前文按时段或批次分列，此处为其合计")) claims.Add(new Group(total, parts, outcome.Holds));
    }

    /// <summary>'县人民医院：医疗收入28640…；县中医院：医疗收入11973…。三院合计48690，其中医疗收入40613': the figures before it under the same name, one in each segment.</summary>
    private void Alike(Mention total)
    {
        var label = _frame.Label(total).Trim().TrimEnd("为达：: ");
        if (label.StartsWith("其中", StringComparison.Ordinal)) label = label[2..].TrimStart("，：");
        var together = label.EndsWith("合计", StringComparison.Ordinal) || label.EndsWith("共计", StringComparison.Ordinal);
        var name = (together ? label[..^2] : label).ToString();
        // '…共支出397.46万元', '三级资金共到位663.90万元'.
        if (!together && label.LastIndexOf('共') is >= 0 and var all && label.Length - all > 2) (together, name) = (true, label[(all + 1)..].ToString());
        // '主办件合计63件' of '主办41件': the unit is no part of the name.
        if (together && name.Length > 2 && name.EndsWith(total.Figure.Unit.Name, StringComparison.Ordinal)) name = name[..^total.Figure.Unit.Name.Length];
        if (name.Length < 2 || Repairs.Digits(total.Figure) < 2) return;
        var parts = new List<Mention>();
        foreach (var value in _frame.BackLines(total, 12)) if (value.Role == Role.Value && value.Clause < total.Clause && (together || value.Segment < total.Segment) && value.Figure.Unit.Fits(total.Figure.Unit) && value.Depth == 0 && Nouns.Bare(_frame.Label(value)) is var own && (own.SequenceEqual(name) || together && own.EndsWith(name, StringComparison.Ordinal))) parts.Insert(0, value);
        if (parts.Count < 2 && together) parts = Firsts(total);
        if (parts.Count < 2 || parts.Select(p => together ? p.Clause : p.Segment).Distinct().Count() != parts.Count) return;
        var outcome = Check.Sum(total.Figure, parts.ConvertAll(p => (p.Figure, 1)));
        if (outcome.How != Agreement.Exact && (parts.Count < 2 || !Nouns.Bare(_frame.Label(parts[0])).EndsWith(name, StringComparison.Ordinal))) return;
        if (outcome.How != Agreement.Exact && !Repairs.IsSlip(total.Figure, outcome.Value!.Value) && !(together && parts.Count >= 3 && Math.Abs(outcome.Value!.Value - total.Figure.Value) * 10m < total.Figure.Value)) return;
        if (claims.Add(ClaimType.Sum, total, parts, outcome, Grade.Structural, () => Wording.Sum(total, parts, outcome), "前文各项同名数字之和")) claims.Add(new Group(total, parts, outcome.Holds));
    }

    /// <summary>'省级下达318.50万元…；区级配套96.00万元…。两级资金共计414.50万元': the first figure of each clause of the sentence before.</summary>
    private List<Mention> Firsts(Mention total)
    {
        var parts = new List<Mention>();
        foreach (var segment in _frame.Back(total).Where(m => total.Sentence - m.Sentence == 1).GroupBy(m => m.Segment).Reverse())
        {
            var first = segment.Last();
            if (first.Role != Role.Value || !first.Figure.Unit.Fits(total.Figure.Unit) || first.Depth > 0) return [];
            parts.Add(first);
        }
        return parts;
    }

    /// <summary>Whether the sentence of the total begins with a word that sums up, and the total goes on with it.</summary>
    private bool Totalling(Mention total)
    {
        var first = total.Index;
        while (first > 0 && _frame.Mentions[first - 1].Segment == total.Segment) first--;
        return StartsWithAny(Opening(_frame.Mentions[first]), Totals).Length > 0;
    }

    /// <summary>The segments before the total that begin with a period, with the one figure of the total's kind that stands outside of brackets in each.</summary>
    private (List<string> Names, List<Mention> Parts) Periods(Mention total)
    {
        var (names, parts) = (new List<string>(), new List<Mention>());
        var i = total.Index - 1;
        while (i >= 0 && _frame.Mentions[i].Segment == total.Segment) i--;
        while (i >= 0 && parts.Count < MostPeriods && _frame.Mentions[i].Paragraph == total.Paragraph)
        {
            var segment = _frame.Mentions[i].Segment;
            var own = new List<Mention>();
            for (; i >= 0 && _frame.Mentions[i].Segment == segment; i--) own.Insert(0, _frame.Mentions[i]);
            var name = StartsWithAny(Opening(own[0]), Complete.SelectMany(c => c));
            var alike = own.FindAll(m => m.Role == Role.Value && m.Depth == 0 && IsAlike(m.Figure.Unit, total.Figure.Unit));
            if (name.Length == 0 || alike.Count != 1) break;
            names.Insert(0, name);
            parts.Insert(0, alike[0]);
        }
        return (names, parts);
    }

    /// <summary>The words with which a figure's segment begins.</summary>
    private ReadOnlySpan<char> Opening(Mention first)
    {
        var before = _frame.Before(first);
        var start = first.Figure.Start - before.Length + before.LastIndexOfAny('。', '；') + 1;
        return _frame.Source.Text.AsSpan(start..Math.Min(_frame.Source.EndOf(first.Paragraph), first.Figure.End + 4)).TrimStart("其中，：: ");
    }

    private static string StartsWithAny(ReadOnlySpan<char> text, IEnumerable<string> words)
    {
        var found = "";
        foreach (var word in words) if (word.Length > found.Length && text.StartsWith(word, StringComparison.Ordinal)) found = word;
        return found;
    }

    /// <summary>Heads of two terms add up to attendances (人次).</summary>
    private static bool IsAlike(Unit part, Unit total) => part.Fits(total) || total.Name == "人次" && part.Name is "人" or "名";
}
