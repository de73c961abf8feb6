using Jiheng.Model.Appraisals;
using Jiheng.Model.Dossiers;
using Jiheng.Model.Facts;
using Jiheng.Model.Formulas;
using Jiheng.Model.Measures;
using Jiheng.Model.Metrics;
using Jiheng.Model.Organisation;
using Jiheng.Model.Schemes;

namespace Jiheng.Ledger.Tests;

/// <summary>Makes dossiers with everything that one may hold; the same seed gives the same dossier.</summary>
internal sealed class DossierGenerator(int seed)
{
    private static readonly string[] Words = ["卫生院", "已核", "= 1 + 1", "@总数", "-3 与上年差", "+", "'引号", "a,b", "他说\"好\"", "第一行\n第二行", "行尾\r\n", " 前后空格 ", "# 号", "null", "~", "true", "2024", "1.10", "：；", "- 条目", "{x}", "*", "&a", "!b", "%", "'", "\t制表", "𠀀生僻字", "é", ""];
    private static readonly string[] Paragraphs = ["全年执行数{fin.annual_execution}。", "# 开头", "\\ 反斜线", "## 不是小标题", "编制{staff.quota|#}人，占{fin.execution_rate|%|1}。", "{phs.records by 区域}。", "普通一段。"];

    private readonly Random _random = new(seed);

    public Dossier Make()
    {
        var units = Units();
        var own = OwnMetrics();
        var catalog = TestPacks.Metrics.With(own);
        return new Dossier
        {
            Id = $"demo-{seed}",
            Department = "示范区卫生健康局",
            Region = "示范省" + Word().Trim(),
            Year = _random.Next(2015, 2027),
            Kind = Pick(SubjectKind.DepartmentOverall, SubjectKind.Project),
            SchemeId = "demo/department",
            OutlineId = "demo/report",
            Notice = Word(),
            ReportDate = Maybe(() => new DateOnly(2025, _random.Next(1, 13), _random.Next(1, 29))),
            DeclaredScore = Maybe(() => Figure(2)),
            Confirmation = _random.Next(2) == 0 ? null : new("示财绩〔2025〕1号", "张三", new(2025, 3, 1), Pick("", "a1b2")),
            Units = units,
            OwnMetrics = own,
            Facts = Facts(units, [.. catalog.All]),
            Objective = Objective(catalog),
            Judgements = new Dictionary<string, Judgement> { ["A.1"] = Judgement(), ["B"] = Judgement() },
            Deviations = new Dictionary<string, string> { ["A.1"] = Word(), ["B.1.1"] = "常住人口减少" },
            Texts = Enumerable.Range(0, _random.Next(4)).ToDictionary(i => $"text-{i}", _ => Narrative()),
        };
    }

    private List<BudgetUnit> Units()
    {
        List<BudgetUnit> units = [new("yf", "示范区卫生健康局", UnitKind.Department)];
        for (var i = 1; i <= _random.Next(6); i++) units.Add(new($"yf-{i:00}", $"单位{i}", (UnitKind)_random.Next(1, 6), units[_random.Next(units.Count)].Code));
        return units;
    }

    private List<Metric> OwnMetrics()
    {
        List<Metric> metrics = [];
        for (var i = 0; i < _random.Next(4); i++)
        {
            var derived = _random.Next(2) == 0;
            metrics.Add(new Metric
            {
                Code = $"own.metric_{i}",
                Name = $"自有数据项{i}",
                Unit = MeasureUnit.Parse(derived ? "人" : Pick("人次", "万元", "份")),
                Expression = derived ? "staff.quota - staff.in_post" : null,
                Home = derived ? MetricHome.Derived : MetricHome.Reported,
                OverUnits = derived ? OverUnits.Recompute : OverUnits.Sum,
                Aliases = _random.Next(2) == 0 ? [] : ["别名一", "别名二"],
                Definition = Word(),
            });
        }
        return metrics;
    }

