using Jiheng.Audit.Frames;

namespace Jiheng.Audit.Claims;

/// <summary>
/// Announced lists that do not add up. A list is held against its whole only when it is complete: the words say so,
/// it closes with 其他, it passes the whole, or it misses it by less than its smallest part.
/// </summary>
internal sealed class SumFailures(ClaimSet claims, Siblings items)
{
    private const int MostParts = 64;

    /// <summary>Checks every announced list that no sum explained.</summary>
    public void Find()
    {
        for (var i = 0; i < items.Count; i++)
        {
            if (items.IsAnnounced(i) && claims.GroupOf(items[i]) is null) Check(i);
        }
    }

    private void Check(int start)
    {
        var parts = List(start);
        if (parts.Count < 2) return;
        var last = items[parts[^1]];
        var closed = claims.Frame.Label(last).TrimStart("1234567890.、（）").StartsWith("其他", StringComparison.Ordinal) || claims.Frame.Label(last).StartsWith("其余", StringComparison.Ordinal);
        foreach (var whole in Wholes(start))
        {
            if (parts.Exists(k => items[k].Figure.Value > whole.Figure.Value || Columns.Of(items[k]) != Columns.Of(items[parts[0]]) && Columns.Of(whole) != Column.Plain)) continue;
            var outcome = Weighing.Check.Sum(whole.Figure, parts.ConvertAll(k => (items[k].Figure, items[k].Times)));
            if (outcome.Holds) return;
            if (!IsComplete(start, whole, parts, outcome.Value!.Value, closed)) continue;
            var mentions = parts.ConvertAll(k => items[k]);
            var reading = closed ? "列举以“其他”收尾，应为全部分项" : "列举与合计相差不足最小的一项，或已超过合计，应为全部分项";
            if (claims.Add(ClaimType.Sum, whole, mentions, outcome, Grade.Explicit, Wording.Sum(whole, mentions, outcome), reading))
                claims.Add(new Group(whole, mentions, false));
            return;
        }
    }

    private bool IsComplete(int start, Mention whole, List<int> parts, decimal sum, bool closed)
    {
        var first = items[start];
        if (first.Says(Cues.Basis | Cues.Beside) || (whole.Lead & Cues.Basis) != 0) return false;
        var short_ = whole.Figure.Value - sum;
        if (short_ < 0) return -short_ <= whole.Figure.Value / 2m;
        if (closed) return true;
        var smallest = parts.Where(k => items[k].Figure.Value > 0).Select(k => items[k].Figure.Value).DefaultIfEmpty(0m).Min();
        var stated = (first.Gap & Cues.Whole) != 0;
        if ((first.Gap & Cues.Main) != 0 || parts.Exists(k => (items[k].Tail & Cues.Among) != 0)) return false;
        return stated ? short_ <= whole.Figure.Value / 2m : short_ < smallest && parts.Count >= 2 && short_ <= whole.Figure.Value / 10m;
    }

    /// <summary>The figures of the list: as long as the marks between them do not grow stronger.</summary>
    private List<int> List(int start)
    {
        var parts = new List<int> { start };
        var inner = Break.None;
        for (var k = items.Next(start); k >= 0 && parts.Count < MostParts; k = items.Next(k))
        {
            var strength = items.Break(k);
            if (strength >= Break.Sentence && !(strength == Break.Paragraph && ListLines.Continues(claims.Frame, Math.Max(0, items[start].Paragraph - 1), items[k].Paragraph))) break;
            if (items.IsAnnounced(k) && items[k].Break != Break.Bracket) break;
            if (parts.Count > 1 && strength > inner) break;
            if (items[k].Says(Cues.Total)) break;
            if (strength > inner) inner = strength;
            parts.Add(k);
        }
        return parts;
    }

    private IEnumerable<Mention> Wholes(int start)
    {
        var first = items[start];
        if (first.Bracket > 0)
        {
            var host = first.Host >= 0 ? claims.Frame.Mentions[first.Host] : null;
            if (host is { Role: Role.Value } && host.Figure.Unit.Fits(first.Figure.Unit)) yield return host;
            yield break;
        }
        var previous = items.Previous(start);
        if (previous < 0) yield break;
        var near = items[previous];
        if (first.Sentence - near.Sentence > 1 || first.Paragraph - near.Paragraph > 1) yield break;
        if (claims.GroupOf(near) is { Holds: true } group && group.Whole.Index < near.Index) yield return group.Whole;
        else yield return near;
    }
}
