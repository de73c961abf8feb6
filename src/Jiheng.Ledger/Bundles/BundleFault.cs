using System.Text;

namespace Jiheng.Ledger.Bundles;

/// <summary>Something in a bundle that must be mended before it can be taken in.</summary>
/// <param name="Code">Stable code, <c>JH3</c> and three digits; see <see cref="BundleFaults"/>.</param>
/// <param name="Place">Where it stands.</param>
/// <param name="Message">What is wrong and what was expected, in Chinese.</param>
/// <param name="Advice">What to do, in Chinese.</param>
/// <param name="Nearest">The valid name that was probably meant, or <c>null</c>.</param>
public sealed record BundleFault(string Code, BundlePlace Place, string Message, string Advice, string? Nearest = null)
{
    /// <summary>The whole fault on one line: code, place, message, nearest name, advice.</summary>
    public override string ToString()
    {
        var text = new StringBuilder().Append(Code).Append(' ').Append(Place).Append('：').Append(Message);
        if (Nearest is not null) text.Append("是不是“").Append(Nearest).Append("”？");
        return text.Append(Advice).ToString();
    }
}

/// <summary>A place in a bundle.</summary>
/// <param name="File">File name within the bundle, with <c>/</c>; the folder itself when no single file is meant.</param>
/// <param name="Line">Line from 1; 0 when the whole file is meant.</param>
/// <param name="Column">In a CSV file the number of the cell, in other files that of the character, from 1; 0 when the whole line is meant.</param>
/// <param name="Field">Head of the column or path of the key; empty for none.</param>
public sealed record BundlePlace(string File, int Line = 0, int Column = 0, string Field = "")
{
    /// <summary>As a clerk looks it up: CSV cells by the letters that Excel and WPS show above the columns.</summary>
    public override string ToString()
    {
        var text = new StringBuilder(File);
        if (Line > 0) text.Append(" 第").Append(Line).Append('行');
        if (Column > 0 && File.EndsWith(".csv", StringComparison.Ordinal)) text.Append(Letters(Column)).Append('列');
        else if (Column > 0) text.Append('第').Append(Column).Append("个字符");
        if (Field.Length > 0) text.Append('（').Append(Field).Append('）');
        return text.ToString();
    }

    private static string Letters(int column)
    {
        var letters = "";
        for (; column > 0; column = (column - 1) / 26) letters = (char)('A' + ((column - 1) % 26)) + letters;
        return letters;
    }
}
