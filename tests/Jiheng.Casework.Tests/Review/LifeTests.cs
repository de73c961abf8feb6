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
        ledger.Settle(report.Result.Findings[0].Fingerprint, Decision.Explain("李四", "含借调 1 人")).ShouldBe(1);
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
        ledger.Settle(report.Result.Findings[0].Fingerprint, Decision.Waive("王五", new DateOnly(2025, 6, 30), "编制调整中"));
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
            ledger.Settle(ledger.Entries.First().Fingerprint, Decision.Waive("王五", Spring, ""));
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
    public void An_explanation_outlives_a_review_in_which_an_older_years_report_lies_beside_it()
    {
        var ledger = new FindingLedger();
        ReviewedReport[] both = [Report(2024, Samples.WrongSum), Report(2023, Samples.WrongSum)];
        ledger.Take(both, Spring);
        ledger.Settle(both[0].Result.Findings[0].Fingerprint, Decision.Explain("李四", "含借调 1 人"));
        ledger.Take(both, Spring);
        (Only(ledger).State, Only(ledger).Year).ShouldBe((FindingState.Explained, 2024));
    }

    [Fact]
    public void A_decision_about_one_department_leaves_another_with_the_same_words_alone()
    {
        var ledger = new FindingLedger();
        var (here, there) = (Report(2024, Samples.WrongSum), Of(Samples.Audit("乙县卫生健康局2024年度自评报告\n" + Samples.WrongSum)));
        ledger.Take([here, there], Spring);
        ledger.Settle(here.Result.Findings[0].Fingerprint, Decision.Explain("李四", "含借调 1 人"), here.Owner).ShouldBe(1);
        ledger.OpenOf(here).ShouldBeEmpty();
        ledger.OpenOf(there).ShouldHaveSingleItem();
    }

    [Fact]
    public void What_was_decided_can_be_taken_back_but_what_was_fixed_stays_fixed()
    {
        var ledger = new FindingLedger();
        var report = Report(2024, Samples.WrongSum);
        ledger.Take([report], Spring);
        ledger.Settle(report.Result.Findings[0].Fingerprint, Decision.Explain("李四", "含借调 1 人"));
        ledger.Settle(report.Result.Findings[0].Fingerprint, Decision.TakeBack).ShouldBe(1);
        (Only(ledger).Words, Only(ledger).By, Only(ledger).Reason).ShouldBe(("待处理", "", ""));
        ledger.Take([Report(2024, Samples.RightSum)], Spring);
        ledger.Settle(report.Result.Findings[0].Fingerprint, Decision.TakeBack);
        Only(ledger).State.ShouldBe(FindingState.Fixed);
    }

    [Fact]
    public void Waivers_end_without_a_new_review()
    {
        var ledger = new FindingLedger();
        ledger.Take([Report(2024, Samples.WrongSum)], Spring);
        ledger.Settle(Only(ledger).Fingerprint, Decision.Waive("王五", Spring, "编制调整中"));
        ledger.EndWaivers(Spring).ShouldBe(0);
        ledger.EndWaivers(Spring.AddDays(1)).ShouldBe(1);
        Only(ledger).IsOpen.ShouldBeTrue();
    }

    [Fact]
    public void Nobody_no_reason_and_no_day_are_no_decision()
    {
        Decision.Waive(" ", null, null).Faults(Spring).Select(f => f[..6]).ShouldBe(["JH3411", "JH3412", "JH3413"]);
        Decision.Waive("王五", Spring.AddDays(-1), "编制调整中").Faults(Spring).ShouldHaveSingleItem().ShouldContain("已经过去");
        Decision.Explain(new string('王', 41), new string('因', 501)).Faults(Spring).Select(f => f[..6]).ShouldBe(["JH3414", "JH3414"]);
        Decision.Explain("李四", "含借调 1 人").Faults(Spring).ShouldBeEmpty();
    }

    private static ReviewedReport Report(int year, params string[] passages) => Of(Samples.Audit($"甲县卫生健康局{year}年度自评报告\n" + string.Join('\n', passages)));

    private static ReviewedReport Of(AuditedFile file) => new(ReportResult.Of(file), "1", "1", "");

    private static LedgerEntry Only(FindingLedger ledger) => ledger.Entries.ShouldHaveSingleItem();
}
