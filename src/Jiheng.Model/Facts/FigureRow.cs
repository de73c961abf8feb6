using Jiheng.Model.Metrics;

namespace Jiheng.Model.Facts;

/// <summary>Figures of one subject held in plain arrays by metric index: the fast way through many subjects.</summary>
/// <remarks>Reach one year back; items of axes are not held.</remarks>
public sealed class FigureRow : IFigures
{
    private readonly Figure[][] _years;

    /// <summary>Makes an empty row for the metrics of a catalogue.</summary>
    public FigureRow(int year, MetricCatalog catalog)
    {
        ArgumentNullException.ThrowIfNull(catalog);
        Year = year;
        _years = [new Figure[catalog.All.Count], new Figure[catalog.All.Count]];
    }

    /// <inheritdoc/>
    public int Year { get; }

    /// <summary>Sets a figure; <paramref name="yearsBack"/> is 0 or 1.</summary>
    public void Set(Metric metric, Figure figure, int yearsBack = 0) => _years[yearsBack][metric.Index] = figure;

    /// <inheritdoc/>
    public Figure Find(Metric metric, int yearsBack) => yearsBack < _years.Length ? _years[yearsBack][metric.Index] : Figure.NotReported;

    /// <inheritdoc/>
    public IReadOnlyList<(string Item, Figure Figure)> Items(Metric metric, string axis, int yearsBack) => [];
}
