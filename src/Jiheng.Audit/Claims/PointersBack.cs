using Jiheng.Audit.Figures;
using Jiheng.Audit.Frames;
using Jiheng.Audit.Weighing;

namespace Jiheng.Audit.Claims;

/// <summary>A number that points back at one printed before: '交办171件 … 上述181件代表建议'.</summary>
internal sealed class PointersBack(ClaimSet claims)
{
    private static readonly string[] Pointers = ["上述", "以上", "前述", "上列", "该", "这", "此"];

    private readonly ProseFrame _frame = claims.Frame;

    /// <summary>Checks every number right behind such a word.</summary>
    public void Find()
    {
        foreach (var mention in _frame.Mentions)
        {
            if (mention.Index == 0 || mention.Figure.InWords || mention.Figure.Bound != Bound.None || !mention.Figure.Unit.IsAdditive) continue;
            var label = _frame.Label(mention);
            if (label.Length == 0 && mention.Break >= Break.Clause && OpensPassage(_frame.After(mention)) && Slips.DigitsOf(mention.Figure).Length >= 4) Check(mention);
            if (label is "在" or "按" or "以" or "对" && mention.Break >= Break.Clause && OpensPassage(_frame.After(mention))) Check(mention);
            if (Pointed(label)) Check(mention);
            foreach (var pointer in Pointers)
            {
                if (!label.EndsWith(pointer, StringComparison.Ordinal) || Slips.DigitsOf(mention.Figure).Length < 3) continue;
                Check(mention);
                break;
            }
        }
    }

    /// <summary>'继续教育经费按在岗教师1248人…安排', '上述支出数与决算草案所列支出4495万元一致': what something is reckoned by, or held against, was printed before.</summary>
    private static bool Pointed(ReadOnlySpan<char> label)
    {
        foreach (var word in (ReadOnlySpan<string>)["所列", "所述", "列示", "按实际", "按实有", "按在", "按年末", "按上述", "按现有", "共核对"]) if (label.IndexOf(word, StringComparison.Ordinal) is >= 0 and var at && at + word.Length < label.Length) return true;
        return false;
    }

    /// <summary>'2856件投诉举报中，': the whole is taken up again to speak of its parts.</summary>
    private static bool OpensPassage(ReadOnlySpan<char> after) => after.IndexOf("中，", StringComparison.Ordinal) is > 1 and < 12;

    private void Check(Mention mention)
    {
        Mention? slip = null;
        var sum = 0m;
        foreach (var other in _frame.BackLines(mention, 4))
        {
            if (!other.Figure.Unit.Fits(mention.Figure.Unit)) continue;
            // The number itself, or a run of those before it that make it up.
            sum += other.Figure.Value;
            if (other.Figure.Value == mention.Figure.Value || sum == mention.Figure.Value) return;
            if (slip is null && other.Role == Role.Value && (Slips.IsSwap(other.Figure, mention.Figure) || IsOneDigit(other.Figure, mention.Figure))) slip = other;
        }
        if (slip is null || claims.Groups.Any(g => g.Parts.Sum(p => p.Figure.Value) == mention.Figure.Value) || !NamesIt(mention, slip)) return;
        var outcome = Outcome.Additive(slip.Figure, mention.Figure.Value, mention.Figure.Range);
        claims.Add(ClaimType.Equality, mention, [slip], outcome, Grade.Structural, () => $"前文{slip.Figure.Text}，此处{mention.Figure.Text}");
    }

    private static bool IsOneDigit(Figure left, Figure right) => left.Step == right.Step && Slips.DigitsOf(left).Length == Slips.DigitsOf(right).Length && Repairs.IsOneDigit(left, right.Value);

    /// <summary>Whether the noun behind the number stands in the sentence of the other.</summary>
    private bool NamesIt(Mention mention, Mention slip)
    {
        var after = _frame.After(mention);
        var noun = after[..Math.Min(8, after.Length)];
        var start = slip.ClauseStart;
        for (var i = slip.Index; i >= 0 && _frame.Mentions[i].Sentence == slip.Sentence; i--) start = Math.Min(start, _frame.Mentions[i].ClauseStart);
        var end = Math.Min(_frame.Source.EndOf(slip.Paragraph), slip.Figure.End + 12);
        var sentence = _frame.Source.Text.AsSpan(start..end);
        return Labels.Shares(sentence, noun) || Labels.Shares(_frame.Label(slip), _frame.Label(mention));
    }
}
