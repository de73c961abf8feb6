using System.Globalization;
using Jiheng.Model.Formulas;
using Jiheng.Model.Measures;
using Jiheng.Model.Metrics;
using Jiheng.Packs.Faults;

namespace Jiheng.Packs.Yaml;

/// <summary>
/// Reads the keys of a map by type and tells every fault with its place. A key that nobody asked for is unknown:
/// <see cref="Close"/> says so, with the nearest key that exists.
/// </summary>
internal sealed class Fields(YamlMap map, FaultLog log)
{
    private readonly HashSet<string> _asked = new(StringComparer.Ordinal);

    public YamlMap Map => map;

    public Place Place => map.Place;

    public FaultLog Log => log;

    /// <summary>The place of a key's value, or of the map when it is not there.</summary>
    public Place PlaceOf(string key) => map.Find(key)?.Place ?? map.Place;

    /// <summary>Whether the key is there and says something.</summary>
    public bool Has(string key) => Take(key) is not null;

    /// <summary>The value of a key; <c>null</c> when it is not there or says nothing.</summary>
    public YamlValue? Take(string key)
    {
        _asked.Add(key);
        return map.Find(key) is { } value and not YamlText { IsNothing: true } ? value : null;
    }

    /// <summary>A text with its place, or <c>null</c>.</summary>
    public YamlText? Scalar(string key) => Take(key) switch
    {
        null => null,
        YamlText text => text,
        var other => Wrong<YamlText>(other.Place, key, "一段文字"),
    };

    public string Text(string key, string fallback = "") => Scalar(key)?.Text ?? fallback;

    /// <summary>A text that must be there; empty when it is not, which the log then says.</summary>
    public string Required(string key)
    {
        if (Require(key) && Scalar(key) is { } text) return text.Text;
        return "";
    }

    /// <summary>Whether a key is there; says so when it is not.</summary>
    public bool Require(string key)
    {
        if (Has(key)) return true;
        log.Add(PackFaultCode.MissingKey, map.Place, $"缺少“{key}”。");
        return false;
    }

    public decimal? Number(string key)
    {
        if (Scalar(key) is not { } text) return null;
        if (decimal.TryParse(text.Text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)) return number;
        log.Add(PackFaultCode.WrongType, text.Place, $"“{key}”应为数字，写的是“{text.Text}”。");
        return null;
    }

    /// <summary>A number that must lie within bounds; <paramref name="fallback"/> when it is not there or wrong.</summary>
    public decimal Number(string key, decimal fallback, decimal least, decimal most)
    {
        if (Number(key) is not { } number) return fallback;
        if (number >= least && number <= most) return number;
        log.Add(PackFaultCode.OutOfRange, PlaceOf(key), $"“{key}”应在 {least:0.####} 到 {most:0.####} 之间，写的是 {number:0.####}。");
        return fallback;
    }

    public int? Whole(string key, int least, int most)
    {
        if (Number(key) is not { } number) return null;
        if (number == decimal.Truncate(number) && number >= least && number <= most) return (int)number;
        log.Add(PackFaultCode.OutOfRange, PlaceOf(key), $"“{key}”应为 {least} 到 {most} 的整数，写的是 {number:0.####}。");
        return null;
    }

    public bool Flag(string key, bool fallback = false)
    {
        if (Scalar(key) is not { } text) return fallback;
        if (text.Text is "true" or "false") return text.Text == "true";
        log.Add(PackFaultCode.WrongType, text.Place, $"“{key}”应为 true 或 false，写的是“{text.Text}”。");
        return fallback;
    }

    /// <summary>A figure with its unit.</summary>
    public Amount? Amount(string key) => Scalar(key) is { } text ? AmountIn(text) : null;

    private Amount? AmountIn(YamlText text)
    {
        if (Model.Measures.Amount.TryParse(text.Text, out var amount)) return amount;
        var symbol = text.Text.TrimStart(' ', '-', '+', '.', ',', '0', '1', '2', '3', '4', '5', '6', '7', '8', '9').Trim();
        if (symbol.Length == 0 || symbol == text.Text.Trim()) log.Add(PackFaultCode.WrongType, text.Place, $"“{text.Text}”应写成带单位的数，例如“95 %”“203 人”。");
        else log.Add(PackFaultCode.UnknownUnit, text.Place, $"不认识的计量单位“{symbol}”。", Spelling.Nearest(symbol, MeasureUnit.KnownSymbols));
        return null;
    }

