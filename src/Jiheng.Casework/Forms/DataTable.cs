using System.Globalization;
using Jiheng.Casework.Dossiers;
using Jiheng.Casework.Writing;
using Jiheng.Model.Documents;
using Jiheng.Model.Facts;
using Jiheng.Model.Formulas;
using Jiheng.Model.Outlines;

namespace Jiheng.Casework.Forms;

/// <summary>
/// The base data table (基础数据表): the region's prescribed form where there is one, then every figure of the dossier with last year's, its footing, source and evidence, and
/// the derived figures with what was printed for them.
/// </summary>
public static class DataTable
{
    /// <summary>The table as a document, reported figures first, computed ones after them.</summary>
    public static Document Write(CaseFile file)
    {
        ArgumentNullException.ThrowIfNull(file);
        List<Block> blocks = [.. Form(file), Reported(file)];
        var derived = Derived(file);
        if (derived.Rows.Count > 0) blocks.Add(derived);
        return new Document($"{file.Dossier.Department}{file.Dossier.Year}年度基础数据表", blocks);
    }

    /// <summary>The tables of the region's prescribed form, rows without figures included; none where no form is prescribed.</summary>
    private static IEnumerable<Table> Form(CaseFile file)
    {
        if (file.DataForm is null) return [];
        var printer = new SentencePrinter(file);
        return file.DataForm.Sections.SelectMany(s => s.Blocks).OfType<TableBlock>().Select(t => printer.Print(t, everyRow: true));
    }

    private static Table Reported(CaseFile file)
    {
        var year = file.Dossier.Year;
        var facts = file.Dossier.Facts.Where(f => f.Key.Year == year && f.Key.Basis.Stage != Stage.Control)
            .OrderBy(f => file.Metrics.TryFind(f.Key.Metric, out var m) ? m.Index : int.MaxValue).ThenBy(f => f.Key.Subject == file.Dossier.Subject ? 0 : 1);
        var rows = facts.Select((fact, i) =>
        {
            var metric = file.Metrics[fact.Key.Metric];
            var before = file.Book.Find(fact.Key with { Year = year - 1 });
            return new TableRow([
                TableCell.Of((i + 1).ToString(CultureInfo.InvariantCulture)),
                TableCell.Of(fact.Key.Subject == file.Dossier.Subject ? metric.Name : $"{metric.Name}（{file.Dossier.Units.First(u => u.Code == fact.Key.Subject).Name}）"),
                TableCell.Of(fact.Key.Member.Item ?? ""),
                TableCell.Of(fact.Value?.Unit.Symbol ?? metric.Unit.Symbol),
                TableCell.Of(before is null ? "" : ValueText(before)),
                TableCell.Of(ValueText(fact)),
                TableCell.Of(fact.Key.Basis.ToString()),
                TableCell.Of(fact.Source),
                TableCell.Of(fact.Evidence),
                TableCell.Of(fact.Note),
            ]);
        });
        return new Table(
            [new("序号", 5, CellAlign.Right), new("数据项", 22), new("分项", 14), new("计量单位", 7), new("上年数", 10, CellAlign.Right), new("本年数", 10, CellAlign.Right),
             new("口径", 15), new("来源", 24), new("佐证", 12), new("备注", 24)], [.. rows])
        { Caption = "一、填报数据", Landscape = true };
    }

    private static Table Derived(CaseFile file)
    {
        List<TableRow> rows = [];
        foreach (var metric in file.Metrics.All)
        {
            if (file.Metrics.FormulaOf(metric) is not { } formula) continue;
            var trace = Trace.Of(formula, file.Figures);
            var printed = file.ControlOf(metric)?.Value;
            if (!trace.Result.IsComputed && printed is null) continue;
            var computed = trace.Result.IsComputed ? FigureText.Of(trace.Result.Value, metric.Unit) : trace.Result.Reason;
            rows.Add(new TableRow([
                TableCell.Of((rows.Count + 1).ToString(CultureInfo.InvariantCulture)), TableCell.Of(metric.Name), TableCell.Of(trace.Words), TableCell.Of(trace.Numbers),
                TableCell.Of(computed), TableCell.Of(printed?.ToString() ?? ""),
            ]));
        }
        return new Table(
            [new("序号", 5, CellAlign.Right), new("数据项", 22), new("算法", 26), new("代入", 26), new("计算结果", 12, CellAlign.Right), new("报告所写", 12, CellAlign.Right)], rows)
        { Caption = "二、计算数据", Landscape = true };
    }

    private static string ValueText(Fact fact) => fact.State switch
    {
        FactState.Given => fact.Value!.Value.Value.ToString("F" + fact.Value.Value.Places, CultureInfo.InvariantCulture),
        FactState.NotApplicable => "不适用",
        FactState.Masked => "不公开",
        _ => "暂无数据",
    };
}
