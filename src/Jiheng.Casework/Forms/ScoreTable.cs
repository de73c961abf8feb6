using System.Globalization;
using Jiheng.Casework.Dossiers;
using Jiheng.Model.Appraisals;
using Jiheng.Model.Documents;
using Jiheng.Model.Formulas;
using Jiheng.Model.Measures;
using Jiheng.Model.Schemes;

namespace Jiheng.Casework.Forms;

/// <summary>
/// The self-evaluation form (绩效自评表): head, funds, goals and the indicators in eight columns, as the forms attached to
/// 财预〔2020〕10号 and its local descendants lay it out.
/// </summary>
public static class ScoreTable
{
    /// <summary>The whole form as a document of tables.</summary>
    public static Document Write(CaseFile file)
    {
        ArgumentNullException.ThrowIfNull(file);
        List<Block> blocks = [Head(file)];
        if (file.Scheme.Funds.Count > 0) blocks.Add(Funds(file));
        if (file.Dossier.Objective.Goals.Count > 0) blocks.Add(Goals(file.Dossier.Objective));
        blocks.Add(Indicators(file) with { Landscape = true });
        blocks.AddRange(Notes(file).Select(n => Paragraph.Of(n) with { Role = ParagraphRole.Note }));
        return new Document(Title(file), blocks) { Subtitle = $"（{file.Dossier.Year}年度）", Notice = file.TrialNotice };
    }

    /// <summary>The form on one sheet of eight columns, as it is filled in in Excel and WPS.</summary>
    public static Table Sheet(CaseFile file)
    {
        ArgumentNullException.ThrowIfNull(file);
        var indicators = Indicators(file);
        var dossier = file.Dossier;
        List<TableRow> rows =
        [
            Row(("部门（单位）名称", 2), (dossier.Department, 3), ("评价年度", 1), ($"{dossier.Year}", 2)),
            Row(("评价方案", 2), (file.Scheme.Name, 3), ("方案依据", 1), (BasisText(file), 2)),
        ];
        if (file.Scheme.Funds.Count > 0) rows.AddRange(Across(Funds(file), 2, 1, 1, 1, 1, 1, 1));
        if (dossier.Objective.Goals.Count > 0) rows.AddRange(Across(Goals(dossier.Objective), 4, 4));
        rows.AddRange(Across(indicators, 1, 1, 1, 1, 1, 1, 1, 1));
        rows.AddRange(Notes(file).Select(n => Row((n, 8))));
        return new Table([.. indicators.Columns.Select(c => c with { Head = "" })], rows) { Caption = $"{Title(file)}（{dossier.Year}年度）", Landscape = true };
    }

    private static string Title(CaseFile file) => file.Dossier.Kind == SubjectKind.Project ? "项目支出绩效自评表" : "部门整体支出绩效自评表";

    private static string BasisText(CaseFile file) => file.Dossier.Confirmation?.Document ?? (file.Scheme.Provenance.Source is { Length: > 0 } s ? s : "待确认");

    private static TableRow Row(params (string Text, int Span)[] cells) =>
        new([.. cells.Select(c => TableCell.Of(c.Text) with { ColumnSpan = c.Span, Align = CellAlign.Left })]);

    /// <summary>A table's head and rows, each column stretched over so many of the sheet's.</summary>
    private static IEnumerable<TableRow> Across(Table table, params int[] spans)
    {
        yield return new TableRow([.. table.Columns.Select((c, i) => TableCell.Of(c.Head) with { ColumnSpan = spans[i], Align = CellAlign.Centre })]) { Role = RowRole.Head };
        foreach (var row in table.Rows)
        {
            yield return spans.All(s => s == 1) ? row : row with
            {
                Cells = [.. row.Cells.Select((c, i) => c with { ColumnSpan = spans[i], Align = c.Align ?? table.Columns[i].Align })],
            };
        }
    }

