using System.Text;
using Jiheng.Packs.Faults;

namespace Jiheng.Packs.Tests.Faulty;

/// <summary>
/// A folder of tiny packs, one mistake each. The comments at their end say what must be told: code, line, column and words.
/// </summary>
public class FaultyPacksTests
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "Faulty");

    private static readonly PackFile Metrics = new("metrics.yaml", File.ReadAllBytes(Path.Combine(Folder, "metrics.yaml")));

    public static TheoryData<string> Packs => [.. Directory.EnumerateFiles(Path.Combine(Folder, "packs"), "*.yaml").Select(p => Path.GetFileNameWithoutExtension(p)).Order()];

    [Theory]
    [MemberData(nameof(Packs))]
    public void A_faulty_pack_is_refused_with_place_fault_and_nearest_name(string name)
    {
        var content = File.ReadAllBytes(Path.Combine(Folder, "packs", name + ".yaml"));
        var expected = Encoding.UTF8.GetString(content).Split('\n').Where(l => l.StartsWith("# ", StringComparison.Ordinal)).Select(l => l[2..]);

        var load = PackLibrary.Load([Metrics, new PackFile(name, content)]);

        load.Library.ShouldBeNull();
        load.Faults.Select(Told).ShouldBe(expected);
        load.Faults.ShouldAllBe(f => f.Advice.Length > 0);
    }

    [Fact]
    public void A_pack_in_GBK_is_refused_and_the_line_named()
    {
        byte[] gbk = [.. "pack: t/a\nname: "u8, 0xCA, 0xD4, 0xD0, 0xD0, (byte)'\n'];
        Only(gbk).ShouldBe("JH1002 2:0 文件不是 UTF-8 编码（多半是 GBK）。");
    }

    [Fact]
    public void A_pack_with_byte_order_mark_is_read() =>
        PackLibrary.Load([new PackFile("m", [0xEF, 0xBB, 0xBF, .. Metrics.Content])]).Faults.ShouldBeEmpty();

    [Theory]
    [InlineData("")]
    [InlineData("# 只有注释\n")]
    [InlineData("---\n---\n")]
    public void A_file_without_content_is_refused(string text) => Only(Encoding.UTF8.GetBytes(text)).ShouldBe("JH1004 0:0 文件里没有内容。");

    [Fact]
    public void A_file_larger_than_any_pack_is_refused_without_being_parsed() =>
        Only(Encoding.UTF8.GetBytes(new string('[', 2_000_000))).ShouldStartWith("JH1003 0:0 文件有 2,000,000 字节");

    [Fact]
    public void Nesting_deeper_than_any_pack_needs_is_refused() =>
        PackLibrary.Load([new PackFile("x", Encoding.UTF8.GetBytes("pack: " + new string('[', 200) + new string(']', 200)))])
            .Faults.Select(Told).ShouldContain("JH1006 1:38 嵌套超过 32 层。");

    [Fact]
    public void A_folder_that_is_not_there_is_named()
    {
        var load = PackLibrary.Load(Path.Combine(Folder, "没有这个文件夹"));
        load.Faults.ShouldHaveSingleItem().Code.ShouldBe(PackFaultCode.NotFound);
    }

    [Fact]
    public void Faults_of_several_files_are_told_at_once_in_order()
    {
        PackFile[] files = [Metrics, Bad("b", "unknown-metric"), Bad("a", "number-is-text")];
        PackLibrary.Load(files).Faults.Select(f => f.Place.File).Distinct().ShouldBe(["a", "b"]);
    }

    [Fact]
    public void Every_code_stands_once_and_comes_with_advice()
    {
        var codes = typeof(PackFaultCode).GetFields().Select(f => (string)f.GetRawConstantValue()!).ToList();
        codes.ShouldBeUnique();
        codes.ShouldAllBe(c => PackFaultCode.AdviceOn(c).Length > 0);
    }

    [Fact]
    public void A_fault_reads_as_one_line_with_place_code_words_and_advice() =>
        PackLibrary.Load([Metrics, Bad("试行.yaml", "unknown-metric")]).Faults.ShouldHaveSingleItem().ToString()
            .ShouldBe("试行.yaml:9:100 JH1021 没有数据项“staff.quta”。是不是“staff.quota”？请改正公式。");

    private static PackFile Bad(string path, string name) => new(path, File.ReadAllBytes(Path.Combine(Folder, "packs", name + ".yaml")));

    private static string Only(byte[] content) => Told(PackLibrary.Load([new PackFile("x", content)]).Faults[0]);

    private static string Told(PackFault fault) =>
        $"{fault.Code} {fault.Place.Line}:{fault.Place.Column} {fault.Message}{(fault.Nearest is null ? "" : $"是不是“{fault.Nearest}”？")}";
}
