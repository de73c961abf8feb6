using Jiheng.Audit.Claims;
using Jiheng.Audit.Findings;
using Jiheng.Audit.Tables;
using Jiheng.Audit.Weighing;

namespace Jiheng.Audit.ScoreForms;

/// <summary>Points that were given: at most the weight, in total their sum, in step with the actual value, explained where lost.</summary>
internal sealed class PointChecks(ScoreFormCheck check, ScoreForm form)
{
    /// <summary>An actual value so far above its target asks for a reason; a usual local threshold, the national rules only say 较多.</summary>
    private const decimal FarAbove = 1.3m;

    private static readonly (char Grade, decimal From)[] Grades = [('优', 90m), ('良', 80m), ('中', 60m), ('差', 0m)];

    /// <summary>Finds points that cannot be right or want a reason.</summary>
    public void Find()
    {
        if (IsOtherScale()) return;
        foreach (var row in form.Rows)
        {
            if (row.Weight?.Number is { } weight && row.Score?.Number is { } score && score.Value > weight.Value)
                check.Raise("JH2303", row.Score, $"“{row.Name.Text}”分值{FormNumber.Show(weight.Value)}，得分{row.Score.Text}，得分超过分值。", null, row.Weight);
            Target(row);
            Reason(row);
        }
        if (form.ScoredFunds is { Score.Number: { } points } funds && points.Value > funds.Weight!.Number!.Value.Value)
            check.Raise("JH2303", funds.Score!, $"预算执行率分值{funds.Weight.Text}，得分{funds.Score!.Text}，得分超过分值。", null, funds.Weight);
        Total();
        Grade();
    }

    /// <summary>Whether scores are out of 100 each and weighted afterwards: most of them pass their weight.</summary>
    private bool IsOtherScale()
    {
        var scored = form.Rows.Where(r => r is { Weight.Number: not null, Score.Number: not null }).ToList();
        var above = scored.Count(r => r.Score!.Number!.Value.Value > r.Weight!.Number!.Value.Value);
        return above > 1 && above * 2 > scored.Count;
    }

    /// <summary>The actual value against the target, beside the points.</summary>
    private void Target(IndicatorRow row)
    {
        if (row.IsMet is not { } met) return;
        var guess = row.Sense.IsGuess;
        if (!met && row.IsFull)
        {
            // Points by steps, and those of surveys, may be full a little below the target.
            var doubt = form.HasStandards || row.Name.Text.Contains("满意", StringComparison.Ordinal);
            var severity = guess ? Severity.Note : doubt ? Severity.Warning : Severity.Blocking;
            check.Raise("JH2307", row.Score!, $"“{row.Name.Text}”指标值{row.Target!.Text}，实际{row.Actual!.Text}，没有完成，却得满分{row.Score!.Text}。", severity, row.Target, row.Actual);
        }
        else if (met && !guess && row.IsShort)
        {
            check.Raise("JH2308", row.Score!, $"“{row.Name.Text}”指标值{row.Target!.Text}，实际{row.Actual!.Text}，已经完成，得分{row.Score!.Text}少于分值{row.Weight!.Text}。", null, row.Target, row.Actual, row.Weight);
        }
    }

    /// <summary>Lost points, or a target passed by far, without a word about the reason.</summary>
    private void Reason(IndicatorRow row)
    {
        if (!form.AsksReasons || row.Reason is not { IsBlank: true } reason) return;
        if (row.IsShort)
        {
            check.Raise("JH2309", reason, $"“{row.Name.Text}”分值{row.Weight!.Text}，得分{row.Score!.Text}，没有填写偏差原因。", null, row.Score);
            return;
        }
        if (row is not { Required: { Value: > 0m } target, Done: { Sign: Sense.None } done, Sense.Sign: Sense.AtLeast } || !target.Fits(done) || done.Value < target.Value * FarAbove) return;
        check.Raise("JH2309", reason, $"“{row.Name.Text}”指标值{row.Target!.Text}，实际{row.Actual!.Text}，超过目标30%以上，没有填写偏差原因。", row.Sense.IsGuess ? Severity.Note : null, row.Actual);
    }

    private void Total()
    {
        if (form.Totals?.Score is not { } total) return;
        var parts = new List<FormCell>();
        foreach (var row in form.Rows)
        {
            if (row.Score is not { } score) continue;
            if (score.Number is not null) parts.Add(score);
            else if (!score.IsDash && !row.IsUnused && !(score.IsBlank && row.Weight is null or { IsBlank: true })) return;
        }
        if (parts.Count < 2) return;
        var outcome = Sum(total, parts);
        if (!outcome.Holds && form.ScoredFunds?.Score is { Number: not null } funds && Sum(total, [.. parts, funds]) is var withFunds && (withFunds.Holds || form.Rows.TrueForAll(r => !r.Name.Text.Contains("执行率", StringComparison.Ordinal))))
        {
            parts.Add(funds);
            outcome = withFunds;
        }
        check.Judge("JH2304", ClaimType.Sum, total, parts, outcome, Terms.Of(parts.ConvertAll(p => FormNumber.Show(p.Number!.Value.Value))), "各项得分之和");
    }

    private static Outcome Sum(FormCell total, List<FormCell> parts)
    {
        var sum = parts.Sum(p => p.Number!.Value.Value);
        var printed = total.Number!.Value;
        var gap = Math.Abs(sum - printed.Value);
        var how = gap == 0m ? Agreement.Exact : gap <= (parts.TrueForAll(p => p.Number!.Value.Places <= printed.Places) ? 0m : printed.HalfStep) ? Agreement.Rounding
            : gap <= printed.Slack + parts.Sum(p => p.Number!.Value.Slack) ? Agreement.OperandRounding : Agreement.Violated;
        return new Outcome(how, sum, null);
    }

    /// <summary>The declared grade against the total score: 90 and above 优, 80 to 90 良, 60 to 80 中, below 60 差 (财预〔2020〕10号).</summary>
    private void Grade()
    {
        if (form.Grade is not var (grade, cell) || form.Totals?.Score is not { } total || total.Number!.Value.Value is not (>= 0m and <= 100m and var score)) return;
        var due = Array.Find(Grades, g => score >= g.From).Grade;
        if (due != grade) check.Raise("JH2108", cell, $"得分{total.Text}分应为“{due}”，表中写“{grade}”。", null, total);
    }
}
