using Jiheng.Audit.Figures;
using Jiheng.Audit.Frames;
using Jiheng.Audit.Weighing;

namespace Jiheng.Audit.Claims.Changes;

/// <summary>
/// Changes and growth whose earlier value is printed behind them: '提高1.3个百分点（上年为95.5%）', '结案数上升6.05%，上年结案8500件',
/// '同比分别下降16.2%、16.3%，上年分别为68起、49人'.
/// </summary>
internal sealed class LaterPriors(ClaimSet claims)
{
    private const int Most = 8;

    private readonly ProseFrame _frame = claims.Frame;

    /// <summary>Checks every change that an earlier value follows.</summary>
    public void Find()
    {
        foreach (var mention in _frame.Mentions)
        {
            if (mention.Role is not (Role.Change or Role.Growth) || mention.Figure.Bound is not (Bound.None or Bound.About) || mention.Says(Cues.Yearly | Cues.Basis)) continue;
            if (Behind(mention) is { } prior) Try(mention, prior);
        }
        foreach (var mention in _frame.Mentions) if (mention.Says(Cues.Before)) Named(mention);
    }

    /// <summary>'办理结婚登记6812对，比上年下降16.38%；离婚登记…。上年结婚登记为8146对': the earlier value bears the name of the value it belongs to.</summary>
    private void Named(Mention prior)
    {
        var label = _frame.Label(prior);
        if (!(label.StartsWith("上年", StringComparison.Ordinal) || label.StartsWith("去年", StringComparison.Ordinal)) || prior.Role is not (Role.Value or Role.Prior) || !prior.Figure.Unit.IsAdditive) return;
        var name = Nouns.Bare(label[2..].TrimStart("同期度的"));
        if (name.Length < 2 || prior.Says(Cues.Left)) return;
        foreach (var value in _frame.Back(prior))
        {
            if (prior.Sentence - value.Sentence > 2) return;
            if (value.Role != Role.Value || !value.Figure.Unit.Fits(prior.Figure.Unit) || Nouns.Naming(_frame.Label(value), name) < 90) continue;
            foreach (var growth in _frame.AllOf(value, Role.Growth).Where(g => !claims.IsComputed(g) && !g.Says(Cues.Basis | Cues.Yearly)).ToList()) StatedChange.Keep(claims, growth, value, prior, StatedChange.Compute(growth, value, prior));
            return;
        }
    }

    /// <summary>The earlier value right behind a change, or behind the growth that follows it; for a run the one at the same place of the run behind.</summary>
    private Mention? Behind(Mention change)
    {
        var end = change.RunStart + change.RunLength;
        // '减少203万元，下降11%，上年为1850万元': the rate of the same change may stand between.
        if (end < _frame.Mentions.Count && change.RunLength == 1 && _frame.Mentions[end] is { Role: Role.Growth or Role.Change } twin && twin.Role != change.Role && twin.Sentence == change.Sentence && twin.Clause - change.Clause <= 1) end++;
        if (end >= _frame.Mentions.Count) return null;
        var next = _frame.Mentions[end];
        if (next.Sentence != change.Sentence || next.Clause - change.Clause > 2 || !(next.Says(Cues.Before) || IsYearBefore(change, next) || IsMonth(change, next)) || next.Says(Cues.Up | Cues.Down) || (next.Says(Cues.Left) && next.Role != Role.Prior && !(_frame.SubjectOf(change) is { } about && Labels.Shares(_frame.Label(about), _frame.Label(next)))) || next.Role is not (Role.Prior or Role.Value or Role.Rate or Role.Share)) return null;
        // '比预算6.00万元节约1.14万元，比上年5.43万元压减0.57万元': an earlier value with a change of its own belongs to that.
        if (change.RunLength == 1 && change.Index > 0 && _frame.Mentions[change.Index - 1] is { Role: Role.Prior } against && against.Clause == change.Clause && next.Role == Role.Prior && next.Index + 1 < _frame.Mentions.Count && _frame.Mentions[next.Index + 1] is { Role: Role.Change or Role.Growth, Break: Break.None } moved && moved.Clause == next.Clause) return null;
        // '其中住宿减少0.52万元，较上年的16.48万元下降5.22%': the change of a part has nothing to do with the earlier value of the whole.
        if (change.Says(Cues.Parts) && next.Role == Role.Prior && next.Index + 1 < _frame.Mentions.Count && _frame.Mentions[next.Index + 1] is { Role: Role.Change or Role.Growth, Break: Break.None } whole && whole.Clause == next.Clause) return null;
        // '累计建档3.26万份，较上年新增1.2万份，上年新建1.1万份': what was new last year is no earlier stock.
        if (change.Role == Role.Change && _frame.Label(next).Contains('新') && _frame.SubjectOf(change) is { } stock && !_frame.Label(stock).Contains('新')) return null;
        if (change.RunLength == 1) return next;
        var position = end + change.Index - change.RunStart;
        return position < _frame.Mentions.Count && _frame.Mentions[position] is var own && own.Sentence == change.Sentence && own.Role is Role.Prior or Role.Value && (own.Break <= Break.Item || position == end) ? own : null;
    }

