using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Jiheng.Documents.Xlsx;
using Jiheng.Model.Documents;

namespace Jiheng.Casework.Drafting;

/// <summary>A sheet to send to whoever knows the figures: the institution that the text names, or those who wrote one part of the report.</summary>
/// <param name="Part">The institution, or the heading of the part.</param>
/// <param name="Questions">The figures asked for.</param>
public sealed record SendSheet(string Part, IReadOnlyList<DraftFigure> Questions)
{
    private static readonly string[] Heads = ["编号", "原文（去年）", "要填的数", "去年数", "计量单位", "今年数", "备注（佐证、口径变化）"];

    /// <summary>The workbook: one line per figure, last year's value beside the empty cell.</summary>
    public Workbook ToWorkbook(int year)
    {
        var rows = Questions.Select(q => new TableRow(
        [
            TableCell.Of(q.Number.ToString(CultureInfo.InvariantCulture)) with { Align = CellAlign.Left },
            TableCell.Of(SendSheets.Clause(q)), TableCell.Of(q.Label), TableCell.Of(q.Old) with { Align = CellAlign.Right }, TableCell.Of(q.Unit), TableCell.Of(""), TableCell.Of(""),
        ]));
        var head = new TableRow([.. Heads.Select(TableCell.Of)]) { Role = RowRole.Head };
        int[] widths = [6, 40, 20, 10, 9, 12, 20];
        return Workbook.From(new Table([.. widths.Select(w => new TableColumn("", w))], [head, .. rows]) { Caption = $"{Part}：{year.ToString(CultureInfo.InvariantCulture)}年数据收集表", Landscape = true });
    }

    /// <summary>A short text to paste into a chat.</summary>
    public string ToMessage(int year)
    {
        var text = new StringBuilder().Append(CultureInfo.InvariantCulture, $"【绩效自评】请帮忙填 {year} 年“{Part}”的 {Questions.Count} 个数，表里附了去年的数，只填“今年数”一列，没有的写“无”，口径有变化的写在备注里：");
        foreach (var question in Questions.Take(3)) text.Append('\n').Append(CultureInfo.InvariantCulture, $"{question.Number}. {question.Label}（去年 {question.Old}{question.Unit}）");
        if (Questions.Count > 3) text.Append(CultureInfo.InvariantCulture, $"\n……其余见表。");
        return text.Append("\n填好直接发回这个表就行，谢谢！").ToString();
    }
}

/// <summary>Makes the sheets to send out, and reads them when they come back.</summary>
public static partial class SendSheets
{
    /// <summary>One sheet per institution that the text names and per part of the report otherwise, with what the accounts do not hold; a figure that the part states twice is asked for once.</summary>
    public static IReadOnlyList<SendSheet> Of(DraftPlan plan, IReadOnlyDictionary<int, DraftDecision> decisions)
    {
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentNullException.ThrowIfNull(decisions);
        return [.. plan.Figures.Where(f => !f.IsYear && IsAsked(f, decisions.GetValueOrDefault(f.Number)))
            .GroupBy(PartOf, StringComparer.Ordinal)
            .Select(g => new SendSheet(g.Key, [.. g.DistinctBy(f => (f.Label, f.Old, f.Unit))]))];
    }

    /// <summary>Reads a sheet that came back: the number of each line and what was filled in, under the heads 编号 and 今年数.</summary>
    /// <returns>The replacements; lines left empty or answered with 无 are not among them.</returns>
    public static IReadOnlyDictionary<int, DraftDecision> ReadBack(Document workbook, DraftPlan plan)
    {
        ArgumentNullException.ThrowIfNull(workbook);
        ArgumentNullException.ThrowIfNull(plan);
        Dictionary<int, DraftDecision> answers = [];
        foreach (var table in workbook.Blocks.OfType<Table>())
        {
            int number = -1, value = -1;
            foreach (var row in table.Rows)
            {
                var texts = row.Cells.Select(c => c.Text.Trim()).ToList();
                if (texts.Contains("编号") && texts.Contains("今年数")) (number, value) = (texts.IndexOf("编号"), texts.IndexOf("今年数"));
                else if (number >= 0 && texts.Count > Math.Max(number, value) && int.TryParse(texts[number], CultureInfo.InvariantCulture, out var at)
                    && plan.Figures.FirstOrDefault(f => f.Number == at) is { } figure && texts[value] is { Length: > 0 } answer && answer != "无")
                {
                    foreach (var same in plan.Figures.Where(f => PartOf(f) == PartOf(figure) && f.Label == figure.Label && f.Old == figure.Old && f.Unit == figure.Unit))
                        answers[same.Number] = new DraftDecision(DecisionKind.Replace, answer);
                }
            }
        }
        return answers;
    }

    /// <summary>The words around a figure that show what it is, the old value in its place.</summary>
    internal static string Clause(DraftFigure figure)
    {
        var text = figure.Line.Text;
        var start = text.LastIndexOfAny(['。', '；', '\n'], Math.Max(0, figure.Start - 1)) + 1;
        var end = text.IndexOfAny(['。', '；', '\n'], Math.Min(figure.End, text.Length - 1));
        var clause = text[Math.Min(start, figure.Start)..(end < figure.End ? text.Length : end)].Trim();
        return clause.Length <= 120 ? clause : "…" + text[Math.Max(start, figure.Start - 60)..Math.Min(text.Length, figure.End + 40)] + "…";
    }

    /// <summary>Who is asked: the institution last named before the figure in its sentence or at the head of its row, else the part that it stands in.</summary>
    private static string PartOf(DraftFigure figure)
    {
        var text = figure.Line.Text;
        var start = text.LastIndexOfAny(['。', '；', '\n'], Math.Max(0, figure.Start - 1)) + 1;
        foreach (var words in (string[])[text[Math.Min(start, figure.Start)..figure.Start], figure.Line.Row])
        {
            if (Institution().Matches(words).LastOrDefault() is not { } named) continue;
            // One of several, institutions in general, and one that the words have left behind (全区, 我局) have no single desk to send to.
            var name = named.Groups[1].Value;
            if (!InGeneral().IsMatch(name) && !words.AsSpan(named.Index + named.Length).ContainsAny('全', '我', '各')) return name;
        }
        return figure.Line.Heading.Length > 0 ? figure.Line.Heading : "开头部分";
    }

    [GeneratedRegex("(?:^|[，,：:（(\\s])(?:其中)?((?:[区县市州]|[\u4e00-\u9fa5]{2,12}?)(?:卫生院|社区卫生服务中心|疾控中心|疾病预防控制中心|妇幼保健院|人民医院|中医医?院|卫生监督所))(?![、和及与等])")]
    private static partial Regex Institution();

    [GeneratedRegex("[各家个等和及与对向由为在给]|其中|乡镇|基层|辖区|所有|公立|全[区县市州]|建设|加强|推进|支持|通过")]
    private static partial Regex InGeneral();

    private static bool IsAsked(DraftFigure figure, DraftDecision? decision) =>
        decision is null ? figure.Colour == FigureColour.ToCollect && figure.To is null : decision.Kind == DecisionKind.Collect;
}
