using System.Text;
using Jiheng.Model.Documents;

namespace Jiheng.Audit.Tests;

public class HostileTests
{
    [Fact]
    public void Any_garbage_is_read_without_a_fault()
    {
        const string alphabet = "0123456789０９.,，。；：、（）()%％‰万亿元人个户百分点占比增长下降合计其中由至到一二三十百千率第号年月日\n \t-—～〔〕[]*是各每均即\uD83D\uDE00";
        var random = new Random(7);
        for (var round = 0; round < 3000; round++)
        {
            var text = new StringBuilder();
            for (var i = random.Next(1, 200); i > 0; i--) text.Append(alphabet[random.Next(alphabet.Length)]);
            var report = Auditor.Audit(Document.FromPlainText(text.ToString()));
            foreach (var finding in report.Findings) finding.At.Start.ShouldBeLessThanOrEqualTo(finding.At.End, text.ToString());
            CorpusLine.Write("x", text.ToString(), report).ShouldNotBeEmpty();
        }
    }

    [Theory]
    [InlineData("支出99999999999999999999999999999999999999亿元，其中甲1元、乙2元。")]
    [InlineData("支出0.00000000000000000000000000000000001万元，占0.0000000000000000001%。")]
    [InlineData("合计，其中：，占%，增长%，（（（（（（））））。")]
    [InlineData("执行0万元，预算0万元，执行率0%，下降0%，占0%。")]
    public void Figures_beyond_all_measure_raise_nothing(string text) => Auditor.Audit(Document.FromPlainText(text)).Findings.ShouldNotContain(f => f.Kind.StartsWith("arith", StringComparison.Ordinal));

    [Fact]
    public void A_paragraph_of_five_thousand_figures_is_read_to_its_end()
    {
        var text = new StringBuilder("全年支出100.00万元，其中：");
        for (var i = 1; i <= 5000; i++) text.Append(System.Globalization.CultureInfo.InvariantCulture, $"项目{i % 97}支出{i % 89 + 1}.{i % 10}0万元，占{i % 100}.{i % 10}%，");
        Auditor.Audit(Document.FromPlainText(text.ToString())).Figures.Count.ShouldBeGreaterThan(10000);
    }

    [Fact]
    public void The_same_text_gives_the_same_report_on_every_thread()
    {
        const string text = "编制50名，其中行政编制20名，事业编制31名。资金300.00万元，支出240.00万元，执行率88.00%。";
        var expected = CorpusLine.Audit("x", text);
        Parallel.For(0, 200, _ => CorpusLine.Audit("x", text).ShouldBe(expected));
    }
}
