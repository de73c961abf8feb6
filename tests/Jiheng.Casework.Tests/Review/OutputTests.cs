using System.IO.Compression;
using System.Text;
using System.Text.Json;
using Jiheng.Audit.Findings;
using Jiheng.Casework.Review;
using Jiheng.Casework.Review.Outputs;

namespace Jiheng.Casework.Tests.Review;

public sealed class OutputTests
{
    [Fact]
    public void Text_names_the_place_the_arithmetic_and_what_to_do()
    {
        var text = AuditText.Write(ReportResult.Of(Samples.Audit("一、概况\n" + Samples.WrongSum)));
        text.ShouldContain("1 处发现（须改正 1，存疑 0，提示 0）");
        text.ShouldContain("[须改正] JH2001");
        text.ShouldContain("第 2 段");
        text.ShouldContain("27");
    }

    [Fact]
    public void A_file_without_text_is_not_checked_and_never_clean()
    {
        var file = Samples.Audit("——\n\n……");
        file.IsChecked.ShouldBeFalse();
        AuditText.Write(ReportResult.Of(file)).ShouldContain("未核对");
        AuditText.Write(ReportResult.Of(file)).ShouldNotContain("没有发现");
        AuditPage.Write(file).ShouldContain("JH3401");
    }

    [Fact]
    public void The_page_escapes_hostile_text_and_runs_no_script()
    {
        const string Hostile = "</title><script>alert(1)</script><img src=x onerror=alert(1)>";
        var page = AuditPage.Write(Samples.Audit(Hostile + Samples.WrongSum, "\"><script>x</script>.txt"));
        page.ShouldNotContain("<script", Case.Insensitive);
        page.ShouldNotContain("<img", Case.Insensitive);
        page.ShouldContain("&lt;script&gt;alert(1)");
        page.ShouldContain("default-src 'none'");
    }

    [Fact]
    public void The_page_links_each_finding_with_its_mark()
    {
        var page = AuditPage.Write(Samples.Audit(Samples.WrongSum));
        page.ShouldContain("<section id=\"f1\" class=\"bad\">");
        page.ShouldContain("href=\"#m1\"");
        page.ShouldContain("id=\"m1\"");
        page.ShouldContain("<details open><summary>算式</summary>");
    }

    [Fact]
    public void Sarif_points_at_the_characters_of_a_text_and_names_its_rules()
    {
        var text = "一、概况\n" + Samples.WrongRate;
        using var sarif = Sarif(Samples.Audit(text), Samples.Audit("", "空.txt"));
        var root = sarif.RootElement;
        root.GetProperty("version").GetString().ShouldBe("2.1.0");
        var run = root.GetProperty("runs")[0];
        var rules = run.GetProperty("tool").GetProperty("driver").GetProperty("rules");
        rules.GetArrayLength().ShouldBe(FindingCatalogue.Rules.Count);
        var result = run.GetProperty("results")[0];
        rules[result.GetProperty("ruleIndex").GetInt32()].GetProperty("id").GetString().ShouldBe(result.GetProperty("ruleId").GetString());
        result.GetProperty("level").GetString().ShouldBe("error");
        var at = result.GetProperty("locations")[0].GetProperty("physicalLocation");
        at.GetProperty("artifactLocation").GetProperty("uri").GetString().ShouldBe(Uri.EscapeDataString("自评报告.txt"));
        var region = at.GetProperty("region");
        text.Substring(region.GetProperty("charOffset").GetInt32(), region.GetProperty("charLength").GetInt32()).ShouldBe("92.50%");
        result.GetProperty("partialFingerprints").GetProperty("codeAndPassage/v1").GetString()!.Length.ShouldBe(16);
        var invocation = run.GetProperty("invocations")[0];
        invocation.GetProperty("executionSuccessful").GetBoolean().ShouldBeFalse();
        invocation.GetProperty("toolExecutionNotifications")[0].GetProperty("descriptor").GetProperty("id").GetString().ShouldBe("JH4001");
    }

    [Fact]
    public void Sarif_of_a_docx_counts_in_the_text_as_it_was_read()
    {
        var file = AuditedFile.Read(new MemoryStream(Samples.Docx(Samples.Report("南山县卫生健康局", Samples.RightSum, Samples.WrongRate))), "报告.docx");
        using var sarif = Sarif(file);
        var region = sarif.RootElement.GetProperty("runs")[0].GetProperty("results")[0].GetProperty("locations")[0].GetProperty("physicalLocation").GetProperty("region");
        var text = string.Join('\n', file.Document!.Blocks.Select(Passage.BlockText));
        text.Substring(region.GetProperty("charOffset").GetInt32(), region.GetProperty("charLength").GetInt32()).ShouldBe("92.50%");
    }

    [Fact]
    public void The_copy_of_a_docx_carries_each_finding_as_a_comment()
    {
        var original = Samples.Docx(Samples.Report("南山县卫生健康局", Samples.WrongSum, Samples.WrongRate));
        var file = AuditedFile.Read(new MemoryStream(original), "报告.docx");
        using var copy = new MemoryStream();
        CommentedCopy.Write(new MemoryStream(original), file, copy).ShouldBeEmpty();
        using var zip = new ZipArchive(new MemoryStream(copy.ToArray()));
        using var reader = new StreamReader(zip.GetEntry("word/comments.xml")!.Open(), Encoding.UTF8);
        var comments = reader.ReadToEnd();
        foreach (var finding in file.Report!.Findings) comments.ShouldContain(finding.Code);
    }

    [Fact]
    public void A_fingerprint_survives_other_figures_and_another_place_but_not_other_words()
    {
        var first = ReportResult.Of(Samples.Audit(Samples.WrongSum)).Findings[0].Fingerprint;
        ReportResult.Of(Samples.Audit("二、人员\n本年人员如下。\n" + Samples.WrongSum.Replace("26", "25"))).Findings[0].Fingerprint.ShouldBe(first);
        ReportResult.Of(Samples.Audit(Samples.WrongSum.Replace("全局", "机关"))).Findings[0].Fingerprint.ShouldNotBe(first);
    }

    [Theory]
    [InlineData("南山县卫生健康局2024年度部门整体支出绩效自评报告", "x.txt", "南山县卫生健康局", 2024)]
    [InlineData("附件2\n关于2023年度部门整体支出绩效自评的报告", "北河区疾病预防控制中心自评.docx", "北河区疾病预防控制中心", 2023)]
    [InlineData("自评情况说明", "东岭市财政局/2022年报告.docx", "东岭市财政局", 2022)]
    [InlineData("西水县卫生健康委员会2024年自评报告", "x.txt", "西水县卫生健康委员会", 2024)]
    [InlineData("西塘县中心医院（2024年度）自评报告", "x.txt", "西塘县中心医院", 2024)]
    public void Department_and_year_come_from_title_file_name_or_folder(string text, string name, string department, int year)
    {
        var identity = ReportIdentity.Of(Samples.Audit(text, name.Replace(".docx", ".txt")));
        identity.Department.ShouldBe(department);
        identity.Year.ShouldBe(year);
    }

    private static JsonDocument Sarif(params AuditedFile[] files)
    {
        using var bytes = new MemoryStream();
        SarifWriter.Write(files, bytes);
        return JsonDocument.Parse(bytes.ToArray());
    }
}
