using Jiheng.Ledger.Dossiers;
using Jiheng.Model.Facts;
using Jiheng.Model.Measures;
using Jiheng.Storage.Tests.Databases;
using Microsoft.EntityFrameworkCore;

namespace Jiheng.Ledger.Tests.Dossiers;

public sealed class SaveFactTests
{
    private const string Id = "demo-2024";

    public static TheoryData<string> Kinds => TestDatabase.Kinds;

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task An_edit_becomes_the_next_revision_and_the_former_value_stays_in_the_history(string kind)
    {
        await using var ledger = await NewAsync(kind);
        var fact = Ledger.Small().Facts[0];
        ledger.Clock.Now = ledger.Clock.Now.AddHours(1);
        var outcome = await ledger.SaveAsync(Id, fact with { Value = Amount.Parse("12600.50 万元"), Origin = FactOrigin.Adjustment, Note = "按批复更正" }, "决算批复");
        outcome.State.ShouldBe(SaveState.Saved);
        outcome.Current!.Revision.ShouldBe(2);
        (await ledger.LoadAsync(Id))!.Dossier!.Facts.Single(f => f.Key == fact.Key).ShouldBe(outcome.Current);
        var history = await ledger.HistoryAsync(Id, fact.Key);
        history.Select(h => h.Fact.Value!.Value.ToString()).ShouldBe(["12600.50万元", "12507.41万元"]);
        history[1].Replaced.ShouldBe(new FactReplacement(ledger.Clock.Now, "张三", "决算批复"));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task A_stale_edit_is_given_both_values_and_loses_neither(string kind)
    {
        await using var ledger = await NewAsync(kind);
        var fact = Ledger.Small().Facts[0];
        await ledger.SaveAsync(Id, fact with { Value = Amount.Parse("12600 万元") });
        var before = await ledger.ContentAsync();
        var outcome = await ledger.SaveAsync(Id, fact with { Value = Amount.Parse("12700 万元") }, caller: new Caller("李四"));
        outcome.State.ShouldBe(SaveState.Stale);
        outcome.Current!.Value.ShouldBe(Amount.Parse("12600 万元"));
        outcome.Yours.Value.ShouldBe(Amount.Parse("12700 万元"));
        (await ledger.ContentAsync()).ShouldBe(before);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Of_edits_at_the_same_time_one_is_saved_and_all_others_are_stale(string kind)
    {
        await using var ledger = await NewAsync(kind);
        var fact = Ledger.Small().Facts[0];
        var outcomes = await Task.WhenAll(Enumerable.Range(1, 8).Select(i => Task.Run(() => ledger.SaveAsync(Id, fact with { Value = new Amount(i, MeasureUnit.TenThousandYuan) }))));
        outcomes.Count(o => o.State == SaveState.Saved).ShouldBe(1);
        outcomes.Count(o => o.State == SaveState.Stale).ShouldBe(7);
        (await ledger.HistoryAsync(Id, fact.Key)).Count.ShouldBe(2);
        (await ledger.TrailAsync(Id))!.Count.ShouldBe(2);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task A_new_fact_needs_no_reason_and_may_not_be_there_yet(string kind)
    {
        await using var ledger = await NewAsync(kind);
        var fact = new Fact { Key = new("yf-01", 2024, "staff.in_post", new("岗位", "检验"), Basis.Usual), Value = Amount.Parse("16 人"), Revision = 0 };
        (await ledger.SaveAsync(Id, fact, "")).Current.ShouldBe(fact with { Revision = 1 });
        (await ledger.SaveAsync(Id, fact, "")).State.ShouldBe(SaveState.Stale);
        (await ledger.SaveAsync(Id, fact with { Revision = 1, Value = null, State = FactState.Masked }, "涉及个人")).State.ShouldBe(SaveState.Saved);
        (await ledger.HistoryAsync(Id, fact.Key)).Select(h => h.Fact.State).ShouldBe([FactState.Masked, FactState.Given]);
    }

    [Fact]
    public async Task What_is_not_valid_is_refused_with_all_reasons_and_changes_nothing()
    {
        await using var ledger = await NewAsync("SQLite");
        var before = await ledger.ContentAsync();
        var fact = Ledger.Small().Facts[0];
        var faults = (await ledger.SaveAsync(Id, fact with { Key = fact.Key with { Subject = "yf-99", Metric = "fin.anual_budget" }, Value = null }, " ")).Faults;
        faults.Select(f => f.Code).ShouldBe(["JH5004", "JH5007", "JH5008", "JH5005"]);
        faults[3].ToString().ShouldBe("JH5005 没有数据项“fin.anual_budget”。是不是“fin.annual_budget”？请核对数据项代码。");
        (await ledger.SaveAsync(Id, fact with { Value = Amount.Parse("203 人") })).Faults.ShouldHaveSingleItem().ToString().ShouldBe("JH5006 “全年预算数”用“万元”计量，不能写成“人”。请改用合适的计量单位。");
        (await ledger.SaveAsync(Id, fact with { Value = Amount.Parse("0.001 元") })).Faults.ShouldHaveSingleItem().Code.ShouldBe("JH5002");
        (await ledger.SaveAsync(Id, fact, caller: new Caller("李四", []))).Faults.ShouldHaveSingleItem().Code.ShouldBe("JH5001");
        (await ledger.SaveAsync("nowhere", fact)).Faults.ShouldHaveSingleItem().Code.ShouldBe("JH5001");
        (await ledger.ContentAsync()).ShouldBe(before);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task The_trail_tells_every_act_and_shows_when_somebody_tampers_with_it(string kind)
    {
        await using var ledger = await NewAsync(kind);
        var fact = Ledger.Small().Facts[0];
        await ledger.SaveAsync(Id, fact with { Value = Amount.Parse("12600 万元") }, "决算批复");
        var head = (await ledger.TrailAsync(Id))!;
        (head.Count, head.Break).ShouldBe((2, null));
        await using (var db = ledger.Database.Open())
        {
            var bodies = await db.TrailBodies.OrderBy(b => b.Seq).Select(b => b.Body).ToListAsync(TestContext.Current.CancellationToken);
            bodies[0].ShouldStartWith("导入 8 个数据：新增 8，修改 0，撤下 0，未变 0。数据包 SHA-256：");
            bodies[1].ShouldBe("yf 2024 fin.annual_budget 汇总·全口径·执行：12600万元（第 2 版）。决算批复");
            await db.Trail.Where(t => t.Seq == 1).ExecuteUpdateAsync(t => t.SetProperty(r => r.Who, "王五"), TestContext.Current.CancellationToken);
        }
        (await ledger.TrailAsync(Id))!.Break!.ToString().ShouldContain("第 1 条记录被改过");
    }

    private static async Task<Ledger> NewAsync(string kind)
    {
        var ledger = await Ledger.NewAsync(kind);
        (await ledger.ImportAsync(Ledger.Small())).IsDone.ShouldBeTrue();
        return ledger;
    }
}
