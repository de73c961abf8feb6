using Jiheng.Audit.Figures;

namespace Jiheng.Audit.Frames;

/// <summary>Links each change, rate, share and earlier value with the value that it speaks of.</summary>
internal static class SubjectLinks
{
    /// <summary>Fills <paramref name="subjects"/> with the index of each mention's value, -1 for none.</summary>
    public static void Assign(ProseFrame frame, int[] subjects)
    {
        foreach (var mention in frame.Mentions)
        {
            if (mention.Role is Role.Value or Role.Aside or Role.Limit) continue;
            subjects[mention.Index] = Subject(frame, mention);
        }
    }

    private static int Subject(ProseFrame frame, Mention mention)
    {
        var mentions = frame.Mentions;
        if (mention.RunLength > 1 && Zip(frame, mention) is >= 0 and var zipped) return zipped;
        Mention? fallback = null;
        for (var i = mention.Index - 1; i >= 0 && i >= mention.Index - ProseFrame.Reach; i--)
        {
            var other = mentions[i];
            if (other.Sentence != mention.Sentence) break;
            // What stands in a closed bracket is no subject of what follows it, unless nothing else is.
            if (other.Depth > mention.Depth || (other.Bracket != mention.Bracket && other.Depth == mention.Depth && other.Depth > 0)) continue;
            if (!IsSubject(mention, other)) continue;
            if (Measures(mention, other)) return mention.Role == Role.Share && ByName(frame, mention, other) is { } named ? named.Index : i;
            fallback ??= other;
        }
        return fallback?.Index ?? -1;
    }

    /// <summary>'甲10亿元，乙5亿元，甲占比…': the words before 占 name another value of the sentence than the <paramref name="nearest"/>.</summary>
    private static Mention? ByName(ProseFrame frame, Mention share, Mention nearest)
    {
        var label = frame.Label(share).TrimStart("其中");
        var at = label.IndexOf('占');
        if (at < 2) return null;
        var (found, best) = ((Mention?)null, Naming(frame, nearest, label[..at]));
        for (var i = nearest.Index - 1; i >= 0 && i >= nearest.Index - 6 && frame.Mentions[i].Sentence == share.Sentence; i--)
        {
            var other = frame.Mentions[i];
            if (!IsSubject(share, other) || other.Depth > share.Depth || Labels.Overlap(frame.Label(other), label[..at]) < at - 1) continue;
            if (Naming(frame, other, label[..at]) is var naming && naming > best) (found, best) = (other, naming);
        }
        return found;
    }

    /// <summary>How well a value's label carries <paramref name="name"/>; best when it begins with it: 税收收入 is 税收, 非税收入 is not.</summary>
    private static int Naming(ProseFrame frame, Mention value, ReadOnlySpan<char> name)
    {
        var label = frame.Label(value);
        return Labels.Overlap(label, name) * 2 + (label.TrimStart("其中包括含").StartsWith(name, StringComparison.Ordinal) ? 1 : 0);
    }

    /// <summary>The figures of a run belong one by one to as many values before it.</summary>
    private static int Zip(ProseFrame frame, Mention mention)
    {
        var position = mention.Index - mention.RunStart;
        var first = frame.Mentions[mention.RunStart];
        var found = new List<int>();
        for (var i = mention.RunStart - 1; i >= 0 && i >= mention.RunStart - ProseFrame.Reach && found.Count < mention.RunLength; i--)
        {
            var other = frame.Mentions[i];
            if (other.Sentence != first.Sentence) break;
            if (other.Depth != first.Depth && other.Depth > first.Depth) continue;
            if (mention.Figure.Unit.Kind == UnitKind.Point ? IsSubject(mention, other) : other.Role == Role.Value && (mention.Figure.Unit.IsRate || mention.Figure.Unit.Kind == UnitKind.None || HasUnitIn(frame, mention, other))) found.Add(i);
        }
        if (found.Count < mention.RunLength) return -1;
        found.Reverse();
        var match = found[position];
        if (mention.Role is Role.Change or Role.Prior && mention.Figure.Unit.Kind != UnitKind.Point && !frame.Mentions[match].Figure.Unit.Fits(mention.Figure.Unit)) return -1;
        return match;
    }

    private static bool HasUnitIn(ProseFrame frame, Mention mention, Mention value)
    {
        for (var i = mention.RunStart; i < mention.RunStart + mention.RunLength; i++)
        {
            if (frame.Mentions[i].Figure.Unit.Fits(value.Figure.Unit)) return true;
        }
        return false;
    }

    private static bool IsSubject(Mention mention, Mention other) => mention.Figure.Unit.Kind == UnitKind.Point
        ? other.Figure.Unit.Kind == UnitKind.Percent && other.Role is Role.Rate or Role.Share or Role.Growth or Role.Value
        : mention.Role is Role.Prior && mention.Figure.Unit.IsRate
            ? other.Figure.Unit.Fits(mention.Figure.Unit) && other.Role is Role.Rate or Role.Share or Role.Growth
            : other.Role == Role.Value;

    private static bool Measures(Mention mention, Mention other) =>
        mention.Figure.Unit.IsRate || mention.Figure.Unit.Kind is UnitKind.Point or UnitKind.None || mention.Figure.Unit.Fits(other.Figure.Unit);
}
