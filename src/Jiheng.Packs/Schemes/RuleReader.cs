using Jiheng.Model.Measures;
using Jiheng.Model.Schemes;
using Jiheng.Packs.Faults;
using Jiheng.Packs.Yaml;

namespace Jiheng.Packs.Schemes;

/// <summary>Reads a scoring rule: the word under <c>rule</c> says which, the other keys are its own.</summary>
internal static class RuleReader
{
    private static readonly Dictionary<string, DeductSide> Sides = new() { ["over"] = DeductSide.Over, ["under"] = DeductSide.Under, ["both"] = DeductSide.Both };
    private static readonly Dictionary<string, PartialStep> Partials = new() { ["ignore"] = PartialStep.Ignore, ["up"] = PartialStep.Up, ["linear"] = PartialStep.Linear };

    private static readonly Dictionary<string, Func<Fields, Dimension, ScoringRule?>> Readers = new()
    {
        ["ratio"] = (f, d) => new RatioRule(Amount(f, "cap", Dimension.Ratio) ?? 1),
        ["bands"] = (f, d) => new BandsRule(Bands(f, d)),
        ["choice"] = (f, d) => new ChoiceRule(Options(f, "options")),
        ["proportional"] = (f, d) => new ProportionalRule(Amount(f, "pass-line", Dimension.Ratio)),
        ["reverse-linear"] = (f, d) => new ReverseLinearRule(f.Number("zero-at", fallback: 2, least: 1.0001m, most: 1000)),
        ["reverse-ratio"] = (f, d) => new ReverseRatioRule(),
        ["equal-zero"] = (f, d) => new EqualZeroRule(),
        ["step-deduct"] = StepDeduct,
        ["checklist"] = (f, d) => new ChecklistRule(Options(f, "items")),
        ["defect-deduct"] = DefectDeduct,
        ["qualitative-bands"] = (f, d) => new QualitativeBandsRule(QualitativeBands(f)),
        ["all-or-nothing"] = (f, d) => new AllOrNothingRule(f.Required("requirement")),
        ["external-score"] = (f, d) => new ExternalScoreRule(f.Number("full", fallback: 100, least: 0.0001m, most: 100_000)),
        ["manual"] = (f, d) => new ManualRule(f.Required("guide")),
    };

    /// <summary>The rule, or <c>null</c> when it is faulty, which the log then says.</summary>
    /// <param name="fields">The map with the rule.</param>
    /// <param name="value">Dimension of the value that is scored; ends of bands and steps must fit it.</param>
    public static ScoringRule? Read(Fields fields, Dimension value)
    {
        var before = fields.Log.Count;
        var read = fields.Require("rule") ? fields.Word("rule", Readers, (_, _) => null) : (_, _) => null;
        var rule = read(fields, value);
        if (rule is not null) fields.Close();
        return fields.Log.Count == before ? rule : null;
    }

    private static StepDeductRule StepDeduct(Fields fields, Dimension value)
    {
        foreach (var key in (ReadOnlySpan<string>)["base", "step", "deduct"]) fields.Require(key);
        var step = Amount(fields, "step", value) ?? 1;
        if (step <= 0) fields.Log.Add(PackFaultCode.OutOfRange, fields.PlaceOf("step"), "步长应大于零。");
        return new StepDeductRule(
            Amount(fields, "base", value) ?? 0, fields.Word("side", Sides, DeductSide.Over), step,
            fields.Number("deduct", fallback: 0, least: 0, most: 100), fields.Word("partial", Partials, PartialStep.Ignore));
    }

    private static DefectDeductRule DefectDeduct(Fields fields, Dimension value)
    {
        fields.Require("items");
        fields.Require("per");
        return new DefectDeductRule(
            [.. fields.Texts("items").Select(i => i.Text)], fields.Number("per", fallback: 0, least: 0, most: 100), fields.Number("max", fallback: 100, least: 0, most: 100));
    }

