using Jiheng.Model.Facts;
using Jiheng.Model.Measures;
using Jiheng.Storage;
using Jiheng.Storage.Facts;
using Microsoft.EntityFrameworkCore;

namespace Jiheng.Ledger.Dossiers;

/// <summary>The numbers by which one dossier's facts name their units, metrics and items, and back.</summary>
internal sealed class FactCodes
{
    private readonly Dictionary<string, int> _subjects;
    private readonly Dictionary<string, int> _metrics;
    private readonly Dictionary<Member, int> _members;
    private readonly Dictionary<int, string> _subjectOf;
    private readonly Dictionary<int, string> _metricOf;
    private readonly Dictionary<int, Member> _memberOf;

    private FactCodes(Dictionary<string, int> subjects, Dictionary<string, int> metrics, Dictionary<Member, int> members)
    {
        (_subjects, _metrics, _members) = (subjects, metrics, members);
        _subjectOf = subjects.ToDictionary(p => p.Value, p => p.Key);
        _metricOf = metrics.ToDictionary(p => p.Value, p => p.Key);
        _memberOf = members.ToDictionary(p => p.Value, p => p.Key);
    }

    /// <summary>Reads the codes of a dossier.</summary>
    public static async Task<FactCodes> LoadAsync(JihengDb db, int dossier, CancellationToken cancel) => new(
        await db.Subjects.AsNoTracking().Where(s => s.DossierId == dossier).ToDictionaryAsync(s => s.Code, s => s.Id, StringComparer.Ordinal, cancel),
        await db.Metrics.AsNoTracking().ToDictionaryAsync(m => m.Code, m => m.Id, StringComparer.Ordinal, cancel),
        await db.Members.AsNoTracking().ToDictionaryAsync(m => new Member(m.Axis, m.Item), m => m.Id, cancel));

    /// <summary>Gives numbers to the metrics and items that have none yet, then reads the codes.</summary>
    /// <remarks>In a fixed order, and passing over what another import has added meanwhile, so that two imports never block each other.</remarks>
    public static async Task<FactCodes> EnsureAsync(JihengDb db, int dossier, IReadOnlyCollection<FactKey> keys, CancellationToken cancel)
    {
        var known = await LoadAsync(db, dossier, cancel);
        foreach (var code in keys.Select(k => k.Metric).Distinct().Where(c => !known._metrics.ContainsKey(c)).Order(StringComparer.Ordinal))
            await db.Database.ExecuteSqlAsync($"INSERT INTO metric (code) VALUES ({code}) ON CONFLICT DO NOTHING", cancel);
        foreach (var (axis, item) in keys.Select(k => k.Member).Distinct().Where(m => !known._members.ContainsKey(m)).OrderBy(m => m.ToString(), StringComparer.Ordinal))
            await db.Database.ExecuteSqlAsync($"INSERT INTO member (axis, item) VALUES ({axis}, {item}) ON CONFLICT DO NOTHING", cancel);
        return await LoadAsync(db, dossier, cancel);
    }

    /// <summary>The rows that may have a key: none when its unit, metric or item has no number.</summary>
    public IQueryable<T> Find<T>(IQueryable<T> rows, FactKey key) where T : FactRecord
    {
        if (!_subjects.TryGetValue(key.Subject, out var subject) || !_metrics.TryGetValue(key.Metric, out var metric) || !_members.TryGetValue(key.Member, out var member))
            return rows.Where(_ => false);
        var (scope, funding, stage) = key.Basis;
        return rows.Where(f => f.SubjectId == subject && f.Year == key.Year && f.MetricId == metric && f.MemberId == member && f.Scope == scope && f.Funding == funding && f.Stage == stage);
    }

    /// <summary>A fact as a row; its value must fit, see <see cref="StoredFigure"/>.</summary>
    public FactRow ToRow(Fact fact, string who, DateTimeOffset at)
    {
        var stored = 0L;
        if (fact.Value is { } value) StoredFigure.Of(value, out stored);
        return new FactRow
        {
            SubjectId = _subjects[fact.Key.Subject],
            Year = fact.Key.Year,
            MetricId = _metrics[fact.Key.Metric],
            MemberId = _members[fact.Key.Member],
            Scope = fact.Key.Basis.Scope,
            Funding = fact.Key.Basis.Funding,
            Stage = fact.Key.Basis.Stage,
            Value = fact.Value is null ? null : stored,
            Unit = fact.Value?.Unit.Symbol ?? "",
            Places = fact.Value?.Places ?? 0,
            State = fact.State,
            Origin = fact.Origin,
            Source = fact.Source,
            Evidence = fact.Evidence,
            Note = fact.Note,
            Revision = fact.Revision,
            Who = who,
            At = at,
        };
    }

    /// <summary>A row as a fact.</summary>
    public Fact ToFact(FactRecord row) => new()
    {
        Key = new(_subjectOf[row.SubjectId], row.Year, _metricOf[row.MetricId], _memberOf[row.MemberId], new(row.Scope, row.Funding, row.Stage)),
        Value = row.Value is { } stored ? StoredFigure.Restore(stored, MeasureUnit.Parse(row.Unit), row.Places) : null,
        State = row.State,
        Origin = row.Origin,
        Source = row.Source,
        Evidence = row.Evidence,
        Note = row.Note,
        Revision = row.Revision,
    };
}
