using Jiheng.Packs.Testing;

namespace Jiheng.Packs.Tests.Shipped;

public class ShippedPacksTests
{
    private static readonly PackLoad Load = PackLibrary.Load(PackLibrary.ShippedFolder);

    [Fact]
    public void The_shipped_packs_have_no_fault() => Load.Faults.Select(f => f.ToString()).ShouldBeEmpty();

    [Theory]
    [InlineData("national/project-2020", 100, true)]
    [InlineData("national/project-2021", 100, true)]
    [InlineData("national/department", 100, false)]
    [InlineData("national/department-table", 100, true)]
    [InlineData("hunan/department", 100, true)]
    [InlineData("hunan/department-table", 100, true)]
    [InlineData("jiangxi/department", 100, true)]
    [InlineData("guangdong/department", 100, false)]
    [InlineData("shandong/department", 100, false)]
    public void Every_shipped_scheme_is_there_and_adds_up(string id, int total, bool complete)
    {
        var scheme = Load.Library!.FindScheme(id).ShouldNotBeNull();
        scheme.Roots.Sum(r => r.WorkingWeight).ShouldBe(total);
        scheme.IsComplete.ShouldBe(complete);
        scheme.Hash.Length.ShouldBe(64);
    }

    [Fact]
    public void The_metric_dictionary_and_the_public_health_lists_are_there()
    {
        Load.Library!.Metrics.All.Count.ShouldBe(248);
        Load.Library.Catalogues.Single(c => c.Id == "basic-public-health-12").Items.Count.ShouldBe(12);
    }

    [Fact]
    public void Every_test_beside_the_rules_passes()
    {
        var results = PackTests.Run(Load.Library!);
        results.Where(r => !r.Passed).Select(r => $"{r.PackId} {r.Name}：{string.Join("；", r.Differences)}").ShouldBeEmpty();
        results.Count.ShouldBeGreaterThan(70);
    }
}