    private static List<Band> Bands(Fields fields, Dimension value)
    {
        fields.Require("bands");
        List<(Band Band, Fields Fields)> bands = [];
        foreach (var f in fields.Sections("bands"))
        {
            var isShare = f.Has("share");
            if (isShare == f.Has("points")) f.Log.Add(PackFaultCode.MissingKey, f.Place, "每一档应写 points（分）或 share（占分值的比例）其中一个。");
            bands.Add((new Band(
                Amount(f, "from", value), Amount(f, "to", value), f.Flag("include-from", true), f.Flag("include-to"),
                isShare ? null : f.Number("points", fallback: 0, least: 0, most: 100), isShare ? Amount(f, "share", Dimension.Ratio) : null), f));
            f.Close();
        }
        CheckTiling([.. bands.Select(b => (new Interval(b.Band.From, b.Band.To, b.Band.FromIncluded, b.Band.ToIncluded), b.Fields))]);
        return [.. bands.Select(b => b.Band)];
    }

    private static List<QualitativeBand> QualitativeBands(Fields fields)
    {
        fields.Require("bands");
        List<(QualitativeBand Band, Fields Fields)> bands = [];
        foreach (var f in fields.Sections("bands"))
        {
            f.Require("from");
            f.Require("to");
            var band = new QualitativeBand(
                f.Required("id"), f.Required("label"), Amount(f, "from", Dimension.Ratio) ?? 0, Amount(f, "to", Dimension.Ratio) ?? 1, f.Flag("include-to"));
            if (band.From < 0 || band.To > 1) f.Log.Add(PackFaultCode.OutOfRange, f.Place, "定性分档的两端应在 0 % 到 100 % 之间。");
            bands.Add((band, f));
            f.Close();
        }
        CheckTiling([.. bands.Select(b => (new Interval(b.Band.From, b.Band.To, true, b.Band.ToIncluded), b.Fields))]);
        CheckIds([.. bands.Select(b => (b.Band.Id, b.Fields))]);
        return [.. bands.Select(b => b.Band)];
    }

    private static List<ScoredOption> Options(Fields fields, string key)
    {
        fields.Require(key);
        List<(ScoredOption Option, Fields Fields)> options = [];
        foreach (var f in fields.Sections(key))
        {
            f.Require("points");
            options.Add((new ScoredOption(f.Required("id"), f.Required("label"), f.Number("points", fallback: 0, least: 0, most: 100)), f));
            f.Close();
        }
        CheckIds([.. options.Select(o => (o.Option.Id, o.Fields))]);
        return [.. options.Select(o => o.Option)];
    }

    private static void CheckIds(IReadOnlyList<(string Id, Fields Fields)> entries)
    {
        foreach (var twice in entries.GroupBy(e => e.Id, StringComparer.Ordinal).Where(g => g.Count() > 1))
            twice.Last().Fields.Log.Add(PackFaultCode.DuplicateCode, twice.Last().Fields.Place, $"“{twice.Key}”写了两次。");
    }

    // Bands must follow each other without gap or overlap; only the outermost ends may be open.
    private static void CheckTiling(IReadOnlyList<(Interval Interval, Fields Fields)> bands)
    {
        var sorted = bands.OrderBy(b => b.Interval.From ?? decimal.MinValue).ToList();
        foreach (var (band, fields) in sorted.Where(b => b.Interval.From > b.Interval.To))
            fields.Log.Add(PackFaultCode.OutOfRange, fields.Place, "这一档的起点大于终点。");
        for (var i = 1; i < sorted.Count; i++)
        {
            var ((lower, _), (upper, fields)) = (sorted[i - 1], sorted[i]);
            if (lower.To is null || upper.From is null || lower.To > upper.From || (lower.To == upper.From && lower.ToIncluded && upper.FromIncluded))
                fields.Log.Add(PackFaultCode.BandOverlap, fields.Place, "这一档与前一档重叠。");
            else if (lower.To < upper.From || (!lower.ToIncluded && !upper.FromIncluded))
                fields.Log.Add(PackFaultCode.BandGap, fields.Place, "这一档与前一档之间有缺口，落在其中的值不知该得几分。");
        }
    }

    private static decimal? Amount(Fields fields, string key, Dimension dimension)
    {
        if (fields.Amount(key) is not { } amount) return null;
        if (amount.Dimension == dimension) return amount.Base;
        fields.Log.Add(PackFaultCode.UnitMismatch, fields.PlaceOf(key), $"“{key}”的单位是“{amount.Unit}”，这里应为“{dimension}”一类。");
        return null;
    }

    private sealed record Interval(decimal? From, decimal? To, bool FromIncluded, bool ToIncluded);
}
