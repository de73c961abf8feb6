using System.Globalization;
using System.Text.RegularExpressions;
using Jiheng.Audit;
using Jiheng.Audit.Figures;
using Jiheng.Model.Documents;

namespace Jiheng.Casework.Drafting;

/// <summary>Last year's report, line by line, with the heading that each line stands under and the figures in it.</summary>
public sealed partial class OldReport
{
    private readonly Dictionary<int, List<Figure>> _figures = [];

    private OldReport(Document document)
    {
        Lines = Flatten(document);
        // Cells are audited as lines of their own, so that text and tables are read alike.
        var flat = new Document(document.Title, [.. Lines.Select(l => Paragraph.Of(l.Text))]);
        Audit = Auditor.Audit(flat);
        foreach (var figure in Audit.Figures)
        {
            if (!_figures.TryGetValue(figure.At.Block, out var list)) _figures[figure.At.Block] = list = [];
            list.Add(figure);
        }
        Year = FindYear();
        Department = FindDepartment();
    }

    /// <summary>Lines in reading order: the title, headings, paragraphs, cells.</summary>
    public IReadOnlyList<ReportLine> Lines { get; }

    /// <summary>The year it reports on, and the words that say so; <c>null</c> when none do.</summary>
    public (int Year, string Words)? Year { get; }

    /// <summary>The department it is about, and the words that say so; <c>null</c> when none do.</summary>
    public (string Name, string Words)? Department { get; }

    /// <summary>Its audit; places count <see cref="Lines"/>.</summary>
    internal AuditReport Audit { get; }

    /// <summary>Reads a report.</summary>
    public static OldReport Read(Document document)
    {
        ArgumentNullException.ThrowIfNull(document);
        return new OldReport(document);
    }

    /// <summary>The quantities of a line, in order.</summary>
    internal IReadOnlyList<Figure> FiguresOf(int line) => _figures.GetValueOrDefault(line) ?? [];

    /// <summary>A text of the same length with full-width digits as ordinary ones.</summary>
    internal static string Narrow(string text) => new([.. text.Select(c => c is >= '０' and <= '９' ? (char)(c - '０' + '0') : c)]);

    private static List<ReportLine> Flatten(Document document)
    {
        List<ReportLine> lines = [];
        var headings = new string[5];
        if (document.Title.Length > 0) lines.Add(new ReportLine(0, 0, document.Title, "", false, ""));
        foreach (var block in document.Blocks)
        {
            switch (block)
            {
                case Heading heading:
                    Enter(headings, LevelOf(heading.Text) is > 0 and var level ? level : heading.Level, heading.Text);
                    lines.Add(Line(lines.Count, heading.Place, heading.Text, headings, ""));
                    break;
                case Paragraph paragraph:
                    if (LevelOf(paragraph.Text) is > 0 and < 4 and var own) Enter(headings, own, FirstSentence(paragraph.Text));
                    lines.Add(Line(lines.Count, paragraph.Place, paragraph.Text, headings, ""));
                    break;
                case Table table:
                    foreach (var row in table.Rows)
                        foreach (var cell in row.Cells.Where(c => c.Text.Length > 0))
                            lines.Add(Line(lines.Count, cell.Place, cell.Text, headings, $"{row.Cells[0].Text} {table.UnitNote}"));
                    break;
            }
        }
        return lines;
    }

    private static ReportLine Line(int number, Place? place, string text, string[] headings, string row)
    {
        var heading = headings.LastOrDefault(h => !string.IsNullOrEmpty(h)) ?? "";
        var duties = headings.Any(h => h is not null && (h.Contains("职责", StringComparison.Ordinal) || h.Contains("职能", StringComparison.Ordinal)) && !h.Contains("履职", StringComparison.Ordinal));
        return new ReportLine(number, place is { Index: > 0, Part: null } at ? at.Index : -1, text, heading, duties, row);
    }

    private static void Enter(string[] headings, int level, string text)
    {
        headings[level] = Number().Replace(text.Trim(), "").TrimEnd('。', '：', ':');
        for (var i = level + 1; i < headings.Length; i++) headings[i] = "";
    }

