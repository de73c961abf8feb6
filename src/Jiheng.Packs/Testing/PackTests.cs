using System.Globalization;
using Jiheng.Model.Appraisals;
using Jiheng.Model.Metrics;
using Jiheng.Model.Outlines;
using Jiheng.Model.Schemes;
using Jiheng.Packs.Faults;

namespace Jiheng.Packs.Testing;

/// <summary>Runs the tests that stand in packs. Overlays run those of their parents as well, as restated.</summary>
public static class PackTests
{
    /// <summary>Runs the tests of one scheme or outline, or of all.</summary>
    /// <param name="library">The packs.</param>
    /// <param name="id">Id of the scheme or outline; <c>null</c> for all.</param>
    public static IReadOnlyList<PackTestResult> Run(PackLibrary library, string? id = null)
    {
        ArgumentNullException.ThrowIfNull(library);
        return [
            .. library.Schemes.Where(s => id is null || s.Id == id).SelectMany(s => library.TestsOf(s).Select(t => Run(s, t))),
            .. library.Outlines.Where(o => id is null || o.Id == id).SelectMany(o => library.TestsOf(o).Select(t => Run(o, t, library.Metrics))),
        ];
    }

    private static PackTestResult Run(Outline outline, OutlineTest test, MetricCatalog metrics)
    {
        var printer = new TemplatePrinter(metrics, test.Figures, new Dictionary<string, string> { ["department"] = "本单位", ["year"] = $"{test.Figures.Year}", ["next-year"] = $"{test.Figures.Year + 1}" });
        PrintedText Print(string template) => printer.Print(Template.Read(template, metrics).Template!);
        var blocks = outline.Opening.Concat(outline.Sections.SelectMany(BlocksOf)).ToList();
        var sentences = blocks.OfType<SentencesBlock>().SelectMany(b => b.Sentences).Select(Print).Where(p => p.Complete).Select(p => p.Text);
        var rows = blocks.OfType<TableBlock>().SelectMany(t => t.Rows).Select(r => $"\n{string.Join('|', r.Select(Print).Select(p => p.Complete ? p.Text : ""))}");
        var text = string.Concat(sentences.Concat(rows));
        return new PackTestResult(outline.Id, test.Name, test.Place, [
            .. test.Expected.Where(e => !text.Contains(e, StringComparison.Ordinal)).Select(e => $"应写出“{e}”，写出的是“{text}”"),
            .. test.Absent.Where(a => text.Contains(a, StringComparison.Ordinal)).Select(a => $"不应写出“{a}”，写出的是“{text}”"),
        ]);
    }

    private static IEnumerable<OutlineBlock> BlocksOf(OutlineSection section) => section.Blocks.Concat(section.Sections.SelectMany(BlocksOf));

    private static PackTestResult Run(Scheme scheme, PackTest test)
    {
        var appraisal = new Appraiser(scheme, test.Objective).Appraise(test.Figures, test.Judgements);
        return new PackTestResult(scheme.Id, test.Name, test.Place, [.. Differences(test.Expected, appraisal)]);
    }

    private static IEnumerable<string> Differences(Expectation expected, Appraisal appraisal)
    {
        foreach (var (code, points) in expected.Points)
        {
            var score = appraisal.Find(code)!;
            if (score.Points != points) yield return $"{Title(score)}应得 {N(points)} 分，算出 {Got(score)}";
        }
        foreach (var score in expected.Missing.Select(c => appraisal.Find(c)!).Where(s => s.Points is not null || s.Status == ScoreStatus.NotApplicable))
            yield return $"{Title(score)}应没有得分，算出 {Got(score)}";
        foreach (var score in expected.NotApplicable.Select(c => appraisal.Find(c)!).Where(s => s.Status != ScoreStatus.NotApplicable))
            yield return $"{Title(score)}应不适用，算出 {Got(score)}";
        foreach (var score in expected.Explain.Select(c => appraisal.Find(c)!).Where(s => s.MustExplain.Count == 0))
            yield return $"{Title(score)}应要求说明原因，没有要求";
        if (expected.Total is { } total && appraisal.Total != total)
            yield return $"总分应为 {N(total)}，算出 {(appraisal.Total is { } t ? N(t) : $"不了，还有 {string.Join("、", appraisal.Open.Select(o => o.Code))} 没有得分")}";
        if (expected.Grade is { } grade && appraisal.Grade != grade) yield return $"等级应为“{grade}”，算出“{appraisal.Grade ?? "无"}”";
    }

    private static string Title(IndicatorScore score) => $"{score.Code} {score.Name}";

    private static string Got(IndicatorScore score) => score.Points is { } points ? $"{N(points)} 分（{score.Sentence}）" : $"不了分（{score.Sentence}）";

    private static string N(decimal number) => number.ToString("0.####", CultureInfo.InvariantCulture);
}

/// <summary>How a pack test went.</summary>
/// <param name="PackId">The scheme or outline that was tested.</param>
/// <param name="Name">Name of the test.</param>
/// <param name="Place">Where the test stands.</param>
/// <param name="Differences">What was expected and what came instead, in Chinese; empty when it passed.</param>
public sealed record PackTestResult(string PackId, string Name, Place Place, IReadOnlyList<string> Differences)
{
    /// <summary>Whether everything came as expected.</summary>
    public bool Passed => Differences.Count == 0;
}
