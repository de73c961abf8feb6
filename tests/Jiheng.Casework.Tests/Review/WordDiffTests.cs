using Jiheng.Casework.Review;

namespace Jiheng.Casework.Tests.Review;

public sealed class WordDiffTests
{
    [Theory]
    [InlineData("编制26名，行政9名。", "编制27名，行政9名。", "编制[-26][+27]名，行政9名。")]
    [InlineData("支出8,872.79万元", "支出8,872.97万元", "支出[-8,872.79][+8,872.97]万元")]
    [InlineData("按期公开。", "按期公开，另行公开清单。", "按期公开[+，另行公开清单]。")]
    [InlineData("", "新增一句。", "[+新增一句。]")]
    [InlineData("删去一句。", "", "[-删去一句。]")]
    [InlineData("一样。", "一样。", "一样。")]
    [InlineData("", "", "")]
    public void Numbers_differ_as_a_whole_and_words_by_their_characters(string earlier, string later, string marked) =>
        string.Concat(WordDiff.Of(earlier, later).Select(s => s.Sign switch { < 0 => $"[-{s.Text}]", > 0 => $"[+{s.Text}]", _ => s.Text })).ShouldBe(marked);

    [Fact]
    public void Passages_too_long_to_compare_are_shown_whole()
    {
        var (earlier, later) = (new string('一', 2001), new string('二', 3));
        WordDiff.Of(earlier, later).ShouldBe([new Stretch(earlier, -1), new Stretch(later, +1)]);
    }
}
