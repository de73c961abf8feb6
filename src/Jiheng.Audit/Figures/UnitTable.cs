using Jiheng.Model.Measures;

namespace Jiheng.Audit.Figures;

/// <summary>Finds the unit behind a number. The units of the model, and the counters that only texts use.</summary>
internal static class UnitTable
{
    /// <summary>Incidence and mortality: cases to a hundred thousand people.</summary>
    public const string PerHundredThousand = "/10万";

    private const int Longest = 5;

    private static readonly string[] Counters =
        ["床日", "卷次", "册次", "件次", "项次", "家次", "户次", "份次", "人天", "标箱", "卷", "册", "宗", "桩", "标台", "台次", "车次", "人份", "单", "本", "枚", "颗", "根", "节", "艘", "架", "匹", "口", "顶", "扇", "幢", "幅", "面", "轮",
         "盏", "箱", "桶", "包", "副", "碗", "粒", "把", "捆", "串", "枝", "丛", "层", "格", "窝", "台套", "件套", "架次", "艘次", "航次", "趟", "趟次", "频次", "组次", "队次", "人日", "工日", "吨公里", "人公里", "座次", "套次", "张次", "篇次", "支队", "片区", "档", "路", "门", "款", "道", "段", "孔", "眼", "尾", "羽", "床位", "席", "票", "封", "页", "字", "句", "则", "桩", "案", "员", "对", "双", "组", "群", "列",
         "辆次", "班次", "部分", "方面", "大类", "科室", "中心", "站", "院", "校", "厂", "店", "园", "馆", "室", "股", "处室", "科", "乡镇", "点", "大", "位数"];

    private static readonly (string Symbol, string Base, decimal Factor)[] Measures =
        [("微克", "微克", 1m), ("毫克", "微克", 1000m), ("斤", "公斤", 0.5m), ("克", "公斤", 0.001m), ("升", "升", 1m), ("毫升", "升", 0.001m), ("度", "度", 1m), ("千瓦时", "度", 1m), ("千瓦", "千瓦", 1m), ("兆瓦", "千瓦", 1000m), ("兆瓦时", "度", 1000m), ("千伏安", "千伏安", 1m), ("秒", "秒", 1m),
         ("厘米", "米", 0.01m), ("毫米", "米", 0.001m), ("标准煤", "公斤", 1000m), ("立方", "立方米", 1m), ("平方", "平方米", 1m), ("方", "立方米", 1m), ("车公里", "车公里", 1m), ("DDDs", "DDDs", 1m), ("DDD", "DDDs", 1m)];

    private static readonly WordTable<(Unit Unit, decimal Factor)> Units = Build();

    /// <summary>The longest unit at the start of <paramref name="text"/>.</summary>
    /// <returns>Its number of characters, 0 for none.</returns>
    public static int Match(ReadOnlySpan<char> text, out Unit unit, out decimal factor)
    {
        var length = Units.Match(text, out var found);
        (unit, factor) = length > 0 ? found : (Unit.None, 1m);
        return length;
    }

    private static WordTable<(Unit Unit, decimal Factor)> Build()
    {
        var table = new Dictionary<string, (Unit, decimal)>(StringComparer.Ordinal);
        foreach (var symbol in MeasureUnit.KnownSymbols)
        {
            if (symbol is "1" or "/千" or "/10万" or "/十万" or "pp" or "m" or "市" or "区" or "县" or "村" or "镇" or "乡") continue;
            var measure = MeasureUnit.Parse(symbol);
            table[symbol] = (Of(measure), measure.Dimension.Kind == DimensionKind.Ratio && symbol != "倍" ? measure.Factor * 100m : measure.Factor);
        }
        foreach (var counter in Counters) table.TryAdd(counter, (new Unit(UnitKind.Count, counter), 1m));
        foreach (var (symbol, name, factor) in Measures) table.TryAdd(symbol, (new Unit(UnitKind.Physical, name), factor));
        table[PerHundredThousand] = table["/十万"] = (new Unit(UnitKind.Physical, PerHundredThousand), 1m);
        // Hours are compared like any measure; ages and school years are not.
        table["小时"] = (new Unit(UnitKind.Physical, "小时"), 1m);
        table["分钟"] = (new Unit(UnitKind.Physical, "分钟"), 1m);
        foreach (var currency in (ReadOnlySpan<string>)["美元", "港元", "欧元", "英镑", "日元"]) table[currency] = (new Unit(UnitKind.Money, currency), 1m);
        table["员"] = table["人"];
        table["成"] = (Unit.Percent, 10m);
        table["个点"] = (Unit.Point, 1m);
        return new(table.Where(p => p.Key.Length <= Longest).Select(p => (p.Key, p.Value)));
    }

    private static Unit Of(MeasureUnit measure) => measure.Dimension.Kind switch
    {
        DimensionKind.Money => Unit.Money,
        DimensionKind.Ratio when measure.Symbol == "倍" => Unit.Times,
        DimensionKind.Ratio when measure.Symbol.EndsWith("百分点", StringComparison.Ordinal) => Unit.Point,
        DimensionKind.Ratio => Unit.Percent,
        DimensionKind.Physical => new Unit(UnitKind.Physical, measure.Dimension.BaseUnit),
        _ when measure.Symbol is "天" or "日" => new Unit(UnitKind.Physical, "天"),
        _ when measure.Symbol is "年" or "月" or "个月" or "岁" or "小时" or "分钟" or "周" or "课时" or "学时" => new Unit(UnitKind.Span, measure.Symbol),
        _ => new Unit(UnitKind.Count, measure.Dimension.BaseUnit),
    };
}
