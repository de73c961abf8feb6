using System.Text.Json;
using Jiheng.Storage.Dossiers;
using Jiheng.Storage.Facts;
using Jiheng.Storage.Postgres;
using Jiheng.Storage.Sqlite;
using Jiheng.Storage.Trail;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Jiheng.Storage;

/// <summary>
/// The database: one model for SQLite and PostgreSQL. The two subclasses hold what differs between them, and each has its own
/// migrations. Table and column names are the rows' and properties' in snake_case.
/// </summary>
public abstract class JihengDb : DbContext
{
    /// <summary>Takes the options of a subclass.</summary>
    protected JihengDb(DbContextOptions options) : base(options) { }

    /// <summary>Opens a database; the caller disposes it.</summary>
    /// <param name="location">Path of an SQLite file, or a PostgreSQL connection string (it names a <c>Host</c>).</param>
    public static JihengDb Open(string location)
    {
        ArgumentNullException.ThrowIfNull(location);
        return location.Contains("Host=", StringComparison.OrdinalIgnoreCase)
            ? new PostgresJihengDb(PostgresJihengDb.OptionsFor(location).Options)
            : new SqliteJihengDb(SqliteJihengDb.OptionsFor(location).Options);
    }

    /// <summary>Dossiers.</summary>
    public DbSet<DossierRow> Dossiers => Set<DossierRow>();

    /// <summary>Units.</summary>
    public DbSet<SubjectRow> Subjects => Set<SubjectRow>();

    /// <summary>Metrics of single dossiers.</summary>
    public DbSet<OwnMetricRow> OwnMetrics => Set<OwnMetricRow>();

    /// <summary>Narratives.</summary>
    public DbSet<TextRow> Texts => Set<TextRow>();

    /// <summary>Metric codes.</summary>
    public DbSet<MetricRow> Metrics => Set<MetricRow>();

    /// <summary>Items on axes.</summary>
    public DbSet<MemberRow> Members => Set<MemberRow>();

    /// <summary>Current facts.</summary>
    public DbSet<FactRow> Facts => Set<FactRow>();

    /// <summary>Facts as they were.</summary>
    public DbSet<FactWasRow> FactsWere => Set<FactWasRow>();

    /// <summary>The record of acts.</summary>
    public DbSet<TrailRow> Trail => Set<TrailRow>();

    /// <summary>What the acts were about.</summary>
    public DbSet<TrailBodyRow> TrailBodies => Set<TrailBodyRow>();

    /// <summary>
    /// Brings the tables up to date; nothing else may be asked of the database before. An SQLite file is made when missing, a
    /// PostgreSQL database is made by whoever runs the server.
    /// </summary>
    /// <returns>Why it cannot be used; <c>null</c> when it can.</returns>
    public async Task<StorageFault?> PrepareAsync(CancellationToken cancel = default)
    {
        try
        {
            await MakeAsync(cancel);
            if ((await Database.GetAppliedMigrationsAsync(cancel)).Except(Database.GetMigrations(), StringComparer.Ordinal).Any()) return StorageFault.LaterVersion;
            await Database.MigrateAsync(cancel);
            return null;
        }
        catch (Exception e) when (StorageFault.Of(e) is not null)
        {
            return StorageFault.Of(e);
        }
    }

    /// <summary>Makes what the tables are to stand in, as far as the program may.</summary>
    private protected abstract Task MakeAsync(CancellationToken cancel);

    /// <summary>Opens a transaction that reads everything as of one moment, and holds no writer up.</summary>
    public abstract Task<IDbContextTransaction> BeginReadAsync(CancellationToken cancel = default);

    /// <summary>
    /// Opens a transaction in which no other writer touches <paramref name="stream"/>; what it does not commit never happened.
    /// </summary>
    public abstract Task<IDbContextTransaction> BeginWriteAsync(string stream, CancellationToken cancel = default);

    /// <summary>Inserts many rows without the change tracker, within the open transaction.</summary>
    public abstract Task InsertAsync<T>(IReadOnlyCollection<T> rows, CancellationToken cancel = default) where T : class;

    /// <summary>Refreshes what the query planner knows, after an import; without it aggregates take a hundred times as long.</summary>
    public abstract Task OptimizeAsync(CancellationToken cancel = default);

    /// <summary>Appends an act to a stream; saved with everything else that is pending.</summary>
    public async Task AppendTrailAsync(string stream, DateTimeOffset at, string who, string act, string body, CancellationToken cancel = default)
    {
        var last = await Trail.AsNoTracking().Where(t => t.Stream == stream).OrderByDescending(t => t.Seq).FirstOrDefaultAsync(cancel);
        var row = TrailChain.Next(last, stream, at, who, act, body);
        Trail.Add(row);
        TrailBodies.Add(new TrailBodyRow { Stream = stream, Seq = row.Seq, Body = body });
    }

