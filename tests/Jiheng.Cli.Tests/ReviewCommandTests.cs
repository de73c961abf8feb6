using System.Text.Json;

namespace Jiheng.Cli.Tests;

public sealed class ReviewCommandTests : IDisposable
{
    private const string Wrong = "甲县卫生健康局2024年度自评报告\n全局编制26名，其中行政编制9名，事业编制18名。\n";
    private const string Right = "甲县卫生健康局2024年度自评报告\n全局编制27名，其中行政编制9名，事业编制18名。\n";
    private readonly string _folder = Directory.CreateTempSubdirectory("jiheng-cli-").FullName;

    private string Output => Path.Combine(_folder, "结果");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void A_review_says_its_verdict_first_and_writes_summary_and_opinions()
    {
        Put("来件/甲.txt", Wrong);
        var (exit, text, error) = Shell.Run("review", Path.Combine(_folder, "来件"), "--out", Output, "--until", "2025-06-30");
        error.ShouldBeEmpty();
        exit.ShouldBe(1);
        text.Split('\n')[0].ShouldContain("审核 1 份：1 处待改正或说明");
        File.Exists(Path.Combine(Output, "汇总.xlsx")).ShouldBeTrue();
        File.Exists(Path.Combine(Output, "审核意见", "甲县卫生健康局审核意见.docx")).ShouldBeTrue();
    }

    [Fact]
    public void A_waived_finding_is_not_asked_for_again()
    {
        Put("来件/甲.txt", Wrong);
        string[] review = ["review", Path.Combine(_folder, "来件"), "--out", Output, "--resume"];
        Shell.Run(review).Exit.ShouldBe(1);
        using var ledger = JsonDocument.Parse(File.ReadLines(Path.Combine(Output, "发现台账.jsonl")).Single());
        var print = ledger.RootElement.GetProperty("entries")[0].GetProperty("fingerprint").GetString()!;
        Shell.Run("review", "waive", print, "--out", Output, "--by", "王五", "--until", "9999-12-31", "--reason", "编制调整中").Exit.ShouldBe(0);
        var (exit, text, _) = Shell.Run(review);
        exit.ShouldBe(0);
        text.ShouldContain("其中 1 份上次已核对");
        Shell.Run("review", "waive", print, "--out", Output, "--by", "王五", "--until", "2001-12-31", "--reason", "x").Error.ShouldContain("JH3413");
        Shell.Run("review", "reopen", print, "--out", Output).Exit.ShouldBe(0);
        Shell.Run(review).Exit.ShouldBe(1);
        Shell.Run("review", "waive", "没有这个", "--out", Output, "--by", "王五", "--until", "9999-12-31", "--reason", "x").Error.ShouldContain("JH6111");
    }

    [Fact]
    public void A_resubmission_is_compared_with_the_version_before()
    {
        var (exit, text, _) = Shell.Run("review", "compare", Put("旧.txt", Wrong), Put("新.txt", Right + "另行补充一段。\n"));
        exit.ShouldBe(1);
        text.ShouldStartWith("已改正 1 处，没有改正 0 处，新出现 0 处，未要求而改动 1 处。");
        text.ShouldContain("[未要求而新增]");
    }

    [Fact]
    public void What_is_not_there_or_not_a_day_is_bad_input()
    {
        Shell.Run("review", Path.Combine(_folder, "没有"), "--out", Output).ShouldSatisfyAllConditions(r => r.Exit.ShouldBe(2), r => r.Error.ShouldContain("JH6109"));
        Shell.Run("review", _folder, "--out", Output, "--until", "6月30日").Error.ShouldContain("JH6107");
        Shell.Run("audit", Put("甲.txt", Wrong), "--comments").Error.ShouldContain("JH6106");
    }

    [Theory]
    [InlineData("json", "{")]
    [InlineData("jsonl", "{\"file\":")]
    [InlineData("sarif", "{")]
    [InlineData("html", "<!doctype html>")]
    public void An_audit_comes_in_every_format_on_the_console_and_in_a_folder(string format, string start)
    {
        var file = Put("甲.txt", Wrong);
        var (exit, text, _) = Shell.Run("audit", file, "--format", format);
        exit.ShouldBe(1);
        text.ShouldStartWith(start);
        text.ShouldContain("JH2001");
        Shell.Run("audit", file, "--format", format, "--out", Output).Exit.ShouldBe(1);
        File.ReadAllText(Path.Combine(Output, $"甲.txt.{format}")).ShouldContain("JH2001");
    }

    private string Put(string name, string text)
    {
        var path = Path.Combine(_folder, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
        return path;
    }
}
