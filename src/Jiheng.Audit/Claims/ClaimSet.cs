using Jiheng.Audit.Figures;
using Jiheng.Audit.Findings;
using Jiheng.Audit.Frames;
using Jiheng.Audit.Weighing;

namespace Jiheng.Audit.Claims;

/// <summary>The claims found so far, each once, with the sums that later readings lean on.</summary>
internal sealed class ClaimSet(ProseFrame frame)
{
    private const int FarReach = 200;

    private readonly List<Claim> _claims = [];
    private readonly HashSet<(ClaimType, int, int, int)> _seen = [];
    private readonly Group?[] _groupOfPart = new Group?[frame.Mentions.Count];
    private readonly Dictionary<int, List<Group>> _groupsIn = [];
    private readonly Dictionary<int, Mention> _wholeOfShare = [];
    private readonly Known[] _known = new Known[frame.Mentions.Count];
    private readonly Dictionary<int, Mention> _minuends = [];

    /// <summary>The mentions.</summary>
    public ProseFrame Frame => frame;

    /// <summary>All claims.</summary>
    public IReadOnlyList<Claim> Claims => _claims;

    /// <summary>Claims between mentions that hold, in the order in which they were found.</summary>
    public List<(ClaimType Type, Mention Result, IReadOnlyList<Mention> Operands)> Held { get; } = [];

    /// <summary>All sums with their parts, in the order in which they were found.</summary>
    public List<Group> Groups { get; } = [];

    /// <summary>The sums whose whole stands in <paramref name="paragraph"/>, in the order in which they were found.</summary>
    public IReadOnlyList<Group> GroupsIn(int paragraph) => _groupsIn.TryGetValue(paragraph, out var groups) ? groups : [];

    /// <summary>The nearest wholes of sums before mention <paramref name="index"/>, nearest first.</summary>
    public IEnumerable<Mention> WholesBefore(int index)
    {
        for (var i = index; i >= Math.Max(0, index - FarReach); i--) if (_known[i].IsWhole) yield return frame.Mentions[i];
    }

    /// <summary>Whether <paramref name="mention"/> is the whole of some sum.</summary>
    public bool IsWhole(Mention mention) => _known[mention.Index].IsWhole;

    /// <summary>The sum of which <paramref name="part"/> is a part; <c>null</c> for none.</summary>
    public Group? GroupOf(Mention part) => _groupOfPart[part.Index];

    /// <summary>Whether some claim already computes <paramref name="mention"/>.</summary>
    public bool IsComputed(Mention mention) => _known[mention.Index].ComputedAs != 0;

    /// <summary>Whether <paramref name="mention"/> is a factor of some product: a price, a yield or their quantity.</summary>
    public bool IsFactor(Mention mention) => _known[mention.Index].IsFactor;

    /// <summary>What <paramref name="rest"/> was found to be left of; <c>null</c> for no such claim.</summary>
    public Mention? MinuendOf(Mention rest) => _minuends.GetValueOrDefault(rest.Index);

    /// <summary>Whether some claim of type <paramref name="type"/> computes <paramref name="mention"/>.</summary>
    public bool IsComputedAs(ClaimType type, Mention mention) => (_known[mention.Index].ComputedAs & 1 << (int)type) != 0;

    /// <summary>The whole by which a share was found to hold.</summary>
    public Mention? WholeOfShare(Mention share) => _wholeOfShare.GetValueOrDefault(share.Index);

    /// <summary>Remembers by which whole a share holds.</summary>
    public void SetWhole(Mention share, Mention whole) => _wholeOfShare[share.Index] = whole;

    /// <summary>Adds a sum.</summary>
    public void Add(Group group)
    {
        Groups.Add(group);
        _known[group.Whole.Index].IsWhole = true;
        if (!_groupsIn.TryGetValue(group.Whole.Paragraph, out var groups)) _groupsIn[group.Whole.Paragraph] = groups = [];
        groups.Add(group);
        foreach (var part in group.Parts) _groupOfPart[part.Index] ??= group;
    }

    /// <summary>Adds a claim unless the same one is there.</summary>
    /// <returns>Whether it was new.</returns>
    public bool Add(ClaimType type, Mention result, IReadOnlyList<Mention> operands, Outcome outcome, Grade grade, Func<string> formula, string reading = "")
    {
        var hash = 0;
        foreach (var operand in operands) hash = unchecked(hash * 31 + operand.Index);
        if (!_seen.Add((type, result.Index, operands.Count, hash))) return false;
        _known[result.Index].ComputedAs |= 1 << (int)type;
        if (outcome.Holds) Held.Add((type, result, operands));
        if (type == ClaimType.Difference) _minuends.TryAdd(result.Index, operands[0]);
        if (type == ClaimType.Product) foreach (var operand in operands) _known[operand.Index].IsFactor = true;
        var scale = result.Figure.Scale;
        if (result.Figure.Unit.Kind is UnitKind.Percent) scale = 1m;
        _claims.Add(new Claim
        {
            Type = type,
            Result = result.Figure,
            Operands = [.. operands.Select(o => Operand.Of(o.Figure))],
            How = outcome.How,
            Grade = grade,
            Recomputed = outcome.Value / scale,
            Allowed = outcome.Allowed is { } a ? new Interval(a.Low / scale, a.High / scale) : null,
            Explain = formula,
            Reading = reading,
        });
        return true;
    }

    /// <summary>Findings that are no relation of their own: a wrong direction or unit, a conclusion that the figures belie.</summary>
    public List<Finding> Findings { get; } = [];

    /// <summary>Raises a finding at a stretch of the text.</summary>
    public void Raise(string code, int start, int end, string message, string? kind = null, string suggestion = "")
    {
        var rule = FindingCatalogue.Get(code);
        Findings.Add(new Finding
        {
            Code = code,
            Kind = kind ?? rule.Kind,
            Severity = rule.Severity,
            At = frame.Source.Spot(start, end),
            Text = frame.Source.Text[start..end],
            Message = message,
            Suggestion = suggestion,
        });
    }

    /// <summary>Index of the last mention that ends at or before <paramref name="position"/>, -1 for none.</summary>
    public int IndexBefore(int position)
    {
        int low = -1, high = frame.Mentions.Count - 1;
        while (low < high)
        {
            var middle = (low + high + 1) / 2;
            if (frame.Mentions[middle].Figure.End <= position) low = middle;
            else high = middle - 1;
        }
        return low;
    }

    /// <summary>Adds a claim that is no relation between mentions alone.</summary>
    public void Add(Claim claim) => _claims.Add(claim);

    /// <summary>What is known of one mention; nearly every reader asks this of each.</summary>
    private struct Known
    {
        /// <summary>Types of the claims that compute it, one bit each.</summary>
        public int ComputedAs;

        /// <summary>Whether it is the whole of some sum.</summary>
        public bool IsWhole;

        /// <summary>Whether it is a factor of some product.</summary>
        public bool IsFactor;
    }
}

/// <summary>A whole with the parts that were found to make it up.</summary>
/// <param name="Whole">The whole.</param>
/// <param name="Parts">Its parts in reading order.</param>
/// <param name="Holds">Whether they add up.</param>
internal sealed record Group(Mention Whole, IReadOnlyList<Mention> Parts, bool Holds);
