using Jiheng.Audit.Figures;
using Jiheng.Audit.Frames;
using Jiheng.Audit.Weighing;

namespace Jiheng.Audit.Claims;

/// <summary>人口自然增长 is by definition what was born less what died (《中国统计年鉴》指标解释): in persons and as a rate.</summary>
internal sealed class NaturalIncrease(ClaimSet claims)
{
    private readonly ProseFrame _frame = claims.Frame;

    /// <summary>Checks every natural increase whose births and deaths stand in its paragraph.</summary>
    public void Find()
    {
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

    private Mention? Named(Mention increase, string name)
    {
        var found = _frame.Back(increase).Where(m => m.Figure.Unit.Fits(increase.Figure.Unit) && m.Role is Role.Value or Role.Rate && _frame.Label(m).TrimEnd("为达：: ").EndsWith(name, StringComparison.Ordinal)).ToList();
        return found.Count == 1 ? found[0] : null;
    }
}
