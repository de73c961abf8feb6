using Jiheng.Model.Appraisals;
using Jiheng.Model.Measures;
using Jiheng.Model.Schemes;

namespace Jiheng.Web.Drawing;

/// <summary>How far an indicator came towards its target, for the bar in its row.</summary>
/// <param name="Share">Value ÷ target, or the rate itself where no target is set.</param>
/// <param name="Words">The same in words.</param>
/// <param name="Tone">low when the target was missed, over when it was passed by far, otherwise empty.</param>
public sealed record Attainment(decimal Share, string Words, string Tone)
{
    /// <summary>Reads it from an indicator.</summary>
    /// <returns><c>null</c> where value and target cannot be compared.</returns>
    public static Attainment? Of(IndicatorScore score, OverTarget overTarget)
    {
        ArgumentNullException.ThrowIfNull(score);
        ArgumentNullException.ThrowIfNull(overTarget);
        if (!score.Value.IsComputed) return null;
        var value = score.Value.Value;
        if (score.Target is { Value: > 0 } target)
        {
            var share = value / target.Base;
            var percent = Rounding.HalfUp(share * 100, 2).ToString("0.##", System.Globalization.CultureInfo.InvariantCulture);
            var isLimit = score.Direction is Direction.AtMost or Direction.LessThan;
            var tone = isLimit ? share > 1 ? "low" : "" : share < 1 ? "low" : share >= overTarget.Ratio ? "over" : "";
            return new(share, isLimit ? $"为上限的 {percent}%" : $"完成目标的 {percent}%", tone);
        }
        return score.Formula?.Dimension.Kind == DimensionKind.Ratio && score.Target is null ? new(value, score.ActualText, "") : null;
    }
}
