using System.Globalization;
using Jiheng.Model.Appraisals;
using Jiheng.Model.Dossiers;
using Jiheng.Model.Measures;
using Jiheng.Model.Metrics;
using Jiheng.Model.Schemes;
using Jiheng.Packs;

namespace Jiheng.Ledger.Bundles;

/// <summary>Reads <c>dossier.yaml</c>: who, which year, which scheme; objective, judgements and deviations.</summary>
/// <param name="packs">What the packs offer.</param>
/// <param name="catalog">Their metrics and the dossier's own.</param>
/// <param name="faults">Takes what is wrong.</param>
internal sealed class DossierFile(PackLibrary packs, MetricCatalog catalog, List<BundleFault> faults)
{
    public static readonly Dictionary<string, SubjectKind> Kinds = new() { ["department"] = SubjectKind.DepartmentOverall, ["project"] = SubjectKind.Project };

    public static readonly Dictionary<string, Direction> Directions = new()
    {
        ["ge"] = Direction.AtLeast, ["gt"] = Direction.MoreThan, ["eq"] = Direction.Equal,
        ["le"] = Direction.AtMost, ["lt"] = Direction.LessThan, ["qualitative"] = Direction.Qualitative,
    };

    /// <summary>A dossier without units, metrics, facts and texts; <c>null</c> when the text is no YAML.</summary>
    public Dossier? Read(string text)
    {
        if (YamlSection.Read(text, faults) is not { } yaml) return null;
        yaml.Allow("id", "department", "region", "year", "kind", "scheme", "outline", "notice", "report-date", "declared-score",
            "confirmation", "goals", "targets", "indicators", "judgements", "deviations");
        var scheme = Scheme(yaml);
        var objective = Objective(yaml, scheme);
        HashSet<string>? indicators = scheme is null ? null : [.. scheme.Indicators.Select(i => i.Code), .. objective.Indicators.Select(i => i.Code)];
        foreach (var part in (ReadOnlySpan<string>)["targets", "judgements", "deviations"]) CheckIndicators(yaml.Section(part), indicators);
        return new Dossier
        {
            Id = Id(yaml),
            Department = yaml.Required("department"),
            Region = yaml.Required("region"),
            Year = yaml.Required("year").Length > 0 ? yaml.Whole("year", 1990, 2100) ?? 0 : 0,
            Kind = yaml.Word("kind", Kinds, SubjectKind.DepartmentOverall),
            SchemeId = yaml.Text("scheme"),
            OutlineId = Outline(yaml),
            Notice = yaml.Text("notice"),
            ReportDate = yaml.Date("report-date"),
            DeclaredScore = yaml.Number("declared-score"),
            Confirmation = Confirmation(yaml.Section("confirmation")),
            Objective = objective,
            Judgements = Judgements(yaml.Section("judgements")),
            Deviations = yaml.Section("deviations") is { } d ? d.Keys.ToDictionary(k => k, d.Text, StringComparer.Ordinal) : [],
            Units = [],
            Facts = [],
        };
    }

    private string Id(YamlSection yaml)
    {
        var id = yaml.Required("id");
        if (id.Length > 0 && !BundleWriter.IsId(id)) faults.Add(BundleFaults.BadId(yaml.At("id"), id));
        return id;
    }

    private Scheme? Scheme(YamlSection yaml)
    {
        var id = yaml.Required("scheme");
        var scheme = packs.FindScheme(id, YearOf(yaml)) ?? packs.FindScheme(id);
        if (id.Length > 0 && scheme is null) faults.Add(BundleFaults.UnknownPack(yaml.At("scheme"), "评价方案", id, packs.Schemes.Select(s => s.Id).Distinct()));
        return scheme;
    }

    private string Outline(YamlSection yaml)
    {
        var id = yaml.Required("outline");
        if (id.Length > 0 && packs.FindOutline(id) is null) faults.Add(BundleFaults.UnknownPack(yaml.At("outline"), "报告大纲", id, packs.Outlines.Select(o => o.Id).Distinct()));
        return id;
    }

    // The year as far as it can be read; its faults are told where it is read for good.
    private static int? YearOf(YamlSection yaml) => int.TryParse(yaml.Text("year"), NumberStyles.None, CultureInfo.InvariantCulture, out var year) ? year : null;

