using System.Collections.Concurrent;
using Jiheng.Audit;
using Jiheng.Casework.Checking;
using Jiheng.Casework.Writing;
using Jiheng.Model.Appraisals;
using Jiheng.Model.Documents;
using Jiheng.Model.Dossiers;
using Jiheng.Model.Facts;
using Jiheng.Model.Formulas;
using Jiheng.Model.Metrics;
using Jiheng.Model.Outlines;
using Jiheng.Model.Schemes;
using Jiheng.Packs;

namespace Jiheng.Casework.Dossiers;

/// <summary>
/// A dossier opened under the rules it stands on: everything that scores, documents and pages show is computed from here.
/// Immutable; open it again after a fact has changed.
/// </summary>
public sealed class CaseFile
{
    private readonly ConcurrentDictionary<string, Template> _templates = new(StringComparer.Ordinal);

    /// <summary>Opens a dossier.</summary>
    /// <param name="dossier">The dossier.</param>
    /// <param name="scheme">The scheme that it names.</param>
    /// <param name="outline">The outline that it names.</param>
    /// <param name="metrics">The packs' metrics; the dossier's own are added.</param>
    /// <param name="dataForm">The outline of the base data form that <paramref name="outline"/> names; <c>null</c> when none is prescribed.</param>
    public CaseFile(Dossier dossier, Scheme scheme, Outline outline, MetricCatalog metrics, Outline? dataForm = null)
    {
        ArgumentNullException.ThrowIfNull(dossier);
        ArgumentNullException.ThrowIfNull(metrics);
        (Dossier, Scheme, Outline, DataForm) = (dossier, scheme, outline, dataForm);
        Metrics = metrics.With(dossier.OwnMetrics);
        Book = new FactBook(dossier.Facts);
        Figures = Book.View(dossier.Subject, dossier.Year);
        Appraisal = new Appraiser(scheme, dossier.Objective, dossier.Confirmation).Appraise(Figures, dossier.Judgements);
    }

    /// <summary>Opens a dossier with the scheme and outline that it names.</summary>
    /// <exception cref="ArgumentException">The library lacks one of them; whoever reads a dossier reports that beforehand.</exception>
    public static CaseFile Open(Dossier dossier, PackLibrary library)
    {
        ArgumentNullException.ThrowIfNull(dossier);
        ArgumentNullException.ThrowIfNull(library);
        var scheme = library.FindScheme(dossier.SchemeId, dossier.Year) ?? throw new ArgumentException($"没有 {dossier.Year} 年度的评价方案“{dossier.SchemeId}”。");
        var outline = library.FindOutline(dossier.OutlineId, dossier.Year) ?? throw new ArgumentException($"没有 {dossier.Year} 年度的报告大纲“{dossier.OutlineId}”。");
        return new CaseFile(dossier, scheme, outline, library.Metrics, library.FindOutline(outline.DataForm, dossier.Year));
    }

    /// <summary>The dossier.</summary>
    public Dossier Dossier { get; }

    /// <summary>The scheme it is scored with.</summary>
    public Scheme Scheme { get; }

    /// <summary>The outline its report follows.</summary>
    public Outline Outline { get; }

    /// <summary>The outline of the region's base data form; <c>null</c> when none is prescribed.</summary>
    public Outline? DataForm { get; }

    /// <summary>The packs' metrics and the dossier's own.</summary>
    public MetricCatalog Metrics { get; }

    /// <summary>All facts.</summary>
    public FactBook Book { get; }

    /// <summary>The department's figures for the year, as formulas read them.</summary>
    public IFigures Figures { get; }

    /// <summary>The score with its reasons.</summary>
    public Appraisal Appraisal { get; }

    /// <summary>
    /// What must stand on every page that shows a score while it is a trial one; <c>null</c> when the score is official.
    /// </summary>
    public string? TrialNotice => Appraisal.IsOfficial ? null : $"试算分，不作正式得分：{string.Join("；", Appraisal.TrialReasons)}。";

    /// <summary>The self-evaluation report, written from the figures as they are now.</summary>
    public Document Report() => ReportWriter.Write(this);

    /// <summary>The report with every relation that it states recomputed, and every figure held against what the dossier knows.</summary>
    public (Document Report, AuditReport Audit) AuditedReport()
    {
        var report = Report();
        return (report, Auditor.Audit(report, KnownFigures.Of(this)));
    }

    /// <summary>Why an indicator has its value: the formula in words and figures, and each fact.</summary>
    /// <returns><c>null</c> for an indicator without formula.</returns>
    public Trace? Explain(IndicatorScore score)
    {
        ArgumentNullException.ThrowIfNull(score);
        return score.Formula is { } formula ? Trace.Of(formula, Figures) : null;
    }

    /// <summary>A sentence template of the outline or of a narrative, read once.</summary>
    /// <exception cref="InvalidOperationException">It has a fault, which whoever read the pack or bundle should have told.</exception>
    internal Template Template(string source) => _templates.GetOrAdd(source, (text, metrics) =>
        Model.Outlines.Template.Read(text, metrics).Template ?? throw new InvalidOperationException($"Template was not checked when it was read: {text}"), Metrics);

    /// <summary>The figure that the department printed for a metric, if it differs from what can be computed or was reported.</summary>
    public Fact? ControlOf(Metric metric)
    {
        ArgumentNullException.ThrowIfNull(metric);
        return Book.Control(Dossier.Subject, Dossier.Year, metric.Code);
    }
}
