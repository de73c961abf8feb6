using Jiheng.Model.Metrics;

namespace Jiheng.Ledger.Bundles;

/// <summary>A column of one of the bundle's tables.</summary>
/// <param name="Name">Its head.</param>
/// <param name="Required">Whether the column must be there; its cells may still be empty.</param>
internal sealed record CsvColumn(string Name, bool Required = true);

/// <summary>A CSV file whose columns are found by their heads, in any order.</summary>
internal sealed class CsvSheet
{
    // Whoever has put the wrong file here learns nothing more from further faults.
    private const int MostFaults = 1000;

    private readonly string _file;
    private readonly List<BundleFault> _faults;
    private readonly Dictionary<string, int> _columns = new(StringComparer.Ordinal);

    private CsvSheet(string file, IReadOnlyList<CsvCell[]> rows, List<BundleFault> faults) => (_file, _faults, Rows) = (file, faults, Records(rows));

    /// <summary>The rows below the heads.</summary>
    public IEnumerable<CsvRecord> Rows { get; }

    /// <summary>Reads a file's heads; <c>null</c> when its columns are not those asked for.</summary>
    public static CsvSheet? Open(string file, string text, IReadOnlyList<CsvColumn> columns, List<BundleFault> faults)
    {
        var before = faults.Count;
        var rows = CsvTable.Read(file, text, faults);
        if (rows.Count == 0)
        {
            if (faults.Count == before) faults.Add(BundleFaults.NoHead(file));
            return null;
        }
        before = faults.Count;
        var sheet = new CsvSheet(file, rows, faults);
        sheet.TakeHeads(rows[0], columns);
        return faults.Count == before ? sheet : null;
    }

    private void TakeHeads(CsvCell[] heads, IReadOnlyList<CsvColumn> columns)
    {
        for (var i = 0; i < heads.Length; i++)
        {
            var head = heads[i].Text.Trim();
            if (head.Length == 0) continue;
            var place = new BundlePlace(_file, heads[i].Line, i + 1);
            if (!columns.Any(c => c.Name == head)) _faults.Add(BundleFaults.UnknownColumn(place, head, Spelling.Nearest(head, columns.Select(c => c.Name))));
            else if (!_columns.TryAdd(head, i)) _faults.Add(BundleFaults.ColumnTwice(place, head));
        }
        foreach (var column in columns.Where(c => c.Required && !_columns.ContainsKey(c.Name))) _faults.Add(BundleFaults.NoColumn(_file, column.Name));
    }

    private IEnumerable<CsvRecord> Records(IReadOnlyList<CsvCell[]> rows)
    {
        var (width, before) = (rows[0].Length, _faults.Count);
        foreach (var cells in rows.Skip(1))
        {
            if (_faults.Count - before >= MostFaults)
            {
                _faults.Add(BundleFaults.TooManyFaults(new(_file, cells[0].Line), MostFaults));
                yield break;
            }
            if (cells.Skip(width).Any(c => c.Text.Length > 0)) _faults.Add(BundleFaults.TooManyCells(new(_file, cells[0].Line), cells.Length, width));
            else yield return new CsvRecord(_file, _columns, cells, _faults);
        }
    }
}

/// <summary>A row, read by column head.</summary>
internal readonly struct CsvRecord(string file, Dictionary<string, int> columns, CsvCell[] cells, List<BundleFault> faults)
{
    public int Line => cells[0].Line;

    public List<BundleFault> Faults => faults;

    /// <summary>Where a cell stands.</summary>
    public BundlePlace At(string head) => columns.TryGetValue(head, out var i)
        ? new(file, i < cells.Length ? cells[i].Line : Line, i + 1, head)
        : new(file, Line, 0, head);

    /// <summary>A code, name or number: without blanks around it; empty when the cell or the column is missing.</summary>
    public string Word(string head)
    {
        var word = Raw(head).Trim();
        return CsvText.IsFormula(word) ? Refuse(head, word) : word;
    }

    /// <summary>A word that must be there; empty, with a fault, when it is not.</summary>
    public string Needed(string head)
    {
        if (IsBlank(head)) faults.Add(BundleFaults.Empty(At(head)));
        return Word(head);
    }

    /// <summary>Free text, blanks and all.</summary>
    public string Text(string head)
    {
        var text = Raw(head);
        return CsvText.IsFormula(text) ? Refuse(head, text) : CsvText.Unguard(text);
    }

    /// <summary>Whether nothing stands in the cell.</summary>
    public bool IsBlank(string head) => string.IsNullOrWhiteSpace(Raw(head));

    private string Raw(string head) => columns.TryGetValue(head, out var i) && i < cells.Length ? cells[i].Text : "";

    private string Refuse(string head, string text)
    {
        faults.Add(BundleFaults.Formula(At(head), text));
        return "";
    }
}

/// <summary>
/// Keeps free text from becoming a formula when a bundle is opened in Excel or WPS: what begins like one is written with an
/// apostrophe before it, which reading takes away again.
/// </summary>
internal static class CsvText
{
    public static string Guard(string text) => text.Length > 0 && (IsRisky(text[0]) || text[0] == '\'') ? "'" + text : text;

    public static string Unguard(string text) => text.Length > 1 && text[0] == '\'' && (IsRisky(text[1]) || text[1] == '\'') ? text[1..] : text;

    public static bool IsFormula(string text) => text.Length > 1 && text[0] is '=' or '@';

    private static bool IsRisky(char c) => c is '=' or '+' or '-' or '@' or '\t' or '\r';
}
