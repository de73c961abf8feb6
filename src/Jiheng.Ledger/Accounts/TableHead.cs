using System.Globalization;
using System.Text.RegularExpressions;
using Jiheng.Model.Measures;

namespace Jiheng.Ledger.Accounts;

/// <summary>What stands above and in the head of one table: title, department, year, money unit, and the columns.</summary>
internal sealed partial class TableHead
{
    private static readonly string[] FirstWords =
        ["项目", "科目", "功能分类", "经济分类", "支出功能分类", "支出经济分类", "收入", "支出", "预算数", "决算数", "行次", "栏次", "本年", "人员经费", "公用经费", "统计数", "年初", "编码", "名称"];

    private TableHead(AccountsGrid grid, int from, int to) => (Grid, From, To) = (grid, from, to);

    /// <summary>The sheet.</summary>
    public AccountsGrid Grid { get; }

    /// <summary>First row of the table with its title.</summary>
    public int From { get; }

    /// <summary>Row after the table's last.</summary>
    public int To { get; }

    /// <summary>Title as printed, blanks removed; empty when there is none.</summary>
    public string Title { get; private init; } = "";

    /// <summary>Where the title stands.</summary>
    public CellPlace TitleAt { get; private init; } = new("", "");

    /// <summary>The table, or <c>null</c> when the title is none of ours.</summary>
    public AccountsTableKind? Kind => AccountsTitles.Kind(Title);

    /// <summary>First row of the column heads; <see cref="To"/> when there are none.</summary>
    public int HeadFrom { get; private set; }

    /// <summary>First row below the heads.</summary>
    public int BodyFrom { get; private set; }

    /// <summary>Department or unit named above the table.</summary>
    public (string Name, CellPlace At)? Unit { get; private set; }

    /// <summary>Fiscal year named above the table.</summary>
    public (int Year, CellPlace At)? Year { get; private set; }

    /// <summary>Money unit named above the table or in its head.</summary>
    public (MeasureUnit Unit, CellPlace At)? Money { get; private set; }

    /// <summary>Cells above the table that tell drafts from approved accounts.</summary>
    public (bool IsDraft, CellPlace At)? Stage { get; private set; }

    /// <summary>Reads the head of the table between two rows.</summary>
    /// <param name="grid">The sheet.</param>
    /// <param name="from">First row.</param>
    /// <param name="to">Row after the last.</param>
    /// <param name="above">Title that stands outside the cells: a caption, or the line above a table in a text; empty for none.</param>
    public static TableHead Read(AccountsGrid grid, int from, int to, string above)
    {
        var start = HeadStart(grid, from, to);
        var (title, titleAt) = FindTitle(grid, from, start, above);
        var head = new TableHead(grid, from, to) { Title = title, TitleAt = titleAt, HeadFrom = start };
        head.BodyFrom = BodyStart(grid, start, to);
        head.ReadAbove(above);
        return head;
    }

    /// <summary>Rows at which a table begins: those that hold a title of ours, and the first one.</summary>
    public static IReadOnlyList<int> Starts(AccountsGrid grid)
    {
        List<int> starts = [];
        for (var r = 0; r < grid.Height; r++)
        {
            var filled = grid.Filled(r).ToList();
            if (filled.Count is 1 or 2 && AccountsTitles.IsTitle(filled[0].Cell.Text!) && AccountsTitles.Kind(filled[0].Cell.Text!) is not null) starts.Add(r);
        }
        if (starts.Count == 0) starts.Add(0);
        starts[0] = 0;
        return starts;
    }

    /// <summary>The heads over a column from the top down, repetitions removed.</summary>
    public IReadOnlyList<string> Path(int column)
    {
        List<string> path = [];
        for (var r = HeadFrom; r < BodyFrom; r++)
        {
            if (Grid[r, column].Text is { Length: > 0 } text && (path.Count == 0 || path[^1] != text) && !IsNumber(text)) path.Add(text);
        }
        return path;
    }

    private static int HeadStart(AccountsGrid grid, int from, int to)
    {
        for (var r = from; r < to; r++)
        {
            var filled = grid.Filled(r).ToList();
            if (filled.Count == 0 || (filled.Count == 1 && AccountsTitles.IsTitle(filled[0].Cell.Text!)) || filled.Any(f => f.Cell.Text!.Contains("单位：", StringComparison.Ordinal))) continue;
            if (filled.Any(f => BeginsHead(YearWord().Replace(f.Cell.Text!, "")))) return r;
        }
        return to;
    }

    private static bool BeginsHead(string text) => text.Length <= 30 && !text.Contains('：', StringComparison.Ordinal)
        && (FirstWords.Any(w => text.StartsWith(w, StringComparison.Ordinal)) || text is "合计" or "类" or "指标");

    private static int BodyStart(AccountsGrid grid, int start, int to)
    {
        for (var r = start; r < Math.Min(to, start + 8); r++)
        {
            if (grid.Filled(r).Any(f => f.Cell.Text == "栏次") || IsNumberRow(grid, r)) return r + 1;
        }
        for (var r = start + 1; r < to; r++)
        {
            var filled = grid.Filled(r).ToList();
            // A line with one word below the heads ('收入' above the lines of income) opens the body.
            if (filled.Count == 1 || (filled.Count > 0 && (filled.Any(f => IsNumber(f.Cell.Text!)) || LooksLikeRow(filled[0].Cell.Text!)))) return r;
        }
        return to;
    }