    /// <summary>The table of indicators with points.</summary>
    public static Table Indicators(CaseFile file)
    {
        ArgumentNullException.ThrowIfNull(file);
        var appraisal = file.Appraisal;
        var leaves = appraisal.Leaves.ToList();
        var rows = leaves.Select(l => (Path: HeadingsAbove(appraisal, l), Leaf: l)).ToList();
        List<TableRow> table = [];
        for (var i = 0; i < rows.Count; i++)
        {
            var (path, leaf) = rows[i];
            List<TableCell> cells = [];
            if (path.Count == 0) cells.Add(TableCell.Of(leaf.Name) with { ColumnSpan = 3 });
            else
            {
                AddMerged(cells, rows, i, 0);
                if (path.Count > 1) AddMerged(cells, rows, i, 1);
                cells.Add(TableCell.Of(leaf.Name) with { ColumnSpan = path.Count > 1 ? 1 : 2 });
            }
            cells.Add(TableCell.Of(WeightText(leaf)));
            cells.Add(TableCell.Of(leaf.TargetText));
            cells.Add(TableCell.Of(leaf.ActualText));
            cells.Add(TableCell.Of(PointsText(leaf)));
            cells.Add(TableCell.Of(file.Dossier.Deviations.GetValueOrDefault(leaf.Code, "")));
            table.Add(new TableRow(cells));
        }
        table.Add(TotalRow(appraisal, leaves));
        return new Table(
            [new("一级指标", 10), new("二级指标", 11), new("三级指标", 19), new("分值", 9, CellAlign.Right), new("年度指标值", 11, CellAlign.Right),
             new("实际完成值", 11, CellAlign.Right), new("得分", 9, CellAlign.Right), new("偏差原因分析及改进措施", 20)], table);
    }

    private static TableRow TotalRow(Appraisal appraisal, List<IndicatorScore> leaves)
    {
        var total = appraisal.Total is { } t ? t.ToString("0.00", CultureInfo.InvariantCulture) : $"已评 {appraisal.PointsSoFar:0.00}";
        return new TableRow(
            [TableCell.Of("合计") with { ColumnSpan = 3 }, TableCell.Of(N(leaves.Sum(l => l.Weight ?? 0)) + (leaves.Exists(l => l.IsPlaceholder) ? "（占位）" : "")), TableCell.Of(""), TableCell.Of(""),
             TableCell.Of(total), TableCell.Of(appraisal.Grade is { } g ? $"等级：{g}{(appraisal.IsOfficial ? "" : "（试算）")}" : "")])
        { Role = RowRole.Total };
    }

    // Headings above a leaf, at most the first two levels: the form has no third column for headings.
    private static List<IndicatorScore> HeadingsAbove(Appraisal appraisal, IndicatorScore leaf) =>
        [.. appraisal.Scores.Where(s => s.Status == ScoreStatus.Heading && leaf.Code.StartsWith(s.Code + ".", StringComparison.Ordinal)).OrderBy(s => s.Level).Take(2)];

    private static void AddMerged(List<TableCell> cells, List<(List<IndicatorScore> Path, IndicatorScore Leaf)> rows, int at, int depth)
    {
        string? CodeAt(int i) => rows[i].Path.Count > depth ? rows[i].Path[depth].Code : null;
        var code = CodeAt(at);
        if (at > 0 && CodeAt(at - 1) == code) return;
        var span = 1;
        while (at + span < rows.Count && CodeAt(at + span) == code) span++;
        var heading = rows[at].Path[depth];
        cells.Add(TableCell.Of($"{heading.Name}{(heading.Weight is { } w ? $"（{N(w)}分）" : "")}") with { RowSpan = span });
    }

    private static Table Head(CaseFile file) => new(
        [new TableColumn("", 15), new TableColumn("", 35), new TableColumn("", 15), new TableColumn("", 35)],
        [
            new TableRow([TableCell.Of("部门（单位）名称"), TableCell.Of(file.Dossier.Department), TableCell.Of("评价年度"), TableCell.Of(file.Dossier.Year.ToString(CultureInfo.InvariantCulture))]),
            new TableRow([TableCell.Of("评价方案"), TableCell.Of(file.Scheme.Name), TableCell.Of("方案依据"), TableCell.Of(BasisText(file))]),
        ]);

