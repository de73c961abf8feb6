using Jiheng.Casework.Review;
using Jiheng.Casework.Review.Life;

namespace Jiheng.Casework.Tests.Review;

public sealed class LifeTests
{
    private static readonly DateOnly Spring = new(2025, 4, 1);

    [Fact]
    public void A_finding_that_is_gone_is_fixed_and_one_that_comes_back_is_said_to()
    {
        var ledger = new OwnerLedger("甲县卫生健康局", []);
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
        var ledger = new OwnerLedger("甲县卫生健康局", []);
        var report = Report(2024, Samples.WrongSum);
        ledger.Take([report], Spring);
        ledger.Settle(report.Findings[0].Fingerprint, Decision.Explain("李四", "含借调 1 人")).ShouldBeTrue();
        ledger.Take([report], Spring);
        Only(ledger).IsOpen.ShouldBeFalse();
        Only(ledger).Words.ShouldBe("已说明（李四）");
        var next = Report(2025, Samples.WrongSum);
        ledger.Take([next], Spring.AddYears(1));
        Only(ledger).IsOpen.ShouldBeTrue();
        Only(ledger).Recurring.ShouldBeTrue();
    }

    [Fact]
    public void A_waiver_ends_on_its_day()
    {
        var ledger = new OwnerLedger("甲县卫生健康局", []);
        var report = Report(2024, Samples.WrongSum);
        ledger.Take([report], Spring);
        ledger.Settle(report.Findings[0].Fingerprint, Decision.Waive("王五", new DateOnly(2025, 6, 30), "编制调整中"));
        ledger.Take([report], new DateOnly(2025, 6, 30));
        Only(ledger).IsOpen.ShouldBeFalse();
        ledger.Take([report], new DateOnly(2025, 7, 1));
        Only(ledger).IsOpen.ShouldBeTrue();
    }

    [Fact]
    public void A_report_that_was_not_checked_fixes_nothing()
    {
        var ledger = new OwnerLedger("甲县卫生健康局", []);
        ledger.Take([Report(2024, Samples.WrongSum)], Spring);
        ledger.Take([ReportResult.Of(AuditedFile.NotChecked("甲县卫生健康局2024.pdf"))], Spring);
        Only(ledger).IsOpen.ShouldBeTrue();
    }

    [Fact]
    public void An_explanation_outlives_a_review_in_which_an_older_years_report_lies_beside_it()
    {
        var ledger = new OwnerLedger("甲县卫生健康局", []);
        ReportResult[] both = [Report(2024, Samples.WrongSum), Report(2023, Samples.WrongSum)];
        ledger.Take(both, Spring);
        ledger.Settle(both[0].Findings[0].Fingerprint, Decision.Explain("李四", "含借调 1 人"));
        ledger.Take(both, Spring);
        (Only(ledger).State, Only(ledger).Year).ShouldBe((FindingState.Explained, 2024));
    }

    [Fact]
    public void What_was_decided_can_be_taken_back_but_what_was_fixed_stays_fixed()
    {
        var ledger = new OwnerLedger("甲县卫生健康局", []);
        var report = Report(2024, Samples.WrongSum);
        ledger.Take([report], Spring);
        ledger.Settle(report.Findings[0].Fingerprint, Decision.Explain("李四", "含借调 1 人"));
        ledger.Settle(report.Findings[0].Fingerprint, Decision.TakeBack).ShouldBeTrue();
        (Only(ledger).Words, Only(ledger).By, Only(ledger).Reason).ShouldBe(("待处理", "", ""));
        ledger.Take([Report(2024, Samples.RightSum)], Spring);
        ledger.Settle(report.Findings[0].Fingerprint, Decision.TakeBack);
        Only(ledger).State.ShouldBe(FindingState.Fixed);
    }

    [Fact]
    public void Waivers_end_without_a_new_review()
    {
        var ledger = new OwnerLedger("甲县卫生健康局", []);
        ledger.Take([Report(2024, Samples.WrongSum)], Spring);
        ledger.Settle(Only(ledger).Fingerprint, Decision.Waive("王五", Spring, "编制调整中"));
        ledger.EndWaivers(Spring).ShouldBeFalse();
        ledger.EndWaivers(Spring.AddDays(1)).ShouldBeTrue();
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

    private static ReportResult Report(int year, params string[] passages) => ReportResult.Of(Samples.Audit($"甲县卫生健康局{year}年度自评报告\n" + string.Join('\n', passages)));

    private static LedgerEntry Only(OwnerLedger ledger) => ledger.Entries.ShouldHaveSingleItem();
}
