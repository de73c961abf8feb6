using Jiheng.Storage.Postgres;
using Jiheng.Storage.Sqlite;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Npgsql;

namespace Jiheng.Storage.Tests.Databases;

/// <summary>A real, empty, prepared database of one kind, gone afterwards.</summary>
public sealed class TestDatabase : IAsyncDisposable
{
    private readonly Func<IInterceptor[], JihengDb> _open;
    private readonly Func<ValueTask> _drop;

    private TestDatabase(Func<IInterceptor[], JihengDb> open, Func<ValueTask> drop) => (_open, _drop) = (open, drop);

    /// <summary>SQLite always; PostgreSQL where its programs are installed, and wherever the environment demands it (as CI does).</summary>
    public static TheoryData<string> Kinds => PostgresServer.IsDemanded || PostgresServer.Programs is not null ? ["SQLite", "PostgreSQL"] : ["SQLite"];

    public static async Task<TestDatabase> NewAsync(string kind)
    {
        var database = kind == "SQLite" ? Sqlite() : await PostgresAsync();
        await using var db = database.Open();
        (await db.PrepareAsync(TestContext.Current.CancellationToken)).ShouldBeNull();
        return database;
    }

    public JihengDb Open(params IInterceptor[] interceptors) => _open(interceptors);

    public ValueTask DisposeAsync() => _drop();

    private static TestDatabase Sqlite()
    {
        var folder = Directory.CreateTempSubdirectory("jiheng-db-");
        var file = Path.Combine(folder.FullName, "jiheng.db");
        return new(
            interceptors => new SqliteJihengDb(SqliteJihengDb.OptionsFor(file).AddInterceptors(interceptors).Options),
            () =>
            {
                SqliteConnection.ClearAllPools();
                folder.Delete(recursive: true);
                return ValueTask.CompletedTask;
            });
    }

    private static async Task<TestDatabase> PostgresAsync()
    {
        var server = await PostgresServer.RunningAsync();
        var name = "jiheng_" + Guid.NewGuid().ToString("N");
        await server.ExecuteAsync($"CREATE DATABASE {name}");
        var connection = server.ConnectionTo(name);
        return new(
            interceptors => new PostgresJihengDb(PostgresJihengDb.OptionsFor(connection).AddInterceptors(interceptors).Options),
            async () =>
            {
                NpgsqlConnection.ClearAllPools();
                await server.ExecuteAsync($"DROP DATABASE {name} WITH (FORCE)");
            });
    }
}
