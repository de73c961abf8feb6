using Jiheng.Model.Facts;
using Jiheng.Storage.Dossiers;
using Jiheng.Storage.Facts;
using Jiheng.Storage.Postgres;
using Jiheng.Storage.Tests.Databases;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Jiheng.Storage.Tests;

/// <summary>What both databases must do alike.</summary>
public sealed class JihengDbTests
{
    private static readonly CancellationToken Cancel = TestContext.Current.CancellationToken;

    public static TheoryData<string> Kinds => TestDatabase.Kinds;

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task The_migrations_make_exactly_the_model(string kind)
    {
        await using var database = await TestDatabase.NewAsync(kind);
        await using var db = database.Open();
        db.Database.HasPendingModelChanges().ShouldBeFalse();
        (await db.Database.GetPendingMigrationsAsync(Cancel)).ShouldBeEmpty();
        (await db.PrepareAsync(Cancel)).ShouldBeNull();
    }

    [Fact]
    public async Task What_cannot_be_used_as_a_database_is_told_and_left_as_it_was()
    {
        var folder = Directory.CreateTempSubdirectory("jiheng-db-");
        var file = Path.Combine(folder.FullName, "notes.txt");
        await File.WriteAllTextAsync(file, "这不是数据库，是一份写了很久的笔记。", Cancel);
        (await PrepareAsync(file)).ShouldBe("JH5011");
        (await File.ReadAllTextAsync(file, Cancel)).ShouldBe("这不是数据库，是一份写了很久的笔记。");
        (await PrepareAsync(Path.Combine(file, "jiheng.db"))).ShouldBe("JH5012");
        (await PrepareAsync(folder.FullName)).ShouldBe("JH5012");
        (await PrepareAsync("Host=127.0.0.1;Port=1;Database=jiheng;Username=nobody")).ShouldBe("JH5012");
        SqliteConnection.ClearAllPools();
        folder.Delete(recursive: true);

        static async Task<string?> PrepareAsync(string location)
        {
            await using var db = JihengDb.Open(location);
            return (await db.PrepareAsync(Cancel))?.Code;
        }
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task A_database_of_a_later_version_is_left_alone(string kind)
    {
        await using var database = await TestDatabase.NewAsync(kind);
        await using var db = database.Open();
        await db.Database.ExecuteSqlRawAsync("INSERT INTO \"__EFMigrationsHistory\" VALUES ('29991231000000_Later', '99.0')", Cancel);
        (await db.PrepareAsync(Cancel)).ShouldNotBeNull().Code.ShouldBe("JH5010");
    }

    [Fact]
    public async Task A_location_is_a_file_or_a_connection_string()
    {
        var folder = Directory.CreateTempSubdirectory("jiheng-db-");
        await using (var db = JihengDb.Open(Path.Combine(folder.FullName, "data", "jiheng.db")))
        {
            await db.PrepareAsync(Cancel);
            (await db.Database.SqlQueryRaw<string>("PRAGMA journal_mode").ToListAsync(Cancel)).ShouldBe(["wal"]);
            (await db.Database.SqlQueryRaw<int>("PRAGMA synchronous").ToListAsync(Cancel)).ShouldBe([1]);
        }
        SqliteConnection.ClearAllPools();
        folder.Delete(recursive: true);
        await using var server = JihengDb.Open("Host=db.example;Database=jiheng");
        server.ShouldBeOfType<PostgresJihengDb>();
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Rows_inserted_in_bulk_read_back_as_the_same_rows(string kind)
    {
        await using var database = await TestDatabase.NewAsync(kind);
        var rows = await FactsAsync(database, 500);
        await using var db = database.Open();
        (await db.Facts.OrderBy(f => f.Year).ToListAsync(Cancel)).ShouldBeEquivalentTo(rows);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task What_a_bulk_insert_did_not_commit_never_happened(string kind)
    {
        await using var database = await TestDatabase.NewAsync(kind);
        var rows = await FactsAsync(database, 3);
        await using (var db = database.Open())
        {
            await using var transaction = await db.BeginWriteAsync("demo", Cancel);
            await db.InsertAsync(rows.ConvertAll(r => Fact(r.SubjectId, r.MetricId, r.MemberId, r.Year + 100)), Cancel);
            (await db.Facts.CountAsync(Cancel)).ShouldBe(6);
        }
        await using var after = database.Open();
        (await after.Facts.CountAsync(Cancel)).ShouldBe(3);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task A_fact_of_a_unit_that_does_not_exist_is_refused(string kind)
    {
        await using var database = await TestDatabase.NewAsync(kind);
        var rows = await FactsAsync(database, 1);
        await using var db = database.Open();
        db.Facts.Add(Fact(999, rows[0].MetricId, rows[0].MemberId, 2024));
        await Should.ThrowAsync<DbUpdateException>(db.SaveChangesAsync(Cancel));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task A_reader_sees_one_moment_while_a_writer_goes_on(string kind)
    {
        await using var database = await TestDatabase.NewAsync(kind);
        var rows = await FactsAsync(database, 2);
        await using var reader = database.Open();
        await using var moment = await reader.BeginReadAsync(Cancel);
        (await reader.Facts.CountAsync(Cancel)).ShouldBe(2);
        await using (var writer = database.Open())
        {
            await using var transaction = await writer.BeginWriteAsync("demo", Cancel);
            await writer.InsertAsync([Fact(rows[0].SubjectId, rows[0].MetricId, rows[0].MemberId, 2099)], Cancel);
            await transaction.CommitAsync(Cancel);
        }
        (await reader.Facts.CountAsync(Cancel)).ShouldBe(2);
        await moment.DisposeAsync();
        (await reader.Facts.CountAsync(Cancel)).ShouldBe(3);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Sums_in_SQL_are_exact(string kind)
    {
        await using var database = await TestDatabase.NewAsync(kind);
        var rows = await FactsAsync(database, 400);
        await using var db = database.Open();
        (await db.Facts.SumAsync(f => f.Value, Cancel)).ShouldBe(rows.Sum(r => r.Value));
    }

    private static async Task<List<FactRow>> FactsAsync(TestDatabase database, int count)
    {
        await using var db = database.Open();
        var dossier = new DossierRow { Code = "demo", Department = "示范区卫生健康局", Region = "示范省", Head = "", ImportedBy = "张三" };
        db.Add(dossier);
        await db.SaveChangesAsync(Cancel);
        var (subject, metric, member) = (new SubjectRow { DossierId = dossier.Id, Code = "yf", Name = "局" }, new MetricRow { Code = "staff.quota" }, new MemberRow { Axis = "", Item = "" });
        db.AddRange(subject, metric, member);
        await db.SaveChangesAsync(Cancel);
        var rows = Enumerable.Range(0, count).Select(i => Fact(subject.Id, metric.Id, member.Id, 1000 + i)).ToList();
        await using var transaction = await db.BeginWriteAsync("demo", Cancel);
        await db.InsertAsync(rows, Cancel);
        await transaction.CommitAsync(Cancel);
        await db.OptimizeAsync(Cancel);
        return rows;
    }

    private static FactRow Fact(int subject, int metric, int member, int year) => new()
    {
        SubjectId = subject,
        Year = year,
        MetricId = metric,
        MemberId = member,
        Scope = UnitScope.Own,
        Funding = FundingBasis.GeneralPublicBudget,
        Stage = Stage.Control,
        Value = year % 7 == 0 ? null : 9_007_199_254_740_993 + year,
        Unit = "万元",
        Places = 2,
        State = year % 7 == 0 ? FactState.Masked : FactState.Given,
        Origin = FactOrigin.Adjustment,
        Source = "财务股",
        Evidence = "",
        Note = "逗号, 引号\" 换行\n𠀀",
        Revision = 3,
        Who = "张三",
        At = new DateTimeOffset(2025, 3, 1, 0, 0, 0, 123, TimeSpan.Zero),
    };
}
