using System.Runtime.InteropServices;
using Jiheng.Audit.Claims;
using Jiheng.Audit.Weighing;

namespace Jiheng.Audit.Tables;

/// <summary>
/// One value printed in two tables, or on two sheets of a workbook, with different numbers. That the tables speak of the
/// same is shown by the other rows of the column: at least three agree, and this one alone does not.
/// </summary>
internal sealed class TablesApart(List<NamedTable> tables, List<Claim> claims)
{
    /// <summary>Tables of one form are compared with the first few; a hundred hospitals that fill in one form are not.</summary>
    private const int MostAlike = 8;

    private const int LeastAgreeing = 3;
    private const int LeastDigits = 3;

    /// <summary>Words that make two tables two states or subjects of the same.</summary>
    private static readonly string[] States =
        ["年初", "调整", "上年", "去年", "上期", "期初", "期末", "季度", "月", "半年", "申报", "申请", "批复", "初稿", "修订", "修改", "变更", "送审", "审定", "审计", "审核", "前", "后", "原", "新", "预算", "决算", "本级", "汇总", "合并", "财政拨款", "基本支出", "项目支出", "一般公共", "政府性", "分局", "分院", "所属", "下属"];

    /// <summary>Compares all tables with those before them.</summary>
    public void Find()
    {
        var cells = new Dictionary<(string Row, string Head, string Unit), List<(int Table, NamedCell? Cell)>>();
        var columns = new Dictionary<(int First, int Second, string Head), (HashSet<decimal> Agreeing, List<(NamedCell First, NamedCell Second)> Apart)>();
        for (var t = 0; t < tables.Count; t++)
        {
            // Cells that bear one name in one table name nothing: they drop out of the comparison, all of them.
            foreach (var same in tables[t].Cells.GroupBy(c => (c.Row, c.Head, c.Figure.Unit.Name)))
            {
                if (same.Key.Head.Length == 0) continue;
                var cell = same.Skip(1).Any() ? null : same.First();
                ref var before = ref CollectionsMarshal.GetValueRefOrAddDefault(cells, same.Key, out _);
                before ??= [];
                if (cell is not null) foreach (var (other, first) in before) if (first is not null) Note(columns, (other, t, same.Key.Head), first, cell);
                if (before.Count < MostAlike) before.Add((t, cell));
            }
        }
        foreach (var ((first, second, _), (agreeing, apart)) in columns)
            if (apart.Count == 1 && agreeing.Count >= LeastAgreeing && AreOfOneState(tables[first], tables[second])) Keep(apart[0].First, apart[0].Second);
    }

    private static void Note(Dictionary<(int, int, string), (HashSet<decimal> Agreeing, List<(NamedCell, NamedCell)> Apart)> columns, (int, int, string) key, NamedCell first, NamedCell second)
    {
        if (!columns.TryGetValue(key, out var column)) columns[key] = column = ([], []);
        if (!NamedCell.Agree(first.Figure, second.Figure)) column.Apart.Add((first, second));
        else if (Slips.DigitsOf(first.Figure).Length >= LeastDigits) column.Agreeing.Add(first.Figure.Value);
    }

    private static bool AreOfOneState(NamedTable first, NamedTable second)
    {
        if (first.Year != second.Year && first.Year > 0 && second.Year > 0) return false;
        foreach (var state in States) if (first.Caption.Contains(state, StringComparison.Ordinal) != second.Caption.Contains(state, StringComparison.Ordinal)) return false;
        return true;
    }

    private void Keep(NamedCell first, NamedCell second)
    {
        if (NamedCell.AreShifted(first.Figure, second.Figure)) return;
        claims.Add(new Claim
        {
            Type = ClaimType.Equality,
            Result = second.Figure,
            Operands = [Operand.Of(first.Figure)],
            How = Agreement.Violated,
            Grade = Grade.Structural,
            Recomputed = first.Figure.Value / second.Figure.Scale,
            Explain = () => $"“{second.Row}”的“{second.Head}”{Named(first)}为{first.Figure.Text}，{Named(second)}为{second.Figure.Text}",
            Reading = "两张表这一栏的其他行都相符",
        });
    }

    private static string Named(NamedCell cell) => cell.Table.Caption.Length > 0 ? $"在“{cell.Table.Caption}”中" : "在另一张表中";
}
