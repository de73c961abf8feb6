using System.Buffers;
using System.Text.RegularExpressions;

namespace Jiheng.Audit.Form;

/// <summary>'比上年减少0.8万元，增加的主要原因是…': a rise is explained where the figures fell, or the other way round.</summary>
internal static partial class Reasons
{
    private const int Longest = 40;

    private static readonly SearchValues<char> Marks = SearchValues.Create("，。；：（\n");

    private static readonly string[] Ways = ["", "其", "同比", "比上年", "较上年", "比上年度", "较上年度", "与上年相比", "比去年", "较去年", "与去年相比", "同比去年", "较预算", "比预算", "与预算相比", "决算数较预算数", "决算数比预算数", "较上年同期", "比上年同期"];

    /// <summary>Finds them all.</summary>
    public static void Find(FormCheck check)
    {
        var text = check.Source.Text;
        foreach (Match reason in Reason().Matches(text))
        {
            // A reason that names a subject of its own speaks of another figure.
            var near = Math.Max(0, reason.Index - Longest);
            var clause = near + text.AsSpan(near..reason.Index).LastIndexOfAny(Marks) + 1;
            if (reason.Index == 0 || !Ways.Contains(text[clause..reason.Index].Trim())) continue;
            var from = FormText.SentenceStart(text, clause);
            if (from == clause && clause > 0 && text[clause - 1] == '。') from = FormText.SentenceStart(text, clause - 1);
            var rise = IsRise(reason.Value);
            var (same, opposite) = (false, false);
            foreach (Match change in Change().Matches(text[from..clause]))
            {
                if (IsRise(change.Value) == rise) same = true;
                else opposite = true;
            }
            if (same || !opposite) continue;
            check.Raise("JH2111", reason.Index, reason.Index + reason.Length, $"前文写的是{(rise ? "减少" : "增加")}，这里却说明{(rise ? "增加" : "减少")}的原因。", "核对是增加还是减少");
        }
    }

    private static bool IsRise(string words) => words[0] is '增' or '上' or '提' or '净';

    [GeneratedRegex(@"(?:增加|增长|上升|提高|减少|下降|降低)的?(?:主要)?原因", RegexOptions.CultureInvariant)]
    private static partial Regex Reason();

    [GeneratedRegex(@"(?:增加|增长|上升|提高|净增|减少|下降|降低|节约)了?\s*(?!0(?:\.0+)?(?:万元|元|%|亿元))[0-9]", RegexOptions.CultureInvariant)]
    private static partial Regex Change();
}
