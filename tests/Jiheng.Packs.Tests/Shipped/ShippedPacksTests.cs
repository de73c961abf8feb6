namespace Jiheng.Packs.Tests.Shipped;

public class ShippedPacksTests
{
    [Fact]
    public void The_shipped_packs_have_no_fault() =>
        PackLibrary.Load(PackLibrary.ShippedFolder).Faults.Select(f => f.ToString()).ShouldBeEmpty();
}
