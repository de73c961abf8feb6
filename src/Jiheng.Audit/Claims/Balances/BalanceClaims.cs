using Jiheng.Audit.Form;
using Jiheng.Audit.Frames;
using Jiheng.Audit.Weighing;

namespace Jiheng.Audit.Claims.Balances;

/// <summary>
/// Balances named by their heads and set out over several paragraphs of a final account: 收入总计 = 本年收入 + 年初结转,
/// 年末结转 = 支出总计 − 本年支出. Only a balance that holds is claimed.
/// </summary>
internal sealed class BalanceClaims(ClaimSet claims)
{
    private const int MostLines = 12;

    private readonly ProseFrame _frame = claims.Frame;

    /// <summary>Checks the carried-over figures against the totals before them.</summary>
    public void Find()
    {
        foreach (var mention in _frame.Mentions)
        {
            if (mention.Role != Role.Value || !mention.Figure.Unit.IsAdditive || !mention.Says(Cues.Left) || mention.Figure.Value == 0m) continue;
            var label = _frame.Label(mention);
            if (label is "结余" or "年终结余" or "收支相抵结余" or "滚存结余" or "结转下年" or "年终滚存结余" or "净结余" or "结转下年支出" or "年末结余" or "年终结转" or "年末结转" or "年终结转结余" && (Totals(mention) || Granted(mention))) continue;
            if (label is "当期结余" or "当年结余" or "本期结余")
            {
                Current(mention);
                continue;
            }
            if (label.EndsWith("收支缺口", StringComparison.Ordinal) || label.EndsWith("收支差额", StringComparison.Ordinal) || label.EndsWith("收支结余", StringComparison.Ordinal))
            {
                Gap(mention);
                continue;
            }
            if (label.Contains("年初", StringComparison.Ordinal) || label.Contains("上年", StringComparison.Ordinal)) Income(mention);
            else if (label.Contains("年末", StringComparison.Ordinal) || label.Contains("下年", StringComparison.Ordinal)) Outlay(mention);
        }
    }

    /// <summary>'…总计169795万元。支出…总计158930万元，结余10865万元': what the two totals before it leave.</summary>
    private bool Totals(Mention rest)
    {
        if (claims.IsComputedAs(ClaimType.Difference, rest)) return false;
        var totals = _frame.Back(rest).Where(m => rest.Sentence - m.Sentence <= 2 && m.Role == Role.Value && m.Figure.Unit.Fits(rest.Figure.Unit) && _frame.Label(m) is var label && (label is "总计" or "合计" or "共计" || label.EndsWith("入总计", StringComparison.Ordinal) || label.EndsWith("出总计", StringComparison.Ordinal) || label.EndsWith("收入合计", StringComparison.Ordinal) || label.EndsWith("支出合计", StringComparison.Ordinal) || label.EndsWith("收入总量", StringComparison.Ordinal) || label.EndsWith("支出总量", StringComparison.Ordinal) || label.EndsWith("总收入", StringComparison.Ordinal) || label.EndsWith("总支出", StringComparison.Ordinal))).Take(2).ToList();
        if (totals.Count < 2 || totals[0].Sentence == totals[1].Sentence && !(_frame.Label(totals[0]) is var outlay && (outlay.EndsWith("支出总计", StringComparison.Ordinal) || outlay.EndsWith("支出合计", StringComparison.Ordinal))) || totals[1].Figure.Value < totals[0].Figure.Value) return false;
        var outcome = Check.Difference(rest.Figure, totals[1].Figure, totals[0].Figure, either: false);
        if (!outcome.Holds && !(outcome.Value is { } value && Repairs.IsSlip(rest.Figure, value))) return false;
        return claims.Add(ClaimType.Difference, rest, [totals[1], totals[0]], outcome, Grade.Structural, () => Wording.Binary(totals[1].Figure, "−", totals[0].Figure, rest.Figure, outcome));
    }

