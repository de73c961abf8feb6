using Jiheng.Audit.Figures;
using Jiheng.Audit.Frames;
using Jiheng.Audit.Weighing;

namespace Jiheng.Audit.Claims.Changes;

/// <summary>
/// 人口自然增长 is by definition what was born less what died, 出生率 and 死亡率 are of the mean population of the year (《中国统计年鉴》指标解释).
/// The mean is seldom printed: the population at the end with its change gives it.
/// </summary>
internal sealed class NaturalIncrease(ClaimSet claims)
{
    private readonly ProseFrame _frame = claims.Frame;

    /// <summary>Checks every natural increase whose births and deaths stand in its paragraph.</summary>
    public void Find()
    {
        FindRates();
        if (!_frame.Source.Has("自然")) return;
        foreach (var increase in _frame.Mentions)
        {
            var label = _frame.Label(increase);
            if (claims.IsComputed(increase) || increase.Figure.Bound != Bound.None) continue;
            var rate = increase.Figure.Unit.IsRate;
            if (rate ? !label.Contains("自然增长率", StringComparison.Ordinal) : !increase.Figure.Unit.IsAdditive || !(label.Contains("自然增长", StringComparison.Ordinal) || label.Contains("自然增加", StringComparison.Ordinal) || label.Contains("自然减少", StringComparison.Ordinal))) continue;
            if (Named(increase, rate ? "出生率" : "出生") is not { } births || Named(increase, rate ? "死亡率" : "死亡") is not { } deaths) continue;
            var signed = rate && increase.Figure.Value < 0m;
            var outcome = Check.Difference(increase.Figure, births.Figure, deaths.Figure, either: !signed && increase.Role == Role.Change);
            claims.Add(ClaimType.Difference, increase, [births, deaths], outcome, Grade.Structural, () => Wording.Binary(births.Figure, "−", deaths.Figure, increase.Figure, outcome), "自然增长等于出生减死亡");
        }
    }

    /// <summary>Checks every crude birth and death rate against the mean of the population printed before it and the one a year earlier.</summary>
    private void FindRates()
    {
        foreach (var rate in _frame.Mentions)
        {
            if (rate.Role != Role.Rate || !IsCrude(_frame.Label(rate)) || rate.Figure.Bound != Bound.None || rate.Index == 0 || _frame.Mentions[rate.Index - 1] is not { Role: Role.Value, Figure.Unit.Name: "人" } top || rate.Clause - top.Clause > 1) continue;
            foreach (var people in _frame.Back(top))
            {
                if (people.Role != Role.Value || !people.Figure.Unit.Fits(top.Figure.Unit) || !_frame.Label(people).Contains("人口", StringComparison.Ordinal) || people.Figure.Value < top.Figure.Value * 20m || Change(people) is not { Sign: not 0 } change) continue;
                var half = change.Sign * change.Figure.Value / 2m;
                var mean = people.Figure.Range - new Interval(half - change.Slack / 2m, half + change.Slack / 2m);
                if (Interval.Divide(top.Figure.Range * 100m, mean) is not { } range) continue;
                var outcome = Outcome.Rate(rate.Figure, top.Figure.Value * 100m / (people.Figure.Value - half), range);
                if (!outcome.Holds) continue;
                claims.Add(ClaimType.Ratio, rate, [top, people, change], outcome, Grade.Structural, () => $"{top.Figure.Text} ÷ ({people.Figure.Text} {(half < 0m ? "+" : "−")} {change.Figure.Text} ÷ 2) = {Wording.Result(rate.Figure, outcome)}", "以年平均人口为分母");
                break;
            }
        }
    }

    /// <summary>'出生率', '人口死亡率', but not 婴儿死亡率: a rate of all people, whose base is their mean over the year.</summary>
    public static bool IsCrude(ReadOnlySpan<char> label) => Nouns.Bare(label) is "出生率" or "死亡率" or "人口出生率" or "人口死亡率" or "粗出生率" or "粗死亡率";

    private Mention? Change(Mention people) => people.Index + 1 < _frame.Mentions.Count && _frame.Mentions[people.Index + 1] is { Role: Role.Change } change && change.Sentence == people.Sentence && change.Figure.Unit.Fits(people.Figure.Unit) ? change : null;

    private Mention? Named(Mention increase, string name)
    {
        var found = _frame.Back(increase).Where(m => m.Figure.Unit.Fits(increase.Figure.Unit) && m.Role is Role.Value or Role.Rate && _frame.Label(m).TrimEnd("为达：: ").EndsWith(name, StringComparison.Ordinal)).ToList();
        return found.Count == 1 ? found[0] : null;
    }
}
