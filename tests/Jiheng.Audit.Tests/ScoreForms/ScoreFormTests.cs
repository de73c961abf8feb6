using System.Runtime.CompilerServices;
using Jiheng.Audit.Findings;
using Jiheng.Model.Documents;

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

    [Theory]
    [InlineData("一级指标|三级指标|权重|得分\n产出|培训人数|40%|95\n产出|培训合格率|40%|98\n满意度|群众满意度|20%|90\n合计||100%|95.2")]
    [InlineData("指标名称|分值|实际完成值|得分\n培训人数|40|310人|40\n问题整改率|50|98%|50\n填表人：|张三|联系电话：|13800138000")]
    [InlineData("指标名称|指标值|分值|实际完成值|得分\n完成时间|12月|50|11月|50\n培训期数|≥5期|50|6期|50\n合计||100||100")]
    [InlineData("指标名称|分值|实际完成值|得分\n培训人数|40|310人|40\n问题整改率||98%|50\n合计|100||90")]
    [InlineData("科目|年初预算数|全年预算数|全年执行数\n工资|300|320|318\n办公费|50|40|36")]
    public void What_the_form_does_not_say_plainly_is_left_alone(string form) => Form.Findings(form).Where(f => f.Severity > Severity.Note).Select(Form.Show).ShouldBeEmpty();

    [Fact]
    public void Groups_that_are_named_in_every_row_are_one_group_and_begin_anew_below_another_one()
    {
        const string head = "一级指标|二级指标|三级指标|分值|实际完成值|得分\n";
        const string rows = "产出指标（60分）|服务对象（30分）|培训人数|15|310人|15\n产出指标（60分）|服务对象（30分）|培训期数|15|6期|15\n产出指标（60分）|质量指标|合格率|30|98%|30\n满意度指标（40分）|服务对象（30分）|群众满意度|20|93%|20\n满意度指标（40分）|服务对象（30分）|职工满意度|20|95%|20\n合计|||100||100";
        Form.Findings(head + rows).ShouldHaveSingleItem().Message.ShouldBe("“服务对象（30分）”下级分值之和为40（20 + 20）。");
    }

    [Fact]
    public void A_form_of_thousands_of_rows_that_name_their_groups_is_summed_to_its_end()
    {
        var rows = string.Concat(Enumerable.Range(0, 1900).Select(i => $"产出指标（60分）|数量指标|检查{i}所|1|{i}所|1\n"));
        Form.Findings("一级指标|二级指标|三级指标|分值|实际完成值|得分\n" + rows).Single(f => f.Code == "JH2302").Message.ShouldStartWith("“产出指标（60分）”下级分值之和为1900");
    }

    [Fact]
    public void Spans_beyond_any_sheet_are_survived_and_the_table_is_said_to_be_unchecked() =>
        Auditor.Audit(new Document("", [new Table([], [new TableRow([TableCell.Of("一级指标") with { ColumnSpan = 5000, RowSpan = int.MaxValue }, TableCell.Of("分值"), TableCell.Of("得分") with { RowSpan = int.MaxValue }])])])).Findings.ShouldHaveSingleItem().Code.ShouldBe("JH2401");

    [Fact]
    public void A_report_that_scores_satisfaction_and_nowhere_names_a_survey_is_noted()
    {
        var table = Form.Of("指标名称|指标值|分值|实际完成值|得分\n群众满意度|≥90%|100|93%|100").Blocks[0];
        var prose = Paragraph.Of(string.Concat(Enumerable.Repeat("全年工作按计划推进，各项任务有序开展。", 60)));
        Auditor.Audit(new Document("", [prose, table])).Findings.ShouldContain(f => f.Code == "JH2312" && f.Severity == Severity.Note);
        Auditor.Audit(new Document("", [prose, Paragraph.Of("发放问卷200份。"), table])).Findings.ShouldNotContain(f => f.Code == "JH2312");
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