    /// <summary>'环比上升55.64%（4月为275例）': the bracket of a change gives the month or quarter before.</summary>
    private bool IsMonth(Mention change, Mention next) =>
        next.Host == change.Index && next.Figure.Unit.IsAdditive && _frame.Label(next).TrimEnd("为是的：") is [.., '月' or '季' or '度'] label && label.Length <= 6;

    /// <summary>'增长10.5%，2021年为79.1亿元': the year before, by its number.</summary>
    private bool IsYearBefore(Mention change, Mention next) =>
        next.Year > 0 && (next.Year == change.Year - 1 || (next.Year == change.Year && change.Says(Cues.Against))) && _frame.Label(next).TrimEnd("为是的：") is [_, _, _, _, '年', ..] label && label.Length <= 6 && next.Role is Role.Value or Role.Rate;

    private void Try(Mention change, Mention prior)
    {
        var points = change.Figure.Unit.Kind == UnitKind.Point;
        if (points ? prior.Figure.Unit.Kind != UnitKind.Percent : change.Role == Role.Growth ? prior.Figure.Unit.IsRate : !prior.Figure.Unit.Fits(change.Figure.Unit)) return;
        var subject = _frame.SubjectOf(change) is { } own && own.Figure.Unit.Fits(prior.Figure.Unit) && own.Sentence == change.Sentence ? own : null;
        var tried = 0;
        foreach (var present in _frame.Back(change).Where(m => m.Role is Role.Value or Role.Rate or Role.Share && m.Figure.Unit.Fits(prior.Figure.Unit)).OrderBy(m => m == subject ? 0 : 1).Take(Most))
        {
            var rises = present.Figure.Value >= prior.Figure.Value;
            if (change.Sign != 0 && rises != change.Sign > 0)
            {
                // '同比下降14.79%（去年5月为142例）' of 163例: the size is right, the word is not.
                if (present == subject && prior.Host == change.Index && StatedChange.Compute(change, present, prior).Holds && Repairs.Digits(change.Figure) >= 3)
                {
                    claims.Raise("JH2109", change.LabelStart, change.Figure.End, $"由{prior.Figure.Text}到{present.Figure.Text}，与“{_frame.Label(change)}{change.Figure.Text}”方向相反。");
                    return;
                }
                continue;
            }
            var outcome = StatedChange.Compute(change, present, prior);
            if (present == subject ? !outcome.Holds : !outcome.Convinces(change.Figure, ++tried, 1)) continue;
            StatedChange.Keep(claims, change, present, prior, outcome);
            return;
        }
        if (subject is not null && !claims.IsComputed(change) && IsItsOwn(change, subject, prior)) StatedChange.Keep(claims, change, subject, prior, StatedChange.Compute(change, subject, prior));
    }

    /// <summary>'42.63万人次，同比增长10.9%（上年39.18万人次）': value, change and earlier value stand side by side, so a miss is the text's.</summary>
    private bool IsItsOwn(Mention change, Mention subject, Mention prior)
    {
        if (change.Sign != 0 && Math.Sign(subject.Figure.Value - prior.Figure.Value) * change.Sign < 0) return false;
        if (change.RunLength > 1) return true;
        for (var i = subject.Index + 1; i < prior.Index; i++) if (_frame.Mentions[i].Figure.Unit.Fits(subject.Figure.Unit) && _frame.Mentions[i].Role == Role.Value) return false;
        return change.Clause - subject.Clause <= 2 && (prior.Host == change.Index || Nouns.Bare(_frame.Label(prior)).Length <= 5);
    }
}
