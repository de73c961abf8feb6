using System.Text.Json;

namespace Jiheng.Cli.Tests;

public class CommandTests
{
    [Fact]
    public void Appraising_a_complete_folder_prints_the_verdict_first_and_then_every_indicator()
    {
        var (exit, text, _) = Shell.Run(Shell.WithPacks("appraise", Shell.Sample("anyi-2023")));

        exit.ShouldBe(0);
        text.ShouldStartWith("安义县卫生健康委员会 2023 年度：试算分 98.76，等级 优。");
        text.ShouldContain("X.1 部门预算执行率");
        text.ShouldContain("本单位尚未按当年通知确认方案");
    }

    [Fact]
    public void A_folder_with_open_indicators_ends_with_one_and_names_what_is_missing()
    {
        var (exit, text, _) = Shell.Run(Shell.WithPacks("appraise", Shell.Sample("yanfeng-2024")));

        exit.ShouldBe(1);
        text.ShouldContain("缺少：");
    }

    [Fact]
    public void Why_names_formula_figures_source_and_evidence()
    {
        var (exit, text, _) = Shell.Run(Shell.WithPacks("appraise", Shell.Sample("anyi-2023"), "--why", "X.1"));

        exit.ShouldBe(0);
        text.ShouldContain("代入：50998.18万元 ÷ 58216.85万元 = 87.60%");
        text.ShouldContain("佐证：");
        text.ShouldContain("计分：10 × 87.6%");
    }

    [Fact]
    public void An_unknown_indicator_is_bad_input_and_the_known_ones_are_named()
    {
        var (exit, _, error) = Shell.Run(Shell.WithPacks("appraise", Shell.Sample("anyi-2023"), "--why", "Z.9"));

        exit.ShouldBe(2);
        error.ShouldContain("JH6102");
        error.ShouldContain("X.1");
    }

    [Fact]
    public void Json_carries_the_same_scores_for_programs()
    {
        var (_, text, _) = Shell.Run(Shell.WithPacks("appraise", Shell.Sample("anyi-2023"), "--format", "json"));

        using var json = JsonDocument.Parse(text);
        json.RootElement.GetProperty("data").GetProperty("total").GetDecimal().ShouldBe(98.76m);
        json.RootElement.GetProperty("data").GetProperty("official").GetBoolean().ShouldBeFalse();
    }

    [Fact]
    public void A_report_is_written_with_its_forms_and_audits_to_its_own_contradiction_only()
    {
        var folder = Directory.CreateTempSubdirectory("jiheng").FullName;
        try
        {
            Shell.Run(Shell.WithPacks("report", Shell.Sample("hengyang-projects-2024"), "--out", folder)).Exit.ShouldBe(0);
            Directory.GetFiles(folder).Select(Path.GetFileName).ShouldBe(["data-table.xlsx", "report.docx", "score-table.docx", "score-table.xlsx"], ignoreOrder: true);

            var (exit, text, _) = Shell.Run("audit", Path.Combine(folder, "report.docx"));
            exit.ShouldBe(1);
            text.ShouldContain("50人 + 1人 + 14人 + 56人 = 121人 ≠ 文中 120人");
            text.ShouldStartWith("2 处发现：须改正 1，存疑 0，提示 1");
            text.ShouldContain("JH2311 目标值无法衡量");
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Fact]
    public void A_missing_folder_is_bad_input()
    {
        var (exit, _, error) = Shell.Run(Shell.WithPacks("appraise", "没有这个目录"));

        exit.ShouldBe(2);
        error.ShouldContain("JH3");
    }

    [Fact]
    public void A_file_that_is_not_there_does_not_stop_the_others_from_being_audited()
    {
        var file = Path.GetTempFileName() + ".txt";
        File.WriteAllText(file, "支出合计10.00万元，其中：基本支出6.00万元，项目支出5.00万元。");
        try
        {
            var (exit, _, error) = Shell.Run("audit", "没有.docx", file);
            exit.ShouldBe(2);
            error.ShouldContain("没有.docx");
            error.ShouldContain("6.00万元 + 5.00万元 = 11");
        }
        finally
        {
            File.Delete(file);
        }
    }

    [Fact]
    public void Passages_come_back_line_by_line_with_spans_in_code_points()
    {
        var file = Path.GetTempFileName();
        File.WriteAllText(file, """{"id":"甲","text":"😀应管理100人，已管理80人，管理率80%。"}""" + "\n不是 JSON\n");
        try
        {
            var (exit, text, error) = Shell.Run("audit", "--jsonl", file);
            exit.ShouldBe(2);
            error.ShouldContain("第 2 行");
            using var json = JsonDocument.Parse(text);
            var relation = json.RootElement.GetProperty("relations")[0];
            relation.GetProperty("type").GetString().ShouldBe("ratio");
            relation.GetProperty("result").GetProperty("start").GetInt32().ShouldBe("😀应管理100人，已管理80人，管理率".EnumerateRunes().Count());
            relation.GetProperty("holds").GetBoolean().ShouldBeTrue();
        }
        finally
        {
            File.Delete(file);
        }
    }

    [Fact]
    public void The_shipped_packs_are_clean_and_pass_their_own_tests()
    {
        Shell.Run(Shell.WithPacks("pack", "lint")).Out.ShouldStartWith("规则包无误");
        Shell.Run(Shell.WithPacks("pack", "test")).Exit.ShouldBe(0);
    }

    [Fact]
    public void Comparing_a_scheme_with_itself_finds_nothing() =>
        Shell.Run(Shell.WithPacks("pack", "diff", "hunan/department", "hunan/department")).Out.ShouldStartWith("两套方案没有不同");

    [Fact]
    public void Help_shows_examples() => Shell.Run("--help").Out.ShouldContain("jiheng appraise samples/anyi-2023");
}
