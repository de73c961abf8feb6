using System.Collections.Concurrent;
using Jiheng.Model.Metrics;

namespace Jiheng.Model.Facts;

/// <summary>
/// All facts of a dossier, findable by key; <see cref="View"/> reads them for one subject on one footing.
/// </summary>
public sealed class FactBook
{
    private readonly Dictionary<FactKey, Fact> _facts = [];
    private readonly ILookup<(string Subject, int Year, string Metric), Fact> _byMetric;

    /// <summary>Takes the facts in.</summary>
    /// <exception cref="ArgumentException">Two facts have the same key; importers report this with its place beforehand.</exception>
    public FactBook(IEnumerable<Fact> facts)
    {
        foreach (var fact in facts)
        {
            if (!_facts.TryAdd(fact.Key, fact)) throw new ArgumentException($"数据重复：{fact.Key}。", nameof(facts));
        }
        _byMetric = _facts.Values.ToLookup(f => (f.Key.Subject, f.Key.Year, f.Key.Metric));
    }

    /// <summary>All facts, in no particular order.</summary>
    public IReadOnlyCollection<Fact> All => _facts.Values;

    /// <summary>The fact with this key, or <c>null</c>.</summary>
    public Fact? Find(FactKey key) => _facts.GetValueOrDefault(key);

    /// <summary>All facts of a metric for one subject and year, on every footing and for every item.</summary>
    public IEnumerable<Fact> Of(string subject, int year, string metric) => _byMetric[(subject, year, metric)];

    /// <summary>The figure that was printed or reported beside a computable one, or <c>null</c>.</summary>
    public Fact? Control(string subject, int year, string metric) =>
        Of(subject, year, metric).FirstOrDefault(f => f.Key.Member.IsAll && f.Key.Basis.Stage == Stage.Control);

    /// <summary>Reads the book for one subject and year.</summary>
    /// <param name="subject">Code of the unit or project.</param>
    /// <param name="year">Fiscal year.</param>
    /// <param name="scope">Only facts of this unit scope are read, so that 本级 and 汇总 never meet in one formula.</param>
    public IFigures View(string subject, int year, UnitScope scope = UnitScope.Consolidated) => new BookView(this, subject, year, scope);

    private sealed class BookView(FactBook book, string subject, int year, UnitScope scope) : IFigures
    {
        // Later stages supersede earlier ones: approved accounts before a draft before the books.
        private static readonly Stage[] Preference = [Stage.ApprovedAccounts, Stage.DraftAccounts, Stage.Executed, Stage.Adjusted, Stage.InitialApproved];

        // A report asks for the same figure many times, and several pages may ask at once.
        private readonly ConcurrentDictionary<(string Metric, int YearsBack), Figure> _found = new();

        public int Year => year;

        public Figure Find(Metric metric, int yearsBack) =>
            _found.GetOrAdd((metric.Code, yearsBack), static (key, view) => view.Choose(key.Metric, key.YearsBack), this);

        private Figure Choose(string metric, int yearsBack)
        {
            var fact = Best(book.Of(subject, year - yearsBack, metric).Where(f => f.Key.Member.IsAll));
            return fact is null ? Figure.NotReported : Figure.Of(fact);
        }

        public IReadOnlyList<(string Item, Figure Figure)> Items(Metric metric, string axis, int yearsBack) =>
            [.. book.Of(subject, year - yearsBack, metric.Code)
                .Where(f => f.Key.Member.Axis == axis)
                .GroupBy(f => f.Key.Member.Item, StringComparer.Ordinal)
                .Select(g => (g.Key, Best(g)))
                .Where(p => p.Item2 is not null)
                .Select(p => (p.Key, Figure.Of(p.Item2!)))];

        private Fact? Best(IEnumerable<Fact> facts) =>
            facts.Where(f => f.Key.Basis.Scope == scope && Rank(f) >= 0)
                .OrderBy(Rank).ThenBy(f => f.Key.Basis.Funding)
                .FirstOrDefault();

        private static int Rank(Fact fact) => Array.IndexOf(Preference, fact.Key.Basis.Stage);
    }
}
