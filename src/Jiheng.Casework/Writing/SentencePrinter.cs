using System.Globalization;
using Jiheng.Casework.Dossiers;
using Jiheng.Model.Documents;
using Jiheng.Model.Outlines;

namespace Jiheng.Casework.Writing;

/// <summary>Prints the templates of an outline and of narratives over an opened dossier.</summary>
internal sealed class SentencePrinter(CaseFile file)
{
    private readonly TemplatePrinter _printer = new(
        file.Metrics,
        file.Figures,
        new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["department"] = file.Dossier.Department,
            ["year"] = file.Dossier.Year.ToString(CultureInfo.InvariantCulture),
            ["next-year"] = (file.Dossier.Year + 1).ToString(CultureInfo.InvariantCulture),
            ["notice"] = file.Dossier.Notice,
            ["scheme"] = file.Scheme.Name,
            ["score"] = file.Appraisal.Total?.ToString("0.##", CultureInfo.InvariantCulture) ?? "",
            ["grade"] = file.Appraisal.Grade ?? "",
        },
        metric => file.ControlOf(metric)?.Value);

    /// <summary>Prints a template.</summary>
    public PrintedText Print(string template) => _printer.Print(file.Template(template));

    /// <summary>Prints a table.</summary>
    /// <param name="block">Its head and cell templates.</param>
    /// <param name="everyRow">Whether rows without any known figure stay, as a prescribed form demands, with empty cells.</param>
    public Table Print(TableBlock block, bool everyRow)
    {
        ArgumentNullException.ThrowIfNull(block);
        List<TableRow> rows = [];
        foreach (var row in block.Rows)
        {
            var cells = row.Select(Print).ToList();
            var figures = cells.Where(c => c.HasFigures).ToList();
            if (!everyRow && figures.Count > 0 && figures.TrueForAll(f => !f.Complete)) continue;
            rows.Add(new TableRow([.. cells.Select(c => c.HasFigures && !c.Complete ? TableCell.Of(everyRow ? "" : "—") : new TableCell(c.Runs))])
            {
                Role = row[0].Contains('计', StringComparison.Ordinal) ? RowRole.Total : RowRole.Data,
            });
        }
        var columns = block.Heads.Select((h, i) => new TableColumn(h, i == 0 ? 20 : 10, i == 0 ? CellAlign.Left : CellAlign.Right)).ToList();
        return new Table(columns, rows)
        {
            Caption = Print(block.Caption).Text,
            UnitNote = block.Unit.Length > 0 ? $"单位：{block.Unit}" : "",
        };
    }
}
