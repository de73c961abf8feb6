using System.Globalization;
using System.Text;

namespace Jiheng.Documents.Xlsx;

/// <summary>
/// Prints a cell's number as its format shows it: decimal places, thousands, per cent, quoted words, dates. Formats
/// beyond that (fractions, exponents, conditions) are printed like the general one.
/// </summary>
internal sealed class NumberFormat
{
    private const int MostPlaces = 10;

    /// <summary>Beyond this size multiplying by 100 might overflow; no figure of ours is near it.</summary>
    private const decimal Largest = 1e24m;
    private readonly bool _isDate;
    private readonly bool _isGeneral;
    private readonly bool _percent;
    private readonly bool _thousands;
    private readonly int _places;
    private readonly int _optionalPlaces;
    private readonly int _scale;
    private readonly string _before = "";
    private readonly string _after = "";
    private readonly string _code;

    /// <summary>Reads a format.</summary>
    /// <param name="code">Its code, or <c>null</c> to go by <paramref name="builtIn"/>.</param>
    /// <param name="builtIn">Excel's number of a format that every program knows.</param>
    public NumberFormat(string? code, int builtIn)
    {
        code ??= BuiltIn(builtIn);
        var section = FirstSection(code);
        var (plain, before, after) = TakeLiterals(section);
        (_code, _before, _after) = (section, before, after);
        var digits = plain.IndexOfAny(['0', '#', '?']);
        _isDate = digits < 0 && plain.IndexOfAny(['y', 'Y', 'd', 'D', 'm', 'M', 'h', 'H', 's', 'e']) >= 0 && !plain.Contains("General", StringComparison.OrdinalIgnoreCase);
        _isGeneral = digits < 0 || plain.Contains('/', StringComparison.Ordinal) || plain.Contains("E+", StringComparison.OrdinalIgnoreCase);
        if (_isGeneral) return;
        _percent = plain.Contains('%', StringComparison.Ordinal);
        var last = plain.LastIndexOfAny(['0', '#', '?']);
        var point = plain.IndexOf('.', StringComparison.Ordinal);
        _thousands = plain[digits..(last + 1)].Contains(',', StringComparison.Ordinal);
        _scale = plain[(last + 1)..].TakeWhile(c => c == ',').Count();
        if (point < 0) return;
        var decimals = plain[(point + 1)..(Math.Max(point, last) + 1)];
        _places = decimals.Count(c => c is '0' or '?');
        _optionalPlaces = decimals.Length;
    }

    /// <summary>The number as printed.</summary>
    public string Print(decimal value, bool from1904 = false)
    {
        if (_isDate) return PrintDate(value, from1904);
        // A sheet stores binary fractions; beyond ten places there is only their noise.
        if (_isGeneral || Math.Abs(value) > Largest) return Math.Round(value, MostPlaces, MidpointRounding.AwayFromZero).ToString("0.##########", CultureInfo.InvariantCulture);
        if (_percent) value *= 100m;
        for (var i = 0; i < _scale; i++) value /= 1000m;
        var pattern = (_thousands ? "#,##0" : "0") + (_optionalPlaces == 0 ? "" : "." + new string('0', Math.Min(_places, 20)) + new string('#', Math.Clamp(_optionalPlaces - _places, 0, 8)));
        var text = Math.Round(value, Math.Min(_optionalPlaces, 28), MidpointRounding.AwayFromZero).ToString(pattern, CultureInfo.InvariantCulture);
        return $"{_before}{text}{(_percent ? "%" : "")}{_after}";
    }

    private string PrintDate(decimal serial, bool from1904)
    {
        if (serial is < 0 or > 2_957_000) return serial.ToString(CultureInfo.InvariantCulture);
        var first = from1904 ? new DateTime(1904, 1, 1) : new DateTime(1899, 12, 30);
        var moment = first.AddTicks((long)(Math.Round(serial * 86_400m) * TimeSpan.TicksPerSecond));
        var hasDate = _code.IndexOfAny(['y', 'Y', 'd', 'D', 'e']) >= 0;
        if (!hasDate && _code.IndexOfAny(['h', 'H', 's']) >= 0) return moment.ToString("HH:mm", CultureInfo.InvariantCulture);
        var hasDay = _code.IndexOfAny(['d', 'D']) >= 0;
        var hasYear = _code.IndexOfAny(['y', 'Y', 'e']) >= 0;
        return moment.ToString((hasYear, hasDay) switch { (true, true) => "yyyy年M月d日", (true, false) => "yyyy年M月", _ => "M月d日" }, CultureInfo.InvariantCulture);
    }

    private static string FirstSection(string code)
    {
        var quoted = false;
        for (var i = 0; i < code.Length; i++)
        {
            if (code[i] == '"') quoted = !quoted;
            if (code[i] == ';' && !quoted) return code[..i];
        }
        return code;
    }

    /// <summary>Parts the code from quoted or escaped words, colours and conditions in brackets, and padding.</summary>
    private static (string Plain, string Before, string After) TakeLiterals(string section)
    {
        var (plain, before, after) = (new StringBuilder(), new StringBuilder(), new StringBuilder());
        for (var i = 0; i < section.Length; i++)
        {
            var literal = plain.ToString().IndexOfAny(['0', '#', '?']) < 0 ? before : after;
            switch (section[i])
            {
                case '"':
                    var end = section.IndexOf('"', i + 1);
                    if (end < 0) end = section.Length;
                    literal.Append(section, i + 1, end - i - 1);
                    i = end;
                    break;
                case '\\' when i + 1 < section.Length: literal.Append(section[++i]); break;
                case '_' or '*': i++; break; // padding of another character's width, or filling with one
                case '[': i = section.IndexOf(']', i) is >= 0 and var close ? close : section.Length; break;
                case '￥' or '¥' or '$': literal.Append(section[i]); break;
                case >= '\u2E80': literal.Append(section[i]); break;
                default: plain.Append(section[i]); break;
            }
        }
        return (plain.ToString(), before.ToString(), after.ToString().TrimEnd());
    }

    private static string BuiltIn(int number) => number switch
    {
        1 => "0",
        2 => "0.00",
        3 or 37 or 38 => "#,##0",
        4 or 39 or 40 => "#,##0.00",
        41 or 42 => "#,##0",
        43 or 44 => "#,##0.00",
        9 => "0%",
        10 => "0.00%",
        14 or 15 or (>= 27 and <= 31) or 36 or (>= 50 and <= 58) => "yyyy/m/d",
        16 => "m/d",
        17 => "yyyy/m",
        22 => "yyyy/m/d h:mm",
        18 or 19 or 20 or 21 or (>= 32 and <= 35) or (>= 45 and <= 47) => "h:mm",
        _ => "General",
    };
}
