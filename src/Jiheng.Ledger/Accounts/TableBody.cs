using System.Globalization;
using System.Text.RegularExpressions;

namespace Jiheng.Ledger.Accounts;

/// <summary>
/// Reads the rows of a table, whatever its layout: one or several column blocks side by side, each with label columns
/// (code, name), perhaps a line number (行次), and figure columns; or figures alone below their heads.
/// </summary>
internal static partial class TableBody
{
    private const int SignificantDigits = 15;
    private const int MostPlaces = 6;

    /// <summary>Reads all figures; what stands where a figure should and is none goes to <paramref name="findings"/>.</summary>
    public static IReadOnlyList<RawFigure> Read(TableHead head, List<AccountsFinding> findings)
    {
        List<RawFigure> figures = [];
        foreach (var block in Blocks(head))
        {
            for (var r = head.BodyFrom; r < head.To; r++)
            {
                var (code, name) = Label(head.Grid, r, block);
                if (IsFootnote(head.Grid, r) || name is "栏次" or "项目" or "科目名称") continue;
                foreach (var column in block.Figures) Read(head, r, column, block, code, name, figures, findings);
            }
        }
        return figures;
    }

    private static void Read(TableHead head, int row, int column, Block block, string code, string name, List<RawFigure> figures, List<AccountsFinding> findings)
    {
        var cell = head.Grid[row, column];
        if (cell.IsCovered || cell.Text is not { Length: > 0 } text || text.All(c => c is '-' or '—' or '–' or '－' or '/' or '—')) return;
        var at = head.Grid.PlaceOf(row, column);
        if (!TryNumber(text, out var value))
        {
            if (block.Labels.Count > 0 && (code.Length > 0 || name.Length > 0) && text is not ("无" or "不适用")) findings.Add(AccountsFindings.NotANumber(at, text));
        }
        else if (block.Labels.Count > 0 && code.Length == 0 && name.Length == 0) findings.Add(AccountsFindings.NoLabel(at, text));
        else figures.Add(new RawFigure(code, name, head.Path(column), value, row, column, block.Number));
    }

    private static List<Block> Blocks(TableHead head)
    {
        List<Block> blocks = [];
        Block? open = null;
        for (var c = 0; c < head.Grid.Columns; c++)
        {
            var path = head.Path(c);
            if (IsLabel(path))
            {
                if (open is null || open.Figures.Count > 0 || open.HasLines) blocks.Add(open = new Block(blocks.Count));
                open.Labels.Add(c);
            }
            else if (path.Count > 0 && path[^1] is "行次" or "序号")
            {
                if (open is null) blocks.Add(open = new Block(blocks.Count));
                open.HasLines = true;
            }
            else if (path.Count > 0 || open is not null)
            {
                if (open is null) blocks.Add(open = new Block(blocks.Count));
                open.Figures.Add(c);
            }
        }
        return blocks;
    }

    private static bool IsLabel(IReadOnlyList<string> path)
    {
        if (path.Count == 0) return false;
        var last = path[^1];
        return last is "类" or "款" or "项" or "栏次" or "指标" or "编码" or "代码" or "名称" || last.StartsWith("项目", StringComparison.Ordinal) && last is not ("项目支出" or "项目经费")
            && !last.StartsWith("项目支出", StringComparison.Ordinal) || last.Contains("科目", StringComparison.Ordinal)
            || last.EndsWith("编码", StringComparison.Ordinal) || last.EndsWith("名称", StringComparison.Ordinal) || last.EndsWith("分类", StringComparison.Ordinal);
    }

    /// <summary>Code and name of a row in a block; 类, 款 and 项 in columns of their own are put together.</summary>
    private static (string Code, string Name) Label(AccountsGrid grid, int row, Block block)
    {
        string code = "", name = "";
        foreach (var column in block.Labels)
        {
            var cell = grid[row, column];
            if (cell.Text is not { Length: > 0 } text || (cell.IsCovered && name == text)) continue;
            if (text.All(char.IsAsciiDigit) && (text.Length >= 2 || code.Length > 0)) code = code.Length > 0 && !text.StartsWith(code, StringComparison.Ordinal) ? code + text : text;
            else if (CodeAndName().Match(text) is { Success: true } both) (code, name) = (both.Groups[1].Value, both.Groups[2].Value);
            else name = text;
        }
        return (code, name);
    }

    private static bool IsFootnote(AccountsGrid grid, int row)
    {
        var first = grid.Filled(row).Select(f => f.Cell.Text!).FirstOrDefault() ?? "";
        return first.StartsWith("注：", StringComparison.Ordinal) || first.StartsWith('注') && first.Length > 10 || first.StartsWith("备注", StringComparison.Ordinal) || first.StartsWith("说明", StringComparison.Ordinal);
    }

    /// <summary>
    /// Reads a printed or stored figure. Spreadsheets hold 15 significant digits; what stands behind them is the shadow of
    /// binary storage (3634.6199999999999) and is rounded away.
    /// </summary>
    private static bool TryNumber(string text, out decimal value)
    {
        var bracketed = text.StartsWith('（') && text.EndsWith('）');
        if (bracketed) text = text[1..^1];
        if (!decimal.TryParse(text, NumberStyles.AllowThousands | NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign | NumberStyles.AllowExponent, CultureInfo.InvariantCulture, out value)) return false;
        if (value.Scale > MostPlaces)
        {
            var whole = decimal.Truncate(Math.Abs(value)).ToString(CultureInfo.InvariantCulture).Length;
            value = Math.Round(value, Math.Max(SignificantDigits - whole, MostPlaces), MidpointRounding.AwayFromZero) / 1.0000000000000000000000000000m;
        }
        if (bracketed) value = -value;
        return true;
    }

    [GeneratedRegex("^([0-9]{3,7})([^0-9].*)$")]
    private static partial Regex CodeAndName();

    private sealed class Block(int number)
    {
        public int Number { get; } = number;
        public List<int> Labels { get; } = [];
        public List<int> Figures { get; } = [];
        public bool HasLines { get; set; }
    }
}

/// <summary>A figure as it stands in a table.</summary>
/// <param name="Code">Class code of its row; empty for none.</param>
/// <param name="Name">Name of its row as printed, blanks removed; empty when the table has no row labels.</param>
/// <param name="Path">Heads over its column.</param>
/// <param name="Value">The number.</param>
/// <param name="Row">Row in the grid.</param>
/// <param name="Column">Column in the grid.</param>
/// <param name="Block">Which of the column blocks side by side it belongs to.</param>
internal sealed record RawFigure(string Code, string Name, IReadOnlyList<string> Path, decimal Value, int Row, int Column, int Block);
