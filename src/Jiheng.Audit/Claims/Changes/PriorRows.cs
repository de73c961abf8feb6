using Jiheng.Audit.Figures;
using Jiheng.Audit.Frames;

namespace Jiheng.Audit.Claims.Changes;

/// <summary>
/// A row of earlier values in one bracket against the row right before it: '报告26起，发病318人，死亡2人，与上年同期（31起、402人、1人）相比，事件数、发病数分别下降16.13%、20.90%'.
/// </summary>
internal sealed class PriorRows(ClaimSet claims)
{
    private static readonly string[] Earlier = ["同期", "上年", "去年", "上年度", "上月", "上季度", "上年末", "年初"];

    private readonly ProseFrame _frame = claims.Frame;

    /// <summary>Checks every change behind such a bracket, before any other reading takes the bracket's last figure for its base.</summary>
    public void Find()
    {
        for (var i = 1; i + 1 < _frame.Mentions.Count; i++)
        {
            var first = _frame.Mentions[i];
            if (first.Bracket == 0 || _frame.Mentions[i - 1].Bracket == first.Bracket || first.Break != Break.Bracket || !IsEarlier(first)) continue;
            var row = _frame.Mentions.Skip(i).TakeWhile(m => m.Bracket == first.Bracket).ToList();
            if (row.Count >= 2 && i >= row.Count && _frame.Mentions.GetRange(i - row.Count, row.Count) is var present && IsRow(present, row)) Changes(present, row);
        }
    }

    /// <summary>Whether the bracket stands right behind 上年同期.</summary>
    private bool IsEarlier(Mention first)
    {
        var before = _frame.Before(first);
        var open = before.LastIndexOfAny('（', '(');
        if (open < 0) return false;
        foreach (var word in Earlier) if (before[..open].EndsWith(word, StringComparison.Ordinal)) return true;
        return false;
    }

    private static bool IsRow(List<Mention> present, List<Mention> row)
    {
        for (var k = 0; k < row.Count; k++) if (!present[k].Figure.Unit.Fits(row[k].Figure.Unit) || !row[k].Figure.Unit.IsAdditive || present[k].Sentence != row[k].Sentence || present[k].Bracket == row[k].Bracket || row[k].Figure.Value <= 0m) return false;
        return true;
    }

    /// <summary>The changes up to the stop, each in its turn against the first pair not yet told that it fits; all of them when there are as many as pairs.</summary>
    private void Changes(List<Mention> present, List<Mention> row)
    {
        var changes = _frame.Mentions.Skip(row[^1].Index + 1).TakeWhile(m => m.Segment == row[0].Segment && !m.Says(Cues.Parts)).Where(m => m.Role is Role.Growth or Role.Change && m.Figure.Bound == Bound.None && !claims.IsComputed(m)).ToList();
        var all = changes.Count == row.Count;
        var next = 0;
        foreach (var change in changes)
        {
            for (var k = next; k < row.Count && (!all || k == next); k++)
            {
                if (change.Role == Role.Change && !change.Figure.Unit.Fits(row[k].Figure.Unit)) continue;
                var outcome = StatedChange.Compute(change, present[k], row[k]);
                if (!outcome.Holds && !(all && (change.RunLength == row.Count || Names(change, present[k])))) continue;
                StatedChange.Keep(claims, change, present[k], row[k], outcome, "括号内各数依次与前面各数相对应");
                next = k + 1;
                break;
            }
        }
    }

    /// <summary>'事件数下降16.13%，发病数下降20.90%': the clause of a change repeats the name or the unit of its value; '满意率提高2.1%' does not.</summary>
    private bool Names(Mention change, Mention present)
    {
        var own = _frame.Source.Text.AsSpan(change.ClauseStart..change.Figure.Start);
        var label = Nouns.Bare(_frame.Label(present));
        return label.Length >= 2 && own.Contains(label[^2..], StringComparison.Ordinal) || own.Contains(present.Figure.Unit.Name + "数", StringComparison.Ordinal);
    }
}
