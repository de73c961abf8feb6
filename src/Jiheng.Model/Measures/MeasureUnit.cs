using System.Collections.Frozen;
using System.Diagnostics.CodeAnalysis;

namespace Jiheng.Model.Measures;

/// <summary>A unit in which figures are written: its symbol, its dimension and how many base units one of it is.</summary>
/// <param name="Symbol">As written in reports: 万元, %, 人次, ㎡.</param>
/// <param name="Dimension">What it measures.</param>
/// <param name="Factor">Base units in one of this unit: 10000 for 万元, 0.01 for %.</param>
public sealed record MeasureUnit(string Symbol, Dimension Dimension, decimal Factor)
{
    private static readonly (string Prefix, decimal Factor)[] Prefixes =
        [("万亿", 1_0000_0000_0000m), ("亿", 1_0000_0000m), ("千万", 1000_0000m), ("百万", 100_0000m), ("十万", 10_0000m), ("万", 1_0000m), ("千", 1000m), ("百", 100m)];

    private static readonly FrozenDictionary<string, MeasureUnit> Known = BuildTable();

    /// <summary>元.</summary>
    public static MeasureUnit Yuan { get; } = Parse("元");

    /// <summary>万元, the unit in which reports state money unless they say otherwise.</summary>
    public static MeasureUnit TenThousandYuan { get; } = Parse("万元");

    /// <summary>Per cent.</summary>
    public static MeasureUnit Percent { get; } = Parse("%");

    /// <summary>Percentage points, the unit of a difference between two rates.</summary>
    public static MeasureUnit PercentagePoint { get; } = Parse("百分点");

    /// <summary>Points of a score.</summary>
    public static MeasureUnit Point { get; } = Parse("分");

    /// <summary>A pure number.</summary>
    public static MeasureUnit One { get; } = Parse("1");

    /// <summary>The base unit of <paramref name="dimension"/>.</summary>
    public static MeasureUnit BaseOf(Dimension dimension) => new(dimension.BaseUnit, dimension, 1m);

    /// <summary>Symbols of all units known by name, without the 万/亿 forms derived from them.</summary>
    public static IEnumerable<string> KnownSymbols => Known.Keys;

    /// <summary>Reads a unit symbol; 万/亿 before a known unit are multiplied in (万人次, 亿元).</summary>
    /// <exception cref="FormatException">The symbol is not a known unit.</exception>
    public static MeasureUnit Parse(string symbol) =>
        TryParse(symbol, out var unit) ? unit : throw new FormatException($"不认识的计量单位“{symbol}”。");

    /// <summary>Reads a unit symbol as <see cref="Parse"/> does, without throwing.</summary>
    public static bool TryParse(string? symbol, [NotNullWhen(true)] out MeasureUnit? unit)
    {
        unit = null;
        if (string.IsNullOrWhiteSpace(symbol)) return false;
        symbol = symbol.Trim();
        if (Known.TryGetValue(symbol, out unit)) return true;
        foreach (var (prefix, factor) in Prefixes)
        {
            if (!symbol.StartsWith(prefix, StringComparison.Ordinal) || symbol.Length == prefix.Length) continue;
            if (!Known.TryGetValue(symbol[prefix.Length..], out var bare) || bare.Dimension.Kind == DimensionKind.Ratio) continue;
            unit = bare with { Symbol = symbol, Factor = bare.Factor * factor };
            return true;
        }
        return false;
    }

    private static FrozenDictionary<string, MeasureUnit> BuildTable()
    {
        var table = new Dictionary<string, MeasureUnit>(StringComparer.Ordinal);
        void Add(Dimension dimension, decimal factor, params ReadOnlySpan<string> symbols)
        {
            foreach (var s in symbols) table[s] = new MeasureUnit(s, dimension, factor);
        }

        Add(Dimension.Money, 1m, "元", "圆");
        Add(Dimension.Money, 0.01m, "分钱");
        Add(Dimension.Ratio, 1m, "1", "倍");
        Add(Dimension.Ratio, 0.01m, "%", "％", "百分点", "个百分点", "pp");
        Add(Dimension.Ratio, 0.001m, "‰", "/千");
        Add(Dimension.Ratio, 0.00001m, "/10万", "/十万");
        Add(Dimension.Physical("平方米"), 1m, "平方米", "㎡", "m²", "平米");
        Add(Dimension.Physical("平方米"), 10000m, "公顷");
        Add(Dimension.Physical("平方米"), 1_000_000m, "平方公里", "平方千米");
        Add(Dimension.Physical("米"), 1m, "米", "m");
        Add(Dimension.Physical("米"), 1000m, "公里", "千米", "km");
        Add(Dimension.Physical("公斤"), 1m, "公斤", "千克", "kg");
        Add(Dimension.Physical("公斤"), 1000m, "吨");
        Add(Dimension.Physical("立方米"), 1m, "立方米", "m³");
        Add(Dimension.Physical("亩"), 1m, "亩");
        Add(Dimension.Count("人"), 1m, "人", "名", "位");
        foreach (var counter in (ReadOnlySpan<string>)
            ["分", "人次", "户", "户次", "份", "个", "件", "件次", "例", "例次", "起", "次", "家", "家次", "所", "项", "条", "种", "类", "辆", "台", "套", "张", "床", "处",
             "批", "批次", "间", "座", "栋", "支", "场", "场次", "期", "篇", "册", "部", "宗", "笔", "只", "头", "株", "棵", "盒", "袋", "瓶", "剂", "剂次", "针", "针次", "单位", "队", "片", "块",
             "村", "镇", "乡", "街道", "社区", "县", "市", "区", "天", "日", "月", "个月", "年", "小时", "分钟", "岁", "周", "班", "课时", "学时", "团队", "团组", "机构"])
        {
            Add(Dimension.Count(counter), 1m, counter);
        }
        return table.ToFrozenDictionary(StringComparer.Ordinal);
    }

    /// <inheritdoc/>
    public override string ToString() => Symbol;
}
