using Jiheng.Audit;
using Jiheng.Audit.Findings;
using Jiheng.Casework.Review;
using Jiheng.Casework.Review.Life;

namespace Jiheng.Casework.Tests.Review;

public sealed class FindingLedgerTests : IDisposable
{
    private static readonly DateOnly Spring = new(2025, 4, 1);
    private readonly string _output = Directory.CreateTempSubdirectory("jiheng-ledger-").FullName;

    private string Path => System.IO.Path.Combine(_output, FindingLedger.Name);

    public void Dispose() => Directory.Delete(_output, recursive: true);

    /// <summary>Years of reviews and decisions, each written to the file owner by owner, and beside it done on all owners in memory.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(6)]
    public void Owner_by_owner_from_file_to_file_comes_to_the_same_as_all_at_once_in_memory(int seed)
    {
        var random = new Random(seed);
        string[] owners = ["乙县卫生健康局", "甲县卫生健康局", "a.docx", "丙县教育局", "Z/报告.txt"];
        var memory = owners.ToDictionary(o => o, o => new OwnerLedger(o, []));
        for (var step = 0; step < 40; step++)
        {
            var today = Spring.AddDays(step * 20);
            var (print, owner) = (Print(random.Next(8)), owners[random.Next(owners.Length)]);
            Func<OwnerLedger, bool> change = random.Next(5) switch
            {
                0 => mine => mine.Owner == owner && mine.Settle(print, Decision.Waive("王五", today.AddDays(50), "编制调整中")),
                1 => mine => mine.Settle(print, Decision.Explain("李四", "含借调 1 人")),
                2 => mine => mine.EndWaivers(today),
                _ => Taking(owners.Where(_ => random.Next(3) > 0).SelectMany(o => Reports(o, random)).ToLookup(r => r.Owner), today),
            };
            FindingLedger.Rewrite(_output, owners, change).ShouldBe(memory.Values.Count(change));

            using var ledger = FindingLedger.Open(_output);
            ledger.Owners.ShouldBe(memory.Values.Where(m => m.Entries.Count > 0).Select(m => m.Owner).Order(StringComparer.Ordinal));
            foreach (var mine in memory.Values) ledger.Of(mine.Owner).Entries.ShouldBe(mine.Entries);
        }
    }

    [Fact]
    public void Owners_that_hand_in_nothing_this_time_keep_what_was_decided()
    {
        Take(Report("甲县卫生健康局", 2024, 1));
        FindingLedger.Rewrite(_output, [], mine => mine.Settle(Print(1), Decision.Explain("李四", "含借调 1 人"))).ShouldBe(1);
        Take(Report("乙县卫生健康局", 2024, 1));
        using var ledger = FindingLedger.Open(_output);
        ledger.Of("甲县卫生健康局").Entries.ShouldHaveSingleItem().Words.ShouldBe("已说明（李四）");
        ledger.Of("乙县卫生健康局").Entries.ShouldHaveSingleItem().Words.ShouldBe("待处理");
        ledger.Of("丙县卫生健康局").Entries.ShouldBeEmpty();
    }

    [Fact]
    public void A_decision_about_one_department_leaves_another_with_the_same_words_alone()
    {
        Take(Report("甲县卫生健康局", 2024, 1), Report("乙县卫生健康局", 2024, 1));
        SettleFinding.Run(_output, Print(1), Decision.Explain("李四", "含借调 1 人"), Spring, "乙县卫生健康局").Count.ShouldBe(1);
        using var ledger = FindingLedger.Open(_output);
        ledger.Of("甲县卫生健康局").Entries.ShouldHaveSingleItem().IsOpen.ShouldBeTrue();
        ledger.Of("乙县卫生健康局").Entries.ShouldHaveSingleItem().IsOpen.ShouldBeFalse();
    }

    [Theory]
    [InlineData("[{\"owner\":\"甲\"}]", 1)]
    [InlineData("{\"owner\":\"甲\",\"entries\":[]}\n{\"owner\":", 2)]
    [InlineData("{\"owner\":\"甲\",\"entries\":[]}\n{\"owner\":\"甲\",\"entries\":[]}\n", 2)]
    [InlineData("{\"owner\":null,\"entries\":[]}\n", 1)]
    [InlineData("{\"owner\":\"甲\"}\n", 1)]
    [InlineData("{\"owner\":\"甲\",\"entries\":[{\"code\":\"JH2001\"}]}\n", 1)]
    public void What_is_no_ledger_is_named_by_its_line_and_not_overwritten(string text, int line)
    {
        File.WriteAllText(Path, text);
        Should.Throw<InvalidDataException>(() => Take(Report("甲", 2024, 1))).Message.ShouldStartWith($"JH3410 发现台账“{FindingLedger.Name}”第 {line} 行");
        File.ReadAllText(Path).ShouldBe(text);
    }

    [Fact]
    public void A_ledger_in_which_nothing_changes_stays_as_it_is()
    {
        Take(Report("甲县卫生健康局", 2024, 1));
        var before = File.ReadAllText(Path);
        SettleFinding.Run(_output, "没有这个", Decision.TakeBack, Spring).Faults.ShouldHaveSingleItem().ShouldStartWith("JH6111");
        File.ReadAllText(Path).ShouldBe(before);
        Directory.GetFiles(_output).ShouldHaveSingleItem();
    }

    private static Func<OwnerLedger, bool> Taking(ILookup<string, ReportResult> reports, DateOnly today) => mine => mine.Take([.. reports[mine.Owner]], today);

    private void Take(params ReportResult[] reports) => FindingLedger.Rewrite(_output, reports.Select(r => r.Owner), Taking(reports.ToLookup(r => r.Owner), Spring));

    /// <summary>One or two reports of an owner; some of an older year, some not checked.</summary>
    private static IEnumerable<ReportResult> Reports(string owner, Random random) => Enumerable.Range(0, 1 + random.Next(2)).Select(_ => random.Next(6) == 0
        ? new ReportResult { File = owner, Department = owner, Checked = false, Faults = ["JH4001"] }
        : Report(owner, 2023 + random.Next(3), [.. Enumerable.Range(0, 8).Where(_ => random.Next(2) > 0)]));

    private static ReportResult Report(string owner, int year, params int[] findings) => new()
    {
        File = owner,
        Department = owner,
        Checked = true,
        Year = year,
        Findings = [.. findings.Select(number => new FindingResult
        {
            Code = "JH2001", Kind = "sum", Severity = Severity.Blocking, Title = "", Place = "", At = new Spot(0, 0, 0, -1), Text = "", Message = "", Advice = "",
            Passage = $"第{number}句，{year}年。",
            Fingerprint = Print(number),
        })],
    };

    private static string Print(int number) => $"{number:x16}";
}
