using Jiheng.Audit.Figures;
using Jiheng.Audit.Frames;

namespace Jiheng.Audit.Claims.Counts;

/// <summary>A stated number of tasks against the points that set them out: '三项重点工作：一是…；二是…；三是…', or one numbered line for each.</summary>
internal sealed class PointCounts(ClaimSet claims)
{
    private const string Numbers = "一二三四五六七八九十";
    private const string Circled = "①②③④⑤⑥⑦⑧⑨⑩";
    private const int Lead = 24;
    private const int Most = 10;
    private const int LinesOfPoint = 4;

    /// <summary>The ways to mark point number n, counted from 0.</summary>
    private static readonly Func<int, string>[] Styles =
        [n => Numbers[n] + "是", n => $"第{Numbers[n]}，", n => $"第{Numbers[n]}、", n => $"第{Numbers[n]}是", n => $"（{Numbers[n]}）", n => $"({Numbers[n]})", n => Circled[n].ToString(), n => $"（{n + 1}）", n => $"({n + 1})", n => $"{n + 1}.", n => $"{n + 1}．", n => $"{n + 1}、", n => $"{Numbers[n]}、", n => $"其{Numbers[n]}，"];

    private static readonly string[] Firsts = [.. Styles.Select(style => style(0))];

    private readonly ProseFrame _frame = claims.Frame;

    /// <summary>Checks every number that stands right before the first point.</summary>
    public void Find()
    {
        foreach (var mention in _frame.Mentions)
        {
            if (mention.Figure.Unit.Kind != UnitKind.Count || mention.Figure.Value is < 2m or > Most || mention.Figure.Scale != 1m || mention.Figure.Bound != Bound.None) continue;
            var after = _frame.After(mention);
            if (EndsWithColon(after)) Lines(mention);
            else Inline(mention, after);
        }
    }

    private static bool EndsWithColon(ReadOnlySpan<char> after) => after.TrimEnd() is [.., '：' or ':'] and { Length: <= Lead };

    private void Inline(Mention mention, ReadOnlySpan<char> after)
    {
        for (var s = 0; s < Styles.Length; s++)
        {
            var first = IndexOf(after[..Math.Min(Lead, after.Length)], Firsts[s]);
            if (first < 1 || after[first - 1] is not ('：' or ':' or '，' or '。') || after[..(first - 1)].IndexOfAny("。；，") >= 0) continue;
            Points(mention, after, first, Styles[s]);
            return;
        }
    }

    /// <summary>First place of <paramref name="mark"/> that is not part of a number: '2.' is none in '12.5'.</summary>
    private static int IndexOf(ReadOnlySpan<char> text, string mark)
    {
        for (var from = 0; from < text.Length;)
        {
            var at = text[from..].IndexOf(mark, StringComparison.Ordinal);
            if (at < 0) return -1;
            at += from;
            var end = at + mark.Length;
            if ((at == 0 || !FigureLexer.IsDigit(text[at - 1])) && (end >= text.Length || !FigureLexer.IsDigit(text[end]))) return at;
            from = at + 1;
        }
        return -1;
    }

    private void Points(Mention mention, ReadOnlySpan<char> after, int first, Func<int, string> style)
    {
        var points = new List<Operand>();
        for (var at = first; at >= 0 && points.Count < Most;)
        {
            var start = mention.Figure.End + at;
            var mark = style(points.Count).Length;
            var length = after[(at + mark)..].IndexOfAny("，；。,;");
            length = length < 0 ? after.Length - at : length + mark;
            points.Add(Operand.Of(_frame.Source.Spot(start, start + length), after.Slice(at, length).ToString()));
            if (points.Count == Most) break;
            var next = IndexOf(after[(at + 2)..], style(points.Count));
            at = next < 0 ? -1 : at + 2 + next;
        }
        Keep(mention, points);
    }

    /// <summary>The lines behind 'N项工作：', each with its mark; lines without one belong to the point before.</summary>
    private void Lines(Mention mention)
    {
        var source = _frame.Source;
        if (mention.Paragraph + 1 >= source.Count) return;
        foreach (var style in Styles)
        {
            if (!source.Paragraph(mention.Paragraph + 1).TrimStart().StartsWith(style(0), StringComparison.Ordinal)) continue;
            var points = new List<Operand>();
            var without = 0;
            for (var p = mention.Paragraph + 1; p < source.Count && points.Count < Most && without < LinesOfPoint; p++)
            {
                var line = source.Paragraph(p);
                if (points.Count > 1 && line.TrimStart().StartsWith(style(0), StringComparison.Ordinal)) break;
                if (!line.TrimStart().StartsWith(style(points.Count), StringComparison.Ordinal))
                {
                    without++;
                    continue;
                }
                without = 0;
                points.Add(Operand.Of(source.Spot(source.StartOf(p), source.EndOf(p)), line.ToString()));
            }
            Keep(mention, points);
            return;
        }
    }

    private void Keep(Mention mention, List<Operand> points)
    {
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
