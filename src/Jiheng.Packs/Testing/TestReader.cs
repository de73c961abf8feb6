using Jiheng.Model.Appraisals;
using Jiheng.Model.Measures;
using Jiheng.Model.Metrics;
using Jiheng.Model.Schemes;
using Jiheng.Packs.Faults;
using Jiheng.Packs.Yaml;

namespace Jiheng.Packs.Testing;

/// <summary>Reads the tests of a scheme and checks that every code in them exists.</summary>
internal sealed class TestReader(Scheme scheme, MetricCatalog catalog, FaultLog log)
{
    private readonly TestFigures _figures = new(catalog, scheme.FromYear, log);

    public IReadOnlyList<PackTest> Read(YamlMap document) => [.. new Fields(document, log).Sections("tests").Select(Test)];

    private PackTest Test(Fields fields)
    {
        var own = OwnIndicators(fields.Sections("own"));
        var codes = scheme.Indicators.Select(i => i.Code).Concat(own.Select(o => o.Code)).ToHashSet(StringComparer.Ordinal);
        var test = new PackTest
        {
            Name = fields.Required("name"),
            Place = fields.Place,
            Figures = _figures.Read(fields.Section("facts")),
            Judgements = Judgements(fields.Section("judge"), codes),
            Objective = new Objective { Indicators = own, Targets = Targets(fields.Section("targets"), codes) },
            Expected = Expected(fields, codes),
        };
        fields.Text("source");
        fields.Close();
        return test;
    }

    private List<OwnIndicator> OwnIndicators(IReadOnlyList<Fields> entries)
    {
        List<OwnIndicator> own = [];
        foreach (var entry in entries) own.Add(OwnIndicator(entry, own.Count(o => o.Slot == entry.Text("slot")) + 1));
        return own;
    }

    private OwnIndicator OwnIndicator(Fields fields, int number)
    {
        var slot = fields.Required("slot");
        if (scheme.Find(slot)?.Slot is null)
            log.Add(PackFaultCode.Test, fields.PlaceOf("slot"), $"方案“{scheme.Id}”没有自设位置“{slot}”。", Spelling.Nearest(slot, scheme.Indicators.Where(i => i.Slot is not null).Select(i => i.Code)));
        var own = new OwnIndicator
        {
            Slot = slot,
            Code = fields.Text("code", $"{slot}.{number}"),
            Name = fields.Required("name"),
            Weight = fields.Number("weight", fallback: 0, least: 0, most: 100),
            Direction = fields.Word("direction", Vocabulary.Directions, Direction.AtLeast),
            Target = fields.Amount("target"),
            Value = fields.Formula("value", catalog),
        };
        fields.Require("weight");
        fields.Require("direction");
        fields.Close();
        return own;
    }

    private Dictionary<string, Judgement> Judgements(Fields? fields, HashSet<string> codes)
    {
        Dictionary<string, Judgement> judgements = new(StringComparer.Ordinal);
        foreach (var entry in fields?.Map.Entries ?? [])
        {
            if (!IsKnown(entry.Key, codes) || fields!.Section(entry.Key.Text) is not { } j) continue;
            judgements[entry.Key.Text] = new Judgement
            {
                Choice = j.Scalar("choice")?.Text,
                Ticked = [.. j.Texts("ticked").Select(t => t.Text)],
                Defects = j.Whole("defects", -1, 1000),
                Points = j.Number("points"),
                Met = j.Has("met") ? j.Flag("met") : null,
                NotApplicable = j.Has("na") ? j.Flag("na") : null,
                Reason = j.Text("reason"),
            };
            j.Close();
        }
        return judgements;
    }

    private Dictionary<string, Amount> Targets(Fields? fields, HashSet<string> codes)
    {
        Dictionary<string, Amount> targets = new(StringComparer.Ordinal);
        foreach (var entry in fields?.Map.Entries ?? [])
        {
            if (IsKnown(entry.Key, codes) && fields!.Amount(entry.Key.Text) is { } amount) targets[entry.Key.Text] = amount;
        }
        return targets;
    }

    private Expectation Expected(Fields fields, HashSet<string> codes)
    {
        fields.Require("expect");
        if (fields.Section("expect") is not { } expect) return new(new Dictionary<string, decimal>(), [], [], [], null, null);
        IReadOnlyList<string> Codes(string key) => [.. expect.Texts(key).Where(t => IsKnown(t, codes)).Select(t => t.Text)];
        var (missing, removed, explain) = (Codes("missing"), Codes("not-applicable"), Codes("explain"));
        var (total, grade) = (expect.Number("total"), expect.Scalar("grade"));
        if (grade is not null && scheme.Grades.All(g => g.Name != grade.Text))
            log.Add(PackFaultCode.Test, grade.Place, $"没有等级“{grade.Text}”，只有：{string.Join("、", scheme.Grades.Select(g => g.Name))}。");
        Dictionary<string, decimal> points = new(StringComparer.Ordinal);
        foreach (var entry in expect.Map.Entries.Where(e => e.Key.Text is not ("missing" or "not-applicable" or "explain" or "total" or "grade")))
        {
            if (IsKnown(entry.Key, codes) && expect.Number(entry.Key.Text) is { } number) points[entry.Key.Text] = number;
        }
        return new Expectation(points, missing, removed, explain, total, grade?.Text);
    }

    private bool IsKnown(YamlText code, HashSet<string> codes)
    {
        if (codes.Contains(code.Text)) return true;
        log.Add(PackFaultCode.Test, code.Place, $"方案“{scheme.Id}”没有指标“{code.Text}”。", Spelling.Nearest(code.Text, codes));
        return false;
    }
}
