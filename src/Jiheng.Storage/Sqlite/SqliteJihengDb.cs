using System.Data;
using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Storage;

namespace Jiheng.Storage.Sqlite;

/// <summary>The database in one file, without a server.</summary>
public sealed class SqliteJihengDb(DbContextOptions<SqliteJihengDb> options) : JihengDb(options)
{
    /// <summary>Options for a file.</summary>
    /// <param name="file">Path of the file; made when missing.</param>
    public static DbContextOptionsBuilder<SqliteJihengDb> OptionsFor(string file) => new DbContextOptionsBuilder<SqliteJihengDb>()
        .UseSqlite(new SqliteConnectionStringBuilder { DataSource = file, ForeignKeys = true }.ToString())
        .AddInterceptors(new NormalSync());

    private protected override async Task MakeAsync(CancellationToken cancel)
    {
        if (Path.GetDirectoryName(Path.GetFullPath(Database.GetDbConnection().DataSource)) is { } folder) Directory.CreateDirectory(folder);
        // Kept in the file: readers do not wait for the writer.
        await Database.ExecuteSqlRawAsync("PRAGMA journal_mode = WAL", cancel);
    }

    /// <inheritdoc/>
    /// <remarks>For SQLite's driver this level means a transaction that takes no lock until it writes; what others have not committed it never sees.</remarks>
    public override Task<IDbContextTransaction> BeginReadAsync(CancellationToken cancel = default) => Database.BeginTransactionAsync(IsolationLevel.ReadUncommitted, cancel);

    /// <inheritdoc/>
    /// <remarks>SQLite has one writer; the transaction takes its place at once, so that it never fails halfway for want of it.</remarks>
    public override Task<IDbContextTransaction> BeginWriteAsync(string stream, CancellationToken cancel = default) => Database.BeginTransactionAsync(cancel);

    /// <inheritdoc/>
    public override async Task InsertAsync<T>(IReadOnlyCollection<T> rows, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(rows);
        var (table, columns, read) = LayoutOf<T>();
        await using var command = (SqliteCommand)Database.GetDbConnection().CreateCommand();
        command.Transaction = (SqliteTransaction?)Database.CurrentTransaction?.GetDbTransaction();
        var parameters = columns.Select((_, i) => command.Parameters.Add(new SqliteParameter { ParameterName = $"$p{i}" })).ToList();
#pragma warning disable CA2100 // Table and column names come from the model, never from input.
        command.CommandText = $"INSERT INTO \"{table}\" ({string.Join(", ", columns.Select(c => $"\"{c}\""))}) VALUES ({string.Join(", ", parameters.Select(p => p.ParameterName))})";
#pragma warning restore CA2100
        await command.PrepareAsync(cancel);
        foreach (var row in rows)
        {
            for (var i = 0; i < parameters.Count; i++) parameters[i].Value = read(row, i) ?? DBNull.Value;
            await command.ExecuteNonQueryAsync(cancel);
        }
    }

    /// <inheritdoc/>
    public override Task OptimizeAsync(CancellationToken cancel = default) => Database.ExecuteSqlRawAsync("PRAGMA optimize", cancel);

    /// <summary>With WAL, syncing at checkpoints is enough to keep the file sound; a power cut may cost the last commits, not the database.</summary>
    private sealed class NormalSync : DbConnectionInterceptor
    {
        public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
        {
            using var command = connection.CreateCommand();
            command.CommandText = "PRAGMA synchronous = NORMAL";
            command.ExecuteNonQuery();
        }

        public override async Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
        {
            await using var command = connection.CreateCommand();
            command.CommandText = "PRAGMA synchronous = NORMAL";
            await command.ExecuteNonQueryAsync(cancellationToken);
        }
    }
}
