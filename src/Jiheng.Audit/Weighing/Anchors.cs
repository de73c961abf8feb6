using Jiheng.Audit.Claims;
using Jiheng.Audit.Figures;

namespace Jiheng.Audit.Weighing;

/// <summary>Figures that other claims bear out. Where all figures of a failing claim are anchored, none of them is blamed: the bases differ.</summary>
internal sealed class Anchors
{
    private readonly Lazy<HashSet<Figure>> _held;

    /// <summary>Takes the figures of all claims that hold; they are collected when a claim that does not asks for them.</summary>
    public Anchors(IEnumerable<Claim> claims) => _held = new(() => Held(claims));

    private static HashSet<Figure> Held(IEnumerable<Claim> claims)
    {
        var held = new HashSet<Figure>(ReferenceEqualityComparer.Instance);
        foreach (var claim in claims)
        {
            if (!claim.Holds || claim.Type is ClaimType.Ordering or ClaimType.Bound or ClaimType.Count) continue;
            held.Add(claim.Result);
            foreach (var operand in claim.Operands) if (operand.Figure is { } figure) held.Add(figure);
        }
        return held;
    }

    /// <summary>Whether every figure of <paramref name="claim"/> is borne out elsewhere.</summary>
    public bool HoldAll(Claim claim) => _held.Value.Contains(claim.Result) && claim.Operands.All(o => o.Figure is { } figure && _held.Value.Contains(figure));
}
