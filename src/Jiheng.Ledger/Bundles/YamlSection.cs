using System.Globalization;
using Jiheng.Model.Formulas;
using Jiheng.Model.Measures;
using Jiheng.Model.Metrics;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;
using YamlDotNet.RepresentationModel;

namespace Jiheng.Ledger.Bundles;

/// <summary>A map of <c>dossier.yaml</c>, read key by key; every fault is told with its place.</summary>
internal sealed class YamlSection
{
    private const int MostLevels = 16;

    private readonly List<BundleFault> _faults;
    private readonly YamlMappingNode _map;
    private readonly string _path;

    private YamlSection(YamlMappingNode map, string path, List<BundleFault> faults) => (_map, _path, _faults) = (map, path, faults);

    /// <summary>Reads a text; <c>null</c>, with a fault, when it is no map.</summary>
    public static YamlSection? Read(string text, List<BundleFault> faults)
    {
        try
        {
            if (!IsPlainTree(text, faults)) return null;
            var stream = new YamlStream();
            stream.Load(new StringReader(text));
            if (stream.Documents is [{ RootNode: YamlMappingNode map }]) return new(map, "", faults);
            faults.Add(BundleFaults.WrongKind(new(BundleFolder.Head, 1), "“键: 值”的形式"));
        }
        catch (YamlException e)
        {
            faults.Add(BundleFaults.YamlSyntax(new(BundleFolder.Head, (int)e.Start.Line, (int)e.Start.Column)));
        }
        return null;
    }

    /// <summary>The keys in order.</summary>
    public IEnumerable<string> Keys => _map.Children.Keys.OfType<YamlScalarNode>().Select(k => k.Value ?? "");

    /// <summary>Tells every key that is not among those known here.</summary>
    public void Allow(params IReadOnlyList<string> known)
    {
        foreach (var key in _map.Children.Keys)
        {
            if (key is not YamlScalarNode { Value: { } name } || !known.Contains(name)) _faults.Add(BundleFaults.UnknownKey(Place(key, ""), key.ToString(), known));
        }
    }

    /// <summary>Where the value of a key stands, or the map when it is not there.</summary>
    public BundlePlace At(string key) => Find(key) is { } node ? Place(node, key) : Place(_map, key);

    /// <summary>Where a key itself stands.</summary>
    public BundlePlace AtKey(string key) => Place(_map.Children.Keys.First(k => k is YamlScalarNode s && s.Value == key), key);

    /// <summary>Whether the key is there and says something.</summary>
    public bool Has(string key) => Find(key) is not (null or YamlScalarNode { Style: ScalarStyle.Plain, Value: null or "" or "~" or "null" });

    /// <summary>A text; empty when there is none.</summary>
    public string Text(string key) => Scalar(key)?.Value ?? "";

    /// <summary>A text that must be there.</summary>
    public string Required(string key)
    {
        if (Text(key).Trim() is { Length: > 0 } text) return text;
        if (!Has(key) || Scalar(key) is not null) _faults.Add(BundleFaults.NoKey(Place(_map, ""), _path + key));
        return "";
    }