    /// <summary>'共安排资金3164.80万元…以上四项合计支出3153.80万元，结余11.00万元': what was granted stands lines before its uses.</summary>
    private bool Granted(Mention rest)
    {
        if (claims.IsComputed(rest) || rest.Index == 0 || _frame.Mentions[rest.Index - 1] is not { Role: Role.Value } spent || spent.Sentence != rest.Sentence || !spent.Figure.Unit.Fits(rest.Figure.Unit) || !spent.Says(Cues.Total) || !Columns.NamesSpending(_frame.Label(spent))) return false;
        var granted = _frame.BackLines(spent, MostLines).FirstOrDefault(m => m.Role == Role.Value && m.Figure.Unit.Fits(rest.Figure.Unit) && m.Says(Cues.Plan | Cues.Total) && m.Figure.Value > spent.Figure.Value);
        if (granted is null) return false;
        var outcome = Check.Difference(rest.Figure, granted.Figure, spent.Figure, either: false);
        if (!outcome.Holds && !(outcome.Value is { } value && Repairs.IsSlip(rest.Figure, value))) return false;
        return claims.Add(ClaimType.Difference, rest, [granted, spent], outcome, Grade.Structural, () => Wording.Binary(granted.Figure, "−", spent.Figure, rest.Figure, outcome));
    }

    /// <summary>'基金预算收入24.36亿元…；基金支出31.52亿元…，收支缺口7.16亿元': the heads of the sentence, not the parts that 其中 opens.</summary>
    private void Gap(Mention gap)
    {
        if (claims.IsComputed(gap)) return;
        var own = _frame.Back(gap).Where(m => m.Sentence == gap.Sentence && m.Role == Role.Value && m.Figure.Unit.Fits(gap.Figure.Unit) && !m.Says(Cues.Parts)).ToList();
        var income = own.FindAll(m => _frame.Label(m).EndsWith("收入", StringComparison.Ordinal));
        var outlay = own.FindAll(m => _frame.Label(m).EndsWith("支出", StringComparison.Ordinal));
        // '收入103.30亿元：…。支出96.81亿元，当年收支结余6.49亿元': the income stands in the sentence before.
        if (income.Count == 0 && outlay.Count == 1) income = _frame.Back(gap).Where(m => gap.Sentence - m.Sentence == 1 && m.Depth == 0 && m.Role == Role.Value && m.Figure.Unit.Fits(gap.Figure.Unit) && !m.Says(Cues.Parts) && _frame.Label(m).EndsWith("收入", StringComparison.Ordinal)).ToList();
        if (income.Count != 1 || outlay.Count != 1) return;
        var (high, low) = income[0].Figure.Value >= outlay[0].Figure.Value ? (income[0], outlay[0]) : (outlay[0], income[0]);
        var outcome = Check.Difference(gap.Figure, high.Figure, low.Figure, either: true);
        claims.Add(ClaimType.Difference, gap, [high, low], outcome, Grade.Structural, () => Wording.Binary(high.Figure, "−", low.Figure, gap.Figure, outcome), "收支缺口为收入与支出之差");
    }

    /// <summary>'（一）基金收入1.94亿元，其中…。（二）基金支出1.37亿元，当期结余0.57亿元': the income heads the line before.</summary>
    private void Current(Mention rest)
    {
        if (claims.IsComputed(rest) || claims.GroupOf(rest) is { Holds: true } || rest.Index == 0 || _frame.Mentions[rest.Index - 1] is not { Role: Role.Value, Depth: 0 } outlay || outlay.Sentence != rest.Sentence || !_frame.Label(outlay).EndsWith("支出", StringComparison.Ordinal)) return;
        var income = _frame.BackLines(outlay, 1).FirstOrDefault(m => m.Role == Role.Value && m.Depth == 0 && m.Figure.Unit.Fits(rest.Figure.Unit) && !m.Says(Cues.Parts) && _frame.Label(m).EndsWith("收入", StringComparison.Ordinal));
        if (income is null || income.Sentence == rest.Sentence && income.Segment == outlay.Segment || !income.Figure.Unit.Fits(outlay.Figure.Unit)) return;
        var outcome = Check.Difference(rest.Figure, income.Figure, outlay.Figure, either: false);
        if (outcome.Holds || outcome.Value is { } value && Repairs.IsSlip(rest.Figure, value) && !FormText.HasAny(_frame.After(rest), "扣除", "提取", "上解")) claims.Add(ClaimType.Difference, rest, [income, outlay], outcome, Grade.Structural, () => Wording.Binary(income.Figure, "−", outlay.Figure, rest.Figure, outcome), "结余为收入与支出之差");
    }

