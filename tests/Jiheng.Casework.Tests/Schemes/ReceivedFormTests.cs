using System.Text;
using Jiheng.Casework.Schemes;
using Jiheng.Documents.Reading;
using Jiheng.Documents.Tests.Reading;
using Jiheng.Ledger.Tests.Accounts;
using Jiheng.Model.Appraisals;
using Jiheng.Model.Documents;
using Jiheng.Model.Facts;
using Jiheng.Model.Schemes;
using Jiheng.Packs;

namespace Jiheng.Casework.Tests.Schemes;

public class ReceivedFormTests
{
    private static readonly LocalPackOrigin Origin = new("local/lianjiang-2025", "廉江市部门整体支出绩效评价指标表", "广东省湛江市廉江市", 2025, "廉财绩〔2026〕3号", "张会计", new DateOnly(2026, 3, 1));

    private static Paper Merged => new Paper("附件2").Row("部门整体支出绩效评价指标表→6")
        .Row("一级指标", "二级指标", "三级指标", "分值", "评价标准", "得分")
        .Row("预算编制↓2", "目标设定↓2", "目标\n合理性", "10分", "符合职责得满分，每有一处不符扣 2 分", "")
        .Row("目标明确性", "１０", "指标量化得满分", "")
        .Row("预算执行（50分）↓2", "资金管理", "预算执行率", "30", "按执行率计分", "")
        .Row("财务合规", "资金使用合规", "20", "发现问题不得分", "")
        .Row("产出与效益", "基本公共卫生", "服务人数完成率", "30", "按完成比例计分", "")
        .Row("合计→3", "100", "", "");

    [Fact]
    public void A_form_with_merged_cells_and_points_in_many_ways_becomes_a_tree()
    {
        var form = Read(Merged);
        form.Findings.ShouldBeEmpty();
        form.Title.ShouldBe("部门整体支出绩效评价指标表");
        form.Indicators.Select(i => $"{i.Code} {i.Name} {i.Weight:0.##}").ShouldBe(
            ["A 预算编制 20", "A.1 目标设定 20", "A.1.1 目标合理性 10", "A.1.2 目标明确性 10", "B 预算执行 50", "B.1 资金管理 30", "B.1.1 预算执行率 30", "B.2 财务合规 20", "B.2.1 资金使用合规 20",
                "C 产出与效益 30", "C.1 基本公共卫生 30", "C.1.1 服务人数完成率 30"]);
        form.Indicators[2].Guide.ShouldContain("每有一处不符扣2分");
    }

    [Fact]
    public void Points_beside_each_level_are_read_with_their_level()
    {
        var form = Read(new Paper("甲表").Row("一级指标", "分值", "二级指标", "分值", "三级指标", "分值", "评分标准")
            .Row("投入↓2", "40↓2", "预算配置↓2", "40↓2", "在职人员控制率", "15", "以 100% 为标准").Row("三公经费变动率", "25", "不增长得满分")
            .Row("产出", "60", "职责履行", "60", "重点工作完成率", "60", "按完成率"));
        form.IsComplete.ShouldBeTrue();
        form.Indicators.Where(i => i.IsLeaf).Select(i => i.Weight).ShouldBe([15m, 25m, 60m]);
    }

    [Fact]
    public void An_indicator_table_inside_of_a_cell_of_a_form_is_read()
    {
        static string P(string text) => $"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>";
        static string Row(params string[] cells) => $"<w:tr>{string.Concat(cells.Select(c => $"<w:tc>{(c.StartsWith('<') ? c : P(c))}</w:tc>"))}</w:tr>";
        var inner = $"<w:tbl>{Row("一级指标", "二级指标", "分值", "评分标准")}{Row("投入", "预算执行率", "40分", "按执行率")}{Row("产出", "服务人数", "60分", "按完成率")}</w:tbl>";
        var docx = HandMade.Docx(P("2025年部门整体支出绩效自评表") + $"<w:tbl>{Row("单位名称", "廉江市卫生健康局")}{Row("评分", inner + P(""))}{Row("填报人", "张会计")}</w:tbl>");

        var form = ReceivedForm.Read(DocumentReader.Read(new MemoryStream(docx), "评分表.docx").Document!).ShouldNotBeNull();

        form.IsComplete.ShouldBeTrue();
        form.Title.ShouldBe("2025年部门整体支出绩效自评表");
        form.Indicators.Select(i => $"{i.Code} {i.Name} {i.Weight:0.##}").ShouldBe(["A 投入 40", "A.1 预算执行率 40", "B 产出 60", "B.1 服务人数 60"]);
    }

    [Theory]
    [InlineData("10分", "15分", "JH1902")]
    [InlineData("10分", "15分", "JH1903")]
    [InlineData("30", "", "JH1904")]
    [InlineData("50分", "40分", "JH1905")]
    public void What_does_not_add_up_is_told_with_its_row(string from, string to, string code)
    {
        var document = new Document("", [Merged.Table()]);
        var changed = false;
        Block Mend(Block block) => block is not Table table ? block : table with
        {
            Rows = [.. table.Rows.Select(r => r with { Cells = [.. r.Cells.Select(c =>
            {
                if (changed || !c.Text.Contains(from)) return c;
                changed = true;
                return c with { Runs = [new Run(c.Text.Replace(from, to))] };
            })] })],
        };
        var form = ReceivedForm.Read(document with { Blocks = [.. document.Blocks.Select(Mend)] }).ShouldNotBeNull();
        form.Findings.Select(f => f.Code).ShouldContain(code);
        form.IsComplete.ShouldBeFalse();
    }

    [Fact]
    public void A_document_without_points_is_no_form() => ReceivedForm.Read(new Document("", [new Paper("x").Row("姓名", "职务").Row("张三", "会计").Table()])).ShouldBeNull();

    [Fact]
    public void The_pack_is_read_by_the_library_and_gives_a_confirmed_total()
    {
        var form = Read(Merged);
        var load = PackLibrary.Load([new PackFile("local/lianjiang-2025.yaml", Encoding.UTF8.GetBytes(LocalPack.ToYaml(form, Origin)))]);
        load.Faults.Select(f => f.ToString()).ShouldBeEmpty();
        var scheme = load.Library!.FindScheme(Origin.Id, 2025).ShouldNotBeNull();

        var judgements = form.Indicators.Where(i => i.IsLeaf).ToDictionary(i => i.Code, i => new Judgement { Points = i.Weight, Reason = "对照标准全部做到" });
        var appraisal = new Appraiser(scheme, Objective.None, new SchemeConfirmation(Origin.Document, Origin.Person, Origin.Date, scheme.Hash))
            .Appraise(new FactBook([]).View("", 2025), judgements);

        appraisal.Total.ShouldBe(100m);
        appraisal.IsOfficial.ShouldBeTrue(string.Join("；", appraisal.TrialReasons));
    }

    [Fact]
    public void A_blank_weight_loads_as_incomplete_and_stays_a_trial()
    {
        var form = Read(new Paper("x").Row("一级指标", "分值", "评分标准").Row("预算编制", "40", "按要求").Row("预算执行", "", "按要求"));
        var load = PackLibrary.Load([new PackFile("local/x.yaml", Encoding.UTF8.GetBytes(LocalPack.ToYaml(form, Origin)))]);
        load.Faults.Select(f => f.ToString()).ShouldBeEmpty();
        load.Library!.FindScheme(Origin.Id, 2025)!.IsComplete.ShouldBeFalse();
    }

    private static ReceivedForm Read(Paper paper) => ReceivedForm.Read(new Document("", [paper.Table()])).ShouldNotBeNull();
}
