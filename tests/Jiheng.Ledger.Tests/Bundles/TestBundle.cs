using System.Text;
using Jiheng.Ledger.Bundles;

namespace Jiheng.Ledger.Tests.Bundles;

/// <summary>A small sound bundle in a folder of its own; tests spoil one thing in it.</summary>
internal sealed class TestBundle : IDisposable
{
    public const string Head = """
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
          - {goal: 做好基本公共卫生服务, result: 已完成}
        targets: {A.1: 100 %}
        indicators:
          - {slot: B.1, code: B.1.1, name: 居民健康档案数, weight: 10, direction: ge, target: 1000 份, value: phs.records}
        judgements:
          A.1: {points: 39.5, reason: 超编一人}
        deviations: {B.1.1: 常住人口减少}

        """;

    public const string Units = """
        编码,名称,类型,上级
        yf,示范区卫生健康局,主管部门,
        yf-01,示范区疾病预防控制中心,二级机构,yf
        yf-02,城关镇卫生院,基层医疗卫生机构,yf

        """;

    public const string Metrics = """
        编码,名称,计量单位,公式,别名,说明
        own.training,培训人次,人次,,培训人次数；受训人次,含线上
        own.posts_short,缺编人数,人,staff.quota - staff.in_post,,

        """;

    public const string Facts = """
        单位,年度,数据项,分项,口径,数值,计量单位,状态,来源,佐证,备注
        ,2024,fin.annual_budget,,,12507.41,,,财务股,决算报表,
        ,2024,fin.annual_execution,,,"11,900.50",万元,已填,财务股,决算报表,"含上年结转,已核"
        ,2023,fin.annual_execution,,,11000.00,,,财务股,,
        ,2024,fin.execution_rate,,对照,95.2,,,财务股,,印出的数
        yf-02,2024,staff.quota,,本级,52,,,人事股,编制手册,
        ,2024,phs.records,区域=城关镇,,1.2,万份,,基卫股,,
        ,2024,perf.satisfaction,,,,,暂无数据,,,
        ,2024,own.training,,,350,,,科教股,,

        """;

    public const string Duties = """
        {department}{year}年全年执行数{fin.annual_execution}，执行率{fin.execution_rate|%|1}。

        ## 人员

        编制{staff.quota|#}人，
        培训{own.training}。

        """;

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("jiheng-bundle-");

    public TestBundle()
    {
        Put("dossier.yaml", Head);
        Put("units.csv", Units);
        Put("metrics.csv", Metrics);
        Put("facts.csv", Facts);
        Put("texts/duties.md", Duties);
    }

    public string Folder => _folder.FullName;

    public string At(string name) => Path.Combine(Folder, name);

    public TestBundle Put(string name, string text) => Put(name, Encoding.UTF8.GetBytes(text));

    public TestBundle Put(string name, byte[] content)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(At(name))!);
        File.WriteAllBytes(At(name), content);
        return this;
    }

    /// <summary>Replaces a piece of a file that must stand in it once.</summary>
    public TestBundle Spoil(string name, string sound, string faulty)
    {
        var text = File.ReadAllText(At(name));
        text.Split(sound).Length.ShouldBe(2, $"“{sound}” should stand once in {name}");
        return Put(name, text.Replace(sound, faulty, StringComparison.Ordinal));
    }

    public BundleReading Read() => BundleReader.Read(Folder, TestPacks.Library);

    public IReadOnlyList<BundleFault> Faults()
    {
        var reading = Read();
        reading.Dossier.ShouldBeNull();
        reading.Faults.ShouldNotBeEmpty();
        return reading.Faults;
    }

    public void Dispose() => _folder.Delete(recursive: true);
}
