using Jiheng.Audit.Claims;
using Jiheng.Audit.Findings;
using Jiheng.Audit.Tables;
using Jiheng.Audit.Weighing;

namespace Jiheng.Audit.ScoreForms;

/// <summary>Points that can be had: all of them make 100, those of a level make the points of the level above.</summary>
internal sealed class WeightChecks(ScoreFormCheck check, ScoreForm form)
{
    private const decimal Whole = 100m;

    /// <summary>Finds sums of points that do not come out.</summary>
    public void Find()
    {
        Total();
        foreach (var group in form.Groups) Level(group);
    }

    /// <summary>The points of the rows, with or without those of the execution rate in the funds block.</summary>
    private void Total()
    {
        if (Parts(form.Rows) is not { Count: > 1 } parts) return;
        var sum = parts.Sum(p => p.Number!.Value.Value);
        var withFunds = sum + (form.ScoredFunds?.Weight!.Number!.Value.Value ?? 0m);
        if (form.ScoredFunds is { } funds && withFunds == (form.Totals?.Weight?.Number?.Value ?? Whole)) parts.Add(funds.Weight!);
        var added = parts.Sum(p => p.Number!.Value.Value);
        var computation = Terms.Of(parts.ConvertAll(p => FormNumber.Show(p.Number!.Value.Value)));
        if (form.Totals?.Weight is { } total)
        {
            var printed = total.Number!.Value.Value;
            if (!check.Judge("JH2301", ClaimType.Sum, total, parts, Exactly(printed, added), computation, "各项分值之和")) return;
        }
        if (added == Whole || added == 1m || sum == Whole || withFunds == Whole) return;
        // Without totals and without a funds block the rest of the points may stand elsewhere.
        var complete = form.Totals is not null || form.ScoredFunds is not null;
        check.Raise("JH2301", form.Totals?.Weight ?? parts[0], $"各项分值之和为{FormNumber.Show(added)}，不是100。", complete ? Severity.Warning : Severity.Note);
    }

    private void Level(FormGroup group)
    {
        if (group.Weight is not { } printed || group.Rows.Count == 0 || Parts(group.Rows) is not { Count: > 0 } parts) return;
        var sum = parts.Sum(p => p.Number!.Value.Value);
        var outcome = Exactly(printed.Value, sum);
        var computation = Terms.Of(parts.ConvertAll(p => FormNumber.Show(p.Number!.Value.Value)));
        if (group.WeightCell.Number is not null && !ReferenceEquals(group.WeightCell, parts[0])) check.Judge("JH2302", ClaimType.Sum, group.WeightCell, parts, outcome, computation, $"“{group.Cell.Text}”下级分值之和");
        else if (!outcome.Holds) check.Raise("JH2302", group.Cell, $"“{group.Cell.Text}”下级分值之和为{FormNumber.Show(sum)}（{computation}）。", null, parts);
    }

    private static Outcome Exactly(decimal printed, decimal sum) => new(printed == sum ? Agreement.Exact : Agreement.Violated, sum, null);

    /// <summary>Cells with the points of the rows; <c>null</c> when points of a row are not known. A merged cell counts once.</summary>
    private static List<FormCell>? Parts(List<IndicatorRow> rows)
    {
        var parts = new List<FormCell>();
        foreach (var row in rows)
        {
            if (row.Weight is not { } weight) continue;
            if (weight.Number is not null) parts.Add(weight);
            else if (!weight.IsDash && !(weight.IsBlank && row.Score is null or { IsBlank: true })) return null;
        }
        return parts;
    }
}
