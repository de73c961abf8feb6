using Jiheng.Audit.Figures;
using Jiheng.Audit.Frames;
using Jiheng.Audit.Weighing;

namespace Jiheng.Audit.Claims.Changes;

/// <summary>
/// Values of several years in a row and what is said of their steps: '分别为318.6万、334.2万和389.7万，后两年分别增长4.9%和16.6%',
/// '2022年690元，2023年740元，2023年增幅7.2%，累计提高180元'.
/// </summary>
internal sealed class SeriesClaims(ClaimSet claims)
{
    private readonly ProseFrame _frame = claims.Frame;

    /// <summary>Checks every step and every total change of a row of values in one sentence.</summary>
    public void Find()
    {
        foreach (var mention in _frame.Mentions)
        {
            if (mention.Role is not (Role.Change or Role.Growth) || mention.Figure.Bound != Bound.None || mention.Says(Cues.Yearly | Cues.Basis) || claims.IsComputed(mention)) continue;
            if (OfMonth(mention)) continue;
            if (mention.RunLength >= 2 && mention.Says(Cues.Each) && mention.Index == mention.RunStart && Named(mention)) continue;
            if (mention.RunLength >= 2) Steps(mention);
            else if (Overall(mention)) Total(mention);
            else if (Years(mention) is var (present, prior) && present > prior) OfYears(mention, present, prior);
            else if (YearOf(mention) is > 0 and var year) OfYear(mention, year);
        }
    }

    /// <summary>As many steps as the row has gaps: each belongs to the gap at its place.</summary>
    private void Steps(Mention change)
    {
        if (change.Index != change.RunStart) return;
        var row = Row(change, change.RunLength + 1);
        if (row.Count != change.RunLength + 1 || !row.Skip(1).All(IsNext)) return;
        var steps = _frame.Mentions.GetRange(change.RunStart, change.RunLength);
        var outcomes = steps.Select((s, k) => Compute(s, row[k + 1], row[k])).ToList();
        // One step that agrees shows that the row is meant; then the others are held to it.
        if (!outcomes.Where((o, k) => o.Convinces(steps[k].Figure, 1, 1)).Any()) return;
        for (var k = 0; k < steps.Count; k++) Keep(steps[k], row[k + 1], row[k], outcomes[k]);
    }

