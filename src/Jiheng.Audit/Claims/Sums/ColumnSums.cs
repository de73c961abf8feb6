using Jiheng.Audit.Frames;
using Jiheng.Audit.Weighing;

namespace Jiheng.Audit.Claims.Sums;

/// <summary>
/// Rows set out with ； that hold as many like figures each, summed column by column: '小学毕业A人，招生B人；初中毕业C人，招生D人。合计毕业A+C人、招生B+D人',
/// '下达W：甲a，支出b；乙c，支出d。支出合计b+d'.
/// </summary>
internal sealed class ColumnSums(ClaimSet claims, Siblings items)
{
    private const int MostRows = 24;

    private readonly ProseFrame _frame = claims.Frame;

    /// <summary>Checks the totals before and behind every such block of rows.</summary>
    public void Find()
    {
        if (!HasRows()) return;
        for (var i = 0; i < items.Count;)
        {
            var rows = Rows(i);
            if (rows.Count < 2 || rows[0].Count < 2)
            {
                i++;
                continue;
            }
            for (var c = 0; c < rows[0].Count; c++) Column(rows, c);
            i = rows[^1][^1] + 1;
        }
    }

    /// <summary>Whether a ； parts any two figures.</summary>
    private bool HasRows()
    {
        for (var i = 0; i < items.Count; i++) if (items.Break(i) == Break.Segment) return true;
        return false;
    }

    /// <summary>Segments of one paragraph, one after another, that hold as many figures each outside of brackets.</summary>
    private List<List<int>> Rows(int start)
    {
        var rows = new List<List<int>>();
        for (var k = start; k < items.Count && rows.Count < MostRows;)
        {
            var row = new List<int>();
            for (; k < items.Count && items[k].Segment == items[row.Count > 0 ? row[0] : k].Segment && items[k].Paragraph == items[start].Paragraph; k++) if (items[k].Bracket == items[start].Bracket) row.Add(k);
            if (row.Count == 0 || (rows.Count > 0 && (row.Count != rows[0].Count || items[row[0]].Sentence != items[rows[0][0]].Sentence || items.Break(row[0]) != Break.Segment))) break;
            rows.Add(row);
        }
        // A whole before a colon is no part of the first row: 'W：甲a，支出b；…'.
        if (rows.Count == 1 && rows[0].Count > 2 && items[rows[0][1]].AfterColon) return Rows(rows[0][1]);
        return rows;
    }

    private void Column(List<List<int>> rows, int column)
    {
        var parts = rows.ConvertAll(r => items[r[column]]);
        if (parts.Exists(p => claims.GroupOf(p) is { Holds: true })) return;
        var first = rows[0][0];
        for (var k = items.Previous(first); k >= 0 && k >= first - 2 && items[k].Paragraph == items[first].Paragraph; k = items.Previous(k)) if (Try(items[k], parts, column)) return;
        for (var k = rows[^1][^1] + 1; k < items.Count && k <= rows[^1][^1] + rows[0].Count + 1 && items[k].Paragraph == items[first].Paragraph; k++) if (Try(items[k], parts, column)) return;
    }

    private bool Try(Mention whole, List<Mention> parts, int column)
    {
        if (claims.IsWhole(whole) || parts.Exists(p => p.Figure.Value > whole.Figure.Value)) return false;
        var outcome = Check.Sum(whole.Figure, parts.ConvertAll(p => (p.Figure, 1)));
        // Behind the rows a total names its column: 合计…招生, 支出合计.
        var named = whole.Index > parts[^1].Index && Nouns.Bare(_frame.Label(parts[^1])) is { Length: >= 2 } label && Nouns.Bare(_frame.Label(whole)).Contains(label, StringComparison.Ordinal);
        if (outcome.Holds ? whole.Figure.Value < 30m * whole.Figure.Step && !named : !(named && (whole.Says(Cues.Total) || column > 0) && Repairs.IsSlip(whole.Figure, outcome.Value!.Value))) return false;
        if (!claims.Add(ClaimType.Sum, whole, parts, outcome, Grade.Structural, () => Wording.Sum(whole, parts, outcome), "各段同一位置的数逐段相加")) return false;
        claims.Add(new Group(whole, parts, outcome.Holds));
        return true;
    }
}
