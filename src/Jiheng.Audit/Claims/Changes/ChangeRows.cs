using Jiheng.Audit.Frames;
using Jiheng.Audit.Weighing;

namespace Jiheng.Audit.Claims.Changes;

/// <summary>
/// A sentence of changes over two sums of different years: '2022年决算数较上年增加…，其中购车增…、运行增…'. Rows are matched by label;
/// when two of them hold, the whole's change must be the difference of the two wholes.
/// </summary>
internal sealed class ChangeRows(ClaimSet claims)
{
    private readonly ProseFrame _frame = claims.Frame;

    /// <summary>Checks every change that stands without a value of its own.</summary>
    public void Find()
    {
        var rows = new List<(Mention Change, Mention Present, Mention Prior)>();
        var sentence = -1;
        Mention? head = null;
        foreach (var mention in _frame.Mentions)
        {
            if (mention.Role != Role.Change || !mention.Figure.Unit.IsAdditive || mention.Says(Cues.Adjust) || claims.IsComputed(mention)) continue;
            if (mention.Sentence != sentence)
            {
                Whole(head, rows);
                rows.Clear();
                (sentence, head) = (mention.Sentence, mention);
            }
            if (Row(mention) is { } row) rows.Add((mention, row.Present, row.Prior));
        }
        Whole(head, rows);
    }

    private (Mention Present, Mention Prior)? Row(Mention change)
    {
        var alike = Counterparts.Alike(_frame, change, 6);
        var tried = 0;
        foreach (var present in alike)
        {
            foreach (var prior in alike)
            {
                if (present == prior || present.Sentence == change.Sentence || (change.Sign > 0) != (present.Figure.Value > prior.Figure.Value)) continue;
                tried++;
                var outcome = Check.Difference(change.Figure, present.Figure, prior.Figure, either: true);
                if (!outcome.Holds || !outcome.Convinces(change.Figure, tried, 1)) continue;
                Keep(change, present, prior, outcome, Grade.Inferred, "");
                return (present, prior);
            }
        }
        return null;
    }

    private void Whole(Mention? head, List<(Mention Change, Mention Present, Mention Prior)> rows)
    {
        if (head is null || rows.Count < 2 || claims.IsComputed(head) || rows.Exists(r => r.Change == head)) return;
        var present = claims.GroupOf(rows[0].Present)?.Whole;
        var prior = claims.GroupOf(rows[0].Prior)?.Whole;
        if (present is null || prior is null || present == prior) return;
        if (!rows.TrueForAll(r => claims.GroupOf(r.Present)?.Whole == present && claims.GroupOf(r.Prior)?.Whole == prior)) return;
        var outcome = Check.Difference(head.Figure, present.Figure, prior.Figure, either: true);
        Keep(head, present, prior, outcome, Grade.Structural, "各分项的增减都等于两年分项之差，合计的增减应等于两年合计之差");
    }

    private void Keep(Mention change, Mention present, Mention prior, Outcome outcome, Grade grade, string reading)
    {
        var (high, low) = present.Figure.Value >= prior.Figure.Value ? (present, prior) : (prior, present);
        claims.Add(ClaimType.Difference, change, [high, low], outcome, grade, () => Wording.Binary(high.Figure, "−", low.Figure, change.Figure, outcome), reading);
    }
}