    /// <summary>'2024年受理、审结数比2023年分别上升28.5%和32.6%': as many rows of years as names; each change is the last step of the row that bears its name.</summary>
    private bool Named(Mention change)
    {
        var clause = _frame.Source.Text.AsSpan(Math.Max(change.ClauseStart, _frame.Source.StartOf(change.Paragraph))..change.Figure.Start);
        var end = clause.IndexOfAny('比', '较', '同');
        if (end < 3) return false;
        var names = clause[(clause[..end].IndexOf('年') + 1)..end].ToString().Split(['、', '和', '与', '及'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (names.Length != change.RunLength || Array.Exists(names, n => n.Length < 2)) return false;
        var rows = new List<(Mention Present, Mention Prior)>();
        for (var k = 0; k < names.Length; k++)
        {
            var step = _frame.Mentions[change.RunStart + k];
            // The last name carries the words that belong to all: '审结数'.
            var last = _frame.Back(change).FirstOrDefault(m => change.Sentence - m.Sentence <= 2 && m.RunLength >= 2 && m.Index == m.RunStart + m.RunLength - 1 && Measures(step, m) && _frame.Label(_frame.Mentions[m.RunStart]).Contains(names[k].AsSpan(0, 2), StringComparison.Ordinal));
            if (last is null) return false;
            rows.Add((last, _frame.Mentions[last.Index - 1]));
        }
        var outcomes = rows.Select((r, k) => Compute(_frame.Mentions[change.RunStart + k], r.Present, r.Prior)).ToList();
        if (!outcomes.Where((o, k) => o.Convinces(_frame.Mentions[change.RunStart + k].Figure, 1, 1)).Any()) return false;
        for (var k = 0; k < rows.Count; k++) Keep(_frame.Mentions[change.RunStart + k], rows[k].Present, rows[k].Prior, outcomes[k]);
        return true;
    }

    private bool Overall(Mention mention) =>
        _frame.Label(mention) is var label && (label.Contains("累计", StringComparison.Ordinal) || label.Contains("年间", StringComparison.Ordinal) || label.Contains("年来", StringComparison.Ordinal) || label.StartsWith("共", StringComparison.Ordinal));

    private void Total(Mention change)
    {
        var row = Row(change, int.MaxValue);
        if (row.Count < 3 || !row.Skip(1).All(IsNext)) return;
        var outcome = Compute(change, row[^1], row[0]);
        if (outcome.Holds || IsYearly(row)) Keep(change, row[^1], row[0], outcome);
    }

    /// <summary>'2020年至2022年分别A、B、C…，2022年比2021年增长116.9%': two years of a row that names its first and last.</summary>
    private void OfYears(Mention change, int present, int prior)
    {
        foreach (var last in _frame.Back(change).Where(m => change.Sentence - m.Sentence <= 2 && m.RunLength >= 2 && m.Index == m.RunStart + m.RunLength - 1 && Measures(change, m)))
        {
            var row = _frame.Mentions.GetRange(last.RunStart, last.RunLength);
            var first = last.Year - row.Count + 1;
            var before = _frame.Before(row[0]);
            if (last.Year == 0 || present - first >= row.Count || prior < first || !before.Contains($"{first}", StringComparison.Ordinal)) continue;
            Keep(change, row[present - first], row[prior - first], Compute(change, row[present - first], row[prior - first]));
            return;
        }
    }

    /// <summary>The two years that a change compares in its own clause: '2022年比2021年增长'; zeros for none.</summary>
    private (int Present, int Prior) Years(Mention change)
    {
        var clause = _frame.Source.Text.AsSpan(change.ClauseStart..change.Figure.Start);
        var against = clause.IndexOfAny('比', '较');
        return against > 4 && Year(clause[..against]) is > 0 and var present && Year(clause[against..]) is > 0 and var prior ? (present, prior) : (0, 0);

        static int Year(ReadOnlySpan<char> words) => words.IndexOf('年') is >= 4 and var at && int.TryParse(words.Slice(at - 4, 4), out var year) ? year : 0;
    }

    /// <summary>'2023年增幅7.2%': the values of that year and of the one before.</summary>
    private void OfYear(Mention change, int year)
    {
        var values = _frame.Back(change).Where(m => change.Sentence - m.Sentence <= 1 && m.Role is Role.Value or Role.Prior or Role.Rate && Measures(change, m)).ToList();
        var present = values.Where(m => m.Year == year && IsItsYear(m)).ToList();
        var prior = values.Where(m => m.Year == year - 1 && IsItsYear(m)).ToList();
        if (present.Count != 1 || prior.Count != 1 || !present[0].Figure.Unit.Fits(prior[0].Figure.Unit)) return;
        Keep(change, present[0], prior[0], Compute(change, present[0], prior[0]));
    }

    /// <summary>'4月12108件、5月13344件、6月12813件…。6月派单量环比下降4.0%': the month that the change names against the month before it in the list.</summary>
    private bool OfMonth(Mention change)
    {
        var own = _frame.Source.Text.AsSpan(change.ClauseStart..change.Figure.Start);
        var end = own.IndexOf('月');
        if (end is < 1 or > 2 || !own.Contains("环比", StringComparison.Ordinal) && !own.Contains("比上月", StringComparison.Ordinal) && !own.Contains("较上月", StringComparison.Ordinal)) return false;
        var month = own[..(end + 1)].ToString();
        var present = _frame.BackLines(change, 1).FirstOrDefault(m => m.Role == Role.Value && Nouns.Bare(_frame.Label(m)).SequenceEqual(month) && Measures(change, m));
        if (present is null || present.Index == 0 || _frame.Mentions[present.Index - 1] is not { Role: Role.Value } prior || present.Break > Break.Clause || !prior.Figure.Unit.Fits(present.Figure.Unit) || !Nouns.Bare(_frame.Label(prior)).EndsWith("月", StringComparison.Ordinal)) return false;
        var outcome = Compute(change, present, prior);
        // '6月咨询量环比下降…' behind a list of what was handled speaks of something else.
        var noun = own[(end + 1)..].TrimStart('的').ToString();
        noun = noun[..Math.Max(0, noun.IndexOfAny(['环', '比', '较']))];
        if (!outcome.Holds && noun.Length >= 2 && !_frame.Source.Text.AsSpan(_frame.Source.StartOf(present.Paragraph)..present.Figure.Start).Contains(noun.AsSpan(0, 2), StringComparison.Ordinal)) return false;
        Keep(change, present, prior, outcome);
        return true;
    }

    /// <summary>The year that a change names in its own words, 0 for none.</summary>
    private int YearOf(Mention mention) => mention.Year > 0 && !mention.Says(Cues.Against) && _frame.Source.Text.AsSpan(mention.ClauseStart..mention.Figure.Start) is var own && own.IndexOf('年') is >= 4 and var at && char.IsAsciiDigit(own[at - 1]) ? mention.Year : 0;

    private bool IsItsYear(Mention value) => _frame.Source.Text.AsSpan(value.ClauseStart..value.Figure.Start).Contains('年');

    /// <summary>Whether a value goes on with its row: bare, turned to, or with nothing but its year.</summary>
    private bool IsNext(Mention value) => !value.Says(Cues.From) && (value.Says(Cues.Turn) || _frame.Label(value) is var label && (label.Length <= 2 || label.EndsWith("年", StringComparison.Ordinal) && label.Length <= 6));

    private static bool IsYearly(List<Mention> row) => row.Zip(row.Skip(1)).All(p => p.Second.Year == p.First.Year + 1 && p.First.Year > 0);

    /// <summary>The values of one unit right before a change in its sentence, in reading order; other figures between them break the row.</summary>
    private List<Mention> Row(Mention change, int most)
    {
        var row = new List<Mention>();
        for (var i = change.RunStart - 1; i >= 0 && row.Count < most && i > change.RunStart - ProseFrame.Reach; i--)
        {
            var other = _frame.Mentions[i];
            if (other.Sentence != change.Sentence) break;
            if (other.Role is not (Role.Value or Role.Prior or Role.Rate) || !Measures(change, other) || other.Depth > change.Depth || (row.Count > 0 && !other.Figure.Unit.Fits(row[0].Figure.Unit)))
            {
                if (row.Count == 0 && other.Role == Role.Aside) continue;
                // The steps of the same row ('两年分别提高2.43分、1.93分，累计提高3.82分') stand between.
                if (row.Count == 0 && other.Role is Role.Change or Role.Growth) continue;
                break;
            }
            row.Insert(0, other);
        }
        return row;
    }

    private static bool Measures(Mention change, Mention value) => value.Figure.Bound == Bound.None &&
        (change.Figure.Unit.Kind == UnitKind.Point ? value.Figure.Unit.Kind == UnitKind.Percent
        : change.Role == Role.Growth ? value.Figure.Unit.IsAdditive : value.Figure.Unit.Fits(change.Figure.Unit) && value.Figure.Unit.IsAdditive);

    private static Outcome Compute(Mention change, Mention present, Mention prior)
    {
        if (change.Sign != 0 && Math.Sign(present.Figure.Value - prior.Figure.Value) * change.Sign < 0) return new Outcome(Agreement.Violated, null, null);
        return StatedChange.Compute(change, present, prior);
    }

    private void Keep(Mention change, Mention present, Mention prior, Outcome outcome) => StatedChange.Keep(claims, change, present, prior, outcome, "各年数字依次排列，逐年比较");
}
