using System.Globalization;
using System.Text;
using Jiheng.Documents.Packages;

namespace Jiheng.Documents.Docx;

/// <summary>Counts the automatic numbers of a docx, so that the text reads as it is printed: the file holds only which list a paragraph is in.</summary>
internal sealed class DocxNumbering
{
    private const int Levels = 9;
    private readonly Dictionary<int, Level[]> _definitions = [];
    private readonly Dictionary<int, (int Definition, Dictionary<int, int> Starts)> _lists = [];
    private readonly Dictionary<int, int[]> _counters = [];
    private readonly HashSet<int> _met = [];

    /// <summary>Reads the part; without one, no paragraph is numbered.</summary>
    public DocxNumbering(XmlPart? xml)
    {
        foreach (var name in xml?.Children() ?? default)
        {
            if (name == "abstractNum") ReadDefinition(xml!);
            else if (name == "num") ReadList(xml!);
        }
    }

    /// <summary>Reads which list and level a paragraph or style belongs to.</summary>
    public static (int List, int Level)? ReadReference(XmlPart xml)
    {
        int? list = null;
        var level = 0;
        foreach (var name in xml.Children())
        {
            if (name == "numId") list = xml.Integer("val");
            else if (name == "ilvl") level = xml.Integer("val") ?? 0;
        }
        return list is { } number ? (number, Math.Clamp(level, 0, Levels - 1)) : null;
    }

    /// <summary>The number that the next paragraph of a list bears; empty for none and for bullets. Counts it.</summary>
    public string Next((int List, int Level) reference)
    {
        var (list, level) = reference;
        if (!_lists.TryGetValue(list, out var entry) || !_definitions.TryGetValue(entry.Definition, out var levels)) return "";
        if (!_counters.TryGetValue(entry.Definition, out var counters))
            _counters[entry.Definition] = counters = new int[Levels];
        if (_met.Add(list))
            foreach (var at in entry.Starts.Keys) counters[at] = 0;

        counters[level] = counters[level] == 0 ? StartOf(level) : counters[level] + 1;
        for (var below = level + 1; below < Levels; below++) counters[below] = 0;
        for (var above = 0; above < level; above++)
            if (counters[above] == 0) counters[above] = StartOf(above);
        return Print(levels, counters, level);

        int StartOf(int at) => entry.Starts.TryGetValue(at, out var start) ? start : levels[at].Start;
    }

    private static string Print(Level[] levels, int[] counters, int level)
    {
        if (levels[level].Format is "bullet" or "none") return "";
        var pattern = levels[level].Text;
        var text = new StringBuilder();
        for (var i = 0; i < pattern.Length; i++)
        {
            if (pattern[i] == '%' && i + 1 < pattern.Length && pattern[i + 1] is >= '1' and <= '9')
            {
                var at = pattern[++i] - '1';
                text.Append(NumberText.Of(counters[at], levels[level].AsDigits ? "decimal" : levels[at].Format));
            }
            else
            {
                text.Append(pattern[i]);
            }
        }
        // What stands between number and text is a tab or space in the file; after a Chinese mark neither is read.
        if (text.Length > 0 && char.IsAsciiLetterOrDigit(text[^1])) text.Append(' ');
        return text.ToString();
    }

    private void ReadDefinition(XmlPart xml)
    {
        var levels = Enumerable.Range(0, Levels).Select(_ => new Level()).ToArray();
        _definitions[xml.Integer("abstractNumId") ?? -1] = levels;
        foreach (var name in xml.Children())
            if (name == "lvl" && xml.Integer("ilvl") is >= 0 and < Levels and var at) levels[at] = ReadLevel(xml);
    }

    private static Level ReadLevel(XmlPart xml)
    {
        var level = new Level();
        foreach (var name in xml.Children())
        {
            level = name switch
            {
                "start" => level with { Start = Math.Clamp(xml.Integer("val") ?? 1, 0, short.MaxValue) },
                "numFmt" => level with { Format = xml.Attribute("val") ?? "decimal" },
                "lvlText" => level with { Text = xml.Attribute("val") ?? "" },
                "isLgl" => level with { AsDigits = xml.IsOn() },
                _ => level,
            };
        }
        return level;
    }

