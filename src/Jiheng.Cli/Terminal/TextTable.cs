using System.Text;

namespace Jiheng.Cli.Terminal;

/// <summary>A table in columns for a terminal, where a Chinese character is two cells wide.</summary>
/// <param name="heads">Column heads; a head that starts with '&gt;' sets its column right.</param>
internal sealed class TextTable(params string[] heads)
{
    private readonly List<string[]> _rows = [];

    public void Add(params string[] cells) => _rows.Add(cells);

    public override string ToString()
    {
        var right = heads.Select(h => h.StartsWith('>')).ToArray();
        string[][] all = [[.. heads.Select(h => h.TrimStart('>'))], .. _rows];
        var widths = Enumerable.Range(0, heads.Length).Select(c => all.Max(r => c < r.Length ? Width(r[c]) : 0)).ToArray();
        var text = new StringBuilder();
        for (var r = 0; r < all.Length; r++)
        {
            text.AppendLine(string.Join("  ", all[r].Select((cell, c) => Pad(cell, widths[c], right[c]))).TrimEnd());
            if (r == 0) text.AppendLine(string.Join("  ", widths.Select(w => new string('─', w))));
        }
        return text.ToString();
    }

    private static string Pad(string cell, int width, bool right)
    {
        var space = new string(' ', Math.Max(0, width - Width(cell)));
        return right ? space + cell : cell + space;
    }

    private static int Width(string text) => text.Sum(c => c >= 0x1100 && (c <= 0x115F || (c >= 0x2E80 && c <= 0xFFDC) || c is >= '“' and <= '”' or '—' or '…') ? 2 : 1);
}
