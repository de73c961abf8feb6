using System.Text;
using Jiheng.Model.Facts;
using Jiheng.Model.Organisation;

namespace Jiheng.Ledger.Tests.Bundles;

/// <summary>What a sound bundle gives.</summary>
public sealed class BundleReaderTests
{
    [Fact]
    public void A_sound_bundle_gives_the_dossier_that_stands_in_it()
    {
        using var bundle = new TestBundle();
        var (dossier, faults) = bundle.Read();
        faults.Select(f => f.ToString()).ShouldBeEmpty();
        dossier.ShouldNotBeNull();
        dossier.Id.ShouldBe("demo-2024");
        dossier.Department.ShouldBe("示范区卫生健康局");
        dossier.ReportDate.ShouldBe(new DateOnly(2025, 3, 20));
        dossier.Subject.ShouldBe("yf");
        dossier.Units[2].ShouldBe(new BudgetUnit("yf-02", "城关镇卫生院", UnitKind.PrimaryCare, "yf"));
        dossier.OwnMetrics[0].Aliases.ShouldBe(["培训人次数", "受训人次"]);
        dossier.Objective.Goals.ShouldBe(["做好基本公共卫生服务"]);
        dossier.Objective.GoalResults.ShouldBe(["已完成"]);
        dossier.Objective.Targets["A.1"].ToString().ShouldBe("100%");
        dossier.Objective.Indicators[0].Target!.Value.ToString().ShouldBe("1000份");
        dossier.Objective.Indicators[0].Value!.Source.ShouldBe("phs.records");
        dossier.Judgements["A.1"].Points.ShouldBe(39.5m);
        dossier.Deviations["B.1.1"].ShouldBe("常住人口减少");
    }

    [Fact]
    public void A_figure_keeps_its_unit_places_footing_and_remarks()
    {
        using var bundle = new TestBundle();
        var facts = bundle.Read().Dossier!.Facts.ToDictionary(f => f.Key);
        var execution = facts[new("yf", 2024, "fin.annual_execution", Member.All, Basis.Usual)];
        execution.Value!.Value.ToString().ShouldBe("11900.50万元");
        execution.Note.ShouldBe("含上年结转,已核");
        execution.Origin.ShouldBe(FactOrigin.Import);
        facts[new("yf", 2024, "phs.records", new("区域", "城关镇"), Basis.Usual)].Value!.Value.ToString().ShouldBe("1.2万份");
        facts[new("yf", 2024, "fin.execution_rate", Member.All, Basis.Usual.AsControl)].Value!.Value.ToString().ShouldBe("95.2%");
        facts[new("yf-02", 2024, "staff.quota", Member.All, Basis.Usual with { Scope = UnitScope.Own })].Value!.Value.ToString().ShouldBe("52人");
        var satisfaction = facts[new("yf", 2024, "perf.satisfaction", Member.All, Basis.Usual)];
        (satisfaction.State, satisfaction.Value).ShouldBe((FactState.NotAvailable, null));
    }

    [Fact]
    public void Texts_are_passages_of_paragraphs_whose_lines_are_joined()
    {
        using var bundle = new TestBundle();
        var passages = bundle.Read().Dossier!.Texts["duties"].Passages;
        passages.Select(p => p.Heading).ShouldBe(["", "人员"]);
        passages[1].Paragraphs.ShouldBe(["编制{staff.quota|#}人，培训{own.training}。"]);
    }

    [Fact]
    public void A_byte_order_mark_blank_lines_and_a_missing_metrics_file_do_no_harm()
    {
        using var bundle = new TestBundle();
        bundle.Put("units.csv", [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(TestBundle.Units.ReplaceLineEndings("\r\n") + "\r\n,,,\r\n")]);
        bundle.Put("facts.csv", TestBundle.Facts.Replace(",2024,own.training,,,350,,,科教股,,", "\n\n"));
        bundle.Put("texts/duties.md", "{department}");
        File.Delete(bundle.At("metrics.csv"));
        bundle.Read().Faults.Select(f => f.ToString()).ShouldBeEmpty();
    }

    [Fact]
    public void Columns_may_stand_in_any_order_and_optional_ones_may_be_missing()
    {
        using var bundle = new TestBundle();
        bundle.Put("facts.csv", "数值,数据项,年度,单位\n16,staff.in_post,2024,yf-01\n");
        bundle.Read().Dossier!.Facts.ShouldHaveSingleItem().Key.ToString().ShouldBe("yf-01 2024 staff.in_post 汇总·全口径·执行");
    }
}
