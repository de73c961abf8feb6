using Jiheng.Model.Measures;
using Jiheng.Model.Metrics;
using Jiheng.Model.Schemes;
using Jiheng.Packs.Faults;
using Jiheng.Packs.Yaml;

namespace Jiheng.Packs.Schemes;

/// <summary>Reads a scheme from its resolved document, that is with all overlays applied.</summary>
internal sealed class SchemeReader(MetricCatalog catalog, FaultLog log)
{
    private static readonly Dictionary<string, bool> Statuses = new() { ["complete"] = true, ["incomplete"] = false };
    private static readonly Dictionary<string, TotalRounding> Totals = new() { ["sum-of-scores"] = TotalRounding.SumOfScores, ["exact-sum"] = TotalRounding.ExactSum };
    private static readonly Dictionary<string, bool> GradeBases = new() { ["own"] = false, ["national-default"] = true };

    private static readonly Dictionary<string, OverTargetAction> Actions = new()
    {
        ["explain"] = OverTargetAction.Explain,
        ["deduct"] = OverTargetAction.Deduct,
        ["zero"] = OverTargetAction.Zero,
    };

    public Scheme Read(YamlMap document)
    {
        var fields = new Fields(document, log);
        var (from, to) = fields.Years();
        var entries = fields.Sections("indicators");
        var byDirection = ByDirection(fields);
        var reader = new IndicatorReader(catalog, byDirection, log);
        var indicators = entries.Select(e => (Indicator: reader.Read(e), Fields: e)).ToList();
        fields.Require("indicators");
        fields.Require("subject");
        fields.Require("status");
        var scheme = new Scheme
        {
            Id = fields.Required("pack"),
            Name = fields.Required("name"),
            Region = fields.Text("region"),
            FromYear = from,
            ToYear = to,
            Subject = fields.Word("subject", Vocabulary.Subjects, SubjectKind.DepartmentOverall),
            IsComplete = fields.Word("status", Statuses, false),
            Provenance = Basis(fields),
            Rounding = fields.Section("rounding") is { } rounding ? Rounding(rounding) : Model.Measures.Rounding.Usual,
            OverTarget = fields.Section("over-target") is { } over ? OverTarget(over) : Model.Schemes.OverTarget.Usual,
            Grades = Grades(fields),
            GradesAreDefault = fields.Word("grades-basis", GradeBases, false),
            Indicators = [.. indicators.Select(i => i.Indicator)],
            TotalRules = [.. fields.Sections("total-rules").Select(TotalRule).OfType<TotalRule>()],
            Funds = Funds(fields),
            CrossFoots = CrossFoots(fields),
            RulesByDirection = byDirection,
            Notes = [.. fields.Texts("notes").Select(n => n.Text)],
        };
        foreach (var key in (ReadOnlySpan<string>)["tests", "extends", "patch"]) fields.Has(key); // Read elsewhere.
        fields.Close();
        SchemeCheck.Run(scheme, indicators, fields);
        return scheme with { Hash = SchemeHash.Of(document, scheme, catalog) };
    }

    private static Provenance Basis(Fields fields)
    {
        if (!fields.Require("basis") || fields.Section("basis") is not { } basis) return Provenance.Unknown;
        var provenance = basis.Provenance("doc");
        basis.Close();
        return provenance;
    }

    private static Rounding Rounding(Fields fields)
    {
        var rounding = new Rounding(fields.Whole("rate", 0, 8) ?? 2, fields.Whole("score", 0, 8) ?? 2, fields.Word("total", Totals, TotalRounding.SumOfScores));
        fields.Close();
        return rounding;
    }

    private static OverTarget OverTarget(Fields fields)
    {
        var over = new OverTarget(
            fields.Number("ratio", fallback: 1.3m, least: 1, most: 1000), fields.Word("action", Actions, OverTargetAction.Explain),
            fields.Number("points", fallback: 0, least: 0, most: 100));
        if (over.Action == OverTargetAction.Deduct) fields.Require("points");
        fields.Close();
        return over;
    }

