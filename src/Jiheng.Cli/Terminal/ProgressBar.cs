using Jiheng.Casework.Review.Batch;

namespace Jiheng.Cli.Terminal;

/// <summary>Shows on standard error how far a review is; silent when that is no terminal, so that logs stay readable.</summary>
internal sealed class ProgressBar : IProgress<ReviewProgress>, IDisposable
{
    private const int Width = 30;
    private readonly bool _shown = !Console.IsErrorRedirected;
    private readonly Lock _gate = new();
    private int _percent = -1;

    /// <inheritdoc/>
    public void Report(ReviewProgress value)
    {
        if (!_shown) return;
        lock (_gate)
        {
            var percent = value.Done * 100 / value.Total;
            if (percent <= _percent) return;
            _percent = percent;
            var full = percent * Width / 100;
            Console.Error.Write($"\r[{new string('#', full)}{new string('.', Width - full)}] {percent,3}%  {value.Done}/{value.Total}");
        }
    }

    /// <summary>Ends the line of the bar.</summary>
    public void Dispose()
    {
        if (_percent >= 0) Console.Error.WriteLine();
        _percent = -1;
    }
}