    private void ReadList(XmlPart xml)
    {
        var list = xml.Integer("numId") ?? -1;
        var definition = -1;
        var starts = new Dictionary<int, int>();
        foreach (var name in xml.Children())
        {
            if (name == "abstractNumId") definition = xml.Integer("val") ?? -1;
            if (name != "lvlOverride" || xml.Integer("ilvl") is not (>= 0 and < Levels and var at)) continue;
            foreach (var inner in xml.Children())
                if (inner == "startOverride") starts[at] = Math.Clamp(xml.Integer("val") ?? 1, 0, short.MaxValue);
        }
        _lists[list] = (definition, starts);
    }

    private sealed record Level(int Start = 1, string Format = "decimal", string Text = "", bool AsDigits = false);
}

/// <summary>Prints a list number in the formats that Word knows.</summary>
internal static class NumberText
{
    private const string Digits = "〇一二三四五六七八九";
    private const string LegalDigits = "零壹贰叁肆伍陆柒捌玖";

    /// <summary>Prints <paramref name="value"/>; formats that are not known are printed as digits.</summary>
    public static string Of(int value, string format) => format switch
    {
        "chineseCounting" or "chineseCountingThousand" or "japaneseCounting" or "taiwaneseCounting" or "taiwaneseCountingThousand" => Counting(value, "零一二三四五六七八九", "十百千"),
        "chineseLegalSimplified" or "ideographLegalTraditional" => Counting(value, LegalDigits, "拾佰仟"),
        "ideographDigital" or "japaneseDigitalTenThousand" => string.Concat(Plain(value).Select(c => Digits[c - '0'])),
        "decimalEnclosedCircle" or "decimalEnclosedCircleChinese" when value is >= 1 and <= 20 => ((char)('①' + value - 1)).ToString(),
        "decimalFullWidth" or "decimalFullWidth2" => string.Concat(Plain(value).Select(c => (char)(c - '0' + '０'))),
        "decimalZero" when value < 10 => "0" + Plain(value),
        "ideographTraditional" when value is >= 1 and <= 10 => "甲乙丙丁戊己庚辛壬癸"[value - 1].ToString(),
        "upperLetter" when value > 0 => new string((char)('A' + (value - 1) % 26), (value - 1) / 26 % 8 + 1),
        "lowerLetter" when value > 0 => new string((char)('a' + (value - 1) % 26), (value - 1) / 26 % 8 + 1),
        "upperRoman" => Roman(value),
        "lowerRoman" => Roman(value).ToLowerInvariant(),
        "none" => "",
        _ => Plain(value),
    };

    private static string Plain(int value) => Math.Abs(value).ToString(CultureInfo.InvariantCulture);

    private static string Counting(int value, string digits, string places)
    {
        if (value is <= 0 or >= 10_000) return value == 0 ? digits[..1] : Plain(value);
        var text = new StringBuilder();
        var plain = Plain(value);
        for (var i = 0; i < plain.Length; i++)
        {
            var digit = plain[i] - '0';
            var place = plain.Length - 1 - i;
            if (digit == 0)
            {
                if (text[^1] != digits[0]) text.Append(digits[0]);
                continue;
            }
            // 10 to 19 are read without the leading one: 十二.
            if (!(place == 1 && digit == 1 && i == 0 && digits != LegalDigits)) text.Append(digits[digit]);
            if (place > 0) text.Append(places[place - 1]);
        }
        return text.ToString().TrimEnd(digits[0]);
    }

    private static string Roman(int value)
    {
        if (value is <= 0 or >= 4000) return Plain(value);
        var text = new StringBuilder();
        foreach (var (worth, letters) in new[] { (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I") })
            for (; value >= worth; value -= worth) text.Append(letters);
        return text.ToString();
    }
}
