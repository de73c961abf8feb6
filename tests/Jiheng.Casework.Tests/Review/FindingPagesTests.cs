using System.Text;
using Jiheng.Audit.Findings;
using Jiheng.Casework.Review;

namespace Jiheng.Casework.Tests.Review;

/// <summary>
/// The pages under docs/findings are made from the catalogue. After a change of it, write them anew with
/// <c>JIHENG_WRITE_DOCS=1 dotnet test --project tests/Jiheng.Casework.Tests --filter-class "*FindingPagesTests"</c>.
/// </summary>
public sealed class FindingPagesTests
{
    private static readonly string Folder = Path.Combine(Root(), "docs", "findings");

    [Fact]
    public void Every_code_has_its_page_and_no_page_is_out_of_date()
    {
        var pages = Pages();
        if (Environment.GetEnvironmentVariable("JIHENG_WRITE_DOCS") == "1") Write(pages);
        Directory.GetFiles(Folder).Select(Path.GetFileName).Order(StringComparer.Ordinal).ShouldBe(pages.Keys.Order(StringComparer.Ordinal));
        foreach (var (name, text) in pages) File.ReadAllText(Path.Combine(Folder, name)).ShouldBe(text, $"docs/findings/{name} is out of date");
    }

    private static void Write(Dictionary<string, string> pages)
    {
        if (Directory.Exists(Folder)) Directory.Delete(Folder, recursive: true);
        Directory.CreateDirectory(Folder);
        foreach (var (name, text) in pages) File.WriteAllText(Path.Combine(Folder, name), text);
    }

    private static Dictionary<string, string> Pages()
    {
        var pages = FindingCatalogue.Rules.ToDictionary(r => $"{r.Code}.md", Page);
        var index = new StringBuilder("# 核对发现一览\n\n由发现目录生成，请勿手改。\n\n| 编号 | 程度 | 检查项 |\n| --- | --- | --- |\n");
        foreach (var rule in FindingCatalogue.Rules) index.Append($"| [{rule.Code}]({rule.Code}.md) | {rule.Severity.Word()} | {rule.Title} |\n");
        pages["README.md"] = index.Append("\n“须改正”是按文中数字算不通的；“存疑”请核对后改正或说明；“提示”供参考。口径不明、文中没有可供核对的数时不作判断，只计入“无从核对”。\n").ToString();
        return pages;
    }

    private static string Page(FindingRule rule) =>
        $"# {rule.Code} {rule.Title}\n\n由发现目录生成，请勿手改。[全部检查项](README.md)\n\n程度：{rule.Severity.Word()}　类别：`{rule.Kind}`\n\n"
        + $"## 什么意思\n\n{rule.Explanation}\n\n## 怎么办\n\n{rule.Advice}\n"
        + (rule.Failing.Length == 0 ? "" : $"\n## 会提出的写法\n\n{Quote(rule.Failing)}\n\n## 不会提出的写法\n\n{Quote(rule.Passing)}\n");

    private static string Quote(string text) => "```text\n" + text + "\n```";

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Jiheng.slnx"))) folder = folder.Parent;
        return folder!.FullName;
    }
}
