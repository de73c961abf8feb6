using Jiheng.Audit.Figures;
using Jiheng.Audit.Frames;

namespace Jiheng.Audit.Claims;

/// <summary>A stated number of tasks against the points that set them out: '三项重点工作：一是…；二是…；三是…'.</summary>
internal sealed class PointCounts(ClaimSet claims)
{
    private const string Numbers = "一二三四五六七八九十";
    private const int Lead = 24;

    private readonly ProseFrame _frame = claims.Frame;

    /// <summary>Checks every number that stands right before the first point of a paragraph.</summary>
    public void Find()
    {
        foreach (var mention in _frame.Mentions)
        {
            if (mention.Figure.Unit.Kind != UnitKind.Count || mention.Figure.Value is < 2m or > 10m || mention.Figure.Scale != 1m || mention.Figure.Bound != Bound.None) continue;
            var after = _frame.After(mention);
            var first = after[..Math.Min(Lead, after.Length)].IndexOf("一是", StringComparison.Ordinal);
            if (first < 1 || after[first - 1] is not ('：' or ':' or '，' or '。') || after[..(first - 1)].IndexOfAny("。；，") >= 0) continue;
            Check(mention, after, first);
        }
    }

    private void Check(Mention mention, ReadOnlySpan<char> after, int first)
    {
        var points = new List<Operand>();
        for (var at = first; at >= 0 && points.Count < Numbers.Length;)
        {
            var start = mention.Figure.End + at;
            var length = after[at..].IndexOfAny("，；。,;");
            if (length < 0) length = after.Length - at;
            points.Add(Operand.Of(_frame.Source.Spot(start, start + length), after.Slice(at, length).ToString()));
            if (points.Count == Numbers.Length) break;
            var next = after[(at + 2)..].IndexOf([Numbers[points.Count], '是'], StringComparison.Ordinal);
            at = next < 0 ? -1 : at + 2 + next;
        }
        // A list behind a colon may have been counted as names already.
        if (claims.Claims.Any(c => c.Type == ClaimType.Count && ReferenceEquals(c.Result, mention.Figure))) return;
        if (points.Count < 2 || Math.Abs(points.Count - mention.Figure.Value) > 2m) return;
        claims.Add(new Claim
        {
            Type = ClaimType.Count,
            Result = mention.Figure,
            Operands = points,
            How = points.Count == mention.Figure.Value ? Agreement.Exact : Agreement.Violated,
            Grade = Grade.Structural,
            Recomputed = points.Count,
            Explain = () => $"文中写{mention.Figure.Text}，其后列出{points.Count}点",
        });
    }
}
