using Jiheng.Audit.Figures;

namespace Jiheng.Audit.Frames;

/// <summary>All figures of one unit that can be wholes or parts, in reading order, with their neighbours on the same level.</summary>
internal sealed class Siblings
{
    private readonly List<Mention> _items = [];
    private readonly List<int> _next = [];
    private readonly List<int> _previous = [];
    private readonly List<(Break Break, Cues Gap)> _before = [];
    private readonly Dictionary<int, int> _last = [];

    /// <summary>Number of figures.</summary>
    public int Count => _items.Count;

    /// <summary>The figure at <paramref name="index"/>.</summary>
    public Mention this[int index] => _items[index];

    /// <summary>Next figure in the same bracket (or outside of any), -1 for none.</summary>
    public int Next(int index) => _next[index];

    /// <summary>Previous figure in the same bracket (or outside of any), -1 for none.</summary>
    public int Previous(int index) => _previous[index];

    /// <summary>Strongest punctuation since the previous figure on this level.</summary>
    public Break Break(int index) => _before[index].Break;

    /// <summary>Whether words or signs before the figure announce parts: 其中, 分为, a colon, a bracket.</summary>
    public bool IsAnnounced(int index) => IsAnnounced(_items[index], _before[index].Gap);

    /// <summary>Whether the words right before <paramref name="mention"/> announce parts.</summary>
    public static bool IsAnnounced(Mention mention) => IsAnnounced(mention, mention.Gap);

    private static bool IsAnnounced(Mention mention, Cues gap) =>
        (gap & (Cues.Parts | Cues.Whole)) != 0 || mention.Break == Frames.Break.Colon || mention.AfterColon || (mention.Break == Frames.Break.Bracket && mention.Bracket > 0);

    /// <summary>Groups the summable mentions of <paramref name="frame"/> by unit.</summary>
    public static IReadOnlyCollection<Siblings> Of(ProseFrame frame)
    {
        var result = new List<Siblings>();
        foreach (var mention in frame.Mentions)
        {
            var label = frame.Label(mention);
            if (!CanAdd(mention) || (mention.Says(Cues.Per) || Claims.Products.PerHeadClaims.NamesAverage(label)) && !IsAggregate(label)) continue;
            var siblings = Find(result, mention.Figure.Unit);
            if (siblings is null) result.Add(siblings = new Siblings());
            siblings.Add(mention, frame.Mentions, IsDivided(frame, mention));
        }
        return result;
    }

    private static Siblings? Find(List<Siblings> all, Unit unit)
    {
        foreach (var siblings in all) if (siblings[0].Figure.Unit.Fits(unit)) return siblings;
        return null;
    }

    /// <summary>Incomes and outlays per head are made up of parts per head, as the statistics set them out.</summary>
    private static bool IsAggregate(ReadOnlySpan<char> label) => label.Contains("可支配收入", StringComparison.Ordinal) || label.Contains("消费支出", StringComparison.Ordinal) || label.Contains("纯收入", StringComparison.Ordinal)
        || label.Contains("每月共", StringComparison.Ordinal) || label.Contains("每年共", StringComparison.Ordinal) || label.Contains("每月合计", StringComparison.Ordinal) || label.Contains("每年合计", StringComparison.Ordinal);

    private static bool CanAdd(Mention mention) =>
        mention.Figure.Unit.IsAdditive && (mention.Figure.Bound is Bound.None or Bound.About || mention.Role == Role.Limit && mention.Figure.Bound == Bound.AtMost)
        && (mention.Role is Role.Value or Role.Limit || (mention.Role == Role.Change && mention.Says(Cues.Adjust)));

    /// <summary>'。按致病因素，微生物性11起、…；按场所，家庭13起、…': a clause of its own names what the list behind it divides by.</summary>
    private static bool IsDivided(ProseFrame frame, Mention mention)
    {
        if (mention.Break < Frames.Break.Segment || mention.ClauseStart < 3 || frame.Source.Text[mention.ClauseStart - 1] != '，') return false;
        var before = frame.Source.Text.AsSpan(Math.Max(frame.Source.StartOf(mention.Paragraph), mention.ClauseStart - 10)..(mention.ClauseStart - 1));
        before = before[(before.LastIndexOfAny("。；\n") + 1)..];
        return before.Length is > 2 and < 9 && before[0] == '按';
    }

    private void Add(Mention mention, List<Mention> all, bool divided)
    {
        var previous = _last.GetValueOrDefault(mention.Bracket, -1);
        var (strength, gap) = (mention.Break, mention.Gap | (divided ? Cues.Whole : 0));
        for (var i = mention.Index - 1; previous >= 0 && i > _items[previous].Index && i > mention.Index - ProseFrame.Reach; i--)
        {
            if (all[i].Depth > mention.Depth) continue;
            gap |= all[i].Gap;
            if (all[i].Break > strength && all[i].Break != Frames.Break.Bracket) strength = all[i].Break;
        }
        _items.Add(mention);
        _before.Add((strength, gap));
        _next.Add(-1);
        _previous.Add(previous);
        if (previous >= 0) _next[previous] = _items.Count - 1;
        _last[mention.Bracket] = _items.Count - 1;
    }
}
