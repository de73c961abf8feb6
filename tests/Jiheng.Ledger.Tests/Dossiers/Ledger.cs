using Jiheng.Ledger.Bundles;
using Jiheng.Ledger.Dossiers;
using Jiheng.Model.Dossiers;
using Jiheng.Model.Facts;
using Jiheng.Storage.Tests.Databases;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Jiheng.Ledger.Tests.Dossiers;

/// <summary>A database with the use cases over it, each in a context of its own, and a clock that stands until it is moved.</summary>
internal sealed class Ledger : IAsyncDisposable
{
    public static readonly Caller Zhang = new("张三");

    private static readonly CancellationToken Cancel = TestContext.Current.CancellationToken;

    private readonly TestDatabase _database;

    private Ledger(TestDatabase database) => _database = database;

    public FixedClock Clock { get; } = new();

    public static async Task<Ledger> NewAsync(string kind) => new(await TestDatabase.NewAsync(kind));

    /// <summary>A small dossier: the one of <see cref="Bundles.TestBundle"/>.</summary>
    public static Dossier Small()
    {
        using var bundle = new Bundles.TestBundle();
        return bundle.Read().Dossier!;
    }

    public async Task<ImportOutcome> ImportAsync(Dossier dossier, Caller? caller = null, string reason = "重新导入", params IInterceptor[] interceptors)
    {
        await using var db = _database.Open(interceptors);
        return await new ImportDossier(db, Clock).RunAsync(dossier, caller ?? Zhang, reason, Cancel);
    }

    public async Task<BundleReading?> LoadAsync(string id, Caller? caller = null)
    {
        await using var db = _database.Open();
        return await new LoadDossier(db, TestPacks.Library).RunAsync(id, caller ?? Zhang, Cancel);
    }

    public async Task<IReadOnlyList<DossierLine>> ListAsync(Caller? caller = null)
    {
        await using var db = _database.Open();
        return await new ListDossiers(db).RunAsync(caller ?? Zhang, Cancel);
    }

    public async Task<SaveOutcome> SaveAsync(string dossier, Fact fact, string reason = "核对凭证后更正", Caller? caller = null)
    {
        await using var db = _database.Open();
        return await new SaveFact(db, TestPacks.Library, Clock).RunAsync(dossier, fact, caller ?? Zhang, reason, Cancel);
    }

    public async Task<IReadOnlyList<FactRevision>> HistoryAsync(string dossier, FactKey key, Caller? caller = null)
    {
        await using var db = _database.Open();
        return await new FactHistory(db).RunAsync(dossier, key, caller ?? Zhang, Cancel);
    }

    public async Task<TrailVerdict?> TrailAsync(string dossier, Caller? caller = null)
    {
        await using var db = _database.Open();
        return await new VerifyTrail(db).RunAsync(dossier, caller ?? Zhang, Cancel);
    }

    public async Task<string> ContentAsync()
    {
        await using var db = _database.Open();
        return await DatabaseContent.OfAsync(db);
    }

    public TestDatabase Database => _database;

    public ValueTask DisposeAsync() => _database.DisposeAsync();
}

internal sealed class FixedClock : TimeProvider
{
    public DateTimeOffset Now { get; set; } = new(2025, 3, 1, 9, 0, 0, TimeSpan.Zero);

    public override DateTimeOffset GetUtcNow() => Now;
}
