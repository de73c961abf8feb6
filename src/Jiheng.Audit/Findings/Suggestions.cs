using Jiheng.Audit.Claims;
using Jiheng.Audit.Figures;
using Jiheng.Audit.Weighing;

namespace Jiheng.Audit.Findings;

/// <summary>What would mend a claim that does not hold. Where operands may be wrong as well as the result, both are named and none is chosen.</summary>
internal static class Suggestions
{
    /// <summary>The advice for <paramref name="claim"/>; empty when arithmetic offers none.</summary>
    public static string For(Claim claim, Anchors anchors)
    {
        if (anchors.HoldAll(claim)) return "参与计算的各数都与文中其他数字相符，可能是口径不同（单位范围、资金口径、调整前后），请核对口径并说明，不宜直接改数";
        if (claim.Recomputed is not { } value || claim.Type is ClaimType.Count or ClaimType.Ordering or ClaimType.Bound or ClaimType.Equality) return "";
        var result = claim.Result;
        var places = result.Unit.IsRate ? Math.Max(result.Places, 2) : result.Places;
        var right = Wording.Number(value, places);
        var text = $"其他数字无误的，“{result.Text}”应为{right}";
        if (Missing(claim, value) is { } part) return $"差额恰等于“{part}”，核对这一项是否漏计或重复计算；{text}";
        if (IsSwap(Wording.Number(result.Printed, result.Places), right)) return text + "（可能是相邻两位数字写颠倒）";
        if (claim.Type == ClaimType.Ratio && result.Unit.Kind == UnitKind.Percent && result.Value > 0m && claim.Operands is [{ Figure: { } top }, { Figure: { } bottom }])
            return $"{text}；比率无误的，分母约为{Wording.Number(top.Value / result.Value * 100m / bottom.Scale, bottom.Places)}，核对分母口径";
        return text;
    }

    /// <summary>A part that, left out or counted twice, explains the difference.</summary>
    private static string? Missing(Claim claim, decimal value)
    {
        if (claim.Type != ClaimType.Sum || claim.Operands.Count < 3) return null;
        var gap = Math.Abs(claim.Result.Printed - value) * claim.Result.Scale;
        foreach (var operand in claim.Operands) if (operand.Figure is { Value: > 0m } figure && figure.Value == gap) return operand.Text;
        return null;
    }

    private static bool IsSwap(string stated, string right)
    {
        if (stated.Length != right.Length) return false;
        var first = 0;
        while (first < stated.Length && stated[first] == right[first]) first++;
        return first + 1 < stated.Length && stated[first] == right[first + 1] && stated[first + 1] == right[first] && stated.AsSpan(first + 2).SequenceEqual(right.AsSpan(first + 2));
    }
}
