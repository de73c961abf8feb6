using System.Globalization;
using System.Text.RegularExpressions;
using Jiheng.Model.Measures;

namespace Jiheng.Ledger.Bundles;

/// <summary>Numbers as clerks write them in cells.</summary>
internal static partial class FigureText
{
    /// <summary>
    /// Reads <c>12507.41</c> or <c>12,507.41</c>, keeping the decimal places. Anything that would have to be guessed is refused
    /// with <paramref name="advice"/>.
    /// </summary>
    public static bool TryRead(string text, out decimal number, out string advice)
    {
        advice = "";
        if (Number().IsMatch(text) && decimal.TryParse(text, NumberStyles.Number, CultureInfo.InvariantCulture, out number)) return true;
        number = 0;
        advice = text switch
        {
            _ when Number().IsMatch(text) => "数字太长，请核对。",
            _ when Scientific().IsMatch(text) => "表格软件把它写成了科学记数；请把单元格格式改成“数值”后重新保存。",
            _ when text.Any(c => c is >= '０' and <= '９' or '．' or '，') => "请改用半角数字。",
            _ when text[^1] is '%' or '％' or '‰' => "请把百分号移到“计量单位”一列。",
            _ when char.IsAsciiDigit(text[0]) && Amount.TryParse(text, out _) => "请把计量单位移到“计量单位”一列。",
            _ when text.Contains(',', StringComparison.Ordinal) => "千分位逗号的位置不对，请核对或去掉逗号。",
            "-" or "—" or "/" or "无" => "没有数时请清空这一格，并在“状态”填 不适用 或 暂无数据。",
            _ => "请填写数字，例如 12507.41。",
        };
        return false;
    }

    /// <summary>Writes the number with the places printed, and never with fewer than it has.</summary>
    public static string Write(Amount amount)
    {
        var exact = amount.Value.ToString("0.############################", CultureInfo.InvariantCulture);
        var places = exact.IndexOf('.', StringComparison.Ordinal) is var at and >= 0 ? exact.Length - at - 1 : 0;
        return amount.Value.ToString("F" + Math.Max(places, amount.Places), CultureInfo.InvariantCulture);
    }

    [GeneratedRegex(@"^-?(\d+|\d{1,3}(,\d{3})+)(\.\d+)?$", RegexOptions.ECMAScript)]
    private static partial Regex Number();

    [GeneratedRegex(@"^-?\d+(\.\d+)?[eE][+-]?\d+$", RegexOptions.ECMAScript)]
    private static partial Regex Scientific();
}