    private List<Fact> Facts(List<BudgetUnit> units, List<Metric> metrics)
    {
        Dictionary<FactKey, Fact> facts = [];
        for (var i = _random.Next(60); i > 0; i--)
        {
            var metric = Pick([.. metrics]);
            var key = new FactKey(
                Pick([.. units]).Code, _random.Next(2020, 2025), metric.Code,
                Pick(Member.All, Member.All, new Member("功能", "公共卫生支出"), new Member("来源", "中央, \"直达\"")),
                new Basis(Pick(Enum.GetValues<UnitScope>()), Pick(Enum.GetValues<FundingBasis>()), Pick(Enum.GetValues<Stage>())));
            var state = _random.Next(4) > 0 ? FactState.Given : Pick(Enum.GetValues<FactState>());
            facts[key] = new Fact
            {
                Key = key,
                State = state,
                Value = state == FactState.Given ? Amount(metric.Unit.Dimension) : null,
                Origin = seed % 2 == 0 ? FactOrigin.Import : Pick(Enum.GetValues<FactOrigin>()),
                Revision = seed % 2 == 0 ? 1 : _random.Next(1, 9),
                Source = Word(),
                Evidence = Word(),
                Note = Word(),
            };
        }
        return [.. facts.Values];
    }

    private Objective Objective(MetricCatalog catalog) => new()
    {
        Goals = ["做好服务", "控制支出"],
        GoalResults = Pick<string[]>([], ["已完成"], ["", "已完成"]),
        Targets = new Dictionary<string, Amount> { ["A.1"] = new(95.50m, MeasureUnit.Percent) },
        Indicators =
        [
            new()
            {
                Slot = "B.1", Code = "B.1.1", Name = "档案数", Weight = _random.Next(100) / 10m, Direction = Pick(Direction.AtLeast, Direction.LessThan, Direction.Equal),
                Target = new Amount(1.20m, MeasureUnit.Parse("万份")), Value = Formula.Read("phs.records", catalog).Formula, Note = Word(),
            },
            new() { Slot = "B.1", Code = "B.1.2", Name = "长效机制", Weight = 5, Direction = Direction.Qualitative, TargetText = "加强: 长效管理 #机制" },
        ],
    };

    private Judgement Judgement() => new()
    {
        Choice = Pick(null, "good", "null"),
        Ticked = Pick<string[]>([], ["a", "b"], ["a: b", "[c]"]),
        Defects = Maybe(() => _random.Next(5)),
        Points = Maybe(() => Figure(2)),
        Met = Maybe(() => _random.Next(2) == 0),
        NotApplicable = Maybe(() => _random.Next(2) == 0),
        Reason = Word(),
    };

    private Narrative Narrative() => new([.. Enumerable.Range(0, _random.Next(1, 4)).Select(i =>
        new Passage(i == 0 ? Pick("", "工作开展") : Pick("", "存在问题"), [.. Enumerable.Range(0, _random.Next(1, 4)).Select(_ => Pick(Paragraphs))]))]);

    private Amount Amount(Dimension dimension)
    {
        var unit = MeasureUnit.Parse(dimension.Kind switch
        {
            DimensionKind.Money => Pick("元", "万元", "亿元"),
            DimensionKind.Ratio => Pick("%", "‰", "倍", "百分点"),
            _ => Pick(dimension.BaseUnit, "万" + dimension.BaseUnit),
        });
        return new Amount(Figure(2), unit);
    }

    private decimal Figure(int places) => new(_random.Next(2_000_000), 0, 0, _random.Next(8) == 0, (byte)_random.Next(places + 1));

    private string Word() => Pick(Words);

    private T? Maybe<T>(Func<T> make) where T : struct => _random.Next(2) == 0 ? null : make();

    private T Pick<T>(params T[] choices) => choices[_random.Next(choices.Length)];
}
