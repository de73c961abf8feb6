using Jiheng.Audit.Claims;
using Jiheng.Audit.Claims.Balances;
using Jiheng.Audit.Claims.Changes;
using Jiheng.Audit.Claims.Comparisons;
using Jiheng.Audit.Claims.Counts;
using Jiheng.Audit.Claims.Products;
using Jiheng.Audit.Claims.Rates;
using Jiheng.Audit.Claims.Restatements;
using Jiheng.Audit.Claims.Statements;
using Jiheng.Audit.Claims.Sums;
using Jiheng.Audit.Findings;
using Jiheng.Audit.Form;
using Jiheng.Audit.Frames;
using Jiheng.Audit.Known;
using Jiheng.Audit.Scopes;
using Jiheng.Audit.ScoreForms;
using Jiheng.Audit.Tables;
using Jiheng.Audit.Weighing;
using Jiheng.Model.Documents;

namespace Jiheng.Audit;

/// <summary>Reads a document, recomputes every relation that it states and says what is wrong.</summary>
public static class Auditor
{
    /// <summary>Audits <paramref name="document"/>. Pure and deterministic; may be called from any number of threads at once.</summary>
    /// <param name="document">The text with its tables.</param>
    /// <param name="known">Figures known from elsewhere to hold the text against; <c>null</c> for none.</param>
    public static AuditReport Audit(Document document, KnownFacts? known = null)
    {
        ArgumentNullException.ThrowIfNull(document);
        var source = new SourceText(document);
        var tables = LineTables.Find(source);
        var frame = new ProseFrame(source, tables.SelectMany(t => Enumerable.Range(t.First, t.End - t.First)).ToHashSet());
        var claims = new ClaimSet(frame);
        var units = Siblings.Of(frame);
        foreach (var siblings in units) new SumSearch(claims, siblings).Find();
        var net = new NetChanges(claims);
        net.FindBudgets();
        foreach (var siblings in units) new ColumnSums(claims, siblings).Find();
        new SumColumns(claims).Find();
        foreach (var siblings in units) new TotalFailures(claims, siblings).Find();
        foreach (var siblings in units) new SumFailures(claims, siblings).Find();
        new SumColumns(claims).Find(failed: true);
        new PairRows(claims).Find();
        new AmongClaims(claims).Find();
        new LineTotals(claims).Find();
        new PeriodTotals(claims).Find();
        new Complements(claims).Find();
        new ThreePublicClaims(claims).Find();
        new HeadSums(claims).Find();
        new NaturalIncrease(claims).Find();
        new LaterPriors(claims).Find();
        new SeriesClaims(claims).Find();
        new PriorRows(claims).Find();
        new GrowthClaims(claims).Find();
        new DifferenceClaims(claims).Find();
        new ChangeRows(claims).Find();
        net.Find();
        new PartChanges(claims).Find();
        new BalanceClaims(claims).Find();
        new StockFlows(claims).Find();
        new NetFlows(claims).Find();
        new CarriedOver(claims).Find();
        new YearPairs(claims).Find();
        new GapClaims(claims).Find();
        new NamedGrowth(claims).Find();
        new TopShares(claims).Find();
        new NamedParts(claims).Find();
        new MultipleClaims(claims).Find();
        new ShareClaims(claims).Find();
        new LiveBirthRates(claims).Find();
        new RateClaims(claims).Find();
        new ParallelRates(claims).Find();
        var averages = new AverageClaims(claims);
        averages.Find();
        new TimeAverages(claims).Find();
        new Apportionments(claims).Find();
        new ProductClaims(claims).Find();
        new UnitPrices(claims).Find();
        new NamedPrices(claims).Find();
        new PerHeadClaims(claims).Find();
        averages.Accuse();
        new BracketSums(claims).Find();
        new ProportionClaims(claims).Find();
        new NamedPoints(claims).Find();
        new WideSearch(claims).Find();
        new PartRuns(claims).Find();
        new TwinClauses(claims).Find();
        new RateSlips(claims).Find();
        new Rests(claims).Find();
        new RateSums(claims).Find();
        new ScoreSums(claims).Find();
        new OrderingClaims(claims).Find();
        new NamedTargets(claims).Find();
        new LimitsBefore(claims).Find();
        new LimitRooms(claims).Find();
        new TargetsApart(claims).Find();
        new GroupLimits(claims).Find();
        new PlansMet(claims).Find();
        new BoundClaims(claims).Find();
        new PartBounds(claims).Find();
        new RestatementClaims(claims).Find();
        new Agreements(claims).Find();
        new PointersBack(claims).Find();
        new Contradictions(claims).Find();
        new CountClaims(claims).Find();
        new QuotedCounts(claims).Find();
        new PointCounts(claims).Find();

        new Conclusions(claims).Find();
        new AllAbove(claims).Find();
        new Sayings(claims).Find();
        new Rankings(claims).Find();
        new Directions(claims).Find();
        Units.Find(claims);
        new NothingAndSomething(claims).Find();
        if (known is not null) new KnownCheck(claims, known).Find();
        var form = new FormCheck(source);
        form.Run();
        var all = claims.Claims.ToList();
        var figures = frame.Mentions.ConvertAll(m => m.Figure);
        var grids = TableClaims.Find(document, all, figures);
        foreach (var table in tables)
        {
            TableClaims.Read(table.Grid, all, figures);
            TargetColumns.Find(table.Grid, all);
            grids.Add((table.Grid, ""));
        }
        var named = grids.ConvertAll(g => new NamedTable(g.Grid, g.Caption));
        new TextAgainstTables(frame, named, all).Find();
        new TablesApart(named, all).Find();
        var forms = ScoreFormCheck.Run(document, all);
        var anchors = new Anchors(all);
        var findings = all.Select(c => ClaimFindings.Of(c, anchors)).OfType<Finding>().Concat(claims.Findings).Concat(form.Findings).Concat(forms.Findings).Concat(TableSize.Find(document)).ToList();
        return new AuditReport(
            figures,
            all,
            [.. findings.OrderByDescending(f => f.Severity).ThenBy(f => f.At.Block).ThenBy(f => f.At.Start)])
        {
            Unverified = frame.Mentions.Count(m => m.Role is Role.Growth or Role.Share or Role.Rate && !claims.IsComputed(m)),
        };
    }
}
