using Jiheng.Casework.Drafting;
using Jiheng.Documents.Tests.Reading;
using Folder = Jiheng.Casework.Drafting.DeskFolder;
using Opened = Jiheng.Casework.Drafting.Desk;

namespace Jiheng.Casework.Tests.Drafting;

/// <summary>What people really have in their folders: each fault is told, and nothing is lost or guessed.</summary>
public sealed class BadInputTests : IDisposable
{
    private readonly string _root = Directory.CreateTempSubdirectory("jiheng-desk-").FullName;
    private static readonly DateTimeOffset Now = new(2026, 3, 2, 9, 30, 0, TimeSpan.FromHours(8));

    [Fact]
    public void A_scan_as_last_years_report_is_told()
    {
        var desk = Opened.Open(Lay("自评报告.pdf", OfficeFiles.Scan, ("今年.xlsx", OfficeFiles.Current)));
        desk.Faults.Single().ToString().ShouldContain("没有可读的文字，应是扫描件或图片");
        desk.Plan.ShouldBeNull();
    }

    [Fact]
    public void A_figure_in_a_text_box_is_listed_as_not_replaced_and_stands_in_the_file_as_it_was()
    {
        var draft = Opened.Open(Lay("报告.docx", OfficeFiles.WithTextBox, ("去年.xlsx", OfficeFiles.Last), ("今年.xlsx", OfficeFiles.Current))).Draft(Now).ShouldNotBeNull();
        draft.NotMade.Select(f => f.ToString()).ShouldBe(["“收入合计12507.41万元”：12507.41 应改为 13120.55"]);
        Desk.Text(Desk.Open(draft.Docx)).ShouldContain("2025年收入合计13120.55万元。\n收入合计12507.41万元");
    }

    [Fact]
    public void What_must_be_changed_by_hand_lies_in_the_folder_beside_the_draft()
    {
        var folder = Lay("报告.docx", OfficeFiles.WithTextBox, ("去年.xlsx", OfficeFiles.Last), ("今年.xlsx", OfficeFiles.Current));
        folder.Keep(Opened.Open(folder).Draft(Now)!);
        var list = Path.Combine(_root, folder.Id, "要手工改的数.txt");
        File.ReadAllText(list).ShouldContain("12507.41 应改为 13120.55");
        File.Exists(Path.Combine(_root, folder.Id, "初稿.docx")).ShouldBeTrue();

        folder.Add(DeskRole.Report, "报告.docx", OfficeFiles.Docx(OfficeFiles.Report));
        folder.Keep(Opened.Open(folder).Draft(Now)!);
        File.Exists(list).ShouldBeFalse();
    }

    [Fact]
    public void Figures_in_footnotes_cells_of_several_paragraphs_and_open_changes_are_listed()
    {
        const string Title = "<w:p><w:r><w:t>雁峰区卫生健康局2024年部门整体支出绩效自评报告</w:t></w:r></w:p>";
        var docx = HandMade.Docx(Title
            + "<w:p><w:r><w:t>收入合计</w:t></w:r><w:ins w:id=\"3\" w:author=\"甲\"><w:r><w:t>12507.41</w:t></w:r></w:ins><w:r><w:t>万元。</w:t></w:r></w:p>"
            + "<w:tbl><w:tr><w:tc><w:p><w:r><w:t>说明</w:t></w:r></w:p><w:p><w:r><w:t>基本支出8872.79万元</w:t></w:r></w:p></w:tc></w:tr></w:tbl>",
            footnotes: "<w:footnote w:id=\"2\"><w:p><w:r><w:t>项目支出3634.62万元。</w:t></w:r></w:p></w:footnote>");
        var draft = Opened.Open(Lay("报告.docx", docx, ("去年.xlsx", OfficeFiles.Last), ("今年.xlsx", OfficeFiles.Current))).Draft(Now).ShouldNotBeNull();
        draft.NotMade.Select(f => f.Figure.Old).ShouldBe(["12507.41", "8872.79", "3634.62"]);
        draft.NotMade.ShouldAllBe(f => f.New != f.Figure.Old);
    }

    [Fact]
    public void Three_accounts_called_the_same_are_told_apart_by_name()
    {
        var desk = Opened.Open(Lay("报告.docx", OfficeFiles.Docx(OfficeFiles.Report), ("终稿.xlsx", OfficeFiles.Current), ("终稿.xlsx", OfficeFiles.Current), ("终稿.xlsx", OfficeFiles.Current)));
        desk.Misfits.Single().Message.ShouldBe("“终稿.xlsx”、“终稿 (2).xlsx”、“终稿 (3).xlsx”都是 2025 年的决算，不知道用哪一份。");
        desk.Plan.ShouldBeNull();
    }

    [Fact]
    public void Of_draft_and_approved_accounts_in_one_folder_the_approved_are_used_and_the_draft_is_told()
    {
        var desk = Opened.Open(Lay("报告.docx", OfficeFiles.Docx(OfficeFiles.Report), ("上报稿.xlsx", OfficeFiles.Unapproved), ("公开表.xlsx", OfficeFiles.Xlsx(Ledger.Tests.Accounts.Layouts.Nine(Ledger.Tests.Accounts.YanfengAccounts.Of2025)))));
        desk.Misfits.Single().Message.ShouldBe("“上报稿.xlsx”是 2025 年的决算草案，“公开表.xlsx”是批复后的决算，用了批复后的，草案没有用。");
        desk.Current!.File.ShouldBe("公开表.xlsx");
    }

    [Fact]
    public void Full_width_figures_are_found_and_replaced()
    {
        string[] lines = ["雁峰区卫生健康局２０２４年部门整体支出绩效自评报告", "一、收支情况", "２０２４年收入合计１２５０７．４１万元，项目支出３６３４．６２万元。"];
        var draft = Opened.Open(Lay("报告.docx", OfficeFiles.Docx(lines), ("去年.xlsx", OfficeFiles.Last), ("今年.xlsx", OfficeFiles.Current))).Draft(Now).ShouldNotBeNull();
        draft.NotMade.ShouldBeEmpty();
        Desk.Text(Desk.Open(draft.Docx)).ShouldContain("2025年收入合计13120.55万元，项目支出3993.95万元。");
    }

    public void Dispose() => Directory.Delete(_root, recursive: true);

    private Folder Lay(string report, byte[] content, params (string Name, byte[] Content)[] accounts)
    {
        var folder = Folder.Create(_root, Now);
        folder.Add(DeskRole.Report, report, content);
        foreach (var (name, bytes) in accounts) folder.Add(DeskRole.Accounts, name, bytes);
        return folder;
    }
}
