using System.IO.Compression;
using Jiheng.Casework.Drafting;
using Jiheng.Documents.Reading;
using Jiheng.Documents.Xlsx;

namespace Jiheng.Casework.Tests.Drafting;

public class DraftWriterTests
{
    private static readonly string[] Lines =
        ["雁峰区卫生健康局2024年部门整体支出绩效自评报告", "一、收支情况", "2024年收入合计12507.41万元，支出合计12507.41万元，预算执行率为100%。", "二、履职情况", "全年完成产前筛查813人，下乡巡诊12次。"];

    [Fact]
    public void The_draft_holds_the_new_figures_and_marks_the_rest()
    {
        var docx = Desk.Docx(Lines);
        var draft = DraftWriter.Write(docx, Plan(docx), new Dictionary<int, DraftDecision>(), DateTimeOffset.UnixEpoch).ShouldNotBeNull();
        draft.NotMade.ShouldBeEmpty();
        Desk.Text(Desk.Open(draft.Docx)).ShouldBe("""
            雁峰区卫生健康局2025年部门整体支出绩效自评报告
            一、收支情况
            2025年收入合计13120.55万元，支出合计13098.20万元，预算执行率为【待填】%。
            二、履职情况
            全年完成产前筛查【待填】人，下乡巡诊【待填】次。
            """);
    }

    [Fact]
    public void The_officer_has_the_last_word_on_every_figure()
    {
        var docx = Desk.Docx(Lines);
        var plan = Plan(docx);
        int Number(string old) => plan.Figures.First(f => f.Old == old).Number;
        var decisions = new Dictionary<int, DraftDecision>
        {
            [Number("813")] = new(DecisionKind.Replace, "907"),
            [Number("12")] = new(DecisionKind.Keep),
            [Number("12507.41")] = new(DecisionKind.Collect),
        };
        var text = Desk.Text(Desk.Open(DraftWriter.Write(docx, plan, decisions, DateTimeOffset.UnixEpoch)!.Docx));
        text.ShouldContain("收入合计【待填】万元，支出合计13098.20万元");
        text.ShouldContain("产前筛查907人，下乡巡诊12次");
    }

    [Fact]
    public void Every_other_part_of_the_file_stays_byte_for_byte()
    {
        var docx = Desk.Docx(Lines);
        var draft = DraftWriter.Write(docx, Plan(docx), new Dictionary<int, DraftDecision>(), DateTimeOffset.UnixEpoch)!.Docx;
        var (before, after) = (Parts(docx), Parts(draft));
        after.Keys.ShouldBe(before.Keys);
        foreach (var (name, bytes) in before.Where(p => p.Key != "word/document.xml")) after[name].ShouldBe(bytes, name);
    }

    [Fact]
    public void Sheets_to_send_ask_only_for_what_the_accounts_do_not_hold_and_read_back()
    {
        var plan = Desk.Plan(Lines);
        var none = new Dictionary<int, DraftDecision>();
        var sheets = SendSheets.Of(plan, none);
        sheets.Select(s => (s.Part, string.Join("、", s.Questions.Select(q => q.Old + q.Unit)))).ShouldBe([("收支情况", "100%"), ("履职情况", "813人、12次")]);
        sheets[1].ToMessage(2025).ShouldContain("全年完成产前筛查（去年 813人）");
        using var bytes = new MemoryStream();
        XlsxWriter.Write(sheets[1].ToWorkbook(2025), bytes);
        var workbook = DocumentReader.Read(new MemoryStream(bytes.ToArray()), "履职情况.xlsx").Document.ShouldNotBeNull();
        SendSheets.ReadBack(workbook, plan).ShouldBeEmpty();
        var filled = workbook with { Blocks = [.. workbook.Blocks.Select(Fill)] };
        SendSheets.ReadBack(filled, plan)[plan.Figures.Single(f => f.Old == "813").Number].ShouldBe(new DraftDecision(DecisionKind.Replace, "907"));
    }

    [Theory]
    [InlineData("金龙坪街道社区卫生服务中心接诊1208人次", "金龙坪街道社区卫生服务中心")]
    [InlineData("其中区疾控中心检测样本1208份", "区疾控中心")]
    [InlineData("雁峰区人民医院、岳屏镇卫生院接诊1208人次", "履职情况")]
    [InlineData("支持乡镇卫生院建设，接诊1208人次", "履职情况")]
    [InlineData("社区卫生服务中心接诊1208人次", "履职情况")]
    [InlineData("岳屏镇卫生院建成后，全区接诊1208人次", "履职情况")]
    [InlineData("岳屏镇卫生院完成改造。全区接诊1208人次", "履职情况")]
    public void An_institution_that_the_sentence_names_gets_a_sheet_of_its_own(string line, string part) =>
        SendSheets.Of(Desk.Plan("雁峰区卫生健康局2024年部门整体支出绩效自评报告", "二、履职情况", line + "。"), new Dictionary<int, DraftDecision>()).Select(s => s.Part).ShouldBe([part]);

    [Fact]
    public void The_same_words_of_two_institutions_are_asked_and_answered_apart()
    {
        var plan = Desk.Plan("二、履职情况", "岳屏镇卫生院接诊1208人次。", "金龙坪卫生院接诊1208人次。");
        var sheets = SendSheets.Of(plan, new Dictionary<int, DraftDecision>());
        sheets.Select(s => (s.Part, s.Questions.Count)).ShouldBe([("岳屏镇卫生院", 1), ("金龙坪卫生院", 1)]);
    }

    private static Model.Documents.Block Fill(Model.Documents.Block block) => block is not Model.Documents.Table table ? block : table with
    {
        Rows = [.. table.Rows.Select(r => r.Cells.Any(c => c.Text == "813")
            ? r with { Cells = [.. r.Cells.Select((c, i) => i == 5 ? c with { Runs = [new Model.Documents.Run("907")] } : c)] } : r)],
    };

    private static DraftPlan Plan(byte[] docx) => DraftPlan.Make(OldReport.Read(Desk.Open(docx)), Desk.Last, Desk.Current, 2024);

    private static Dictionary<string, byte[]> Parts(byte[] docx)
    {
        using var archive = new ZipArchive(new MemoryStream(docx), ZipArchiveMode.Read);
        return archive.Entries.ToDictionary(e => e.FullName, e =>
        {
            using var part = e.Open();
            using var bytes = new MemoryStream();
            part.CopyTo(bytes);
            return bytes.ToArray();
        });
    }
}
