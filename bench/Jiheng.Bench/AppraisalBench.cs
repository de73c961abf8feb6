using System.Diagnostics;
using Jiheng.Model.Appraisals;
using Jiheng.Model.Facts;
using Jiheng.Model.Formulas;
using Jiheng.Model.Measures;
using Jiheng.Model.Metrics;
using Jiheng.Model.Schemes;

namespace Jiheng.Bench;

/// <summary>Scores 100,000 units × 40 indicators on one core and says how many indicator scores a second that is.</summary>
internal static class AppraisalBench
{
    private const int Units = 100_000;
    private const int Indicators = 40;

    public static void Run()
    {
        var catalog = new MetricCatalog(Enumerable.Range(0, Indicators * 2).Select(i => new Metric
        {
            Code = $"m.x{i}",
            Name = $"数据项{i}",
            Unit = i % 4 < 2 ? MeasureUnit.TenThousandYuan : MeasureUnit.Parse("人"),
        }));
        var scheme = Scheme(catalog);
        var appraiser = new Appraiser(scheme, Objective.None);
        var random = new Random(7);
        var rows = Enumerable.Range(0, 1000).Select(_ =>
        {
            var row = new FigureRow(2024, catalog);
            foreach (var metric in catalog.All) row.Set(metric, Figure.Given(random.Next(1, 1_000_000) / 100m));
            return row;
        }).ToArray();

        Measure("得分与合计（Tally）", row => appraiser.Tally(row).Points);
        Measure("完整自评，带每一分的说明（Appraise）", row => appraiser.Appraise(row).PointsSoFar);

        void Measure(string name, Func<FigureRow, decimal> score)
        {
            for (var i = 0; i < 2000; i++) score(rows[i % rows.Length]);
            var clock = Stopwatch.StartNew();
            var sum = 0m;
            for (var i = 0; i < Units; i++) sum += score(rows[i % rows.Length]);
            var seconds = clock.Elapsed.TotalSeconds;
            Console.WriteLine($"{name}: {Units:N0} 个单位 × {Indicators} 项用时 {seconds:F2} 秒，每秒 {Units * Indicators / seconds / 1e6:F2} 百万项得分（校验和 {sum:F2}）");
        }
    }

    private static Scheme Scheme(MetricCatalog catalog)
    {
        ScoringRule[] rules =
        [
            new ProportionalRule(), new RatioRule(1m), new ReverseLinearRule(2m),
            new StepDeductRule(1m, DeductSide.Over, 0.01m, 0.1m, PartialStep.Ignore),
            new BandsRule([new(0.9m, null, true, false, null, 1m), new(0.6m, 0.9m, true, false, null, 0.6m), new(null, 0.6m, false, false, 0m, null)]),
        ];
        return new Scheme
        {
            Id = "bench/forty",
            Name = "四十项",
            IsComplete = true,
            Grades = [new("优", 90), new("良", 80), new("中", 60), new("差", 0)],
            Indicators = [.. Enumerable.Range(0, Indicators).Select(i => new Indicator
            {
                Code = $"A{i}",
                Name = $"指标{i}",
                Weight = 2.5m,
                Direction = i % 5 == 2 ? Direction.AtMost : Direction.AtLeast,
                Target = new Amount(100, MeasureUnit.Percent),
                Value = Formula.Read($"pct(m.x{i * 2}, m.x{i * 2 + 1})", catalog).Formula,
                Rule = rules[i % rules.Length],
            })],
        };
    }
}
