using System.Buffers;
using Jiheng.Audit.Figures;
using Jiheng.Audit.Frames;
using Jiheng.Audit.Weighing;

namespace Jiheng.Audit.Claims.Comparisons;

/// <summary>
/// Limits and budgets told with their parts, and actual values told with the same parts: '限额A（一般a、专项b）…余额C，其中一般c、专项d，均未超过核定限额'.
/// Each part is held against the part of its name.
/// </summary>
internal sealed class GroupLimits(ClaimSet claims)
{
    private static readonly string[] All = ["均未超过", "均未超出", "均未超", "均未突破", "均不超过", "均控制在", "均在", "均低于", "都未超过", "都没有超过"];
    private static readonly string[] One = ["未超出", "未超过", "没有超过", "不超过", "控制在", "未突破", "低于", "在"];
    private static readonly string[] Names = ["限额", "预算", "年初预算", "预算数", "控制数", "核定限额", "债务限额", "规定限额", "控制限额", "核定数", "编制", "核定编制"];

    private static readonly SearchValues<char> Starts = SearchValues.Create("均都未没不控低在");

    private readonly ProseFrame _frame = claims.Frame;

    /// <summary>Checks every phrase that says so without a figure of its own.</summary>
    public void Find()
    {
        var text = _frame.Source.Text;
        for (var at = Next(text, 0); at >= 0; at = Next(text, at + 1))
        {
            var before = claims.IndexBefore(at);
            if (before < 0 || _frame.Mentions[before].Paragraph != _frame.Source.ParagraphAt(at)) continue;
            var words = Words(text, at, All);
            if (string.CompareOrdinal(text, at, "未超编", 0, 3) == 0) Posts(before, at, 3);
            else if (words > 0) Parts(before, at, words);
            else if (Words(text, at, One) is > 0 and var own) Whole(before, at, own);
        }
    }

    private static int Next(string text, int from)
    {
        var next = text.AsSpan(Math.Min(from, text.Length)).IndexOfAny(Starts);
        return next < 0 ? -1 : from + next;
    }

    /// <summary>The length of the words at <paramref name="at"/> up to the name of the limit; 0 where a figure or another word stands there.</summary>
    private static int Words(string text, int at, string[] openers)
    {
        foreach (var opener in openers)
        {
            if (string.CompareOrdinal(text, at, opener, 0, opener.Length) != 0) continue;
            var rest = text.AsSpan(at + opener.Length);
            var stop = rest.IndexOfAny("，。；、\n");
            var name = (stop < 0 ? rest : rest[..stop]).TrimEnd("以之内范围的数");
            if (name.Length > 14 || name.IndexOfAnyInRange('0', '9') >= 0) return 0;
            foreach (var limit in Names) if (name.EndsWith(limit.AsSpan().TrimEnd('数'), StringComparison.Ordinal)) return opener.Length + (stop < 0 ? rest.Length : stop);
            return 0;
        }
        return 0;
    }

    /// <summary>The last two sums before the phrase whose parts bear the same names: the first is the limit, the second the actual.</summary>
    private void Parts(int before, int at, int length)
    {
        var last = _frame.Mentions[before];
        var groups = claims.GroupsIn(last.Paragraph).Where(g => g.Parts[^1].Index <= before && last.Sentence - g.Whole.Sentence <= 2).OrderBy(g => g.Whole.Index).ToList();
        if (groups.Count < 2) return;
        var (limit, actual) = (groups[^2], groups[^1]);
        if (!limit.Whole.Figure.Unit.Fits(actual.Whole.Figure.Unit)) return;
        foreach (var part in actual.Parts)
        {
            var name = Nouns.Bare(_frame.Label(part)).ToString();
            if (name.Length < 2 || limit.Parts.FirstOrDefault(p => Nouns.Naming(_frame.Label(p), name) >= 90) is not { } bound) continue;
            Keep(part, bound, at, length);
        }
    }

    /// <summary>'政府债务限额58.62亿元…。债务余额57.94亿元…，控制在限额以内'.</summary>
    private void Whole(int before, int at, int length)
    {
        var sentence = _frame.Mentions[before].Sentence;
        var limit = _frame.Mentions.Take(before + 1).LastOrDefault(m => m is { Role: Role.Value, Depth: 0 } && m.Paragraph == _frame.Mentions[before].Paragraph && _frame.Label(m).TrimEnd("为达：") is var label && (label.EndsWith("债务限额", StringComparison.Ordinal) || label.EndsWith("限额", StringComparison.Ordinal)) && !m.Says(Cues.Parts) && m.Break > Break.Item);
        if (limit is null)
        {
            Posts(before, at, length);
            return;
        }
        var actual = _frame.Mentions.FirstOrDefault(m => m is { Role: Role.Value, Depth: 0 } && m.Index > limit.Index && m.Index <= before && m.Sentence == sentence && m.Figure.Unit.Fits(limit.Figure.Unit) && _frame.Label(m).Contains("余额", StringComparison.Ordinal));
        if (actual is not null && !claims.IsComputedAs(ClaimType.Ordering, actual)) Keep(actual, limit, at, length);
    }

    /// <summary>'核定事业编制46名…，实有人数47人，未超出编制'.</summary>
    private void Posts(int before, int at, int length)
    {
        var actual = _frame.Mentions[before];
        if (!_frame.Source.Text.AsSpan(at, length).Contains("编", StringComparison.Ordinal) || actual.Role != Role.Value || !(_frame.Label(actual).Contains("实有", StringComparison.Ordinal) || _frame.Label(actual).Contains("在编", StringComparison.Ordinal) || _frame.Label(actual).Contains("在职", StringComparison.Ordinal))) return;
        var posts = _frame.Back(actual).Where(m => m.Role == Role.Value && m.Depth == 0 && m.Figure.Unit.Fits(actual.Figure.Unit) && Nouns.Bare(_frame.Label(m)).EndsWith("编制", StringComparison.Ordinal)).ToList();
        if (posts.Count == 1) Keep(actual, posts[0], at, length);
    }

    private void Keep(Mention actual, Mention limit, int at, int length)
    {
        var holds = actual.Figure.Value <= limit.Figure.Value;
        var outcome = new Outcome(holds ? Agreement.Exact : Agreement.Violated, actual.Figure.Value, Interval.Exactly(actual.Figure.Value));
        if (!claims.Add(ClaimType.Ordering, actual, [limit], outcome, Grade.Explicit, () => $"实际{actual.Figure.Text}，{(holds ? "不高于" : "高于")}限额或预算{limit.Figure.Text}") || holds) return;
        claims.Raise("JH2111", at, at + length, $"{actual.Figure.Text}高于{limit.Figure.Text}，与“{_frame.Source.Text[at..(at + length)]}”的说法不符。");
    }
}
