using Jiheng.Audit.Findings;

namespace Jiheng.Audit.ScoreForms;

/// <summary>How targets and actual values are filled in: measurable, measured, and not merely copied. All of it is for a person to judge.</summary>
internal sealed class AnswerChecks(ScoreFormCheck check, ScoreForm form, bool lacksSurvey)
{
    private const int EnoughToWonder = 5;
    private static readonly string[] Vague = ["提升", "提高", "改善", "加强", "较好", "良好", "显著", "明显", "有效", "进一步", "不断", "逐步", "长期", "持续", "满意", "优化", "完善", "到位", "增强", "促进"];

    /// <summary>Finds ways of filling in that say too little.</summary>
    public void Find()
    {
        AllEqual();
        WithoutNumber();
        Satisfaction();
        Mixed();
    }

    /// <summary>Every actual value is just its target: years rarely go so.</summary>
    private void AllEqual()
    {
        var measured = form.Rows.Where(r => r is { Required: not null, Done: not null }).ToList();
        if (measured.Count < EnoughToWonder || !measured.TrueForAll(r => r.Required!.Value.Value == r.Done!.Value.Value)) return;
        check.Raise("JH2310", measured[0].Actual!, $"{measured.Count}项定量指标的实际完成值全部等于目标值，请核对是否照抄目标。", null, measured.Skip(1).Select(r => r.Actual));
    }

    private void WithoutNumber()
    {
        var rows = form.Rows.Where(r => !r.IsUnused && r.Target is { IsBlank: false } target && !FormValue.HasNumber(target.Text) && Array.Exists(Vague, w => target.Text.Contains(w, StringComparison.Ordinal))).ToList();
        if (rows.Count == 0) return;
        check.Raise("JH2311", rows[0].Target!, $"{rows.Count}项指标的目标值没有数字，也没有可以核对的标准：{Names(rows)}。", null, rows.Skip(1).Select(r => r.Target));
    }

    private void Satisfaction()
    {
        foreach (var row in form.Rows.Where(r => r.Name.Text.Contains("满意", StringComparison.Ordinal) && r.Score?.Number is { Value: > 0m } && r.Actual is { IsBlank: false }))
        {
            if (!FormValue.HasNumber(row.Actual!.Text)) check.Raise("JH2312", row.Actual, $"“{row.Name.Text}”实际完成值“{row.Actual.Text}”没有满意度的数字，得{row.Score!.Text}分没有依据。", null, row.Score);
            else if (lacksSurvey) check.Raise("JH2312", row.Actual, $"“{row.Name.Text}”为{row.Actual.Text}，全文没有说明怎样调查（问卷、测评、样本数）。", Severity.Note, row.Score);
        }
    }

    /// <summary>A target in figures answered by words, or by the target's own sign.</summary>
    private void Mixed()
    {
        var rows = form.Rows.Where(r => r.Required is not null && r.Actual is { IsBlank: false } actual && (r.Done is { Sign: Sense.AtLeast or Sense.AtMost } || !FormValue.HasNumber(actual.Text))).ToList();
        if (rows.Count == 0) return;
        var answers = string.Join("、", rows.Take(3).Select(r => $"“{r.Actual!.Text}”"));
        check.Raise("JH2313", rows[0].Actual!, $"{rows.Count}项有数字目标的指标没有填实际数，填的是{answers}{(rows.Count > 3 ? "等" : "")}：{Names(rows)}。", null, rows.Skip(1).Select(r => r.Actual));
    }

    private static string Names(List<IndicatorRow> rows) => string.Join("、", rows.Take(5).Select(r => r.Name.Text)) + (rows.Count > 5 ? "等" : "");
}
