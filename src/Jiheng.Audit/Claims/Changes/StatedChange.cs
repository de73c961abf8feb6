using Jiheng.Audit.Frames;
using Jiheng.Audit.Weighing;

namespace Jiheng.Audit.Claims.Changes;

/// <summary>A change between two printed values: recomputed and kept as growth when it is a rate, as a difference otherwise.</summary>
internal static class StatedChange
{
    /// <summary>Computes <paramref name="change"/> from the values that it lies between, whichever is greater.</summary>
    public static Outcome Compute(Mention change, Mention present, Mention prior) => change.Role == Role.Growth
        ? Check.Growth(change.Figure, present.Figure, prior.Figure)
        : Check.Difference(change.Figure, present.Figure, prior.Figure, either: true);

    /// <summary>Adds the claim.</summary>
    /// <returns>Whether it was new.</returns>
    public static bool Keep(ClaimSet claims, Mention change, Mention present, Mention prior, Outcome outcome, string reading = "")
    {
        var (high, low) = present.Figure.Value >= prior.Figure.Value ? (present, prior) : (prior, present);
        return change.Role == Role.Growth
            ? claims.Add(ClaimType.Growth, change, [present, prior], outcome, Grade.Structural, () => $"({high.Figure.Text} − {low.Figure.Text}) ÷ {prior.Figure.Text} = {Wording.Result(change.Figure, outcome)}", reading)
            : claims.Add(ClaimType.Difference, change, [high, low], outcome, Grade.Structural, () => Wording.Binary(high.Figure, "−", low.Figure, change.Figure, outcome), reading);
    }
}
