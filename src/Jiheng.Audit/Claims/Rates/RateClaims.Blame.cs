using Jiheng.Audit.Figures;
using Jiheng.Audit.Frames;
using Jiheng.Audit.Weighing;

namespace Jiheng.Audit.Claims.Rates;

// Rates that no pair bears out: which figures the words mean, and whether they mean them surely enough to hold the rate against them.
internal sealed partial class RateClaims
{
    /// <summary>The upper figure bears the rate's name or was spent; the lower is the only other one, or the whole of which the upper is a part.</summary>
    private void Blame(Mention rate)
    {
        var name = Nouns.Bare(_frame.Label(rate));
        if (name.Length < 3 || name[^1] != '率' || rate.Says(Cues.Basis | Cues.Against | Cues.Before) || (rate.Last & Cues.Target) != 0 || rate.Figure.Bound != Bound.None) return;
        var own = Own(rate);
        if (Upper(rate, own, name.Slice(name.Length - 3, 2).ToString()) is not { } top || IsTaken(top, rate)) return;
        var within = Lower(rate, own, top);
        if ((within ?? Due(top)) is not { } bottom || InList(bottom, top)) return;
        var outcome = Check.Ratio(rate.Figure, [top.Figure], [bottom.Figure]);
        if (within is null && !outcome.Holds && !Repairs.IsOneDigit(rate.Figure, Math.Round((outcome.Value ?? 0m) / rate.Figure.Step, MidpointRounding.AwayFromZero) * rate.Figure.Step)) return;
        if (within is null && outcome.Holds)
        {
            Keep(rate, [top], [bottom], outcome, Grade.Inferred);
            return;
        }
        // Twice or half of what is printed rests on another base.
        if (outcome.Holds || outcome.Value is not { } value || value * 2m < rate.Figure.Value || value > rate.Figure.Value * 2m) return;
        Keep(rate, [top], [bottom], outcome, Grade.Structural);
    }

    /// <summary>'受理工单15260件…。…办结14955件，办结率98%': the only figure of the sentences before that says what was due or came in.</summary>
    private Mention? Due(Mention top)
    {
        var found = _frame.Back(top).Where(m => m.Sentence < top.Sentence && m.Role == Role.Value && m.Depth == 0 && m.Figure.Unit.Fits(top.Figure.Unit) && m.Figure.Value >= top.Figure.Value && (m.Says(Cues.Plan) || (m.Says(Cues.Total) && claims.IsWhole(m) && top.Sentence - m.Sentence <= 2))).ToList();
        return found.Count > 0 && found.TrueForAll(f => f.Figure.Value == found[0].Figure.Value) ? found[0] : null;
    }

    /// <summary>'新收58416件，旧存6203件，审执结57930件，结案率89.6%': what came in and what was there are the base together.</summary>
    private bool OfStock(Mention rate)
    {
        var name = Nouns.Bare(_frame.Label(rate));
        if (!name.EndsWith("结率", StringComparison.Ordinal) && !name.EndsWith("结案率", StringComparison.Ordinal)) return false;
        var own = Own(rate).FindAll(v => v.Index < rate.Index && v.Depth <= rate.Depth);
        var stock = own.Find(v => _frame.Label(v) is var label && (label.Contains("旧存", StringComparison.Ordinal) || label.Contains("上年结转", StringComparison.Ordinal) || label.Contains("上年结存", StringComparison.Ordinal)));
        if (stock is null || own.Find(v => v != stock && v.Figure.Unit.Fits(stock.Figure.Unit) && Math.Abs(v.Clause - stock.Clause) <= 4 && _frame.Label(v) is var label && (label.Contains("新收", StringComparison.Ordinal) || label.Contains("收案", StringComparison.Ordinal) || label.Contains("收到", StringComparison.Ordinal) || label.Contains("受理", StringComparison.Ordinal))) is not { } income) return false;
        if (own.FindLast(v => v.Index > Math.Max(stock.Index, income.Index) && v.Figure.Unit.Fits(stock.Figure.Unit) && _frame.Label(v) is var said && said.Contains('结') && !said.Contains('未')) is not { } done) return false;
        var outcome = Check.Ratio(rate.Figure, [done.Figure], [income.Figure, stock.Figure]);
        if (!outcome.Holds && own.Exists(v => v != done && Check.Ratio(rate.Figure, [done.Figure], [v.Figure]).Holds)) return false;
        Keep(rate, [done], claims.GroupOf(income) is { Holds: true } both && both.Parts.Contains(stock) && both.Parts.Count == 2 ? [both.Whole] : [income, stock], outcome, Grade.Structural);
        return true;
    }

