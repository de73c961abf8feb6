using Jiheng.Audit.Claims;
using Jiheng.Audit.Weighing;

namespace Jiheng.Audit.Findings;

/// <summary>Turns claims that do not hold into findings.</summary>
internal static class ClaimFindings
{
    /// <summary>The finding of <paramref name="claim"/>, or <c>null</c> when it holds or only arithmetic found it.</summary>
    /// <param name="claim">The claim.</param>
    /// <param name="anchors">Figures that other claims bear out.</param>
    public static Finding? Of(Claim claim, Anchors anchors)
    {
        if (claim.Holds || claim.Grade == Grade.Inferred) return null;
        var rule = FindingCatalogue.Get(CodeOf(claim.Type));
        var computes = claim.Type is ClaimType.Sum or ClaimType.Difference or ClaimType.Product or ClaimType.Ratio or ClaimType.Growth;
        var formula = computes ? $"{claim.Formula} ≠ 文中 {claim.Result.Text}" : claim.Formula;
        return new Finding
        {
            Code = rule.Code,
            Kind = rule.Kind,
            Severity = rule.Severity,
            At = claim.Result.At,
            Text = claim.Result.Text,
            Message = $"{rule.Title}：{formula}。",
            Formula = formula,
            Stated = claim.Result.Printed,
            Recomputed = claim.Recomputed,
            Allowed = claim.Allowed,
            Reading = claim.Reading.Length > 0 ? claim.Reading : claim.Grade == Grade.Explicit ? "按同一句中的文字关系读取" : "按合计与分项、目标与完成的位置关系读取",
            Suggestion = Suggestions.For(claim, anchors),
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