    private List<GradeBand> Grades(Fields fields)
    {
        if (!fields.Require("grades") || fields.Section("grades") is not { } grades) return [];
        List<GradeBand> bands = [.. grades.Map.Entries.Select(e => new GradeBand(e.Key.Text, grades.Number(e.Key.Text, fallback: 0, least: 0, most: 100)))];
        if (!bands.SequenceEqual(bands.OrderByDescending(b => b.From)) || bands.Count == 0 || bands[^1].From != 0)
            log.Add(PackFaultCode.Block, grades.Place, "等级应从高到低写各档的最低分，最后一档从 0 开始。");
        return bands;
    }

    private TotalRule? TotalRule(Fields fields)
    {
        var isCap = fields.Has("cap");
        if (isCap == fields.Has("deduct")) log.Add(PackFaultCode.MissingKey, fields.Place, "总分规则应写 cap（封顶）或 deduct（扣分）其中一个。");
        fields.Require("when");
        var condition = fields.Condition("when", catalog);
        var points = fields.Number(isCap ? "cap" : "deduct", fallback: 0, least: 0, most: 100);
        var (name, provenance) = (fields.Required("name"), fields.Provenance());
        fields.Close();
        return condition is null ? null : new TotalRule(name, isCap ? TotalRuleKind.Cap : TotalRuleKind.Deduct, points, condition, provenance);
    }

    private List<FundsRow> Funds(Fields fields)
    {
        List<FundsRow> rows = [];
        foreach (var row in fields.Sections("funds"))
        {
            row.Require("budget");
            row.Require("execution");
            var (name, total) = (row.Required("name"), row.Flag("total"));
            var (budget, execution, initial) = (Money(row, "budget"), Money(row, "execution"), Money(row, "initial"));
            row.Close();
            if (budget is not null && execution is not null) rows.Add(new FundsRow(name, budget, execution, total, initial));
        }
        if (rows.Count > 0 && rows.Count(r => r.IsTotal) != 1) log.Add(PackFaultCode.Block, fields.PlaceOf("funds"), "资金行里应恰有一行 total: true。");
        return rows;
    }

    private List<CrossFoot> CrossFoots(Fields fields)
    {
        var names = fields.Sections("funds").Select(r => r.Text("name")).ToList();
        List<CrossFoot> sums = [];
        foreach (var sum in fields.Sections("cross-foot"))
        {
            var rows = sum.Texts("rows");
            foreach (var stray in rows.Where(r => !names.Contains(r.Text)))
                log.Add(PackFaultCode.Block, stray.Place, $"资金区块里没有“{stray.Text}”这一行。", Spelling.Nearest(stray.Text, names));
            sum.Require("rows");
            sums.Add(new CrossFoot(sum.Required("name"), [.. rows.Select(r => r.Text)]));
            sum.Close();
        }
        return sums;
    }

    private Model.Formulas.Formula? Money(Fields fields, string key)
    {
        var formula = fields.Formula(key, catalog);
        if (formula is null || formula.Dimension == Dimension.Money) return formula;
        log.Add(PackFaultCode.UnitMismatch, fields.PlaceOf(key), $"资金行应为金额，“{key}”算出的是“{formula.Dimension}”。");
        return null;
    }

    private Dictionary<Direction, ScoringRule> ByDirection(Fields fields)
    {
        Dictionary<Direction, ScoringRule> rules = [];
        if (fields.Section("by-direction") is not { } section) return rules;
        foreach (var (word, direction) in Vocabulary.Directions)
        {
            if (section.Section(word) is not { } entry || RuleReader.Read(entry, Dimension.Ratio) is not { } rule) continue;
            if (IndicatorReader.WrongWay(rule, direction) is { } why) log.Add(PackFaultCode.RuleMismatch, entry.Place, why);
            rules[direction] = rule;
        }
        section.Close();
        return rules;
    }
}
