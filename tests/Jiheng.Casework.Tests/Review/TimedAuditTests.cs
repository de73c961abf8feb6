using Jiheng.Audit;
using Jiheng.Casework.Review.Batch;
using Jiheng.Model.Documents;

namespace Jiheng.Casework.Tests.Review;

public sealed class TimedAuditTests : IDisposable
{
    private static readonly Document Report = Document.FromPlainText(Samples.WrongSum);
    private readonly ManualResetEventSlim _started = new();
    private readonly ManualResetEventSlim _end = new();
    private int _audits;

    public void Dispose() => _end.Set();

    [Fact]
    public void An_audit_within_its_time_gives_its_report() =>
        new TimedAudit(document => Auditor.Audit(document), Timeout.InfiniteTimeSpan, 1).Audit(Report).ShouldNotBeNull().Findings.ShouldHaveSingleItem();

    [Fact]
    public void One_that_takes_longer_is_left_behind() => new TimedAudit(Hang, TimeSpan.Zero, 1).Audit(Report).ShouldBeNull();

    [Fact]
    public void No_more_run_at_once_than_there_are_places_even_when_left_behind()
    {
        var timed = new TimedAudit(Hang, TimeSpan.Zero, 1);
        timed.Audit(Report);
        _started.Wait(TestContext.Current.CancellationToken);
        timed.Audit(Report).ShouldBeNull();
        _audits.ShouldBe(1);
    }

    [Fact]
    public void Each_audit_gives_its_place_back_even_when_it_fails()
    {
        var timed = new TimedAudit(_ => throw new InvalidOperationException(), TimeSpan.FromMinutes(1), 1);
        for (var i = 0; i < 3; i++) Should.Throw<InvalidOperationException>(() => timed.Audit(Report));
    }

    private AuditReport Hang(Document document)
    {
        Interlocked.Increment(ref _audits);
        _started.Set();
        _end.Wait();
        return Auditor.Audit(document);
    }
}
