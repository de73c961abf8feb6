using Jiheng.Audit;
using Jiheng.Audit.Findings;
using Jiheng.Casework.Review.Life;
using Jiheng.Model.Appraisals;
using Jiheng.Model.Facts;
using Jiheng.Model.Metrics;
using Jiheng.Model.Schemes;
using Jiheng.Packs.Reading;

namespace Jiheng.Web.Wording;

/// <summary>The words for states and marks, one for each.</summary>
public static class Chips
{
    /// <summary>Official or trial.</summary>
    public static Chip Of(Appraisal appraisal)
    {
        ArgumentNullException.ThrowIfNull(appraisal);
        return appraisal.IsOfficial ? new("正式得分", Tone.Good) : new("试算分", Tone.Look);
    }

    /// <summary>What an audit found, worst first.</summary>
    public static Chip Of(AuditReport audit)
    {
        ArgumentNullException.ThrowIfNull(audit);
        if (audit.Blocking > 0) return new($"须改正 {audit.Blocking}", Tone.Bad);
        return audit.IsClean ? new("未发现问题", Tone.Good) : new($"请看 {audit.Findings.Count}", Tone.Look);
    }

    /// <summary>How grave a finding is.</summary>
    public static Chip Of(Severity severity) => severity switch
    {
        Severity.Blocking => new("须改正", Tone.Bad),
        Severity.Warning => new("存疑", Tone.Look),
        _ => new("提示", Tone.Info),
    };

    /// <summary>Where a finding is in its life.</summary>
    public static IEnumerable<Chip> Of(LedgerEntry entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        yield return entry.State switch
        {
            FindingState.Explained => new("已说明", Tone.Good),
            FindingState.Waived => new("已豁免", Tone.Good),
            FindingState.Fixed => new("已改正", Tone.Good),
            _ => new("待处理"),
        };
        if (entry.Recurring) yield return new("再次出现", Tone.Look);
    }

    /// <summary>The grade, tinted by how good it is.</summary>
    public static Chip? OfGrade(Appraisal appraisal)
    {
        ArgumentNullException.ThrowIfNull(appraisal);
        if (appraisal.Grade is not { } grade) return null;
        var rank = appraisal.Scheme.Grades.TakeWhile(g => g.Name != grade).Count();
        return new(grade, rank switch { 0 => Tone.Good, 1 => Tone.Info, 2 => Tone.Look, _ => Tone.Bad });
    }

    /// <summary>What became of an indicator.</summary>
    /// <param name="score">The indicator.</param>
    /// <param name="explained">Whether a reason for its deviation was written.</param>
    public static IEnumerable<Chip> Of(IndicatorScore score, bool explained)
    {
        ArgumentNullException.ThrowIfNull(score);
        yield return score.Status switch
        {
            ScoreStatus.Scored when score.Points == score.Weight => new("满分", Tone.Good),
            ScoreStatus.Scored => new("扣 " + Numbers.Points(score.Weight - score.Points), score.Points == 0 ? Tone.Bad : Tone.Look),
            ScoreStatus.NotApplicable => new("不适用"),
            ScoreStatus.NotComputable => new("缺数据", Tone.Bad),
            ScoreStatus.Unjudged => new("待评定", Tone.Look),
            ScoreStatus.EmptySlot => new("未设指标", Tone.Look),
            ScoreStatus.WeightUnknown => new("分值未知", Tone.Look),
            _ => new(""),
        };
        if (score.MustExplain.Count > 0) yield return explained ? new("已说明", Tone.Info) : new("须说明", Tone.Look);
    }

    /// <summary>How well a rule is known.</summary>
    public static Chip Of(Confidence confidence) => new(RuleText.Of(confidence), confidence switch
    {
        Confidence.Verified => Tone.Good,
        Confidence.PartlyVerified or Confidence.Practice => Tone.Info,
        _ => Tone.Look,
    });

    /// <summary>Why a fact has no value; <c>null</c> when it has one.</summary>
    public static Chip? Of(FactState state) => state switch
    {
        FactState.NotApplicable => new("不适用"),
        FactState.NotAvailable => new("暂无数据", Tone.Look),
        FactState.Masked => new("不公开"),
        _ => null,
    };

    /// <summary>The footing of a fact; only what differs from the usual one is named.</summary>
    public static Chip Of(Basis basis)
    {
        string[] parts =
        [
            .. basis.Scope == Basis.Usual.Scope ? Array.Empty<string>() : [basis.Scope.ToChinese()],
            .. basis.Funding == Basis.Usual.Funding ? Array.Empty<string>() : [basis.Funding.ToChinese()],
            .. basis.Stage == Basis.Usual.Stage ? Array.Empty<string>() : [basis.Stage.ToChinese()],
        ];
        return parts.Length == 0 ? new(basis.ToString()) : new(string.Join('·', parts), Tone.Info);
    }

    /// <summary>Whether a scheme is known in full.</summary>
    public static Chip Of(Scheme scheme)
    {
        ArgumentNullException.ThrowIfNull(scheme);
        return scheme.IsComplete ? new("完整", Tone.Good) : new("不完整，只能试算", Tone.Look);
    }
}
