using System.Text.RegularExpressions;
using Jiheng.Audit.Figures;
using Jiheng.Audit.Frames;

namespace Jiheng.Audit.Claims.Comparisons;

/// <summary>Figures said to stand in the order of their size: '前五位依次为甲28614件、乙24307件、丙19856件、丁21043件' must not rise.</summary>
internal sealed partial class Rankings(ClaimSet claims)
{
    private readonly ProseFrame _frame = claims.Frame;

    /// <summary>Checks every ranked list.</summary>
    public void Find()
    {
        var text = _frame.Source.Text;
        if (!text.Contains("依次", StringComparison.Ordinal) && !text.Contains("高到低", StringComparison.Ordinal) && !text.Contains("低到高", StringComparison.Ordinal) && !text.Contains("多到少", StringComparison.Ordinal) && !text.Contains("大到小", StringComparison.Ordinal)) return;
        foreach (Match rank in Ranked().Matches(text)) List(rank.Index + rank.Length, rank.Groups["up"].Success ? -1 : 1, Places(rank.Groups["n"].Value));
    }

    /// <summary>How many places are named ('前五位'); 0 where the words do not say.</summary>
    private static int Places(string words) => words.Length == 0 ? 0 : words.Length == 1 && char.IsAsciiDigit(words[0]) ? words[0] - '0' : ChineseNumeral.TryRead(words, out var value) ? (int)value : 0;

    /// <summary>The figures behind <paramref name="at"/>, each with a name of its own.</summary>
    private void List(int at, int sign, int places)
    {
        var first = claims.IndexBefore(at) + 1;
        if (first >= _frame.Mentions.Count || _frame.Mentions[first].Figure.Start - at > 16) return;
        Mention? previous = null;
        var top = _frame.Mentions[first];
        if (top.Role is not (Role.Value or Role.Share or Role.Rate) || top.Figure.InWords) return;
        var ranked = 0;
        for (var i = first; i < _frame.Mentions.Count && i < first + 40 && (places == 0 || ranked < places); i++)
        {
            var next = _frame.Mentions[i];
            if (next.Sentence != top.Sentence || places == 0 && next.Break >= Break.Segment && i > first) return;
            if (next.Depth > top.Depth || !next.Figure.Unit.Fits(top.Figure.Unit) || (next.Role is Role.Share or Role.Rate ? Role.Share : next.Role) != (top.Role is Role.Rate ? Role.Share : top.Role)) continue;
            var name = _frame.Label(next).Trim("：:、 ");
            if (name.Length > 14 || name.Length == 0 && next.Bracket == 0 || next.Says(Cues.Total | Cues.Share | Cues.Rest) && top.Role == Role.Value || next.Says(Cues.Parts | Cues.Per | Cues.Against) || previous is not null && next.Break is Break.None or Break.Colon) return;
            if (previous is not null && (next.Figure.Value - previous.Figure.Value) * sign > 0m)
            {
                claims.Raise("JH2008", next.Figure.Start, next.Figure.End, $"文中说是{(sign > 0 ? "从高到低" : "从低到高")}排列，但{next.Figure.Text}排在{previous.Figure.Text}之后。", null, "核对两个数和排列的先后");
                return;
            }
            ranked++;
            previous = next;
        }
    }

    [GeneratedRegex(@"(?:(?:(?:居|排|位居|排名|位列)?前(?<n>[2-9二两三四五六七八九十])[位名大的类]?|居前|排前|排名靠前|位居前列|排名|[由从]高到低|[由从]多到少|[由从]大到小|(?<up>[由从]低到高|[由从]少到多|[由从]小到大))[^，。；：、0-9\n]{0,14}依次(?:分别)?(?:为|是)?[：:]?|(?:按|以)?[^，。；：、0-9\n]{0,10}(?:[由从]高到低|[由从]多到少|[由从]大到小|(?<up>[由从]低到高|[由从]少到多|[由从]小到大))(?:排列|排序|排名|排|顺序)?[，,]?(?:依次|分别)?(?:为|是)[：:]?)", RegexOptions.CultureInvariant)]
    private static partial Regex Ranked();
}