    private static string FirstSentence(string text)
    {
        text = text.Trim();
        var end = text.IndexOfAny(['。', '：', ':', '；', '\n']);
        return end is > 0 and <= 45 ? text[..end] : text.Length <= 45 ? text : text[..30] + "…";
    }

    /// <summary>1 for 一、, 2 for （一）, 3 for 1. or 1、; 4 for （1）; 0 for none.</summary>
    private static int LevelOf(string text)
    {
        text = text.TrimStart();
        return First().IsMatch(text) ? 1 : Second().IsMatch(text) ? 2 : Third().IsMatch(text) ? 3 : Fourth().IsMatch(text) ? 4 : 0;
    }

    private (int, string)? FindYear()
    {
        foreach (var line in Lines.Take(40))
        {
            if ((line.Text.Contains("自评报告", StringComparison.Ordinal) || line.Text.Contains("评价报告", StringComparison.Ordinal) || line.Text.Contains("评价年度", StringComparison.Ordinal)) && YearWord().Match(Narrow(line.Text)) is { Success: true } year)
                return (int.Parse(year.Groups[1].Value, CultureInfo.InvariantCulture), line.Text.Trim());
        }
        var most = Lines.SelectMany(l => YearWord().Matches(Narrow(l.Text)).Select(m => m.Groups[1].Value)).GroupBy(y => y).OrderByDescending(g => g.Count()).FirstOrDefault();
        return most is null ? null : (int.Parse(most.Key, CultureInfo.InvariantCulture), $"全文 {most.Count()} 处写“{most.Key}年”");
    }

    private (string, string)? FindDepartment()
    {
        foreach (var line in Lines.Take(40))
        {
            if (DepartmentWord().Match(line.Text) is { Success: true } named) return (named.Groups[1].Value.Trim(), line.Text.Trim());
            if (line.Text.Contains("报告", StringComparison.Ordinal) && TitleWord().Match(Narrow(line.Text).Trim()) is { Success: true } titled) return (titled.Groups[1].Value, line.Text.Trim());
        }
        return null;
    }

    [GeneratedRegex("^[一二三四五六七八九十]{1,3}、")]
    private static partial Regex First();

    [GeneratedRegex("^[（(][一二三四五六七八九十]{1,3}[)）]")]
    private static partial Regex Second();

    [GeneratedRegex("^[0-9]{1,2}[.、．](?![0-9])")]
    private static partial Regex Third();

    [GeneratedRegex("^[（(][0-9]{1,2}[)）]")]
    private static partial Regex Fourth();

    [GeneratedRegex("^(?:[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十0-9]{1,3}[)）]|[0-9]{1,2}[.、．])")]
    private static partial Regex Number();

    [GeneratedRegex("(?<![0-9])(20[0-9]{2})\\s*年")]
    private static partial Regex YearWord();

    [GeneratedRegex("(?:评价单位|单位名称|部门名称|填报单位|被评价单位)(?:（公章）|（盖章）)?[：:]\\s*(\\S{4,30})")]
    private static partial Regex DepartmentWord();

    [GeneratedRegex("^(?:关于)?(\\S{2,28}?(?:局|委员会|委|中心|院|站))(?:关于)?\\s*20[0-9]{2}\\s*年")]
    private static partial Regex TitleWord();
}

/// <summary>A line of the old report: a paragraph or a cell.</summary>
/// <param name="Number">Number of the line in the report from 0.</param>
/// <param name="Paragraph">Number of the paragraph in the file; 0 for the title, -1 when it cannot be edited.</param>
/// <param name="Text">Its text.</param>
/// <param name="Heading">The nearest heading above, without its number.</param>
/// <param name="InDuties">Whether it lists duties (职责、职能), whose numbers do not change.</param>
/// <param name="Row">For a cell, the first cell of its row and the table's unit; otherwise empty.</param>
public sealed record ReportLine(int Number, int Paragraph, string Text, string Heading, bool InDuties, string Row);