    public MeasureUnit? Unit(string key)
    {
        if (Scalar(key) is not { } text) return null;
        if (MeasureUnit.TryParse(text.Text, out var unit)) return unit;
        log.Add(PackFaultCode.UnknownUnit, text.Place, $"不认识的计量单位“{text.Text}”。", Spelling.Nearest(text.Text, MeasureUnit.KnownSymbols));
        return null;
    }

    /// <summary>One of a closed list of words.</summary>
    public T Word<T>(string key, IReadOnlyDictionary<string, T> words, T fallback)
    {
        if (Scalar(key) is not { } text) return fallback;
        if (words.TryGetValue(text.Text, out var word)) return word;
        UnknownWord(text, key, words.Keys);
        return fallback;
    }

    /// <summary>A list of words from a closed list.</summary>
    public IReadOnlyList<T> Words<T>(string key, IReadOnlyDictionary<string, T> words)
    {
        List<T> found = [];
        foreach (var text in Texts(key))
        {
            if (words.TryGetValue(text.Text, out var word)) found.Add(word);
            else UnknownWord(text, key, words.Keys);
        }
        return found;
    }

    private void UnknownWord(YamlText text, string key, IEnumerable<string> words) =>
        log.Add(PackFaultCode.UnknownWord, text.Place, $"“{key}”不能是“{text.Text}”，只能是：{string.Join("、", words)}。", Spelling.Nearest(text.Text, words));

    /// <summary>A formula whose units fit; <c>null</c> when there is none or it is faulty.</summary>
    public Formula? Formula(string key, MetricCatalog catalog)
    {
        if (Scalar(key) is not { } text) return null;
        var (formula, faults) = Model.Formulas.Formula.Read(text.Text, catalog);
        foreach (var fault in faults) log.Add(fault, text);
        return formula;
    }

    /// <summary>A condition whose units fit; <c>null</c> when there is none or it is faulty.</summary>
    public Condition? Condition(string key, MetricCatalog catalog)
    {
        if (Scalar(key) is not { } text) return null;
        var (condition, faults) = Model.Formulas.Condition.Read(text.Text, catalog);
        foreach (var fault in faults) log.Add(fault, text);
        return condition;
    }

    /// <summary>A list of texts; a single text counts as a list of one.</summary>
    public IReadOnlyList<YamlText> Texts(string key)
    {
        switch (Take(key))
        {
            case null:
                return [];
            case YamlText text:
                return [text];
            case YamlList list:
                foreach (var stray in list.Items.Where(i => i is not YamlText)) Wrong<YamlText>(stray.Place, key, "文字的列表");
                return [.. list.Items.OfType<YamlText>()];
            case var other:
                Wrong<YamlText>(other.Place, key, "文字的列表");
                return [];
        }
    }

    /// <summary>A map, or <c>null</c>.</summary>
    public Fields? Section(string key) => Take(key) switch
    {
        null => null,
        YamlMap inner => new Fields(inner, log),
        var other => Wrong<Fields>(other.Place, key, "“键: 值”的形式"),
    };

    /// <summary>A list of maps.</summary>
    public IReadOnlyList<Fields> Sections(string key)
    {
        switch (Take(key))
        {
            case null:
                return [];
            case YamlList list:
                foreach (var stray in list.Items.Where(i => i is not YamlMap)) Wrong<YamlMap>(stray.Place, key, "“键: 值”的列表");
                return [.. list.Items.OfType<YamlMap>().Select(m => new Fields(m, log))];
            case var other:
                Wrong<YamlMap>(other.Place, key, "列表");
                return [];
        }
    }

    /// <summary>Tells every key that nobody asked for.</summary>
    public void Close()
    {
        foreach (var entry in map.Entries.Where(e => !_asked.Contains(e.Key.Text)))
            log.Add(PackFaultCode.UnknownKey, entry.Key.Place, $"这里没有“{entry.Key.Text}”这个键。", Spelling.Nearest(entry.Key.Text, _asked));
    }

    private T? Wrong<T>(Place place, string key, string expected) where T : class
    {
        log.Add(PackFaultCode.WrongType, place, $"“{key}”应为{expected}。");
        return null;
    }
}
