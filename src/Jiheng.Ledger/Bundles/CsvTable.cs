using System.Text;

namespace Jiheng.Ledger.Bundles;

/// <summary>A cell of a CSV file and the line on which it begins.</summary>
internal readonly record struct CsvCell(string Text, int Line);

/// <summary>CSV as RFC 4180 has it and Excel and WPS write it: commas, double quotes, CRLF or LF.</summary>
internal static class CsvTable
{
    public const int MaxRows = 200_000;
    public const int MaxColumns = 64;

    /// <summary>Cuts a text into rows; lines without any content are passed over.</summary>
    public static List<CsvCell[]> Read(string file, string text, List<BundleFault> faults)
    {
        List<CsvCell[]> rows = [];
        List<CsvCell> row = [];
        var (at, line) = (0, 1);
        while (at < text.Length)
        {
            var start = line;
            var quoted = text[at] == '"';
            var cell = quoted ? Quoted(text, ref at, ref line) : Plain(text, ref at);
            var place = new BundlePlace(file, start, row.Count + 1);
            if (cell is null)
            {
                faults.Add(BundleFaults.OpenQuote(place));
                return rows;
            }
            if (quoted && at < text.Length && text[at] is not (',' or '\r' or '\n'))
            {
                faults.Add(BundleFaults.TextBehindQuote(place));
                cell += Plain(text, ref at);
            }
            row.Add(new(cell, start));
            if (row.Count > MaxColumns)
            {
                faults.Add(BundleFaults.TooManyColumns(file, start, MaxColumns));
                return rows;
            }
            if (at < text.Length && text[at] == ',')
            {
                at++;
                if (at < text.Length) continue;
                row.Add(new("", line));
            }
            EndLine(text, ref at, ref line);
            if (row.Exists(c => !string.IsNullOrWhiteSpace(c.Text))) rows.Add([.. row]);
            row.Clear();
            if (rows.Count <= MaxRows) continue;
            faults.Add(BundleFaults.TooManyRows(file, MaxRows));
            return rows;
        }
        return rows;
    }

    /// <summary>Adds a row to a text; cells are quoted only where they must be.</summary>
    public static void Append(StringBuilder text, params IEnumerable<string> cells) =>
        text.AppendJoin(',', cells.Select(c => c.AsSpan().IndexOfAny("\",\r\n") >= 0 || c != c.Trim() ? $"\"{c.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : c)).Append("\r\n");

    private static string Plain(string text, ref int at)
    {
        var length = text.AsSpan(at).IndexOfAny(',', '\r', '\n');
        var end = length < 0 ? text.Length : at + length;
        var cell = text[at..end];
        at = end;
        return cell;
    }

    /// <summary>The content of a quoted cell, or <c>null</c> when it never ends.</summary>
    private static string? Quoted(string text, ref int at, ref int line)
    {
        var content = new StringBuilder();
        for (at++; at < text.Length; at++)
        {
            if (text[at] == '"')
            {
                if (at + 1 >= text.Length || text[at + 1] != '"')
                {
                    at++;
                    return content.ToString();
                }
                at++;
            }
            else if (text[at] == '\n')
            {
                line++;
            }
            content.Append(text[at]);
        }
        return null;
    }

    private static void EndLine(string text, ref int at, ref int line)
    {
        if (at >= text.Length) return;
        if (text[at] == '\r' && at + 1 < text.Length && text[at + 1] == '\n') at++;
        at++;
        line++;
    }
}
