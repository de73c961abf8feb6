using Jiheng.Audit.Claims;

namespace Jiheng.Audit.Findings;

/// <summary>Turns claims that do not hold into findings.</summary>
internal static class ClaimFindings
{
    /// <summary>The finding of <paramref name="claim"/>, or <c>null</c> when it holds or only arithmetic found it.</summary>
    public static Finding? Of(Claim claim)
    {
        if (claim.Holds || claim.Grade == Grade.Inferred) return null;
        var rule = FindingCatalogue.Get(CodeOf(claim.Type));
        var stated = claim.Type is ClaimType.Count ? claim.Result.Value : claim.Result.Printed;
        var formula = claim.Recomputed is null && claim.Type is not (ClaimType.Ordering or ClaimType.Bound or ClaimType.Equality) ? claim.Formula : $"{claim.Formula} ≠ 文中 {claim.Result.Text}";
        if (claim.Type is ClaimType.Ordering or ClaimType.Bound or ClaimType.Equality or ClaimType.Count) formula = claim.Formula;
        return new Finding
        {
            Code = rule.Code,
            Kind = rule.Kind,
            Severity = rule.Severity,
            At = claim.Result.At,
            Text = claim.Result.Text,
            Message = $"{rule.Title}：{formula}。",
            Formula = formula,
            Stated = stated,
            Recomputed = claim.Recomputed,
            Reading = claim.Reading,
            Also = [.. claim.Operands.Select(o => o.At)],
        };
    }

    private static string CodeOf(ClaimType type) => type switch
    {
        ClaimType.Sum => "JH2001",
        ClaimType.Difference => "JH2002",
        ClaimType.Ratio => "JH2003",
        ClaimType.Growth => "JH2004",
        ClaimType.Product => "JH2005",
        ClaimType.Count => "JH2006",
        ClaimType.Equality => "JH2007",
        ClaimType.Ordering => "JH2008",
        _ => "JH2009",
    };
}
