using System.Globalization;
using Jiheng.Audit.Claims;
using Jiheng.Audit.Figures;
using Jiheng.Model.Measures;

namespace Jiheng.Casework.Drafting;

/// <summary>
/// Recomputes rates, shares and sums that follow from figures which were all found with certainty, and only where the old text's own figures
/// confirm how it computed them. Everything else is left to be collected.
/// </summary>
internal static class DerivedFigures
{
    /// <summary>A result this long does not agree by chance.</summary>
    private const int SureDigits = 3;

    /// <summary>Fills in what follows.</summary>
    /// <param name="figures">The figures so far.</param>
    /// <param name="indexes">Position of each audited figure among them.</param>
    /// <param name="claims">The relations that the audit read in the old text.</param>
    public static IReadOnlyList<DraftFigure> Fill(IReadOnlyList<DraftFigure> figures, IReadOnlyDictionary<Figure, int> indexes, IReadOnlyList<Claim> claims)
    {
        var filled = figures.ToArray();
        var parted = indexes.Where(p => figures[p.Value] is { IsCertain: true, To: not null }).GroupBy(p => p.Key.Value)
            .Where(g => g.Select(p => figures[p.Value].To!.Value.Base).Distinct().Count() > 1).Select(g => g.Key).ToHashSet();
        foreach (var claim in claims)
        {
            if (claim is not { Grade: Grade.Explicit or Grade.Structural, Holds: true, Type: ClaimType.Ratio or ClaimType.Sum } || !indexes.TryGetValue(claim.Result, out var index)) continue;
            var result = filled[index];
            // 0 % and 100 % say more often that all was done than how much; they are never replaced silently.
            if (result.Colour != FigureColour.ToCollect || claim.Result.Value is 0 or 100 || claim.Result.Bound != Bound.None || claim.Result.Text.Count(char.IsAsciiDigit) < SureDigits) continue;
            var operands = claim.Operands.Select(o => o.Figure is { } f && indexes.TryGetValue(f, out var i) && filled[i] is { IsCertain: true, To: not null } found ? (Old: f.Value, New: found.To.Value.Base) : ((decimal Old, decimal New)?)null).ToList();
            // The old text may mean another figure of the same value; where those part this year, nothing can be told.
            if (operands.Count < 2 || operands.Exists(o => o is null || parted.Contains(o.Value.Old))) continue;
            var places = claim.Result.Places;
            if (Compute(claim, [.. operands.Select(o => o!.Value.Old)], places) != claim.Result.Printed || Compute(claim, [.. operands.Select(o => o!.Value.New)], places) is not { } value) continue;
            filled[index] = result with
            {
                Colour = FigureColour.Found,
                IsCertain = true,
                New = value.ToString("F" + places, CultureInfo.InvariantCulture),
                Reason = $"按原文的算法由今年的数重算（原文 {claim.Formula}）",
            };
        }
        return filled;
    }

    private static decimal? Compute(Claim claim, IReadOnlyList<decimal> operands, int places)
    {
        if (claim.Type == ClaimType.Sum) return Rounding.HalfUp(operands.Sum() / claim.Result.Scale, places);
        if (operands.Count != 2 || operands[1] == 0 || claim.Result.Unit.Kind != UnitKind.Percent) return null;
        return Rounding.HalfUp(operands[0] / operands[1] * 100m, places);
    }
}
