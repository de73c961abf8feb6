using Jiheng.Packs.Reading;

namespace Jiheng.Packs.Tests.Reading;

public class PackTextTests
{
    private static readonly PackLibrary Library = PackLibrary.Load(PackLibrary.ShippedFolder).Library!;

    [Fact]
    public void A_scheme_is_shown_with_points_rules_and_marks_of_confidence()
    {
        var text = PackText.Show(Library.FindScheme("hunan/department")!);

        text.ShouldContain("适用：湖南省，2015 年度起，部门整体支出");
        text.ShouldContain("状态：完整；单位按当年通知确认后得正式得分");
        text.ShouldContain("""
                A.1.1 在职人员控制率  5 分（分值已核）
                    取数：在职人数 ÷ 编制数，目标 ≤100%
                    打分：以 100% 为准，每高 1 个百分点扣 0.5 分，扣完为止；不足一步不扣
            """);
        text.ShouldContain("打分：0%及以下 得 5；(0%, 10%] 得 4；(10%, 20%] 得 3；(20%, 30%] 得 2；30%以上 得 0");
        text.ShouldContain("不适用：当年没有完工的新建楼堂馆所吗？是则得满分");
        text.ShouldContain("不适用：上年三公经费预算数 = 0 且 三公经费预算数 = 0 时得满分");
    }

    [Fact]
    public void Placeholder_points_are_called_that()
    {
        var text = PackText.Show(Library.FindScheme("guangdong/department")!);

        text.ShouldContain("状态：不完整，只出试算分");
        text.ShouldContain("B.3 “三公经费”控制率  6 分（占位权重，非官方）");
    }

    [Fact]
    public void Rows_of_money_that_must_add_up_are_shown() =>
        PackText.Show(Library.FindScheme("jiangxi/department")!).ShouldContain("勾稽：按资金来源：财政拨款 + 其他资金 = 全年合计");

    [Fact]
    public void Every_shipped_scheme_can_be_shown()
    {
        foreach (var scheme in Library.Schemes) PackText.Show(scheme).ShouldContain(scheme.Hash);
    }
}
