using System.Text;
using Jiheng.Ledger.Bundles;

namespace Jiheng.Ledger.Tests.Bundles;

public sealed class BundleWriterTests
{
    [Fact]
    public void What_is_written_reads_back_equal_and_writes_again_to_the_same_bytes()
    {
        using var bundle = new TestBundle();
        for (var seed = 0; seed < 100; seed++)
        {
            var dossier = new DossierGenerator(seed).Make();
            BundleWriter.Write(dossier, bundle.Folder).ShouldBeNull();
            var (read, faults) = bundle.Read();
            faults.Select(f => f.ToString()).ShouldBeEmpty($"seed {seed}");
            DossierContent.Of(read!).ShouldBe(DossierContent.Of(dossier), $"seed {seed}");
            Bytes(BundleWriter.Render(read!)).ShouldBe(Bytes(BundleWriter.Render(dossier)), $"seed {seed}");
        }
    }

    [Fact]
    public void The_order_in_which_facts_were_held_does_not_change_the_files()
    {
        var dossier = new DossierGenerator(4).Make();
        var turned = dossier with { Facts = [.. dossier.Facts.Reverse()] };
        Bytes(BundleWriter.Render(turned)).ShouldBe(Bytes(BundleWriter.Render(dossier)));
    }

    [Fact]
    public void The_files_look_as_people_would_write_them()
    {
        using var bundle = new TestBundle();
        var files = BundleWriter.Render(bundle.Read().Dossier!).ToDictionary(f => f.Name, f => Encoding.UTF8.GetString(f.Content));
        files.Keys.ShouldBe(["dossier.yaml", "units.csv", "metrics.csv", "facts.csv", "texts/duties.md"]);
        files["units.csv"].ShouldBe("\uFEFF" + TestBundle.Units.ReplaceLineEndings("\r\n"));
        files["facts.csv"].ShouldStartWith("\uFEFF单位,年度,数据项,分项,口径,数值,计量单位,状态,来源,佐证,备注\r\n,2024,fin.annual_budget,,,12507.41,万元,已填,财务股,决算报表,\r\n");
        files["texts/duties.md"].ShouldBe("{department}{year}年全年执行数{fin.annual_execution}，执行率{fin.execution_rate|%|1}。\n\n## 人员\n\n编制{staff.quota|#}人，培训{own.training}。\n");
        files["dossier.yaml"].ShouldBe("""
            id: demo-2024
            department: 示范区卫生健康局
            region: 示范省示范区
            year: 2024
            kind: department
            scheme: demo/department
            outline: demo/report
            notice: ""
            report-date: 2025-03-20
            goals:
            - goal: 做好基本公共卫生服务
              result: 已完成
            targets:
              A.1: 100 %
            indicators:
            - slot: B.1
              code: B.1.1
              name: 居民健康档案数
              weight: 10
              direction: ge
              target: 1000 份
              value: phs.records
            judgements:
              A.1:
                points: 39.5
                reason: 超编一人
            deviations:
              B.1.1: 常住人口减少

            """);
    }

    [Fact]
    public void Of_an_older_bundle_in_the_folder_nothing_remains()
    {
        using var bundle = new TestBundle();
        bundle.Put("texts/old.md", "旧文字").Put("README.txt", "不是数据包的文件");
        var dossier = new DossierGenerator(0).Make() with { OwnMetrics = [], Facts = [] };
        BundleWriter.Write(dossier, bundle.Folder).ShouldBeNull();
        bundle.Read().Dossier!.Texts.Keys.Order().ShouldBe(dossier.Texts.Keys.Order());
        File.Exists(bundle.At("metrics.csv")).ShouldBeFalse();
        File.Exists(bundle.At("README.txt")).ShouldBeTrue();
    }

    [Fact]
    public void A_folder_with_other_things_is_left_alone()
    {
        using var bundle = new TestBundle();
        File.Delete(bundle.At("dossier.yaml"));
        BundleWriter.Write(new DossierGenerator(0).Make(), bundle.Folder).ShouldNotBeNull().Code.ShouldBe("JH3008");
        BundleWriter.Write(new DossierGenerator(0).Make(), bundle.At("facts.csv")).ShouldNotBeNull().Code.ShouldBe("JH3009");
        File.Exists(bundle.At("texts/duties.md")).ShouldBeTrue();
    }

    [Fact]
    public void A_text_key_never_leads_out_of_the_folder()
    {
        var dossier = new DossierGenerator(0).Make() with { Texts = new Dictionary<string, Model.Dossiers.Narrative> { ["../../etc/x"] = new([]) } };
        Should.Throw<ArgumentException>(() => BundleWriter.Render(dossier));
    }

    private static string Bytes(IEnumerable<BundleFile> files) => string.Join('\n', files.Select(f => f.Name + ' ' + Convert.ToHexString(f.Content)));
}