    /// <summary>'抽检2146批次，不合格53批次，合格率97.53%': the rate of what passed, told by what did not.</summary>
    private void Passed(Mention rate, Mention total, Mention failed)
    {
        if (total.Figure.Value <= 0m) return;
        var value = 100m - failed.Figure.Value / total.Figure.Value * 100m;
        var outcome = Outcome.Rate(rate.Figure, value, Interval.Exactly(value));
        claims.Add(ClaimType.Ratio, rate, [total, failed], outcome, Grade.Structural, () => $"({total.Figure.Text} − {failed.Figure.Text}) ÷ {total.Figure.Text} = {Wording.Result(rate.Figure, outcome)}");
    }

    /// <summary>The values of the rate's sentence, those before it and the two behind it.</summary>
    private List<Mention> Own(Mention rate)
    {
        var result = new List<Mention>();
        for (var i = Math.Max(0, rate.Index - 10); i < _frame.Mentions.Count && i <= rate.Index + 2; i++)
        {
            var value = _frame.Mentions[i];
            if (value.Sentence == rate.Sentence && value.Role is Role.Value && value.Figure is { Unit.IsAdditive: true, Bound: Bound.None, Value: > 0m } && !value.Says(Cues.Per) && (i < rate.Index || value.Segment == rate.Segment)) result.Add(value);
        }
        return result;
    }

    private Mention? Upper(Mention rate, List<Mention> own, string stem)
    {
        var named = own.FindAll(v => v.Segment == rate.Segment && Nouns.Abbreviates(stem, _frame.Label(v)) && !(Denies(v) && stem[0] is not ('不' or '未')));
        if (named.Count == 1) return named[0];
        var last = own.FindLast(v => v.Index < rate.Index);
        return named.Count == 0 && last is not null && last.Segment == rate.Segment && rate.Clause - last.Clause == 1 && Columns.NamesSpending(_frame.Label(last)) ? last : null;
    }

    private Mention? Lower(Mention rate, List<Mention> own, Mention top)
    {
        // '签约率54.2%（常住人口48.06万人）': the bracket of the rate gives its base.
        if (own.Find(v => v.Host == rate.Index && v != top && v.Figure.Unit.Fits(top.Figure.Unit) && v.Figure.Value >= top.Figure.Value) is { } bracketed) return bracketed;
        var others = own.FindAll(v => v != top && v.Depth <= top.Depth && v.Figure.Unit.Fits(top.Figure.Unit) && v.Index < Math.Max(rate.Index, top.Index));
        // '批准529人，不批准255人' of 784人: what did and what did not make up the base.
        var whole = others.Find(w => others.Exists(o => o != w && o.Figure.Value + top.Figure.Value == w.Figure.Value));
        if (whole is not null) return whole;
        var bases = others.FindAll(v => v.Figure.Value >= top.Figure.Value);
        // '新收48217件，加上旧存3906件，共有52123件待执': a part of another base is none.
        bases.RemoveAll(v => bases.Exists(w => w != v && claims.GroupOf(v)?.Whole == w));
        return bases.Count > 0 && bases.TrueForAll(b => b.Figure.Value == bases[0].Figure.Value) ? bases[^1] : null;
    }

    /// <summary>'常住人口30.21万人，其中65岁以上老年人体检4.18万人，体检率72.3%': the base of a rate within a part is that part's own, which is not printed.</summary>
    private bool InList(Mention bottom, Mention top)
    {
        if (bottom.Index >= top.Index) return false;
        var between = _frame.Between(bottom, top);
        return between[(between.LastIndexOfAny('；', '。') + 1)..].Contains("其中", StringComparison.Ordinal);
    }
}
