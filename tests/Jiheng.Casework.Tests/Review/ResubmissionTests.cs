using Jiheng.Casework.Review;

namespace Jiheng.Casework.Tests.Review;

public sealed class ResubmissionTests
{
    private const string WrongBalance = "专项资金500.00万元，支出420.50万元，结余97.50万元。";

    [Fact]
    public void A_resubmission_tells_mended_not_mended_new_and_changed_unasked()
    {
        var comparison = Compare(
            ["一、概况", Samples.WrongSum, Samples.WrongRate, "全年接诊3200人次。", "组织培训12场。", "按期公开。"],
            ["一、概况", Samples.RightSum, Samples.WrongRate, "全年接诊3600人次。", "按期公开。", WrongBalance]);
        comparison.Mended.ShouldHaveSingleItem().ShouldSatisfyAllConditions(m => m.Finding.Code.ShouldBe("JH2001"), m => (m.Earlier, m.Later).ShouldBe((Samples.WrongSum, Samples.RightSum)));
        comparison.NotMended.ShouldHaveSingleItem().ShouldSatisfyAllConditions(n => n.Finding.Code.ShouldBe("JH2003"), n => (n.Earlier, n.Later).ShouldBe((Samples.WrongRate, Samples.WrongRate)));
        comparison.New.ShouldHaveSingleItem().ShouldSatisfyAllConditions(n => n.Finding.Code.ShouldBe("JH2002"), n => (n.Earlier, n.Later).ShouldBe(("", WrongBalance)));
        comparison.Unasked.Select(c => (c.Kind, c.Earlier, c.Later)).ShouldBe(
        [
            ("改了数字", "全年接诊3200人次。", "全年接诊3600人次。"),
            ("删去", "组织培训12场。", ""),
            ("新增", "", WrongBalance),
        ], ignoreOrder: true);
        comparison.Unasked.ShouldAllBe(c => c.Place.Contains('段'));
        comparison.IsSettled.ShouldBeFalse();
    }

    [Fact]
    public void The_same_report_again_has_nothing_changed()
    {
        string[] text = [Samples.WrongSum, "按期公开。", "按期公开。"];
        var comparison = Compare(text, text);
        (comparison.Mended.Count, comparison.New.Count, comparison.Unasked.Count).ShouldBe((0, 0, 0));
        comparison.NotMended.ShouldNotBeEmpty();
    }

    [Fact]
    public void A_sentence_beside_the_one_that_was_to_be_mended_is_not_changed_in_silence()
    {
        var comparison = Compare([Samples.WrongSum + "全年接诊3200人次。"], [Samples.RightSum + "全年接诊3600人次。"]);
        comparison.Mended.ShouldHaveSingleItem();
        comparison.Unasked.ShouldHaveSingleItem().Later.ShouldBe("全年接诊3600人次。");
    }

    [Fact]
    public void Other_words_around_a_wrong_figure_do_not_mend_it()
    {
        var comparison = Compare([Samples.WrongSum], [Samples.WrongSum.Replace("全局编制", "年末全局编制", StringComparison.Ordinal)]);
        comparison.Mended.ShouldBeEmpty();
        comparison.New.ShouldBeEmpty();
        comparison.NotMended.ShouldHaveSingleItem().Earlier.ShouldBe(Samples.WrongSum);
    }

    [Fact]
    public void A_wrong_sentence_that_was_left_out_is_mended_by_having_gone()
    {
        var comparison = Compare([Samples.WrongSum, "按期公开。"], ["按期公开。"]);
        comparison.Mended.ShouldHaveSingleItem().Later.ShouldBeEmpty();
        comparison.IsSettled.ShouldBeTrue();
    }

    private static Resubmission Compare(string[] earlier, string[] later) =>
        Resubmission.Compare(Samples.Audit(string.Join('\n', earlier)), Samples.Audit(string.Join('\n', later)));
}
