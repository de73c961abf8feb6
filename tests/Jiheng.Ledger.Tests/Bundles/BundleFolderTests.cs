using System.Text;
using Jiheng.Ledger.Bundles;

namespace Jiheng.Ledger.Tests.Bundles;

/// <summary>Files that are missing, foreign, too large or not where they seem to be.</summary>
public sealed class BundleFolderTests
{
    [Theory]
    [InlineData("dossier.yaml")]
    [InlineData("units.csv")]
    [InlineData("facts.csv")]
    [InlineData("texts/duties.md")]
    public void A_file_in_GBK_is_recognised_and_named_not_garbled(string name)
    {
        var gbk = CodePagesEncodingProvider.Instance.GetEncoding("GBK")!;
        using var bundle = new TestBundle();
        bundle.Put(name, gbk.GetBytes(File.ReadAllText(bundle.At(name))));
        var fault = bundle.Faults().First(f => f.Place.File == name);
        fault.Code.ShouldBe("JH3004");
        fault.Message.ShouldBe("文件不是 UTF-8 编码，看起来是 GBK（记事本里叫 ANSI）。");
        fault.Advice.ShouldContain("UTF-8");
    }

    [Fact]
    public void A_file_in_UTF_16_is_recognised_and_named()
    {
        using var bundle = new TestBundle();
        bundle.Put("facts.csv", [.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes(TestBundle.Facts)]);
        bundle.Faults().ShouldHaveSingleItem().Message.ShouldContain("UTF-16");
    }

    [Fact]
    public void A_workbook_with_another_ending_is_recognised()
    {
        using var bundle = new TestBundle();
        bundle.Put("facts.csv", [.. "PK\u0003\u0004"u8, 0, 0, 1, 2, 3]);
        bundle.Faults().ShouldHaveSingleItem().Message.ShouldBe("文件不是文本，看起来是Excel 工作簿或压缩包。");
    }

    [Fact]
    public void A_file_of_a_hundred_megabytes_is_refused_before_it_is_read()
    {
        using var bundle = new TestBundle();
        using (var file = File.OpenWrite(bundle.At("facts.csv"))) file.SetLength(100 * 1024 * 1024);
        var before = GC.GetAllocatedBytesForCurrentThread();
        bundle.Faults().ShouldHaveSingleItem().ToString().ShouldBe("JH3003 facts.csv：文件有 100 MB，最多 20 MB。请确认没有放错文件；确有这么多数据时，请按单位拆成几个数据包。");
        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBeLessThan(20 * 1024 * 1024);
    }

    [Fact]
    public void Too_many_rows_and_too_many_columns_are_refused()
    {
        using var bundle = new TestBundle();
        bundle.Put("units.csv", new StringBuilder("编码\n").Insert(0, "a,", 100).ToString());
        bundle.Put("facts.csv", new StringBuilder().Insert(0, "x\n", 200_002).ToString());
        bundle.Faults().Count(f => f.Code == "JH3015").ShouldBe(2);
    }

    [Fact]
    public void A_file_full_of_faults_is_not_read_to_its_end()
    {
        using var bundle = new TestBundle();
        bundle.Put("facts.csv", new StringBuilder("单位,年度,数据项,数值\n").Insert(13, ",2024,fin.nothing,1\n", 5000).ToString());
        var faults = bundle.Faults();
        faults.Count.ShouldBe(1001);
        faults[^1].ToString().ShouldBe("JH3017 facts.csv 第1002行：错误已有 1000 处，从这一行起不再检查。请先改正前面的错误，或确认没有放错文件。");
    }

    [Fact]
    public void A_missing_file_is_told_with_the_one_that_looks_like_it()
    {
        using var bundle = new TestBundle();
        File.Move(bundle.At("units.csv"), bundle.At("Units.csv"));
        File.Move(bundle.At("facts.csv"), bundle.At("facts.xlsx"));
        bundle.Faults().Select(f => f.ToString()).ShouldBe(
        [
            "JH3002 facts.csv：缺少这个文件。是不是“facts.xlsx”？请在表格软件里另存为“CSV UTF-8（逗号分隔）”。",
            "JH3002 units.csv：缺少这个文件。是不是“Units.csv”？请补上，或把文件改成这个名称（区分大小写）。",
        ]);
    }

    [Fact]
    public void A_missing_folder_and_an_archive_are_told_apart()
    {
        using var bundle = new TestBundle();
        BundleReader.Read(bundle.At("nowhere"), TestPacks.Library).Faults.ShouldHaveSingleItem().Message.ShouldBe("没有这个文件夹。");
        BundleReader.Read(bundle.At("facts.csv"), TestPacks.Library).Faults.ShouldHaveSingleItem().Advice.ShouldContain("解压");
    }

    [Fact]
    public void Links_are_not_followed()
    {
        using var bundle = new TestBundle();
        using var elsewhere = new TestBundle();
        File.Delete(bundle.At("facts.csv"));
        File.CreateSymbolicLink(bundle.At("facts.csv"), elsewhere.At("facts.csv"));
        Directory.Delete(bundle.At("texts"), recursive: true);
        Directory.CreateSymbolicLink(bundle.At("texts"), elsewhere.At("texts"));
        bundle.Faults().Select(f => $"{f.Code} {f.Place}").ShouldBe(["JH3005 facts.csv", "JH3005 texts"]);
    }

    [Fact]
    public void A_text_that_would_be_passed_over_is_told_and_litter_is_not()
    {
        using var bundle = new TestBundle();
        bundle.Put("texts/问题.txt", "文字").Put("texts/a b.md", "文字").Put("texts/.DS_Store", "").Put("texts/~$duties.md", "");
        bundle.Faults().Select(f => f.Place.File).ShouldBe(["texts/a b.md", "texts/问题.txt"]);
    }

    [Fact]
    public void An_empty_file_is_told()
    {
        using var bundle = new TestBundle();
        bundle.Put("facts.csv", "").Put("dossier.yaml", "");
        bundle.Faults().Select(f => f.Code).ShouldBe(["JH3054", "JH3016"]);
    }

    [Fact]
    public void A_hostile_nesting_is_refused_without_exhausting_the_stack()
    {
        using var bundle = new TestBundle();
        bundle.Put("dossier.yaml", new StringBuilder().Insert(0, "[", 100_000).ToString());
        bundle.Faults().Select(f => f.Code).ShouldContain("JH3050");
    }
}
