using Jiheng.Storage.Trail;

namespace Jiheng.Storage.Tests.Trail;

public sealed class TrailChainTests
{
    private static readonly DateTimeOffset Start = new(2025, 3, 1, 8, 30, 0, TimeSpan.FromHours(8));

    [Fact]
    public void A_chain_as_it_was_written_holds() => TrailChain.FirstBreak(Chain(out var bodies), bodies).ShouldBeNull();

    [Fact]
    public void A_chain_holds_when_a_body_was_erased()
    {
        var rows = Chain(out var bodies);
        bodies.Remove(2);
        TrailChain.FirstBreak(rows, bodies).ShouldBeNull();
    }

    [Theory]
    [MemberData(nameof(Changes))]
    public void Any_change_breaks_the_chain_at_its_place(string what, Func<TrailRow, TrailRow> change, int place)
    {
        var rows = Chain(out var bodies);
        rows[2] = change(rows[2]);
        TrailChain.FirstBreak(rows, bodies).ShouldNotBeNull(what).Seq.ShouldBe(place);
    }

    public static IEnumerable<TheoryDataRow<string, Func<TrailRow, TrailRow>, int>> Changes =>
    [
        new("who", r => Copy(r, who: "李四"), 3),
        new("act", r => Copy(r, act: "save-fact"), 3),
        new("when", r => Copy(r, at: r.At.AddMilliseconds(1)), 3),
        new("digest", r => Copy(r, digest: "00"), 3),
        new("number", r => Copy(r, seq: 4), 3),
        new("where a name ends and the act begins", r => Copy(r, who: r.Who + "i", act: r.Act[1..]), 3),
        new("the row anew, as the chain goes on", r => TrailChain.Next(null, r.Stream, r.At, r.Who, r.Act, "正文"), 3),
    ];

    [Fact]
    public void A_row_taken_out_and_a_body_changed_are_seen()
    {
        var rows = Chain(out var bodies);
        TrailChain.FirstBreak([.. rows.Where(r => r.Seq != 2)], bodies)!.Seq.ShouldBe(2);
        bodies[4] = "换掉的内容";
        TrailChain.FirstBreak(rows, bodies)!.ShouldBe(new TrailBreak(4, "第 4 条记录的内容被改过。"));
    }

    [Fact]
    public void A_moment_is_cut_to_what_every_database_keeps() =>
        TrailChain.Next(null, "s", Start.AddTicks(12_345), "张三", "import", "").At.ShouldBe(Start.AddMilliseconds(1));

    private static List<TrailRow> Chain(out Dictionary<int, string> bodies)
    {
        List<TrailRow> rows = [];
        bodies = [];
        for (var i = 1; i <= 5; i++)
        {
            rows.Add(TrailChain.Next(rows.LastOrDefault(), "demo-2024", Start.AddMinutes(i), "张三", "import", $"正文{i}"));
            bodies[i] = $"正文{i}";
        }
        return rows;
    }

    private static TrailRow Copy(TrailRow r, int? seq = null, DateTimeOffset? at = null, string? who = null, string? act = null, string? digest = null) => new()
    {
        Stream = r.Stream, Seq = seq ?? r.Seq, At = at ?? r.At, Who = who ?? r.Who, Act = act ?? r.Act, Digest = digest ?? r.Digest, Prev = r.Prev, Hash = r.Hash,
    };
}