    private static SchemeConfirmation? Confirmation(YamlSection? yaml)
    {
        if (yaml is null) return null;
        yaml.Allow("document", "person", "date", "scheme-hash");
        var (document, person, date) = (yaml.Required("document"), yaml.Required("person"), yaml.Required("date").Length > 0 ? yaml.Date("date") : null);
        return new(document, person, date ?? default, yaml.Text("scheme-hash"));
    }

    private Objective Objective(YamlSection yaml, Scheme? scheme)
    {
        List<string> goals = [], results = [];
        foreach (var goal in yaml.Sections("goals"))
        {
            goal.Allow("goal", "result");
            goals.Add(goal.Required("goal"));
            results.Add(goal.Text("result"));
        }
        Dictionary<string, Amount> targets = new(StringComparer.Ordinal);
        if (yaml.Section("targets") is { } section)
        {
            foreach (var code in section.Keys)
            {
                if (section.Amount(code) is { } target) targets[code] = target;
                else if (!section.Has(code)) faults.Add(BundleFaults.Empty(section.At(code)));
            }
        }
        return new Objective
        {
            Goals = goals,
            GoalResults = [.. results.Take(results.FindLastIndex(r => r.Length > 0) + 1)],
            Indicators = Indicators(yaml, scheme),
            Targets = targets,
        };
    }

    private List<OwnIndicator> Indicators(YamlSection yaml, Scheme? scheme)
    {
        List<OwnIndicator> indicators = [];
        HashSet<string> taken = [.. scheme?.Indicators.Select(i => i.Code) ?? []];
        var slots = scheme?.Indicators.Where(i => i.Slot is not null).Select(i => i.Code).ToList();
        foreach (var item in yaml.Sections("indicators"))
        {
            item.Allow("slot", "code", "name", "weight", "direction", "target", "value", "note");
            var (slot, code, name) = (item.Required("slot"), item.Required("code"), item.Required("name"));
            var weight = item.Required("weight").Length > 0 ? item.Number("weight") ?? 0 : 0;
            if (weight < 0) faults.Add(BundleFaults.OutOfRange(item.At("weight"), item.Text("weight"), "0 以上"));
            if (slot.Length > 0 && slots is not null && !slots.Contains(slot)) faults.Add(BundleFaults.UnknownSlot(item.At("slot"), slot, slots));
            if (slot.Length > 0 && code.Length > 0 && (!code.StartsWith(slot + ".", StringComparison.Ordinal) || !taken.Add(code)))
                faults.Add(BundleFaults.WrongIndicatorCode(item.At("code"), code, slot));
            item.Required("direction");
            var direction = item.Word("direction", Directions, Direction.Qualitative);
            var target = direction == Direction.Qualitative ? null : item.Required("target").Length > 0 ? item.Amount("target") : null;
            var value = item.Formula("value", catalog);
            if (target is { } t && value is not null && t.Dimension != value.Dimension) faults.Add(BundleFaults.TargetMismatch(item.At("target"), t.Unit, value.Dimension));
            indicators.Add(new OwnIndicator
            {
                Slot = slot,
                Code = code,
                Name = name,
                Weight = weight,
                Direction = direction,
                Target = target,
                TargetText = direction == Direction.Qualitative ? item.Text("target") : "",
                Value = value,
                Note = item.Text("note"),
            });
        }
        return indicators;
    }

    private static Dictionary<string, Judgement> Judgements(YamlSection? yaml)
    {
        Dictionary<string, Judgement> judgements = new(StringComparer.Ordinal);
        foreach (var code in yaml?.Keys ?? [])
        {
            if (yaml!.Section(code) is not { } item) continue;
            item.Allow("choice", "ticked", "defects", "points", "met", "na", "reason");
            judgements[code] = new Judgement
            {
                Choice = item.Has("choice") ? item.Text("choice") : null,
                Ticked = item.Texts("ticked"),
                Defects = item.Whole("defects", 0, 100_000),
                Points = item.Number("points"),
                Met = item.Flag("met"),
                NotApplicable = item.Flag("na"),
                Reason = item.Text("reason"),
            };
        }
        return judgements;
    }

    private void CheckIndicators(YamlSection? section, HashSet<string>? known)
    {
        if (section is null || known is null) return;
        foreach (var code in section.Keys.Where(k => !known.Contains(k))) faults.Add(BundleFaults.UnknownIndicator(section.AtKey(code), code, known));
    }
}
