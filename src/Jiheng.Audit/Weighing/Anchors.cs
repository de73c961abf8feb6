using Jiheng.Audit.Claims;
using Jiheng.Audit.Figures;

namespace Jiheng.Audit.Weighing;

/// <summary>Figures that other claims bear out. Where all figures of a failing claim are anchored, none of them is blamed: the bases differ.</summary>
internal sealed class Anchors
{
    private readonly HashSet<Figure> _held = new(ReferenceEqualityComparer.Instance);

    /// <summary>Collects the figures of all claims that hold.</summary>
    public Anchors(IEnumerable<Claim> claims)
    {
        foreach (var claim in claims)
        {
            if (!claim.Holds || claim.Type is ClaimType.Ordering or ClaimType.Bound or ClaimType.Count) continue;
            _held.Add(claim.Result);
            foreach (var operand in claim.Operands) if (operand.Figure is { } figure) _held.Add(figure);
        }
    }

    /// <summary>Whether every figure of <paramref name="claim"/> is borne out elsewhere.</summary>
    public bool HoldAll(Claim claim) => _held.Contains(claim.Result) && claim.Operands.All(o => o.Figure is { } figure && _held.Contains(figure));
}
