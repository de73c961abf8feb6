using Jiheng.Model.Metrics;
using Jiheng.Model.Outlines;
using Jiheng.Model.Schemes;
using Jiheng.Packs.Faults;
using Jiheng.Packs.Metrics;
using Jiheng.Packs.Testing;

namespace Jiheng.Packs;

/// <summary>All packs that were read together: the metric dictionary, schemes with their tests, and report outlines.</summary>
public sealed class PackLibrary
{
    private readonly Dictionary<(string Id, int FromYear), IReadOnlyList<PackTest>> _tests;
    private readonly Dictionary<(string Id, int FromYear), IReadOnlyList<OutlineTest>> _outlineTests;

    internal PackLibrary(
        MetricCatalog metrics, IReadOnlyList<Catalogue> catalogues, IReadOnlyList<(Scheme Scheme, IReadOnlyList<PackTest> Tests)> schemes,
        IReadOnlyList<(Outline Outline, IReadOnlyList<OutlineTest> Tests)> outlines)
    {
        (Metrics, Catalogues, Schemes, Outlines) = (metrics, catalogues, [.. schemes.Select(s => s.Scheme)], [.. outlines.Select(o => o.Outline)]);
        _outlineTests = outlines.ToDictionary(o => (o.Outline.Id, o.Outline.FromYear), o => o.Tests);
        _tests = schemes.ToDictionary(s => (s.Scheme.Id, s.Scheme.FromYear), s => s.Tests);
    }

    /// <summary>The metric dictionary.</summary>
    public MetricCatalog Metrics { get; }

    /// <summary>Official lists of services and classes.</summary>
    public IReadOnlyList<Catalogue> Catalogues { get; }

    /// <summary>Schemes with all overlays applied, in the order of their files.</summary>
    public IReadOnlyList<Scheme> Schemes { get; }

    /// <summary>Report outlines, in the order of their files.</summary>
    public IReadOnlyList<Outline> Outlines { get; }

    /// <summary>Where the packs that come with the product lie: beside the program.</summary>
    public static string ShippedFolder => Path.Combine(AppContext.BaseDirectory, "packs");

    /// <summary>Reads every <c>.yaml</c> file in a folder and below.</summary>
    public static PackLoad Load(string folder) => PackLoader.Load(folder);

    /// <summary>Reads a set of files, from wherever they come.</summary>
    public static PackLoad Load(IEnumerable<PackFile> files) => PackLoader.Load(files);

    /// <summary>The scheme with this id that is in force in <paramref name="year"/>, or the latest one; <c>null</c> for none.</summary>
    public Scheme? FindScheme(string id, int? year = null) =>
        Schemes.Where(s => s.Id == id && (year is not { } y || (s.FromYear <= y && (s.ToYear is not { } to || y <= to)))).MaxBy(s => s.FromYear);

    /// <summary>The outline with this id that is in force in <paramref name="year"/>, or the latest one; <c>null</c> for none.</summary>
    public Outline? FindOutline(string id, int? year = null) =>
        Outlines.Where(o => o.Id == id && (year is not { } y || (o.FromYear <= y && (o.ToYear is not { } to || y <= to)))).MaxBy(o => o.FromYear);

    /// <summary>The tests of an outline of this library.</summary>
    public IReadOnlyList<OutlineTest> TestsOf(Outline outline)
    {
        ArgumentNullException.ThrowIfNull(outline);
        return _outlineTests.TryGetValue((outline.Id, outline.FromYear), out var tests) ? tests : [];
    }

    /// <summary>The tests of a scheme of this library, those of its parents included.</summary>
    public IReadOnlyList<PackTest> TestsOf(Scheme scheme)
    {
        ArgumentNullException.ThrowIfNull(scheme);
        return _tests.TryGetValue((scheme.Id, scheme.FromYear), out var tests) ? tests : [];
    }
}

/// <summary>A pack file: its path, as faults name it, and its bytes.</summary>
public sealed record PackFile(string Path, byte[] Content);

/// <summary>What reading packs gave.</summary>
/// <param name="Library">The packs; <c>null</c> when there is any fault, for nothing is half-read.</param>
/// <param name="Faults">All faults, by file and line.</param>
public sealed record PackLoad(PackLibrary? Library, IReadOnlyList<PackFault> Faults);