    /// <summary>A row that numbers the columns (1 2 3 …) belongs to the head, though it holds nothing but figures.</summary>
    private static bool IsNumberRow(AccountsGrid grid, int row)
    {
        var texts = grid.Filled(row).Select(f => f.Cell.Text!).ToList();
        return texts.Count >= 3 && texts.Select((t, i) => t == (i + 1).ToString(CultureInfo.InvariantCulture)).All(same => same);
    }

    private static bool LooksLikeRow(string text) => text is "合计" or "总计" || text.StartsWith("一、", StringComparison.Ordinal) || text.StartsWith("1.", StringComparison.Ordinal)
        || text.StartsWith("（一）", StringComparison.Ordinal);

    private static bool IsNumber(string text) => text.Any(char.IsAsciiDigit) && text.All(c => char.IsAsciiDigit(c) || c is '.' or ',' or '-');

    private static (string, CellPlace) FindTitle(AccountsGrid grid, int from, int start, string above)
    {
        (string, CellPlace)? first = null;
        for (var r = from; r < Math.Min(start, grid.Height); r++)
        {
            foreach (var (column, cell) in grid.Filled(r))
            {
                if (!AccountsTitles.IsTitle(cell.Text!)) continue;
                first ??= (cell.Text!, grid.PlaceOf(r, column));
                if (AccountsTitles.Kind(cell.Text!) is not null) return (cell.Text!, grid.PlaceOf(r, column));
            }
        }
        if (above.Length > 0 && AccountsTitles.IsTitle(above) && (first is null || AccountsTitles.Kind(above) is not null)) return (above, new CellPlace(grid.Sheet, "表题"));
        return first ?? ("", new CellPlace(grid.Sheet, "A1"));
    }

    private void ReadAbove(string above)
    {
        ReadYear(above, new CellPlace(Grid.Sheet, "表题"));
        for (var r = From; r < Math.Min(BodyFrom, Grid.Height); r++)
        {
            foreach (var (column, cell) in Grid.Filled(r))
            {
                var text = cell.Text!;
                var at = Grid.PlaceOf(r, column);
                if (Money is null && MoneyWord().Match(text) is { Success: true } money) Money = (MeasureUnit.Parse(money.Groups[1].Value), at);
                if (r >= HeadFrom) continue;
                ReadYear(text, at);
                ReadStage(text, at);
                if (Unit is null && UnitWord().Match(text) is { Success: true } unit) ReadUnit(unit.Groups[1].Value, r, column, at);
            }
        }
        if (Year is null)
        {
            for (var r = HeadFrom; r < Math.Min(BodyFrom, Grid.Height); r++)
                foreach (var (column, cell) in Grid.Filled(r))
                    if (cell.Text!.Contains("决算", StringComparison.Ordinal)) ReadYear(cell.Text!, Grid.PlaceOf(r, column));
        }
    }

    private void ReadYear(string text, CellPlace at)
    {
        if (Year is null && YearWord().Match(text) is { Success: true } year) Year = (int.Parse(year.Groups[1].Value, CultureInfo.InvariantCulture), at);
    }

    private void ReadStage(string text, CellPlace at)
    {
        if (Stage is null or { IsDraft: false } && (text.Contains("草案", StringComparison.Ordinal) || text.Contains("送审", StringComparison.Ordinal) || text.Contains("未批复", StringComparison.Ordinal))) Stage = (true, at);
        else if (Stage is null && (text.Contains("公开", StringComparison.Ordinal) || text.Contains("批复", StringComparison.Ordinal))) Stage = (false, at);
    }

    private void ReadUnit(string name, int row, int column, CellPlace at)
    {
        name = YearWord().Replace(name, "").TrimEnd('度', '：');
        if (name.Length == 0)
        {
            var next = Grid.Filled(row).FirstOrDefault(f => f.Column > column);
            if (next.Cell.Text is not { } text || text.Contains('：', StringComparison.Ordinal) || text.StartsWith("公开", StringComparison.Ordinal)) return;
            (name, at) = (text, Grid.PlaceOf(row, next.Column));
        }
        if (!MoneyWord().IsMatch("单位：" + name)) Unit = (name, at);
    }

    [GeneratedRegex("(?<![0-9])((?:19|20)[0-9]{2})年度?")]
    private static partial Regex YearWord();

    [GeneratedRegex("(?:单位：?(?:人民币)?|（)(万元|元|千元|亿元)(?:）|$|，|；|人民币)")]
    private static partial Regex MoneyWord();

    [GeneratedRegex("^(?:编制|编报|填报|公开|预算)?(?:部门（单位）|单位（部门）|部门|单位)(?:名称)?(?:（公章）|（盖章）)?：(.*?)(?:(?:金额|货币)?单位：.*)?$")]
    private static partial Regex UnitWord();
}