    /// <summary>A number, or <c>null</c>.</summary>
    public decimal? Number(string key)
    {
        if (Scalar(key) is not { Value: { } text }) return null;
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
        if (Scalar(key) is not { Value: { } text }) return null;
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)) return date;
        _faults.Add(BundleFaults.BadDate(At(key), text));
        return null;
    }

    /// <summary>A figure with its unit, or <c>null</c>.</summary>
    public Amount? Amount(string key)
    {
        if (Scalar(key) is not { Value: { } text }) return null;
        if (Model.Measures.Amount.TryParse(text, out var amount)) return amount;
        var symbol = text.TrimStart("+-.,0123456789 ".ToCharArray());
        _faults.Add(symbol.Length > 0 && symbol.Length < text.Length ? BundleFaults.UnknownMeasure(At(key), symbol.Trim()) : BundleFaults.BadAmount(At(key), text));
        return null;
    }

    /// <summary>One of a closed list of words.</summary>
    public T Word<T>(string key, IReadOnlyDictionary<string, T> words, T otherwise)
    {
        if (Scalar(key) is not { Value: { } text }) return otherwise;
        if (words.TryGetValue(text, out var word)) return word;
        _faults.Add(BundleFaults.NotOneOf(At(key), text, words.Keys));
        return otherwise;
    }

    /// <summary>A formula; <c>null</c> when there is none or it is faulty.</summary>
    public Formula? Formula(string key, MetricCatalog catalog)
    {
        if (Scalar(key) is not { Value: { } text } scalar) return null;
        var (formula, found) = Model.Formulas.Formula.Read(text, catalog);
        var first = scalar.Start.Column + (scalar.Style == ScalarStyle.Plain ? 0 : 1);
        foreach (var fault in found) _faults.Add(BundleFaults.InFormula(At(key) with { Column = (int)first + fault.Position }, fault));
        return formula;
    }

    /// <summary>A list of texts.</summary>
    public IReadOnlyList<string> Texts(string key) => [.. Items<YamlScalarNode>(key, "文字的列表").Select(s => s.Value ?? "")];

    /// <summary>A map below; <c>null</c> when there is none.</summary>
    public YamlSection? Section(string key)
    {
        if (!Has(key)) return null;
        if (Find(key) is YamlMappingNode map) return new(map, $"{_path}{key}.", _faults);
        _faults.Add(BundleFaults.WrongKind(At(key), "“键: 值”的形式"));
        return null;
    }

    /// <summary>A list of maps.</summary>
    public IEnumerable<YamlSection> Sections(string key) =>
        Items<YamlMappingNode>(key, "“键: 值”的列表").Select((m, i) => new YamlSection(m, $"{_path}{key}[{i + 1}].", _faults));

    private static readonly Dictionary<string, bool> FlagWords = new() { ["true"] = true, ["false"] = false };

    private List<TNode> Items<TNode>(string key, string expected) where TNode : YamlNode
    {
        if (!Has(key)) return [];
        if (Find(key) is not YamlSequenceNode list)
        {
            _faults.Add(BundleFaults.WrongKind(At(key), expected));
            return [];
        }
        foreach (var stray in list.Where(n => n is not TNode)) _faults.Add(BundleFaults.WrongKind(Place(stray, key), expected));
        return [.. list.OfType<TNode>()];
    }

    private YamlScalarNode? Scalar(string key)
    {
        if (!Has(key)) return null;
        if (Find(key) is YamlScalarNode scalar) return scalar;
        if (!_faults.Exists(f => f.Place == At(key))) _faults.Add(BundleFaults.WrongKind(At(key), "一段文字或一个数"));
        return null;
    }

    private YamlNode? Find(string key) => _map.Children.TryGetValue(new YamlScalarNode(key), out var node) ? node : null;

    private BundlePlace Place(YamlNode node, string key) => new(BundleFolder.Head, (int)node.Start.Line, (int)node.Start.Column, (_path + key).TrimEnd('.'));

    /// <summary>Looks at the events before the tree is built: no references, no depth, no key twice.</summary>
    private static bool IsPlainTree(string text, List<BundleFault> faults)
    {
        var before = faults.Count;
        var events = new Parser(new StringReader(text));
        Stack<HashSet<string>?> open = []; // the keys of each open map; null for a list
        var expectsKey = false;
        while (events.MoveNext())
        {
            var place = new BundlePlace(BundleFolder.Head, (int)events.Current!.Start.Line, (int)events.Current.Start.Column);
            if (events.Current is AnchorAlias || events.Current is NodeEvent { Anchor.IsEmpty: false } || events.Current is NodeEvent { Tag.IsEmpty: false, Tag.IsNonSpecific: false })
                faults.Add(BundleFaults.YamlReference(place));
            if (open.Count > MostLevels)
            {
                faults.Add(BundleFaults.YamlTooDeep(place));
                return false;
            }
            switch (events.Current)
            {
                case MappingStart:
                    open.Push(new(StringComparer.Ordinal));
                    expectsKey = true;
                    break;
                case SequenceStart:
                    open.Push(null);
                    expectsKey = false;
                    break;
                case MappingEnd or SequenceEnd:
                    open.Pop();
                    expectsKey = open.TryPeek(out var above) && above is not null;
                    break;
                case Scalar scalar when open.TryPeek(out var keys) && keys is not null:
                    if (expectsKey && !keys.Add(scalar.Value)) faults.Add(BundleFaults.KeyTwice(place, scalar.Value));
                    expectsKey = !expectsKey;
                    break;
            }
        }
        return faults.Count == before;
    }
}
