using System.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;

namespace Jiheng.Storage.Postgres;

/// <summary>The database on a PostgreSQL server, for any number of web nodes.</summary>
public sealed class PostgresJihengDb(DbContextOptions<PostgresJihengDb> options) : JihengDb(options)
{
    /// <summary>Options for a connection string.</summary>
    public static DbContextOptionsBuilder<PostgresJihengDb> OptionsFor(string connection) => new DbContextOptionsBuilder<PostgresJihengDb>().UseNpgsql(connection);

    // The database itself is made by whoever runs the server.
    private protected override Task MakeAsync(CancellationToken cancel) => Task.CompletedTask;

    /// <inheritdoc/>
    public override Task<IDbContextTransaction> BeginReadAsync(CancellationToken cancel = default) => Database.BeginTransactionAsync(IsolationLevel.RepeatableRead, cancel);

    /// <inheritdoc/>
    /// <remarks>A lock on the stream until the transaction ends: its trail has one head, and two imports of one dossier queue up.</remarks>
    public override async Task<IDbContextTransaction> BeginWriteAsync(string stream, CancellationToken cancel = default)
    {
        var transaction = await Database.BeginTransactionAsync(cancel);
        await Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock(hashtextextended({stream}, 0))", cancel);
        return transaction;
    }

    /// <inheritdoc/>
    public override async Task InsertAsync<T>(IReadOnlyCollection<T> rows, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(rows);
        var (table, columns, read) = LayoutOf<T>();
        var connection = (NpgsqlConnection)Database.GetDbConnection();
        await using var copy = await connection.BeginBinaryImportAsync($"COPY \"{table}\" ({string.Join(", ", columns.Select(c => $"\"{c}\""))}) FROM STDIN (FORMAT BINARY)", cancel);
        foreach (var row in rows)
        {
            await copy.StartRowAsync(cancel);
            for (var i = 0; i < columns.Count; i++)
            {
                if (read(row, i) is { } value) await copy.WriteAsync(value, cancel);
                else await copy.WriteNullAsync(cancel);
            }
        }
        await copy.CompleteAsync(cancel);
    }

    /// <inheritdoc/>
    public override Task OptimizeAsync(CancellationToken cancel = default) => Database.ExecuteSqlRawAsync("ANALYZE fact, fact_was, subject", cancel);
}
