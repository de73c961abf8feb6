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
            var overlap = Labels.Overlap(label, frame.Label(other));
            if (overlap <= best) continue;
            (found, best) = (other, overlap);
        }
        return found;
    }

    /// <summary>Values of the passage whose labels share words with that of <paramref name="change"/>, nearest first.</summary>
    public static List<Mention> Alike(ProseFrame frame, Mention change, int most)
    {
        var label = frame.Label(change);
        var result = new List<Mention>();
        foreach (var other in frame.Back(change))
        {
            if (result.Count >= most) break;
            if (other.Role == Role.Value && other.Figure.Unit.Fits(change.Figure.Unit) && Labels.Shares(frame.Label(other), label)) result.Add(other);
        }
        return result;
    }

    /// <summary>A planned value, or one in the bracket of a planned one.</summary>
    private static bool IsPlan(ProseFrame frame, Mention mention) =>
        Columns.Of(mention) == Column.Plan || (mention.Host >= 0 && Columns.Of(frame.Mentions[mention.Host]) == Column.Plan && Columns.Of(mention) == Column.Plain);
}
