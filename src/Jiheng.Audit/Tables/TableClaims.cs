using Jiheng.Audit.Claims;
using Jiheng.Audit.Figures;
using Jiheng.Audit.Weighing;
using Jiheng.Model.Documents;

namespace Jiheng.Audit.Tables;

/// <summary>
/// Totals, nested totals, remainders and rates of a table. What a column or row means is taken from its head and shown by
/// the rows that agree; only then is a row that does not agree held against the table.
/// </summary>
internal sealed class TableClaims(Grid grid, List<Claim> claims)
{
    private const int MostSubtotals = 200;
    private const int LongestCaption = 40;

    private static readonly string[] TotalWords = ["合计", "总计", "小计", "合 计", "总 计", "小 计"];
    private static readonly string[] RateWords = ["率", "占比", "比重", "%", "完成比例", "进度"];
    private static readonly ClaimType[] OfRates = [ClaimType.Ratio, ClaimType.Growth];
    private static readonly ClaimType[] OfChanges = [ClaimType.Difference];
    private static readonly string[] ChangeWords = ["增减", "增加", "减少", "差额", "结余", "结转", "偏差", "增长", "变动", "未", "剩余", "在办", "缺额", "缺口"];

    /// <summary>Whether a column holds rates; every pair of columns is asked.</summary>
    private readonly bool[] _isRate = Array.ConvertAll(grid.Heads, IsRate);

    /// <summary>Reads all tables of <paramref name="document"/>; gives those that were checked, each with the words above it.</summary>
    public static List<(Grid Grid, string Caption)> Find(Document document, List<Claim> claims, List<Figure> figures)
    {
        var grids = new List<(Grid, string)>();
        for (var i = 0; i < document.Blocks.Count; i++)
        {
            if (document.Blocks[i] is not Table table || table.Rows.Count == 0 || TableSize.Fault(table) is not null) continue;
            var note = i > 0 && document.Blocks[i - 1] is Paragraph { Text: var text } && text.Contains("单位", StringComparison.Ordinal) ? text : "";
            var grid = new Grid(table, i, note);
            Read(grid, claims, figures);
            grids.Add((grid, table.Caption.Length > 0 ? table.Caption : Above(document, i)));
        }
        return grids;
    }

    /// <summary>The short line above a table, past the note of its unit.</summary>
    private static string Above(Document document, int table)
    {
        for (var i = table - 1; i >= 0 && i >= table - 2; i--)
        {
            var text = document.Blocks[i] switch { Paragraph p => p.Text, Heading h => h.Text, _ => "" };
            if (text.Length is > 0 and <= LongestCaption && !text.Contains('。') && !text.Contains("单位：", StringComparison.Ordinal)) return text.Trim();
        }
        return "";
    }

    /// <summary>Reads one table.</summary>
    public static void Read(Grid grid, List<Claim> claims, List<Figure> figures)
    {
        for (var r = grid.HeadRows; r < grid.Rows; r++) for (var c = 0; c < grid.Columns; c++) if (grid[r, c] is { } figure) figures.Add(figure);
        var reader = new TableClaims(grid, claims);
        reader.RowTotals();
        reader.ColumnTotals();
        reader.DerivedColumns();
    }

    /// <summary>'合计' among the rows: the rows of its level, in every column of figures.</summary>
    private void ColumnTotals()
    {
        var totals = Enumerable.Range(grid.HeadRows, grid.Rows - grid.HeadRows).Where(r => IsTotal(grid.Label(r))).ToList();
        for (var i = 0; i < totals.Count; i++)
        {
            var total = totals[i];
            foreach (var rows in Candidates(totals, i))
            {
                var outcomes = new List<(int Column, Outcome Outcome)>();
                for (var c = 0; c < grid.Columns; c++)
                {
                    if (grid[total, c] is not { } whole || whole.Unit.IsRate || _isRate[c]) continue;
                    var parts = rows.Where(r => grid[r, c] is not null && grid[r, c]!.Unit.Fits(whole.Unit)).Select(r => (grid[r, c]!, 1)).ToList();
                    if (parts.Count >= 2) outcomes.Add((c, Check.Sum(whole, parts)));
                }
                var held = outcomes.Count(o => o.Outcome.Holds);
                if (held == 0 || held * 2 < outcomes.Count) continue;
                foreach (var (c, outcome) in outcomes.Where(o => o.Outcome.Holds || Array.IndexOf(TotalWords, grid.Label(total).Trim()) >= 0 || IsNear(o.Outcome, grid[total, o.Column]!))) Sum(grid[total, c]!, [.. rows.Where(r => grid[r, c] is not null).Select(r => grid[r, c]!)], outcome);
                break;
            }
        }
    }

