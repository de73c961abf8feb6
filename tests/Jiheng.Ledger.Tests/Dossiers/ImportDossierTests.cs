using System.Data.Common;
using Jiheng.Ledger.Bundles;
using Jiheng.Ledger.Dossiers;
using Jiheng.Model.Facts;
using Jiheng.Model.Measures;
using Jiheng.Storage.Tests.Databases;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Jiheng.Ledger.Tests.Dossiers;

public sealed class ImportDossierTests
{
    public static TheoryData<string> Kinds => TestDatabase.Kinds;

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task What_is_imported_loads_equal_value_for_value(string kind)
    {
        await using var ledger = await Ledger.NewAsync(kind);
        for (var seed = 0; seed < 25; seed++)
        {
            var dossier = new DossierGenerator(seed).Make();
            (await ledger.ImportAsync(dossier)).ShouldBe(new ImportOutcome(dossier.Facts.Count, 0, 0, 0, []), new OutcomeComparer());
            var (loaded, faults) = (await ledger.LoadAsync(dossier.Id))!;
            faults.Select(f => f.ToString()).ShouldBeEmpty($"seed {seed}");
            DossierContent.Of(loaded!).ShouldBe(DossierContent.Of(dossier), $"seed {seed}");
            BundleWriter.Render(loaded!).SelectMany(f => f.Content).ShouldBe(BundleWriter.Render(dossier).SelectMany(f => f.Content), $"seed {seed}");
        }
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task An_import_that_fails_at_any_step_leaves_the_database_as_it_was(string kind)
    {
        await using var ledger = await Ledger.NewAsync(kind);
        await ledger.ImportAsync(Ledger.Small());
        var before = await ledger.ContentAsync();
        var changed = new DossierGenerator(6).Make() with { Id = Ledger.Small().Id };
        var failures = 0;
        for (var step = 1; ; step++)
        {
            var breaker = new BreakAt(step);
            if (await Record.ExceptionAsync(() => ledger.ImportAsync(changed, null, "重新导入", breaker)) is not { } failure) break;
            failure.GetBaseException().Message.ShouldBe("broken off");
            (await ledger.ContentAsync()).ShouldBe(before, $"step {step}");
            failures++;
        }
        failures.ShouldBeGreaterThan(10);
        (await ledger.ContentAsync()).ShouldNotBe(before);
        DossierContent.Of((await ledger.LoadAsync(changed.Id))!.Dossier! with { Facts = [] }).ShouldBe(DossierContent.Of(changed with { Facts = [] }));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task An_import_that_is_cancelled_or_refused_leaves_the_database_as_it_was(string kind)
    {
        await using var ledger = await Ledger.NewAsync(kind);
        var dossier = Ledger.Small();
        var before = await ledger.ContentAsync();
        await using (var db = ledger.Database.Open())
            await Should.ThrowAsync<OperationCanceledException>(new ImportDossier(db, ledger.Clock).RunAsync(dossier, Ledger.Zhang, "", new CancellationToken(canceled: true)));
        var fact = dossier.Facts[0];
        var faulty = dossier with
        {
            Facts =
            [
                fact, fact,
                fact with { Key = fact.Key with { Year = 2001 }, Value = new Amount(0.001m, MeasureUnit.Yuan) },
                fact with { Key = fact.Key with { Year = 2002 }, Value = new Amount(99999999999999999m, MeasureUnit.Yuan) },
                fact with { Key = fact.Key with { Subject = "yf-99" } },
                fact with { Key = fact.Key with { Year = 2003 }, Value = null },
            ],
        };
        (await ledger.ImportAsync(faulty)).Faults.Select(f => f.Code).ShouldBe(["JH5003", "JH5002", "JH5002", "JH5004", "JH5007"]);
        (await ledger.ImportAsync(dossier, new Caller("李四", ["other-2024"]))).Faults.Select(f => f.Code).ShouldBe(["JH5001"]);
        (await ledger.ContentAsync()).ShouldBe(before);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Importing_again_keeps_what_is_the_same_and_moves_what_changed_to_the_history(string kind)
    {
        await using var ledger = await Ledger.NewAsync(kind);
        var dossier = Ledger.Small();
        await ledger.ImportAsync(dossier);
        (await ledger.ImportAsync(dossier)).ShouldBe(new ImportOutcome(0, 0, 0, dossier.Facts.Count, []), new OutcomeComparer());

        ledger.Clock.Now = ledger.Clock.Now.AddDays(1);
        var (changed, gone) = (dossier.Facts[0], dossier.Facts[1]);
        var next = dossier with { Facts = [changed with { Value = new Amount(12600m, MeasureUnit.TenThousandYuan) }, .. dossier.Facts.Skip(2)], Units = [.. dossier.Units.SkipLast(1)] };
        next = next with { Facts = [.. next.Facts.Where(f => f.Key.Subject != "yf-02")] };
        (await ledger.ImportAsync(next, new Caller("李四"), "决算批复")).ShouldBe(new ImportOutcome(0, 1, 2, dossier.Facts.Count - 3, []), new OutcomeComparer());
        DossierContent.Of((await ledger.LoadAsync(dossier.Id))!.Dossier!).ShouldBe(DossierContent.Of(next with { Facts = [next.Facts[0] with { Revision = 2 }, .. next.Facts.Skip(1)] }));

        var history = await ledger.HistoryAsync(dossier.Id, changed.Key);
        history.Select(h => (h.Fact.Value?.ToString(), h.Fact.Revision, h.Who, h.Replaced?.Reason)).ShouldBe([("12600万元", 2, "李四", null), ("12507.41万元", 1, "张三", "决算批复")]);
        history[1].Replaced!.At.ShouldBe(ledger.Clock.Now);
        (await ledger.HistoryAsync(dossier.Id, gone.Key)).ShouldHaveSingleItem().Replaced!.Who.ShouldBe("李四");

        // A withdrawn fact that comes back goes on counting.
        await ledger.ImportAsync(dossier);
        (await ledger.HistoryAsync(dossier.Id, gone.Key)).Select(h => h.Fact.Revision).ShouldBe([2, 1]);
        (await ledger.LoadAsync(dossier.Id))!.Dossier!.Units.ShouldBe(dossier.Units);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Imports_at_the_same_time_queue_up_and_all_arrive(string kind)
    {
        await using var ledger = await Ledger.NewAsync(kind);
        var dossiers = Enumerable.Range(40, 6).Select(seed => new DossierGenerator(seed).Make()).ToList();
        await Task.WhenAll(dossiers.Concat(dossiers).Select(d => Task.Run(() => ledger.ImportAsync(d))));
        foreach (var dossier in dossiers)
        {
            DossierContent.Of((await ledger.LoadAsync(dossier.Id))!.Dossier!).ShouldBe(DossierContent.Of(dossier));
            (await ledger.TrailAsync(dossier.Id))!.ShouldSatisfyAllConditions(t => t.Count.ShouldBe(2), t => t.Break.ShouldBeNull());
        }
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task A_list_shows_what_is_within_reach_and_nothing_else(string kind)
    {
        await using var ledger = await Ledger.NewAsync(kind);
        var small = Ledger.Small();
        await ledger.ImportAsync(small);
        await ledger.ImportAsync(small with { Id = "demo-2025", Year = 2025 });
        (await ledger.ListAsync()).Select(d => (d.Id, d.Year, d.Figures)).ShouldBe([("demo-2025", 2025, 7), ("demo-2024", 2024, 7)]);
        var clerk = new Caller("李四", ["demo-2024"]);
        (await ledger.ListAsync(clerk)).ShouldHaveSingleItem().ShouldBe(new DossierLine("demo-2024", small.Department, small.Region, 2024, small.Kind, 7, ledger.Clock.Now, "张三"));
        (await ledger.LoadAsync("demo-2025", clerk)).ShouldBeNull();
        (await ledger.HistoryAsync("demo-2025", small.Facts[0].Key, clerk)).ShouldBeEmpty();
        (await ledger.TrailAsync("demo-2025", clerk)).ShouldBeNull();
        (await ledger.LoadAsync("nowhere")).ShouldBeNull();
    }

    [Fact]
    public async Task A_dossier_whose_names_the_packs_no_longer_have_gives_faults()
    {
        await using var ledger = await Ledger.NewAsync("SQLite");
        var dossier = Ledger.Small();
        await ledger.ImportAsync(dossier with { SchemeId = "demo/gone", OwnMetrics = [dossier.OwnMetrics[0] with { Code = "staff.quota" }] });
        var reading = (await ledger.LoadAsync(dossier.Id))!;
        reading.Dossier.ShouldBeNull();
        reading.Faults.Select(f => f.Code).ShouldBe(["JH3045", "JH3057", "JH3060"], ignoreOrder: true);
    }

    private sealed class OutcomeComparer : IEqualityComparer<ImportOutcome>
    {
        public bool Equals(ImportOutcome? x, ImportOutcome? y) => x! with { Faults = [] } is var a && y! with { Faults = a.Faults } == a && x.Faults.Count == y.Faults.Count;

        public int GetHashCode(ImportOutcome outcome) => outcome.Added;
    }

    /// <summary>Breaks off before the n-th command of a context.</summary>
    private sealed class BreakAt(int step) : DbCommandInterceptor
    {
        private int _commands;

        public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
        {
            Count();
            return new(result);
        }

        public override ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(DbCommand command, CommandEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
        {
            // Refreshing statistics comes after the commit and changes no row.
            if (!command.CommandText.StartsWith("ANALYZE", StringComparison.Ordinal) && !command.CommandText.StartsWith("PRAGMA", StringComparison.Ordinal)) Count();
            return new(result);
        }

        private void Count()
        {
            if (++_commands == step) throw new InvalidOperationException("broken off");
        }
    }
}
