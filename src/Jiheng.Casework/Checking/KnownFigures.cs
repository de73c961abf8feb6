using Jiheng.Audit.Known;
using Jiheng.Casework.Dossiers;
using Jiheng.Model.Facts;
using Jiheng.Model.Formulas;
using Jiheng.Model.Measures;
using Jiheng.Model.Metrics;

namespace Jiheng.Casework.Checking;

/// <summary>
/// What a dossier knows about the figures of any text on its department and year: the ledger, which the data table prints,
/// the score table and last year's figures. With it the audit checks a text four ways.
/// </summary>
public static class KnownFigures
{
    private static readonly string[] TotalNames = ["自评得分", "自评总分", "综合得分", "总得分", "绩效自评得分", "整体支出绩效自评得分"];

    /// <summary>Collects them all; a figure that was never reported is not among them.</summary>
    public static KnownFacts Of(CaseFile file)
    {
        ArgumentNullException.ThrowIfNull(file);
        return new KnownFacts([.. Reported(file), .. Computed(file, 0), .. Computed(file, 1), .. Scored(file)]) { Year = file.Dossier.Year };
    }

    private static IEnumerable<KnownFact> Reported(CaseFile file)
    {
        foreach (var fact in file.Book.All)
        {
            if (fact.Value is not { } value || !file.Metrics.TryFind(fact.Key.Metric, out var metric)) continue;
            var control = fact.Key.Basis.Stage == Stage.Control;
            var home = control ? "原报告所写" : fact.Key.Year == file.Dossier.Year ? "台账和基础数据表" : "上年数据";
            yield return new KnownFact(Labels(file, fact.Key, metric), value, $"{home}（{fact.Key.Basis}）") { Year = fact.Key.Year, IsControl = control };
        }
    }

    /// <summary>Names under which a text speaks of a fact: a part and a subordinate unit only together with what is measured.</summary>
    private static List<string> Labels(CaseFile file, FactKey key, Metric metric)
    {
        IEnumerable<string> names = [metric.Name, .. metric.Aliases];
        if (!key.Member.IsAll) names = names.SelectMany(n => (string[])[key.Member.Item + n, n + key.Member.Item]);
        if (key.Subject == file.Dossier.Subject) return [.. names];
        var unit = file.Dossier.Units.FirstOrDefault(u => u.Code == key.Subject)?.Name ?? key.Subject;
        return [.. names.Select(n => unit + n)];
    }

    private static IEnumerable<KnownFact> Computed(CaseFile file, int yearsBack)
    {
        var year = file.Dossier.Year - yearsBack;
        var figures = yearsBack == 0 ? file.Figures : file.Book.View(file.Dossier.Subject, year);
        foreach (var metric in file.Metrics.All)
        {
            if (file.Metrics.FormulaOf(metric) is not { } formula || Evaluator.Evaluate(formula, figures) is not { IsComputed: true, Value: var value }) continue;
            yield return new KnownFact([metric.Name, .. metric.Aliases], Shown(value, metric.Unit), yearsBack == 0 ? "按台账计算" : "按上年数据计算") { Year = year };
        }
    }

    private static IEnumerable<KnownFact> Scored(CaseFile file)
    {
        foreach (var leaf in file.Appraisal.Leaves)
        {
            if (Amount.TryParse(leaf.ActualText, out var actual)) yield return new KnownFact([leaf.Name], actual, "自评表实际完成值");
            if (leaf.Target is { } target) yield return new KnownFact([leaf.Name], target, "自评表指标值");
            if (leaf.Points is { } points) yield return new KnownFact([$"{leaf.Name}得分"], new Amount(points, MeasureUnit.Point), "自评表得分");
        }
        if (file.Appraisal.Total is { } total) yield return new KnownFact(TotalNames, new Amount(total, MeasureUnit.Point), "自评表总分");
    }

    /// <summary>
    /// A computed value. An amount of money is as uncertain in its second place as the amounts that it comes from; a rate
    /// is known further than texts print it.
    /// </summary>
    private static Amount Shown(decimal value, MeasureUnit unit)
    {
        var places = unit.Dimension.Kind == DimensionKind.Money ? 2 : 4;
        return new Amount(Math.Round(value / unit.Factor, places, MidpointRounding.AwayFromZero), unit, places);
    }
}
