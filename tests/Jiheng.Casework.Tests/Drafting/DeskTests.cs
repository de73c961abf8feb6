using Jiheng.Casework.Drafting;
using Jiheng.Documents.Reading;
using Jiheng.Documents.Tests.Rendering;
using Jiheng.Ledger.Accounts;
using Jiheng.Ledger.Tests.Accounts;
using Jiheng.Model.Documents;
using Folder = Jiheng.Casework.Drafting.DeskFolder;

namespace Jiheng.Casework.Tests.Drafting;

public sealed class DeskTests : IDisposable
{
    private readonly string _root = Directory.CreateTempSubdirectory("jiheng-desk-").FullName;
    private static readonly DateTimeOffset Now = new(2026, 3, 2, 9, 30, 0, TimeSpan.FromHours(8));

    [Fact]
    public void From_the_files_of_two_years_comes_a_draft_that_audits_without_finding()
    {
        var desk = Casework.Drafting.Desk.Open(Lay(OfficeFiles.Current, OfficeFiles.Last));
        desk.Misfits.ShouldBeEmpty();
        desk.Books.SelectMany(b => b.Book.Findings).ShouldBeEmpty();
        (desk.Department, desk.ReportYear).ShouldBe(("雁峰区卫生健康局", 2024));
        var draft = desk.Draft(Now).ShouldNotBeNull();
        draft.NotMade.ShouldBeEmpty();
        var document = Desk.Open(draft.Docx);
        var text = Desk.Text(document);
        text.ShouldContain("2025年收入合计13120.55万元，支出合计13098.20万元。");
        text.ShouldContain("2025年项目支出3993.95万元，占支出合计的【待填】%。重大公共卫生服务经费251.33万元。公务用车运行维护费【待填】万元。");
        text.ShouldContain("全区15个街道社区");
        text.ShouldContain("2026年，我局将");
        Audit.Auditor.Audit(document).Findings.Where(f => f.Text != "【待填】").ShouldBeEmpty();
    }

    [Fact]
    public void Accounts_written_to_workbooks_read_to_the_same_figures()
    {
        foreach (var layout in (Document[])[Layouts.Nine(YanfengAccounts.Of2025), Layouts.Yuan(YanfengAccounts.Of2025), Layouts.Thirteen(YanfengAccounts.Of2025)])
        {
            var direct = AccountsReader.Read("a.xlsx", layout);
            var file = AccountsReader.Read("a.xlsx", DocumentReader.Read(new MemoryStream(OfficeFiles.Xlsx(layout)), "a.xlsx").Document!);
            file.Facts.Select(f => (f.Key, f.Value!.Value.Base)).ShouldBe(direct.Facts.Select(f => (f.Key, f.Value!.Value.Base)), ignoreOrder: true);
        }
    }

    [Fact]
    public void Accounts_saved_in_the_old_xls_form_read_to_the_same_figures_and_tables()
    {
        foreach (var layout in (Document[])[Layouts.Nine(YanfengAccounts.Of2025), Layouts.Yuan(YanfengAccounts.Of2025), Layouts.Thirteen(YanfengAccounts.Of2025)])
        {
            var xlsx = OfficeFiles.Xlsx(layout);
            var now = AccountsReader.Read("决算", DocumentReader.Read(new MemoryStream(xlsx), "a.xlsx").Document!);
            var old = AccountsReader.Read("决算", DocumentReader.Read(new MemoryStream(Rendered.Convert(xlsx, ".xlsx", "xls")), "a.xls").Document!);
            // Down to the cell that each figure comes from.
            old.Facts.Select(f => (f.Key, f.Value!.Value.Base, f.Source)).ShouldBe(now.Facts.Select(f => (f.Key, f.Value!.Value.Base, f.Source)));
            old.Cells.Select(c => (c.Line, c.Value)).ShouldBe(now.Cells.Select(c => (c.Line, c.Value)));
            old.Unread.Concat(old.Findings).Select(f => f.ToString()).ShouldBe(now.Unread.Concat(now.Findings).Select(f => f.ToString()));
        }
    }

    [Fact]
    public void The_folder_keeps_files_and_choices_and_opens_after_being_copied()
    {
        var folder = Lay(OfficeFiles.Current, OfficeFiles.Last);
        folder.Save(folder.Notes with { Department = "雁峰区卫健局", Decisions = new Dictionary<int, DraftDecision> { [3] = new(DecisionKind.Replace, "7") } });
        var elsewhere = Path.Combine(_root, "另一台电脑");
        Directory.CreateDirectory(Path.Combine(elsewhere, folder.Id));
        foreach (var file in Directory.GetFiles(Path.Combine(_root, folder.Id))) File.Copy(file, Path.Combine(elsewhere, folder.Id, Path.GetFileName(file)));

        var copy = Folder.All(elsewhere).Single();

        copy.Notes.Department.ShouldBe("雁峰区卫健局");
        copy.Notes.Decisions[3].ShouldBe(new DraftDecision(DecisionKind.Replace, "7"));
        Casework.Drafting.Desk.Open(copy).Plan.ShouldNotBeNull();
    }

    [Fact]
    public void Two_drafts_begun_in_the_same_second_get_folders_of_their_own()
    {
        var ids = new System.Collections.Concurrent.ConcurrentBag<string>();
        Parallel.For(0, 20, _ => ids.Add(Folder.Create(_root, Now).Id));
        ids.Distinct().Count().ShouldBe(20);
    }

    [Theory]
    [InlineData("../x")]
    [InlineData("..")]
    [InlineData("20260302-093000/../..")]
    [InlineData("")]
    public void A_name_that_is_no_folder_of_ours_opens_nothing(string id) => Folder.Open(_root, id).ShouldBeNull();

    [Fact]
    public void Files_that_do_not_fit_are_told_in_plain_words()
    {
        string Told(params byte[][] accounts) => string.Join('\n', Casework.Drafting.Desk.Open(Lay(accounts)).Misfits);
        Told(OfficeFiles.Last).ShouldContain("没有 2025 年的决算");
        Told(OfficeFiles.Current, OfficeFiles.Current).ShouldContain("都是 2025 年的决算，不知道用哪一份");
        Told(OfficeFiles.Xlsx(Layouts.Nine(YanfengAccounts.Of2024 with { Year = 2021 })), OfficeFiles.Current).ShouldContain("是 2021 年的决算，这里要的是 2025 年的");
    }

    [Fact]
    public void A_file_of_another_kind_is_told_and_the_rest_still_works()
    {
        var folder = Lay(OfficeFiles.Current);
        folder.Add(DeskRole.Accounts, "扫描件.pdf", [1, 2, 3]);
        var desk = Casework.Drafting.Desk.Open(folder);
        desk.Faults.Single().File.ShouldBe("扫描件.pdf");
        desk.Plan.ShouldNotBeNull();
    }

    public void Dispose() => Directory.Delete(_root, recursive: true);

    private Folder Lay(params byte[][] accounts)
    {
        var folder = Folder.Create(_root, Now);
        folder.Add(DeskRole.Report, "自评报告终稿.docx", OfficeFiles.Docx(OfficeFiles.Report));
        for (var i = 0; i < accounts.Length; i++) folder.Add(DeskRole.Accounts, $"决算{i + 1}.xlsx", accounts[i]);
        return folder;
    }
}
