namespace Jiheng.Audit.Frames;

/// <summary>Finds the figure that speaks of the same item elsewhere in the passage: its budget, its value of another year.</summary>
internal static class Counterparts
{
    /// <summary>The budget of what <paramref name="done"/> executed: a planned value before it whose label shares words with its own.</summary>
    public static Mention? PlanOf(ProseFrame frame, Mention done)
    {
        var label = frame.Label(done);
        Mention? found = null;
        var best = 0;
        foreach (var other in frame.Back(done))
        {
            if (other.Role != Role.Value || !other.Figure.Unit.Fits(done.Figure.Unit) || !IsPlan(frame, other)) continue;
            // How much of the other label is shared: '接待' fits '公务接待决算' better than '公务用车' does.
            var own = frame.Label(other);
            var fit = Labels.Overlap(label, own) * 100 / Math.Max(1, own.Length - 1);
            if (fit <= best) continue;
            (found, best) = (other, fit);
        }
        // '支出预算36.50万元，决算28.14万元': a bare head executes the plan right before it.
        if (found is null && Nouns.Bare(label) is "决算" or "支出决算" or "决算数" or "实际支出") found = frame.Back(done).FirstOrDefault(m => m.Role == Role.Value && m.Sentence == done.Sentence && m.Figure.Unit.Fits(done.Figure.Unit) && Columns.Of(m) == Column.Plan && done.Clause - m.Clause <= 2);
        return found;
    }

    /// <summary>Values of the passage whose labels share words with that of <paramref name="change"/>, nearest first.</summary>
    public static List<Mention> Alike(ProseFrame frame, Mention change, int most)
    {
        var label = frame.Label(change);
        var result = new List<Mention>();
        foreach (var other in frame.BackLines(change, 3))
        {
            if (result.Count >= most) break;
            if (other.Role == Role.Value && other.Figure.Unit.Fits(change.Figure.Unit) && Labels.Shares(frame.Label(other), label)) result.Add(other);
        }
        return result;
    }

    /// <summary>A planned value, one in the bracket of a planned one, or one of the parts that follow it.</summary>
    private static bool IsPlan(ProseFrame frame, Mention mention)
    {
        if (Columns.Of(mention) == Column.Plan) return true;
        if (mention.Host >= 0) return Columns.Of(frame.Mentions[mention.Host]) == Column.Plan && Columns.Of(mention) == Column.Plain;
        for (var i = mention.Index; i >= 0 && frame.Mentions[i].Segment == mention.Segment; i--)
        {
            var head = frame.Mentions[i];
            if (Columns.Of(head) == Column.Plan) return true;
            if (Columns.Of(head) == Column.Done || head.Role != Role.Value || Columns.NamesSpending(frame.Label(head))) return false;
        }
        return false;
    }
}
