using System.Globalization;
using System.Text;
using Jiheng.Audit.Findings;
using Jiheng.Model.Documents;

namespace Jiheng.Audit.Tests;

/// <summary>Right claims are left alone, and one changed digit is found, over many generated passages.</summary>
public class PropertyTests
{
    private static readonly string[] Items = ["财政拨款收入", "事业收入", "经营收入", "上级补助收入", "其他收入"];

    [Fact]
    public void A_right_breakdown_is_silent_and_one_with_a_changed_digit_is_found()
    {
        var random = new Random(20240601);
        for (var round = 0; round < 300; round++)
        {
            var parts = Enumerable.Range(0, random.Next(2, 6)).Select(_ => random.Next(10_00, 9_000_00) / 100m).ToList();
            var right = Breakdown(parts.Sum(), parts);
            Findings(right).ShouldBeEmpty(right);
            var wrong = Breakdown(Changed(parts.Sum(), random), parts);
            Findings(wrong).ShouldContain(f => f.Kind == "arith-sum", wrong);
        }
    }

    [Fact]
    public void A_right_rate_is_silent_and_one_with_a_changed_digit_is_found()
    {
        var random = new Random(20240602);
        for (var round = 0; round < 300; round++)
        {
            var due = random.Next(800, 60_000);
            var done = random.Next(due / 2, due);
            var rate = Math.Round(done * 100m / due, 2, MidpointRounding.AwayFromZero);
            var right = $"应管理{due}人，已管理{done}人，规范管理率{Print(rate)}%。";
            Findings(right).ShouldBeEmpty(right);
            var wrong = $"应管理{due}人，已管理{done}人，规范管理率{Print(Changed(rate, random))}%。";
            Findings(wrong).ShouldContain(f => f.Kind == "arith-ratio" || f.Kind == "bound", wrong);
        }
    }

    [Fact]
    public void A_right_growth_is_silent_and_one_with_a_changed_digit_is_found()
    {
        var random = new Random(20240603);
        for (var round = 0; round < 300; round++)
        {
            var prior = random.Next(500_00, 90_000_00) / 100m;
            var change = Math.Round(prior * random.Next(20, 600) / 1000m, 2);
            var up = random.Next(2) == 0;
            var rate = Math.Round(change / prior * 100m, 2, MidpointRounding.AwayFromZero);
            string Passage(decimal r) => $"全年支出{Print(up ? prior + change : prior - change)}万元，比上年{(up ? "增加" : "减少")}{Print(change)}万元，{(up ? "增长" : "下降")}{Print(r)}%。";
            Findings(Passage(rate)).ShouldBeEmpty(Passage(rate));
            var wrong = Passage(Changed(rate, random));
            Findings(wrong).ShouldContain(f => f.Kind == "arith-growth" || f.Kind == "direction", wrong);
        }
    }

    [Fact]
    public void Other_units_and_full_width_digits_change_no_verdict()
    {
        const string passage = "全年收入5200.50万元，其中财政拨款3100.20万元、事业收入2100.40万元。";
        var money = passage.Replace("5200.50万元", "52005000元", StringComparison.Ordinal).Replace("3100.20万元", "31002000元", StringComparison.Ordinal).Replace("2100.40万元", "21004000元", StringComparison.Ordinal);
        var wide = new StringBuilder();
        foreach (var c in passage) wide.Append(char.IsAsciiDigit(c) ? (char)(c - '0' + '０') : c == '.' ? '．' : c);
        foreach (var text in (string[])[passage, money, wide.ToString(), passage.Replace('、', '，')])
            Findings(text).ShouldHaveSingleItem(text).Kind.ShouldBe("arith-sum");
    }

    [Fact]
    public void Two_passages_in_one_text_give_the_findings_of_both()
    {
        const string first = "核定编制50名，其中行政编制20名，事业编制31名。";
        const string second = "资金300.00万元，支出240.00万元，执行率88.00%。";
        var both = Findings(first + "\n" + second);
        both.Count.ShouldBe(Findings(first).Count + Findings(second).Count);
        both.Select(f => f.Kind).ShouldBe(["arith-sum", "arith-ratio"], ignoreOrder: true);
    }

    private static string Breakdown(decimal whole, List<decimal> parts)
    {
        var list = string.Join("、", parts.Select((p, i) => $"{Items[i]}{Print(p)}万元"));
        return $"本年收入合计{Print(whole)}万元，分为{list}。";
    }

    /// <summary>One digit exchanged: not so small that rounding could explain it, not so great that the figure is another one.</summary>
    private static decimal Changed(decimal value, Random random)
    {
        var step = random.Next(2) == 0 ? 1m : 0.1m;
        var digit = (int)(Math.Abs(value) / step % 10m);
        var other = (digit + random.Next(1, 10)) % 10;
        return value + (other - digit) * step;
    }

    private static string Print(decimal value) => value.ToString("F2", CultureInfo.InvariantCulture);

    private static IReadOnlyList<Finding> Findings(string text) => Auditor.Audit(Document.FromPlainText(text)).Findings;
}
