using System.IO.Compression;
using System.Text;
using Jiheng.Casework.Review.Batch;
using Jiheng.Documents.Reading;

namespace Jiheng.Casework.Tests.Review;

public sealed class IncomingZipTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("jiheng-zip-").FullName;

    static IncomingZipTests() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void A_zip_and_the_zips_inside_it_are_reviewed()
    {
        var inner = Zip(("自评报告.txt", Samples.Text(Samples.WrongSum)));
        var outcome = Run(Zip(("甲县卫生健康局.zip", inner), ("乙.txt", Samples.Text(Samples.RightSum)), ("__MACOSX/乙.txt", [1])));
        outcome.Reports.Select(r => r.File).ShouldBe(["甲县卫生健康局.zip/自评报告.txt", "乙.txt"]);
        outcome.Reports[0].Department.ShouldBe("甲县卫生健康局");
    }

    [Theory]
    [InlineData("../../逃走.txt")]
    [InlineData("/etc/逃走.txt")]
    [InlineData("C:\\逃走.txt")]
    [InlineData("..\\..\\逃走.docx")]
    public void A_name_that_leads_out_is_refused_and_writes_nothing_outside(string name)
    {
        var outcome = Run(Zip((name, Samples.Text(Samples.WrongSum)), ("好.txt", Samples.Text(Samples.WrongSum))), o => o with { Comments = true });
        outcome.Reports.Count.ShouldBe(2);
        outcome.Reports.Single(r => !r.Checked).Faults[0].ShouldStartWith("JH3403");
        Directory.GetFiles(_folder, "*逃走*", SearchOption.AllDirectories).ShouldBeEmpty();
    }

    [Fact]
    public void A_bomb_is_stopped_while_it_unpacks_and_the_rest_is_checked()
    {
        var limits = new ReviewLimits { Reading = new ReadLimits { FileBytes = 1 << 20 } };
        var outcome = Run(Zip(("炸弹.txt", new byte[64 << 20]), ("好.txt", Samples.Text(Samples.RightSum))), o => o with { Limits = limits });
        outcome.Reports.Single(r => !r.Checked).Faults[0].ShouldStartWith("JH3404");
        outcome.Reports.Single(r => r.Checked).File.ShouldBe("好.txt");
    }

    [Fact]
    public void What_all_files_unpack_to_is_bounded()
    {
        var limits = new ReviewLimits { UnpackedBytes = 3 << 20 };
        var files = Enumerable.Range(0, 8).Select(i => ($"{i}.txt", Samples.Text(string.Concat(Enumerable.Repeat("按期完成各项工作任务。\n", 28_000))))).ToArray();
        var outcome = Run(Zip(files), o => o with { Limits = limits, Degree = 1 });
        outcome.Reports.Count(r => r.Faults.Any(f => f.StartsWith("JH3405"))).ShouldBe(5);
    }

    [Fact]
    public void Zips_in_zips_end_at_a_depth_and_files_at_a_number()
    {
        var zip = Zip(("底.txt", Samples.Text(Samples.RightSum)));
        for (var i = 0; i < 6; i++) zip = Zip(($"{i}.zip", zip));
        Run(zip).Reports.ShouldHaveSingleItem().Faults[0].ShouldStartWith("JH3407");

        var many = Run(Zip([.. Enumerable.Range(0, 20).Select(i => ($"{i:00}.txt", Samples.Text(Samples.RightSum)))]), o => o with { Limits = new ReviewLimits { Files = 5 } });
        many.Reports.Count.ShouldBe(6);
        many.Reports.Single(r => !r.Checked).Faults[0].ShouldStartWith("JH3406");
    }

    [Fact]
    public void A_broken_zip_is_not_checked()
    {
        Run([.. "PK\u0003\u0004"u8, 1, 2, 3]).Reports.ShouldHaveSingleItem().Faults[0].ShouldStartWith("JH3408");
    }

    [Fact]
    public void Names_that_windows_wrote_in_gbk_are_read()
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true, Encoding.GetEncoding("GB18030")))
        {
            using var entry = zip.CreateEntry("丙县财政局.txt").Open();
            entry.Write(Samples.Text(Samples.RightSum));
        }
        // The writer marks every name as UTF-8 or not at all; without the mark it must be the legacy one.
        var raw = bytes.ToArray();
        var outcome = Run(raw);
        outcome.Reports.ShouldHaveSingleItem().File.ShouldBe("丙县财政局.txt");
    }

    private static byte[] Zip(params (string Name, byte[] Content)[] files)
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in files)
            {
                using var entry = zip.CreateEntry(name, CompressionLevel.Fastest).Open();
                entry.Write(content);
            }
        }
        return bytes.ToArray();
    }

    private ReviewOutcome Run(byte[] zip, Func<ReviewOptions, ReviewOptions>? change = null)
    {
        var path = Path.Combine(_folder, "来件.zip");
        File.WriteAllBytes(path, zip);
        return BatchReview.Run(path, (change ?? (o => o))(new ReviewOptions(Path.Combine(_folder, "结果"), new DateOnly(2025, 5, 1))), cancel: TestContext.Current.CancellationToken);
    }
}
