using Jiheng.Ledger.Dossiers;
using Jiheng.Model.Facts;
using Jiheng.Model.Measures;
using Jiheng.Storage;
using Jiheng.Web.Dossiers;
using Jiheng.Web.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace Jiheng.Web.Tests;

public sealed class FirstStartTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("jiheng-start-").FullName;

    [Fact]
    public async Task A_faulty_sample_stops_the_start_names_its_faults_and_leaves_nothing_behind()
    {
        var samples = Path.Combine(_folder, "samples");
        Copy(Path.Combine(Office.Root, "samples", "yanfeng-2024"), Path.Combine(samples, "yanfeng-2024"));
        File.AppendAllText(Path.Combine(samples, "yanfeng-2024", "facts.csv"), ",2024,fin.income_total,,决算草案,一万二,,,,,\n");
        await using var web = JihengWeb.Build(Office.Arguments(_folder, samples));
        var fault = await Should.ThrowAsync<StartupFaultException>(() => web.StartAsync(TestContext.Current.CancellationToken));
        fault.Message.ShouldStartWith("JH6005");
        fault.Message.ShouldContain("facts.csv");
        fault.Message.ShouldContain("一万二");
        await using var db = JihengDb.Open(Path.Combine(_folder, "jiheng.db"));
        (await new ListDossiers(db).RunAsync(new Caller("查看"), TestContext.Current.CancellationToken)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_second_start_takes_nothing_in_twice()
    {
        for (var start = 1; start <= 2; start++)
        {
            await using var web = JihengWeb.Build(Office.Arguments(_folder));
            await web.StartAsync(TestContext.Current.CancellationToken);
            await using var db = JihengDb.Open(Path.Combine(_folder, "jiheng.db"));
            db.Trail.Count().ShouldBe(5);
        }
    }

    [Fact]
    public async Task What_was_changed_in_the_database_shows_at_once()
    {
        await using var web = JihengWeb.Build(Office.Arguments(_folder));
        await web.StartAsync(TestContext.Current.CancellationToken);
        using var client = new HttpClient { BaseAddress = new Uri(web.Urls.First()) };
        (await client.GetStringAsync("/dossiers/anyi-2023/score?pick=X.1", TestContext.Current.CancellationToken)).ShouldContain("87.60%");

        var dossier = (await web.Services.GetRequiredService<CaseFiles>().FindAsync("anyi-2023", TestContext.Current.CancellationToken)).Case!.File.Dossier;
        var executed = dossier.Facts.Single(f => f.Key is { Metric: "fin.annual_execution", Year: 2023, Member.IsAll: true } && f.Key.Basis == Basis.Usual);
        var mended = dossier with { Facts = [.. dossier.Facts.Select(f => f == executed ? f with { Value = Amount.Parse("58216.85万元") } : f)] };
        await using var db = JihengDb.Open(Path.Combine(_folder, "jiheng.db"));
        (await new ImportDossier(db, TimeProvider.System).RunAsync(mended, new Caller("财务股"), "按批复决算改正", TestContext.Current.CancellationToken)).IsDone.ShouldBeTrue();

        (await client.GetStringAsync("/dossiers/anyi-2023/score?pick=X.1", TestContext.Current.CancellationToken)).ShouldContain("58216.85万元 ÷ 58216.85万元 = <b>100.00%</b>");
    }

    public void Dispose()
    {
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
    }

    private static void Copy(string from, string to)
    {
        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }
    }
}
