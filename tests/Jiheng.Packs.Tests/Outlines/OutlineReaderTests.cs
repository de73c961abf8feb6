using Jiheng.Model.Outlines;
using Jiheng.Model.Schemes;

namespace Jiheng.Packs.Tests.Outlines;

public class OutlineReaderTests
{
    private static readonly Outline Read = Written.Read("""
        outline: demo/report
        name: 示范自评报告
        subject: department
        years: {from: 2020, to: 2024}
        title: "{department}{year}年部门整体支出绩效自评报告"
        contents: true
        basis: {doc: 某通知, confidence: seed-derived}
        opening: [{text: ["按照{notice}要求。"]}]
        sections:
          - title: 部门概况
            sections:
              - title: 人员
                required: true
                if-empty: 本单位无编制。
                blocks:
                  - {text: ["编制{staff.quota}，", "在职{staff.in_post|人|0}。"]}
                  - {narrative: duties, style: numbered}
                  - table: {caption: 收支, unit: 万元, heads: [项目, 金额], rows: [[支出, "{fin.expenditure_total|#}"]]}
                  - chart: {title: 收支, unit: 万元, categories: [收入, 支出], series: [{name: 金额, values: [fin.income_total, fin.expenditure_total]}]}
                  - scores
        """).FindOutline("demo/report")!;

    [Fact]
    public void The_head_of_an_outline_is_read()
    {
        (Read.Subject, Read.FromYear, Read.ToYear, Read.Contents, Read.Signature).ShouldBe((SubjectKind.DepartmentOverall, 2020, 2024, true, false));
        Read.Provenance.Source.ShouldBe("某通知");
        Read.Opening.ShouldHaveSingleItem().ShouldBeOfType<SentencesBlock>().Sentences.ShouldBe(["按照{notice}要求。"]);
    }

    [Fact]
    public void Every_kind_of_block_is_read()
    {
        var section = Read.Sections.ShouldHaveSingleItem().Sections.ShouldHaveSingleItem();

        (section.Title, section.Required, section.IfEmpty).ShouldBe(("人员", true, "本单位无编制。"));
        section.Blocks.Select(b => b.GetType()).ShouldBe([typeof(SentencesBlock), typeof(NarrativeBlock), typeof(TableBlock), typeof(ChartBlock), typeof(ScoresBlock)]);
        section.Blocks[1].ShouldBe(new NarrativeBlock("duties", NarrativeStyle.Numbered));
        section.Blocks[2].ShouldBeOfType<TableBlock>().Rows.ShouldHaveSingleItem().ShouldBe(["支出", "{fin.expenditure_total|#}"]);
        section.Blocks[3].ShouldBeOfType<ChartBlock>().Series.ShouldHaveSingleItem().Formulas.ShouldBe(["fin.income_total", "fin.expenditure_total"]);
    }
}