    /// <summary>
    /// Sets of rows that the total at <paramref name="index"/> of <paramref name="totals"/> may add up: all others of its block,
    /// without 其中 rows, or those numbered at the top level only; or the totals above it.
    /// </summary>
    private IEnumerable<List<int>> Candidates(List<int> totals, int index)
    {
        var total = totals[index];
        var (above, below) = (index == 0 ? grid.HeadRows - 1 : totals[index - 1], index + 1 == totals.Count ? grid.Rows : totals[index + 1]);
        var up = Enumerable.Range(above + 1, total - above - 1).ToList();
        var down = Enumerable.Range(total + 1, below - total - 1).ToList();
        foreach (var rows in up.Count >= 2 ? (List<int>[])[up, down] : [down])
        {
            if (rows.Count < 2) continue;
            yield return rows;
            var plain = rows.Where(r => !grid.Label(r).Contains("其中", StringComparison.Ordinal)).ToList();
            if (plain.Count >= 2 && plain.Count < rows.Count) yield return plain;
            var top = rows.Where(r => IsTopLevel(grid.Label(r))).ToList();
            if (top.Count >= 2 && top.Count < rows.Count) yield return top;
        }
        // Of thousands of totals each could add up all above it; beyond the first hundreds only the last, the total of the table, does.
        if (index >= 2 && (index <= MostSubtotals || index + 1 == totals.Count)) yield return totals[..index];
    }

    /// <summary>'合计' among the heads: the columns behind or before it, in every row.</summary>
    private void RowTotals()
    {
        for (var total = 0; total < grid.Columns; total++)
        {
            if (!IsTotal(grid.Heads[total])) continue;
            var behind = Enumerable.Range(total + 1, grid.Columns - total - 1).TakeWhile(c => !IsTotal(grid.Heads[c]) && !_isRate[c]).ToList();
            var before = Enumerable.Range(0, total).Reverse().TakeWhile(c => !IsTotal(grid.Heads[c]) && !_isRate[c]).Reverse().ToList();
            foreach (var columns in (List<int>[])[behind, before])
            {
                if (columns.Count < 2) continue;
                var outcomes = new List<(int Row, List<Figure> Parts, Outcome Outcome)>();
                for (var r = grid.HeadRows; r < grid.Rows; r++)
                {
                    if (grid[r, total] is not { } whole) continue;
                    var parts = columns.Select(c => grid[r, c]).OfType<Figure>().Where(f => f.Unit.Fits(whole.Unit)).ToList();
                    if (parts.Count >= 2) outcomes.Add((r, parts, Check.Sum(whole, parts.ConvertAll(p => (p, 1)))));
                }
                if (outcomes.Count(o => o.Outcome.Holds) * 2 <= outcomes.Count || outcomes.Count(o => o.Outcome.Holds) < 2) continue;
                foreach (var (r, parts, outcome) in outcomes) Sum(grid[r, total]!, parts, outcome);
                break;
            }
        }
    }

    /// <summary>Columns of rates, changes and remainders: the pair of columns from which most rows follow.</summary>
    private void DerivedColumns()
    {
        for (var c = 0; c < grid.Columns; c++)
        {
            var rate = _isRate[c];
            if (!rate && !Array.Exists(ChangeWords, w => grid.Heads[c].Contains(w, StringComparison.Ordinal))) continue;
            var (best, held) = ((A: 0, B: 0, Type: ClaimType.Ratio), 0);
            foreach (var (a, b) in Pairs(c))
            {
                foreach (var type in rate ? OfRates : OfChanges)
                {
                    if (Held(c, a, b, type, held) is var count && count > held) (best, held) = ((a, b, type), count);
                }
            }
            if (held == 0) continue;
            foreach (var (result, left, right) in Rows(c, best.A, best.B, best.Type)) Derived((result, left, right, Weigh(best.Type, result, left, right)), best.Type);
        }
    }

    private IEnumerable<(int A, int B)> Pairs(int column)
    {
        for (var a = 0; a < grid.Columns; a++)
        {
            for (var b = 0; b < grid.Columns; b++)
            {
                if (a != b && a != column && b != column && !_isRate[a] && !_isRate[b]) yield return (a, b);
            }
        }
    }

