using Jiheng.Audit.Figures;
using Jiheng.Audit.Frames;
using Jiheng.Audit.Weighing;

namespace Jiheng.Audit.Claims.Changes;

/// <summary>How many times an earlier value: '比上年7.86万人次增加5.56万人次，是上年的1.71倍', '为2019年的1.32倍'.</summary>
internal sealed class MultipleClaims(ClaimSet claims)
{
    private readonly ProseFrame _frame = claims.Frame;

    /// <summary>Checks every multiple whose words name its base.</summary>
    public void Find()
    {
        foreach (var multiple in _frame.Mentions)
        {
            if (multiple.Figure.Unit.Kind != UnitKind.Times || multiple.Role is Role.Growth or Role.Change || multiple.Figure.Bound is not (Bound.None or Bound.About) || claims.IsComputed(multiple)) continue;
            Named(multiple);
        }
    }

    private void Named(Mention multiple)
    {
        var label = _frame.Source.Text.AsSpan(multiple.ClauseStart..multiple.Figure.Start).Trim();
        // '是上年（44.9亿元）的1.28倍': the base stands in a bracket behind its name.
        if (label is "的" && multiple.Index > 0 && _frame.Mentions[multiple.Index - 1] is { Bracket: > 0 } named && named.Sentence == multiple.Sentence) label = _frame.Source.Text.AsSpan(Math.Max(0, named.Figure.Start - 12)..multiple.Figure.Start);
        if (!label.EndsWith("的", StringComparison.Ordinal) || label.IndexOfAny('是', '为', '达') < 0 && !label.Contains("相当于", StringComparison.Ordinal)) return;
        if (Base(multiple, label) is not { } prior) return;
        var present = _frame.SubjectOf(prior) is { } own && own.Sentence == multiple.Sentence ? own : Latest(multiple, prior);
        if (present is null || present == prior) return;
        var outcome = Check.Ratio(multiple.Figure, [present.Figure], [prior.Figure]);
        claims.Add(ClaimType.Ratio, multiple, [present, prior], outcome, Grade.Structural, () => Wording.Ratio([present.Figure], [prior.Figure], multiple.Figure, outcome));
    }

    /// <summary>The value of the year that the words name, or the only earlier value of the sentence for 上年 and 同期.</summary>
    private Mention? Base(Mention multiple, ReadOnlySpan<char> label)
    {
        var own = _frame.Back(multiple).TakeWhile(m => m.Sentence == multiple.Sentence).Where(m => m.Figure.Unit.IsAdditive && m.Figure.Value > 0m).ToList();
        if (label.IndexOf('年') is >= 4 and var at && int.TryParse(label.Slice(at - 4, 4), out var year))
        {
            var named = own.FindAll(m => m.Role is Role.Value or Role.Prior && m.Year == year);
            return named.Count == 1 ? named[0] : null;
        }
        if (own.Count > 1 && own[0].Bracket > 0 && own[0].Index == multiple.Index - 1) return own[0];
        if (!(label.Contains("上年", StringComparison.Ordinal) || label.Contains("去年", StringComparison.Ordinal) || label.Contains("同期", StringComparison.Ordinal))) return null;
        var priors = own.FindAll(m => m.Role == Role.Prior);
        return priors.Count == 1 ? priors[0] : null;
    }

    /// <summary>The last value before the multiple in the unit of its base.</summary>
    private Mention? Latest(Mention multiple, Mention prior) =>
        _frame.Back(multiple).TakeWhile(m => m.Sentence == multiple.Sentence).Where(m => m != prior && m.Role is Role.Value or Role.Prior && m.Figure.Unit.Fits(prior.Figure.Unit)).OrderBy(m => m.Role == Role.Value ? 0 : 1).FirstOrDefault();
}
