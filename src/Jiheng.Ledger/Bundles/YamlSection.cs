using System.Globalization;
using Jiheng.Model.Formulas;
using Jiheng.Model.Measures;
using Jiheng.Model.Metrics;
using Jiheng.Packs.Faults;
using Jiheng.Packs.Yaml;

namespace Jiheng.Ledger.Bundles;

/// <summary>A map of <c>dossier.yaml</c>, read key by key; every fault is told with its place.</summary>
internal sealed class YamlSection
{
    private static readonly Dictionary<string, bool> FlagWords = new() { ["true"] = true, ["false"] = false };

    private readonly List<BundleFault> _faults;
    private readonly YamlMap _map;
    private readonly string _path;

    private YamlSection(YamlMap map, string path, List<BundleFault> faults) => (_map, _path, _faults) = (map, path, faults);

    /// <summary>Reads a text; <c>null</c>, with a fault, when it is not one map.</summary>
    public static YamlSection? Read(string text, List<BundleFault> faults)
    {
        var log = new FaultLog();
        var documents = YamlReader.Read(BundleFolder.Head, text, log);
        faults.AddRange(log.Faults.Select(BundleFaults.InYaml));
        if (log.Count == 0 && documents.Count != 1) faults.Add(BundleFaults.WrongKind(new(BundleFolder.Head, 1), "“键: 值”的形式"));
        return log.Count == 0 && documents is [var map] ? new(map, "", faults) : null;
    }

    /// <summary>The keys in order.</summary>
    public IEnumerable<string> Keys => _map.Entries.Select(e => e.Key.Text);

    /// <summary>Tells every key that is not among those known here.</summary>
    public void Allow(params IReadOnlyList<string> known)
    {
        foreach (var (key, _) in _map.Entries.Where(e => !known.Contains(e.Key.Text))) _faults.Add(BundleFaults.UnknownKey(At(key, ""), key.Text, known));
    }

    /// <summary>Where the value of a key stands, or the map when it is not there.</summary>
    public BundlePlace At(string key) => At(_map.Find(key) ?? _map, key);

    /// <summary>Where a key itself stands.</summary>
    public BundlePlace AtKey(string key) => At(_map.Entries.First(e => e.Key.Text == key).Key, key);

    /// <summary>Whether the key is there and says something.</summary>
    public bool Has(string key) => _map.Find(key) is not (null or YamlText { IsNothing: true });

    /// <summary>A text; empty when there is none.</summary>
    public string Text(string key) => Scalar(key)?.Text ?? "";

    /// <summary>A text that must be there.</summary>
    public string Required(string key)
    {
        if (Text(key).Trim() is { Length: > 0 } text) return text;
        if (!Has(key) || Scalar(key) is not null) _faults.Add(BundleFaults.NoKey(At(_map, ""), _path + key));
        return "";
    }

    /// <summary>A number, or <c>null</c>.</summary>
    public decimal? Number(string key)
    {
        if (Scalar(key) is not { Text: var text }) return null;
        if (FigureText.TryRead(text, out var number, out _)) return number;
        _faults.Add(BundleFaults.NotANumber(At(key), text, "请填写数字，例如 4.5。"));
        return null;
    }

    /// <summary>A whole number within bounds, or <c>null</c>.</summary>
    public int? Whole(string key, int least, int most)
    {
        if (Number(key) is not { } number) return null;
        if (number == decimal.Truncate(number) && number >= least && number <= most) return (int)number;
        _faults.Add(BundleFaults.OutOfRange(At(key), Text(key), $"{least} 至 {most} 的整数"));
        return null;
    }

    /// <summary>Yes or no, or <c>null</c>.</summary>
    public bool? Flag(string key) => Has(key) ? Word(key, FlagWords, false) : null;

    /// <summary>A date, or <c>null</c>.</summary>
    public DateOnly? Date(string key)
    {
        if (Scalar(key) is not { Text: var text }) return null;
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)) return date;
        _faults.Add(BundleFaults.BadDate(At(key), text));
        return null;
    }

    /// <summary>A figure with its unit, or <c>null</c>.</summary>
    public Amount? Amount(string key)
    {
        if (Scalar(key) is not { Text: var text }) return null;
        if (Model.Measures.Amount.TryParse(text, out var amount)) return amount;
        var symbol = text.TrimStart("+-.,0123456789 ".ToCharArray());
        _faults.Add(symbol.Length > 0 && symbol.Length < text.Length ? BundleFaults.UnknownMeasure(At(key), symbol.Trim()) : BundleFaults.BadAmount(At(key), text));
        return null;
    }

    /// <summary>One of a closed list of words.</summary>
    public T Word<T>(string key, IReadOnlyDictionary<string, T> words, T otherwise)
    {
        if (Scalar(key) is not { Text: var text }) return otherwise;
        if (words.TryGetValue(text, out var word)) return word;
        _faults.Add(BundleFaults.NotOneOf(At(key), text, words.Keys));
        return otherwise;
    }

    /// <summary>A formula; <c>null</c> when there is none or it is faulty.</summary>
    public Formula? Formula(string key, MetricCatalog catalog)
    {
        if (Scalar(key) is not { } scalar) return null;
        var (formula, found) = Model.Formulas.Formula.Read(scalar.Text, catalog);
        foreach (var fault in found) _faults.Add(BundleFaults.InFormula(At(key) with { Column = scalar.At(fault.Position).Column }, fault));
        return formula;
    }

    /// <summary>A list of texts.</summary>
    public IReadOnlyList<string> Texts(string key) => [.. Items<YamlText>(key, "文字的列表").Select(s => s.Text)];

    /// <summary>A map below; <c>null</c> when there is none.</summary>
    public YamlSection? Section(string key)
    {
        if (!Has(key)) return null;
        if (_map.Find(key) is YamlMap map) return new(map, $"{_path}{key}.", _faults);
        Tell(BundleFaults.WrongKind(At(key), "“键: 值”的形式"));
        return null;
    }

    /// <summary>A list of maps.</summary>
    public IEnumerable<YamlSection> Sections(string key) =>
        Items<YamlMap>(key, "“键: 值”的列表").Select((m, i) => new YamlSection(m, $"{_path}{key}[{i + 1}].", _faults));

    private List<T> Items<T>(string key, string expected) where T : YamlValue
    {
        if (!Has(key)) return [];
        if (_map.Find(key) is not YamlList list)
        {
            Tell(BundleFaults.WrongKind(At(key), expected));
            return [];
        }
        foreach (var stray in list.Items.Where(n => n is not T)) Tell(BundleFaults.WrongKind(At(stray, key), expected));
        return [.. list.Items.OfType<T>()];
    }

    private YamlText? Scalar(string key)
    {
        if (!Has(key)) return null;
        if (_map.Find(key) is YamlText text) return text;
        Tell(BundleFaults.WrongKind(At(key), "一段文字或一个数"));
        return null;
    }

    // A key is asked for more than once; its fault is told once.
    private void Tell(BundleFault fault)
    {
        if (!_faults.Contains(fault)) _faults.Add(fault);
    }

    private BundlePlace At(YamlValue value, string key) => new(BundleFolder.Head, value.Place.Line, value.Place.Column, (_path + key).TrimEnd('.'));
}
