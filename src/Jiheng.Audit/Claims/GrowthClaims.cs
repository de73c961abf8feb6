using Jiheng.Audit.Figures;
using Jiheng.Audit.Frames;
using Jiheng.Audit.Weighing;

namespace Jiheng.Audit.Claims;

/// <summary>Growth in per cent or multiples: present against earlier value, or change against what it was before.</summary>
internal sealed class GrowthClaims(ClaimSet claims)
{
    private readonly ProseFrame _frame = claims.Frame;

    /// <summary>Checks every growth rate whose figures are printed.</summary>
    public void Find()
    {
        foreach (var mention in _frame.Mentions)
        {
            if (mention.Role == Role.Growth && mention.Figure.Bound is Bound.None or Bound.About && !mention.Says(Cues.Yearly)) Check(mention);
        }
    }

    private void Check(Mention growth)
    {
        if (_frame.SubjectOf(growth) is not { } subject) return;
        var change = Near(growth, Role.Change, subject);
        var prior = Near(growth, Role.Prior, subject);
        if (change is null && prior is null) return;

        var readings = Readings(growth, subject, change, prior).ToList();
        var tried = 0;
        foreach (var reading in readings)
        {
            tried++;
            var outcome = reading.Compute(growth.Figure);
            if (!outcome.Holds || (tried > 1 && !outcome.Convinces(growth.Figure, tried, 1))) continue;
            Keep(growth, reading, outcome, tried == 1 ? Grade.Explicit : Grade.Structural);
            return;
        }
        if (readings.Count == 0 || !MayAccuse(growth, readings[0])) return;
        Keep(growth, readings[0], readings[0].Compute(growth.Figure), Grade.Explicit);
    }

    /// <summary>Nothing is said against a rate on other ground (可比价), or one whose value and change do not stand together.</summary>
    private static bool MayAccuse(Mention growth, Reading reading)
    {
        if (growth.Says(Cues.Basis) || reading.Operands.Any(o => o.Says(Cues.Basis))) return false;
        return reading.Operands.All(o => o.Sentence == growth.Sentence && growth.Clause - o.Clause <= 6);
    }

    private void Keep(Mention growth, Reading reading, Outcome outcome, Grade grade) =>
        claims.Add(ClaimType.Growth, growth, reading.Operands, outcome, grade, reading.Formula(growth.Figure, outcome));

    private IEnumerable<Reading> Readings(Mention growth, Mention subject, Mention? change, Mention? prior)
    {
        if (prior is not null && prior.Figure.Unit.Fits(subject.Figure.Unit)) yield return Reading.OfPrior(subject, prior);
        if (change is not null && change.Figure.Unit.Fits(subject.Figure.Unit))
        {
            var sign = change.Sign != 0 ? change.Sign : growth.Sign;
            yield return Reading.OfChange(subject, change, sign);
            if (prior is not null && prior.Figure.Unit.Fits(change.Figure.Unit)) yield return Reading.OfChangeOverPrior(change, prior);
            if (sign != 0 && change.Sign != growth.Sign) yield return Reading.OfChange(subject, change, -sign);
        }
        // The subject may be another value of the sentence, or last year's figure of a chain (2014年又比2013年).
        var others = 0;
        foreach (var other in _frame.Back(growth))
        {
            if (other.Sentence != growth.Sentence || others >= 6) break;
            if (other == subject || other == prior || other.Role is not (Role.Value or Role.Prior)) continue;
            others++;
            if (prior is not null && other.Figure.Unit.Fits(prior.Figure.Unit)) yield return Reading.OfPrior(other, prior);
            if (change is not null && other.Figure.Unit.Fits(change.Figure.Unit)) yield return Reading.OfChange(other, change, change.Sign != 0 ? change.Sign : growth.Sign);
        }
    }

    /// <summary>The nearest change or earlier value between the subject and the rate; for a run, the one at the same position.</summary>
    private Mention? Near(Mention growth, Role role, Mention subject)
    {
        if (growth.RunLength > 1)
        {
            var position = growth.Index - growth.RunStart;
            for (var i = growth.RunStart - 1; i >= 0 && i >= growth.RunStart - ProseFrame.Reach; i--)
            {
                var other = _frame.Mentions[i];
                if (other.Sentence != growth.Sentence) break;
                if (other.Role == role && other.RunLength == growth.RunLength) return _frame.Mentions[other.RunStart + position];
            }
        }
        Mention? found = null;
        foreach (var other in _frame.Back(growth))
        {
            if (other.Sentence != growth.Sentence || (other.Index < subject.Index && !(role == Role.Prior && other.Index == subject.Index - 1 && subject.Says(Cues.Turn)))) break;
            if (other.Role == Role.Growth && found is null && other.Bracket == growth.Bracket && growth.RunLength == 1 && role == Role.Change && other.Segment == growth.Segment && Follows(growth)) break;
            if (other.Role != role || other.Figure.Unit.IsRate || other.Figure.Unit.Kind == UnitKind.Point) continue;
            if (other.Depth > growth.Depth && other.Bracket != growth.Bracket && other.Role != Role.Prior) continue;
            found = other;
            break;
        }
        return found;
    }

    /// <summary>Whether the rate is compared with something of its own ('较去年同期下降'), so that an earlier change is not its.</summary>
    private static bool Follows(Mention growth) => growth.Says(Cues.Against | Cues.Before);

    private sealed record Reading(IReadOnlyList<Mention> Operands, Func<Figure, Outcome> Compute, Func<Figure, Outcome, string> Formula)
    {
        public static Reading OfPrior(Mention present, Mention prior) => new([present, prior],
            result => Weighing.Check.Growth(result, present.Figure, prior.Figure),
            (result, outcome) => present.Figure.Value >= prior.Figure.Value
                ? $"({present.Figure.Text} − {prior.Figure.Text}) ÷ {prior.Figure.Text} = {Wording.Result(result, outcome)}"
                : $"({prior.Figure.Text} − {present.Figure.Text}) ÷ {prior.Figure.Text} = {Wording.Result(result, outcome)}");

        public static Reading OfChange(Mention present, Mention change, int sign) => new([change, present],
            result => Weighing.Check.GrowthByChange(result, present.Figure, change.Figure, sign == 0 ? 1 : sign),
            (result, outcome) => $"{change.Figure.Text} ÷ ({present.Figure.Text} {(sign < 0 ? "+" : "−")} {change.Figure.Text}) = {Wording.Result(result, outcome)}");

        public static Reading OfChangeOverPrior(Mention change, Mention prior) => new([change, prior],
            result => Weighing.Check.GrowthOverPrior(result, change.Figure, prior.Figure),
            (result, outcome) => $"{change.Figure.Text} ÷ {prior.Figure.Text} = {Wording.Result(result, outcome)}");
    }
}
