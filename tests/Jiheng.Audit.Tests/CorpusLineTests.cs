using System.Text.Json;

namespace Jiheng.Audit.Tests;

public class CorpusLineTests
{
    [Fact]
    public void Spans_count_code_points_not_utf16_units()
    {
        const string text = "😀编制50名，其中行政编制20名，事业编制31名。";
        var line = JsonDocument.Parse(CorpusLine.Audit("a-1", text)).RootElement;
        line.GetProperty("id").GetString().ShouldBe("a-1");
        var relation = line.GetProperty("relations")[0];
        relation.GetProperty("type").GetString().ShouldBe("sum");
        relation.GetProperty("holds").GetBoolean().ShouldBeFalse();
        relation.GetProperty("recomputed").GetString().ShouldBe("51");
        relation.GetProperty("result").GetProperty("start").GetInt32().ShouldBe(3);
        relation.GetProperty("result").GetProperty("end").GetInt32().ShouldBe(6);
        var finding = line.GetProperty("findings")[0];
        finding.GetProperty("kind").GetString().ShouldBe("arith-sum");
        finding.GetProperty("severity").GetString().ShouldBe("error");
        finding.GetProperty("start").GetInt32().ShouldBe(3);
        finding.GetProperty("message").GetString()!.ShouldContain("20名 + 31名 = 51名");
    }

    [Fact]
    public void A_line_holds_no_line_feed() => CorpusLine.Audit("x", "一、甲。\n二、乙支出5万元。\n").ShouldNotContain("\n");
}