    private static Table Funds(CaseFile file)
    {
        var rate = file.Appraisal.Leaves.FirstOrDefault(l => IsExecutionRate(l, file.Scheme.Funds));
        string Money(Formula? formula) => formula is not null && Evaluator.Evaluate(formula, file.Figures) is { IsComputed: true } r
            ? FigureText.Of(r.Value, MeasureUnit.TenThousandYuan).Replace("万元", "", StringComparison.Ordinal) : "";
        var rows = file.Scheme.Funds.Select(f =>
        {
            var (budget, spent) = (Evaluator.Evaluate(f.Budget, file.Figures), Evaluator.Evaluate(f.Execution, file.Figures));
            var percent = budget.IsComputed && spent.IsComputed && budget.Value != 0 ? FigureText.Of(spent.Value / budget.Value, MeasureUnit.Percent) : "";
            return new TableRow(
                [TableCell.Of(f.Name), TableCell.Of(Money(f.Initial)), TableCell.Of(Money(f.Budget)), TableCell.Of(Money(f.Execution)),
                 TableCell.Of(f.IsTotal ? N(rate?.Weight) : "—"), TableCell.Of(percent), TableCell.Of(f.IsTotal && rate is not null ? PointsText(rate) : "—")])
            { Role = f.IsTotal ? RowRole.Total : RowRole.Data };
        });
        return new Table(
            [new("资金", 24), new("年初预算数", 13, CellAlign.Right), new("全年预算数", 13, CellAlign.Right), new("全年执行数", 13, CellAlign.Right),
             new("分值", 8, CellAlign.Right), new("执行率", 11, CellAlign.Right), new("得分", 8, CellAlign.Right)], [.. rows])
        { Caption = "资金情况", UnitNote = "单位：万元" };
    }

    private static bool IsExecutionRate(IndicatorScore leaf, IReadOnlyList<FundsRow> funds)
    {
        if (leaf.Formula is null || funds.FirstOrDefault(f => f.IsTotal) is not { } total) return false;
        var reads = leaf.Formula.RestsOn.Select(m => m.Code).ToHashSet(StringComparer.Ordinal);
        return reads.SetEquals(total.Budget.RestsOn.Concat(total.Execution.RestsOn).Select(m => m.Code));
    }

    private static Table Goals(Objective objective) => new(
        [new TableColumn("预期目标", 50), new TableColumn("实际完成情况", 50)],
        [.. objective.Goals.Select((g, i) => new TableRow([TableCell.Of(g), TableCell.Of(i < objective.GoalResults.Count ? objective.GoalResults[i] : "")]))])
    { Caption = "年度总体目标" };

    private static IEnumerable<string> Notes(CaseFile file)
    {
        if (file.TrialNotice is { } notice) yield return notice;
        foreach (var rule in file.Appraisal.AppliedRules) yield return $"总分规则：{rule.Name}（{rule.Provenance.Source}）。";
        foreach (var note in file.Scheme.Notes) yield return $"方案说明：{note}";
    }

    private static string WeightText(IndicatorScore leaf) => leaf.Weight is null ? (leaf.Status == ScoreStatus.UnusedSlot ? "—" : "未知") : N(leaf.Weight) + (leaf.IsPlaceholder ? "（占位）" : "");

    private static string PointsText(IndicatorScore leaf) => leaf.Points is { } p ? p.ToString("0.00", CultureInfo.InvariantCulture) : leaf.Status switch
    {
        ScoreStatus.NotApplicable => "不适用",
        ScoreStatus.Unjudged => "待评",
        ScoreStatus.EmptySlot => "未设",
        ScoreStatus.UnusedSlot => "—",
        _ => "缺数",
    };

    private static string N(decimal? value) => value?.ToString("0.##", CultureInfo.InvariantCulture) ?? "";
}
