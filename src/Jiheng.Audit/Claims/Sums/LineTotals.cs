using Jiheng.Audit.Frames;
using Jiheng.Audit.Weighing;

namespace Jiheng.Audit.Claims.Sums;

/// <summary>A table left as lines of text: lines with as many figures each, closed by a line 合计 of their columns' sums.</summary>
internal sealed class LineTotals(ClaimSet claims)
{
    private const int MostLines = 40;

    private readonly ProseFrame _frame = claims.Frame;

    /// <summary>Checks the columns above every line of totals.</summary>
    public void Find()
    {
        for (var i = 0; i < _frame.Mentions.Count; i++)
        {
            var first = _frame.Mentions[i];
            if (first.Break != Break.Paragraph || _frame.Label(first) is not ("合计" or "总计")) continue;
            var total = Line(i);
            if (total.Count >= 2) Columns(total);
        }
    }

    /// <summary>The figures of the line that begins with mention <paramref name="start"/>; none when something else stands between them.</summary>
    private List<Mention> Line(int start)
    {
        var line = new List<Mention>();
        for (var i = start; i < _frame.Mentions.Count && _frame.Mentions[i].Paragraph == _frame.Mentions[start].Paragraph; i++)
        {
            if (i > start && _frame.Label(_frame.Mentions[i]).Length > 0 && !(_frame.Mentions[i].Role == Role.Growth && _frame.Label(_frame.Mentions[i]).Length <= 4)) return [];
            line.Add(_frame.Mentions[i]);
        }
        return line;
    }

    private void Columns(List<Mention> total)
    {
        var lines = new List<List<Mention>>();
        for (var (end, paragraph) = (total[0].Index, total[0].Paragraph); lines.Count < MostLines && end >= total.Count; end -= total.Count)
        {
            var line = Line(end - total.Count);
            if (line.Count != total.Count || line[0].Paragraph != --paragraph || line[0].Break != Break.Paragraph) break;
            lines.Insert(0, line);
        }
        if (lines.Count < 2) return;
        for (var c = 0; c < total.Count; c++)
        {
            var (whole, parts) = (total[c], lines.ConvertAll(l => l[c]));
            if (!whole.Figure.Unit.IsAdditive || parts.Exists(p => !p.Figure.Unit.Fits(whole.Figure.Unit)) || claims.IsComputed(whole)) continue;
            var outcome = Check.Sum(whole.Figure, parts.ConvertAll(p => (p.Figure, 1)));
            if (claims.Add(ClaimType.Sum, whole, parts, outcome, Grade.Structural, () => Wording.Sum(whole, parts, outcome), "以上各行同一列之和")) claims.Add(new Group(whole, parts, outcome.Holds));
        }
    }
}