    /// <summary>Table and columns of a row type (without those that the database numbers itself), and how to read a row's values as the database takes them.</summary>
    private protected (string Table, IReadOnlyList<string> Columns, Func<object, int, object?> Read) LayoutOf<T>() where T : class
    {
        var entity = Model.FindEntityType(typeof(T))!;
        var properties = entity.GetProperties().Where(p => p.ValueGenerated == ValueGenerated.Never).ToList();
        var converters = properties.ConvertAll(p => p.GetTypeMapping().Converter);
        return (entity.GetTableName()!, properties.ConvertAll(p => p.GetColumnName()), (row, i) =>
        {
            var value = properties[i].PropertyInfo!.GetValue(row);
            return converters[i] is { } converter ? converter.ConvertToProvider(value) : value;
        });
    }

    /// <inheritdoc/>
    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        ArgumentNullException.ThrowIfNull(configurationBuilder);
        // Milliseconds sort and survive alike in both databases; SQLite has no time type and PostgreSQL's drops 100 ns.
        configurationBuilder.Properties<DateTimeOffset>().HaveConversion<MomentConverter>();
    }

    /// <inheritdoc/>
    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        ArgumentNullException.ThrowIfNull(modelBuilder);
        modelBuilder.Entity<DossierRow>().HasIndex(d => d.Code).IsUnique();
        modelBuilder.Entity<SubjectRow>(subject =>
        {
            subject.HasIndex(s => new { s.DossierId, s.Code }).IsUnique();
            subject.HasOne<DossierRow>().WithMany().HasForeignKey(s => s.DossierId);
        });
        modelBuilder.Entity<OwnMetricRow>(metric =>
        {
            metric.HasKey(m => new { m.DossierId, m.Code });
            metric.HasOne<DossierRow>().WithMany().HasForeignKey(m => m.DossierId);
        });
        modelBuilder.Entity<TextRow>(text =>
        {
            text.HasKey(t => new { t.DossierId, t.Key });
            text.HasOne<DossierRow>().WithMany().HasForeignKey(t => t.DossierId);
        });
        modelBuilder.Entity<MetricRow>().HasIndex(m => m.Code).IsUnique();
        modelBuilder.Entity<MemberRow>().HasIndex(m => new { m.Axis, m.Item }).IsUnique();
        modelBuilder.Entity<FactRow>(fact =>
        {
            // One key serves both ways of asking: a unit's facts, and one metric of it. A second index would cost 1.6 times on load.
            fact.HasKey(f => new { f.SubjectId, f.Year, f.MetricId, f.MemberId, f.Scope, f.Funding, f.Stage });
            fact.HasOne<SubjectRow>().WithMany().HasForeignKey(f => f.SubjectId);
            fact.HasOne<MetricRow>().WithMany().HasForeignKey(f => f.MetricId);
            fact.HasOne<MemberRow>().WithMany().HasForeignKey(f => f.MemberId);
        });
        modelBuilder.Entity<FactWasRow>(fact =>
        {
            fact.HasIndex(f => new { f.SubjectId, f.Year, f.MetricId, f.MemberId, f.Scope, f.Funding, f.Stage, f.Revision });
            fact.HasOne<SubjectRow>().WithMany().HasForeignKey(f => f.SubjectId);
            fact.HasOne<MetricRow>().WithMany().HasForeignKey(f => f.MetricId);
            fact.HasOne<MemberRow>().WithMany().HasForeignKey(f => f.MemberId);
        });
        modelBuilder.Entity<TrailRow>().HasKey(t => new { t.Stream, t.Seq });
        modelBuilder.Entity<TrailBodyRow>(body =>
        {
            body.HasKey(t => new { t.Stream, t.Seq });
            body.HasOne<TrailRow>().WithOne().HasForeignKey<TrailBodyRow>(t => new { t.Stream, t.Seq });
        });
        foreach (var entity in modelBuilder.Model.GetEntityTypes())
        {
            entity.SetTableName(Snake(entity.ClrType.Name[..^"Row".Length]));
            foreach (var property in entity.GetProperties()) property.SetColumnName(Snake(property.Name));
            // Nothing goes because something above it goes: what was reported stays.
            foreach (var key in entity.GetForeignKeys()) key.DeleteBehavior = DeleteBehavior.Restrict;
        }
    }

    private static string Snake(string name) => JsonNamingPolicy.SnakeCaseLower.ConvertName(name);

    private sealed class MomentConverter() : ValueConverter<DateTimeOffset, long>(m => m.ToUnixTimeMilliseconds(), v => DateTimeOffset.FromUnixTimeMilliseconds(v));
}
