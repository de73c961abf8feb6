using Jiheng.Audit.Claims;
using Jiheng.Audit.Figures;
using Jiheng.Audit.Frames;
using Jiheng.Model.Measures;

namespace Jiheng.Audit.Known;

/// <summary>Holds the values of a text against known facts of the same name and unit.</summary>
internal sealed class KnownCheck(ClaimSet claims, KnownFacts known)
{
    private readonly ProseFrame _frame = claims.Frame;
    private readonly Dictionary<string, List<KnownFact>> _byEnding = Index(known);

    /// <summary>Raises a finding for each value that differs from its fact; a difference of 口径 is asked about, not assumed.</summary>
    public void Find()
    {
        foreach (var mention in _frame.Mentions)
        {
            if (mention.Role is not (Role.Value or Role.Rate or Role.Share) || mention.Figure.Bound != Bound.None) continue;
            if (FactOf(mention) is not { } fact || Agrees(mention.Figure, fact.Value)) continue;
            claims.Raise("JH2201", mention.Figure.Start, mention.Figure.End, $"文中{mention.Figure.Text}，{fact.Note}为{fact.Value}。", null, "核对两处的口径（单位范围、资金口径、阶段）；口径相同的，改为一致");
        }
    }

    private KnownFact? FactOf(Mention mention)
    {
        var label = _frame.Label(mention).TrimEnd("为是共达到约计有：: ");
        if (label.Length < 2 || !_byEnding.TryGetValue(label[^2..].ToString(), out var facts)) return null;
        KnownFact? found = null;
        var longest = 0;
        foreach (var fact in facts)
        {
            foreach (var name in fact.Labels)
            {
                if (name.Length <= longest || !label.EndsWith(name, StringComparison.Ordinal) || !Fits(mention.Figure, fact.Value)) continue;
                (found, longest) = (fact, name.Length);
            }
        }
        return found;
    }

    private static bool Fits(Figure figure, Amount value) => figure.Unit.Kind switch
    {
        UnitKind.Money => value.Dimension.Kind == DimensionKind.Money,
        UnitKind.Percent => value.Dimension.Kind == DimensionKind.Ratio,
        UnitKind.Count or UnitKind.Physical => value.Dimension.BaseUnit == figure.Unit.Name,
        _ => false,
    };

    /// <summary>Whether the printed figure is the fact, rounded to either's places.</summary>
    private static bool Agrees(Figure figure, Amount value)
    {
        var fact = figure.Unit.Kind == UnitKind.Percent ? value.Base * 100m : value.Base;
        var slack = figure.Unit.Kind == UnitKind.Percent || !figure.IsWhole ? figure.Step / 2m : 0m;
        return Math.Abs(figure.Value - fact) <= slack;
    }

    private static Dictionary<string, List<KnownFact>> Index(KnownFacts known)
    {
        var result = new Dictionary<string, List<KnownFact>>(StringComparer.Ordinal);
        foreach (var fact in known.Facts)
        {
            foreach (var name in fact.Labels.Where(n => n.Length >= 2))
            {
                if (!result.TryGetValue(name[^2..], out var facts)) result[name[^2..]] = facts = [];
                if (!facts.Contains(fact)) facts.Add(fact);
            }
        }
        return result;
    }
}