    /// <summary>Rows in which a column follows from two others; 0 when these are not two and not most, or surely no more than <paramref name="most"/>.</summary>
    private int Held(int column, int a, int b, ClaimType type, int most)
    {
        var (held, missed) = (0, 0);
        for (var r = grid.HeadRows; r < grid.Rows; r++)
        {
            if (Row(r, column, a, b, type) is not var (result, left, right)) continue;
            if (MayHold(type, result, left, right) && Weigh(type, result, left, right).Holds) held++;
            else missed++;
            // Most pairs of columns have nothing to do with the third and are given up half way.
            if (grid.Rows - grid.HeadRows - missed <= Math.Max(most, missed)) return 0;
        }
        return held >= 2 && held > missed ? held : 0;
    }

    private IEnumerable<(Figure Result, Figure A, Figure B)> Rows(int column, int a, int b, ClaimType type)
    {
        for (var r = grid.HeadRows; r < grid.Rows; r++) if (Row(r, column, a, b, type) is { } row) yield return row;
    }

    /// <summary>The figures of a row in the three columns; <c>null</c> where one lacks or they do not fit.</summary>
    private (Figure Result, Figure A, Figure B)? Row(int r, int column, int a, int b, ClaimType type) =>
        grid[r, column] is { } result && grid[r, a] is { } left && grid[r, b] is { Value: > 0m } right && left.Value >= 0m && left.Unit.Fits(right.Unit)
        && (type != ClaimType.Difference || result.Unit.Fits(left.Unit)) ? (result, left, right) : null;

    private static Outcome Weigh(ClaimType type, Figure result, Figure left, Figure right) => type switch
    {
        ClaimType.Ratio => Check.Ratio(result, [left], [right]),
        ClaimType.Growth => Check.Growth(result.Value < 0m ? result.Absolute() : result, left, right),
        _ => Check.Difference(result, left, right, either: false),
    };

    /// <summary>Whether <see cref="Weigh"/> can come out at all: a few products decide what most pairs of columns fail by.</summary>
    private static bool MayHold(ClaimType type, Figure result, Figure left, Figure right)
    {
        var rate = Math.Abs(result.Value);
        if (type == ClaimType.Difference || rate > Interval.RateLimit || right.Value < Interval.LeastDivisor || (type == ClaimType.Ratio && result.Value < 0m)) return true;
        var factor = result.Unit.Kind is UnitKind.Percent or UnitKind.None || (type == ClaimType.Growth && result.Unit.Kind != UnitKind.Times) ? 100m : 1m;
        var (top, slack) = type == ClaimType.Ratio ? (left.Value, left.Slack) : (Math.Abs(left.Value - right.Value), left.Slack + right.Slack);
        return Math.Abs(top * factor - rate * right.Value) <= slack * factor + right.Slack * (rate + result.Step) + result.Step * right.Value;
    }

    private void Derived((Figure Result, Figure A, Figure B, Outcome Outcome) row, ClaimType type)
    {
        var (result, a, b, outcome) = row;
        var formula = type switch
        {
            ClaimType.Ratio => $"{a.Text} ÷ {b.Text} = {Wording.Result(result, outcome)}",
            ClaimType.Growth => $"({a.Text} − {b.Text}) ÷ {b.Text} = {Wording.Result(result, outcome)}",
            _ => $"{a.Text} − {b.Text} = {Wording.Result(result, outcome)}",
        };
        Add(type, result, [a, b], outcome, () => formula, "本栏多数行按此式成立");
    }

    /// <summary>A row like '政府采购金额合计' of which the rows above are twice as much, or half, adds up something else.</summary>
    private static bool IsNear(Outcome outcome, Figure whole) => outcome.Value is { } value && value * 2m > whole.Value && value < whole.Value * 2m;

    private void Sum(Figure whole, List<Figure> parts, Outcome outcome) =>
        Add(ClaimType.Sum, whole, parts, outcome, () => $"{Terms.Of(parts.ConvertAll(p => p.Text))} = {Wording.Result(whole, outcome)}", "");

    private void Add(ClaimType type, Figure result, List<Figure> operands, Outcome outcome, Func<string> formula, string reading) => claims.Add(new Claim
    {
        Type = type,
        Result = result,
        Operands = operands.ConvertAll(Operand.Of),
        How = outcome.How,
        Grade = Grade.Structural,
        Recomputed = outcome.Value / result.Scale,
        Allowed = outcome.Allowed is { } allowed ? new Interval(allowed.Low / result.Scale, allowed.High / result.Scale) : null,
        Explain = formula,
        Reading = reading,
    });

    private static bool IsTotal(string label) => Array.Exists(TotalWords, w => label.Contains(w, StringComparison.Ordinal));

    private static bool IsRate(string head) => Array.Exists(RateWords, w => head.Contains(w, StringComparison.Ordinal));

    private static bool IsTopLevel(string label) => label.Length > 1 && ChineseNumeral.IsPart(label[0]) && label[1] is '、' or '.';
}