    private void Income(Mention carried)
    {
        if (Ahead(carried)) return;
        if (claims.GroupOf(carried) is { Holds: true } || Named(carried, "总计", "收入总计") is not { } total || Named(carried, "本年收入", "本年收入合计") is not { } income || claims.IsComputed(total)) return;
        List<Mention> parts = [income, carried];
        var outcome = Check.Sum(total.Figure, parts.ConvertAll(p => (p.Figure, 1)));
        var slip = outcome.Value is { } value && Repairs.Digits(total.Figure) >= 5 && Repairs.IsSlip(total.Figure, value);
        if (slip || outcome.Convinces(total.Figure, 1, 2)) claims.Add(ClaimType.Sum, total, parts, outcome, slip ? Grade.Structural : Grade.Inferred, () => Wording.Sum(total, parts, outcome));
    }

    /// <summary>'国有资本经营预算收入5817万元：…，上年结转96万元，收入合计5913万元': the total right behind what was carried in; the head with its parts before it.</summary>
    private bool Ahead(Mention carried)
    {
        if (carried.Index + 1 >= _frame.Mentions.Count || _frame.Mentions[carried.Index + 1] is not { Role: Role.Value } total || total.Sentence != carried.Sentence || !total.Figure.Unit.Fits(carried.Figure.Unit) || _frame.Label(total) is not ("收入合计" or "收入总计" or "总计" or "合计") || claims.IsComputedAs(ClaimType.Sum, total)) return false;
        var heads = claims.GroupsIn(carried.Paragraph).Where(g => g.Holds && g.Whole.Sentence == carried.Sentence && g.Parts[^1].Index == carried.Index - 1).ToList();
        if (heads.Count != 1) return false;
        List<Mention> parts = [heads[0].Whole, carried];
        var outcome = Check.Sum(total.Figure, parts.ConvertAll(p => (p.Figure, 1)));
        if (!outcome.Holds && !Repairs.IsSlip(total.Figure, outcome.Value!.Value)) return false;
        return claims.Add(ClaimType.Sum, total, parts, outcome, Grade.Structural, () => Wording.Sum(total, parts, outcome));
    }

    private void Outlay(Mention rest)
    {
        if (claims.IsComputed(rest) || claims.GroupOf(rest) is { Holds: true } || Named(rest, "总计", "支出总计") is not { } total || Named(rest, "本年支出", "本年支出合计") is not { } spent) return;
        var outcome = Check.Difference(rest.Figure, total.Figure, spent.Figure, either: false);
        var slip = outcome.Value is { } value && Repairs.Digits(rest.Figure) >= 4 && Repairs.IsSlip(rest.Figure, value);
        if (slip || outcome.Convinces(rest.Figure, 1, 2)) claims.Add(ClaimType.Difference, rest, [total, spent], outcome, slip ? Grade.Structural : Grade.Inferred, () => Wording.Binary(total.Figure, "−", spent.Figure, rest.Figure, outcome));
    }

    /// <summary>The nearest figure before <paramref name="mention"/> whose head is one of the two names.</summary>
    private Mention? Named(Mention mention, string name, string other) =>
        _frame.BackLines(mention, MostLines).FirstOrDefault(m => m.Role == Role.Value && m.Figure.Unit.Fits(mention.Figure.Unit) && _frame.Label(m).TrimEnd("均为是达：: ") is var label
            && (label.EndsWith(name, StringComparison.Ordinal) || label.EndsWith(other, StringComparison.Ordinal)));
}
