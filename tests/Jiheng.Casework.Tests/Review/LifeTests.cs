using Jiheng.Casework.Review;
using Jiheng.Casework.Review.Batch;
using Jiheng.Casework.Review.Life;

namespace Jiheng.Casework.Tests.Review;

public sealed class LifeTests
{
    private static readonly DateOnly Spring = new(2025, 4, 1);

    [Fact]
    public void A_finding_that_is_gone_is_fixed_and_one_that_comes_back_is_said_to()
    {
        var ledger = new FindingLedger();
        ledger.Take([Report(2024, Samples.WrongSum)], Spring);
        Only(ledger).State.ShouldBe(FindingState.Open);
        ledger.Take([Report(2024, Samples.RightSum)], Spring);
        Only(ledger).Words.ShouldBe("已改正");
        ledger.Take([Report(2024, Samples.WrongSum)], Spring);
        Only(ledger).Words.ShouldBe("待处理，再次出现");
    }

    [Fact]
    public void An_explanation_holds_for_its_year_and_not_for_the_next()
    {
        var ledger = new FindingLedger();
        var report = Report(2024, Samples.WrongSum);
        ledger.Take([report], Spring);
        ledger.Explain(report.Result.Findings[0].Fingerprint, "李四", "含借调 1 人").ShouldBe(1);
        ledger.Take([report], Spring);
        ledger.OpenOf(report).ShouldBeEmpty();
        Only(ledger).Words.ShouldBe("已说明（李四）");
        var next = Report(2025, Samples.WrongSum);
        ledger.Take([next], Spring.AddYears(1));
        ledger.OpenOf(next).Count.ShouldBe(1);
        Only(ledger).Recurring.ShouldBeTrue();
    }

    [Fact]
    public void A_waiver_ends_on_its_day()
    {
        var ledger = new FindingLedger();
        var report = Report(2024, Samples.WrongSum);
        ledger.Take([report], Spring);
        ledger.Waive(report.Result.Findings[0].Fingerprint, "王五", new DateOnly(2025, 6, 30), "编制调整中");
        ledger.Take([report], new DateOnly(2025, 6, 30));
        ledger.OpenOf(report).ShouldBeEmpty();
        ledger.Take([report], new DateOnly(2025, 7, 1));
        ledger.OpenOf(report).Count.ShouldBe(1);
    }

    [Fact]
    public void A_report_that_was_not_checked_fixes_nothing()
    {
        var ledger = new FindingLedger();
        ledger.Take([Report(2024, Samples.WrongSum)], Spring);
        ledger.Take([Of(AuditedFile.NotChecked("甲县卫生健康局2024.pdf"))], Spring);
        Only(ledger).IsOpen.ShouldBeTrue();
    }

    [Fact]
    public void The_ledger_is_kept_in_a_file_and_a_broken_one_is_not_overwritten()
    {
        var path = Path.GetTempFileName();
        try
        {
            var ledger = new FindingLedger();
            ledger.Take([Report(2024, Samples.WrongSum, Samples.WrongRate)], Spring);
            ledger.Waive(ledger.Entries.First().Fingerprint, "王五", Spring, "");
            ledger.Save(path);
            FindingLedger.Load(path).Entries.ShouldBe(ledger.Entries);
            File.WriteAllText(path, "[{\"owner\":");
            Should.Throw<InvalidDataException>(() => FindingLedger.Load(path)).Message.ShouldStartWith("JH3410");
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Fact]
    public void A_resubmission_tells_mended_not_mended_new_and_changed_unasked()
    {
        var earlier = Samples.Audit(string.Join('\n', "一、概况", Samples.WrongSum, Samples.WrongRate, "全年接诊3200人次。", "组织培训12场。", "按期公开。"));
        var later = Samples.Audit(string.Join('\n', "一、概况", Samples.RightSum, Samples.WrongRate, "全年接诊3600人次。", "按期公开。", "专项资金500.00万元，支出420.50万元，结余97.50万元。"));
        var comparison = Resubmission.Compare(earlier, later);
        comparison.Mended.ShouldHaveSingleItem().Code.ShouldBe("JH2001");
        comparison.NotMended.ShouldHaveSingleItem().Code.ShouldBe("JH2003");
        comparison.New.ShouldHaveSingleItem().Code.ShouldBe("JH2002");
        comparison.Unasked.Select(c => (c.Kind, c.Earlier, c.Later)).ShouldBe(
        [
            ("改了数字", "全年接诊3200人次。", "全年接诊3600人次。"),
            ("删去", "组织培训12场。", ""),
            ("新增", "", "专项资金500.00万元，支出420.50万元，结余97.50万元。"),
        ]);
        comparison.IsSettled.ShouldBeFalse();
    }

    [Fact]
    public void The_same_report_again_has_nothing_changed()
    {
        var file = Samples.Audit(Samples.WrongSum + "\n按期公开。\n按期公开。");
        var comparison = Resubmission.Compare(file, file);
        (comparison.Mended.Count, comparison.New.Count, comparison.Unasked.Count).ShouldBe((0, 0, 0));
        comparison.NotMended.ShouldNotBeEmpty();
    }

    private static ReviewedReport Report(int year, params string[] passages) => Of(Samples.Audit($"甲县卫生健康局{year}年度自评报告\n" + string.Join('\n', passages)));

    private static ReviewedReport Of(AuditedFile file) => new(ReportResult.Of(file), "1", "1", "");

    private static LedgerEntry Only(FindingLedger ledger) => ledger.Entries.ShouldHaveSingleItem();
}
