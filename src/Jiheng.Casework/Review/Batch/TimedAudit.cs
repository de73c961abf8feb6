using Jiheng.Audit;
using Jiheng.Model.Documents;

namespace Jiheng.Casework.Review.Batch;

/// <summary>
/// Waits for an audit only so long. An audit is pure and cannot be broken off, so one that takes longer is left to end in
/// the background, where it disturbs nothing but takes a core; how many may run at once, those included, is bounded.
/// </summary>
/// <param name="audit">Audits a document.</param>
/// <param name="limit">How long it is waited for: once for a place to run, and once for the audit itself.</param>
/// <param name="places">Audits that may run at once.</param>
public sealed class TimedAudit(Func<Document, AuditReport> audit, TimeSpan limit, int places)
{
    private readonly object _gate = new();
    private int _running;

    /// <summary>Audits <paramref name="document"/>; <c>null</c> when that takes too long. What the audit throws is thrown on.</summary>
    public AuditReport? Audit(Document document)
    {
        if (!Begin()) return null;
        // A thread of its own, so that one left behind takes none of the pool's, and ends with the program.
        var work = Task.Factory.StartNew(
            () =>
            {
                try
                {
                    return audit(document);
                }
                finally
                {
                    End();
                }
            },
            CancellationToken.None,
            TaskCreationOptions.LongRunning,
            TaskScheduler.Default);
        return Task.WaitAny([work], limit) < 0 ? null : work.GetAwaiter().GetResult();
    }

    private bool Begin()
    {
        lock (_gate)
        {
            while (_running >= places)
                if (!Monitor.Wait(_gate, limit)) return false;
            _running++;
            return true;
        }
    }

    private void End()
    {
        lock (_gate)
        {
            _running--;
            Monitor.Pulse(_gate);
        }
    }
}
