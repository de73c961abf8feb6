using System.Runtime.CompilerServices;
using Jiheng.Audit.Findings;

namespace Jiheng.Audit.Tests.ScoreForms;

public class ScoreFormTests
{
    public static TheoryData<string> Right() => [.. Files("合规")];

    public static TheoryData<string> Wrong() => [.. Files("一表一错")];

    [Theory]
    [MemberData(nameof(Right))]
    public void A_right_form_of_any_department_and_layout_is_silent_and_its_sums_count_as_checked(string file)
    {
        var report = Auditor.Audit(Form.Of(Read("合规", file)));
        report.Findings.Select(Form.Show).ShouldBeEmpty();
        report.Claims.Count.ShouldBeGreaterThanOrEqualTo(4);
        report.Claims.ShouldAllBe(c => c.Holds);
    }

    /// <summary>The first line of each file names the code and the cell; nothing else may be said about the form.</summary>
    [Theory]
    [MemberData(nameof(Wrong))]
    public void A_form_with_one_fault_gets_one_finding_at_its_cell(string file)
    {
        var text = Read("一表一错", file);
        var line = text[..text.IndexOf('\n', StringComparison.Ordinal)];
        var findings = Form.Findings(text[(line.Length + 1)..]);
        findings.Select(f => $"{f.Code} {f.Text}").ShouldBe([line], string.Join('\n', findings.Select(Form.Show)));
        findings[0].At.Row.ShouldBeGreaterThanOrEqualTo(0);
    }

    [Theory]
    [InlineData("没有符号的目标只提示.txt")]
    [InlineData("执行率按年初数.txt")]
    public void What_is_only_guessed_or_a_matter_of_footing_is_noted_not_accused(string file)
    {
        var text = Read("一表一错", file);
        Form.Findings(text[(text.IndexOf('\n', StringComparison.Ordinal) + 1)..]).ShouldHaveSingleItem().Severity.ShouldBe(Severity.Note);
    }

    /// <summary>Any weight or score that is changed by a point or more is found: it breaks a sum.</summary>
    [Theory]
    [MemberData(nameof(Right))]
    public void Every_changed_weight_and_score_is_found(string file)
    {
        var random = new Random(20241123);
        var lines = Read("合规", file).Split('\n');
        var changed = 0;
        for (var r = 0; r < lines.Length; r++)
        {
            if (lines[r].Contains("指标|", StringComparison.Ordinal) && lines[r].Contains("分值|", StringComparison.Ordinal)) continue;
            var cells = lines[r].Split('|');
            foreach (var c in PointCells(lines, r))
            {
                if (c >= cells.Length || !decimal.TryParse(cells[c], out var value)) continue;
                var other = (string[])cells.Clone();
                other[c] = (value + random.Next(1, 5) * (random.Next(2) == 0 || value < 5 ? 1 : -1)).ToString();
                var text = string.Join('\n', lines.Select((l, i) => i == r ? string.Join('|', other) : l));
                Form.Findings(text).ShouldContain(f => f.Severity >= Severity.Warning, $"{lines[r]} → {other[c]}");
                changed++;
            }
        }
        changed.ShouldBeGreaterThanOrEqualTo(10);
    }

    /// <summary>Columns of points in the head above a row.</summary>
    private static IEnumerable<int> PointCells(string[] lines, int row)
    {
        for (var r = row; r >= 0; r--)
        {
            var heads = lines[r].Split('|');
            var columns = Enumerable.Range(0, heads.Length).Where(c => heads[c] is "分值" or "得分" or "权重" or "自评得分").ToList();
            if (columns.Count > 0) return columns;
        }
        return [];
    }

    private static IEnumerable<string> Files(string folder) => Directory.EnumerateFiles(Path.Combine(Folder(), folder)).Select(f => Path.GetFileName(f)!).Order(StringComparer.Ordinal);

    private static string Read(string folder, string file) => File.ReadAllText(Path.Combine(Folder(), folder, file)).ReplaceLineEndings("\n");

    private static string Folder([CallerFilePath] string path = "") => Path.GetDirectoryName(path)!;
}
