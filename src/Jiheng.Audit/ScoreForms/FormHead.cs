using Jiheng.Audit.Figures;

namespace Jiheng.Audit.ScoreForms;

/// <summary>What the columns of a block hold, told by the words of its head.</summary>
internal sealed class FormHead
{
    private const int MostRows = 3;

    /// <summary>Words of heads in the order of their weight: the first one that stands in a head tells what it is; 预计 beside none of those before it is no figure of the year.</summary>
    private static readonly (FormColumn? Column, string[] Words)[] Meanings =
    [
        (FormColumn.Reason, ["偏差", "未完成原因", "原因分析", "改进措施", "扣分原因", "失分原因"]),
        (FormColumn.Rate, ["执行率"]),
        (FormColumn.Executed, ["执行数", "支出数"]),
        (FormColumn.Initial, ["年初预算", "年初批复", "年初数"]),
        (FormColumn.Budget, ["预算数", "预算金额"]),
        (FormColumn.Standard, ["标准", "说明", "办法", "细则", "依据"]),
        (FormColumn.OwnScore, ["自评得分", "自评分"]),
        (FormColumn.Score, ["得分"]),
        (FormColumn.Weight, ["分值", "权重", "满分"]),
        (null, ["预计"]),
        (FormColumn.Actual, ["实际完成", "完成值", "完成情况", "实际值"]),
        (FormColumn.Target, ["指标值", "目标值", "计划值", "预期值"]),
        (FormColumn.Level1, ["一级指标"]),
        (FormColumn.Level2, ["二级指标"]),
        (FormColumn.Level3, ["三级指标", "指标名称", "指标内容"]),
        (FormColumn.Sign, ["计算符号"]),
        (FormColumn.Unit, ["计量单位"]),
    ];

    /// <summary>All those words; most cells that are asked hold none.</summary>
    private static readonly WordTable<bool> Words = new(Meanings.SelectMany(m => m.Words).Select(w => (w, true)));

    private readonly FormColumn?[] _columns;

    private FormHead(FormSheet sheet, int row)
    {
        Rows = Depth(sheet, row);
        _columns = new FormColumn?[sheet.Columns];
        FormCell? last = null;
        for (var c = 0; c < sheet.Columns; c++)
        {
            if (sheet[row, c] is not { } cell || (ReferenceEquals(cell, last) && Rows == 1)) continue;
            last = cell;
            var text = cell.Text;
            for (var r = row + 1; r < Math.Min(sheet.Rows, row + Rows); r++) if (sheet[r, c] is { } below && !ReferenceEquals(below, cell) && below.Row < row + Rows) text += below.Text;
            if (text.Length is > 0 and <= 30) _columns[c] = ColumnOf(text);
        }
        Levels = [.. Of(FormColumn.Level1), .. Of(FormColumn.Level2), .. Of(FormColumn.Level3)];
        WeightColumns = [.. Of(FormColumn.Weight)];
        Score = this[FormColumn.OwnScore] ?? this[FormColumn.Score];
    }

    /// <summary>Rows that the head takes.</summary>
    public int Rows { get; }

    /// <summary>Columns of full points from left to right: one, or one behind each level of the Hunan common indicators.</summary>
    public IReadOnlyList<int> WeightColumns { get; }

    /// <summary>Column of the unit's own score; <c>null</c> for none.</summary>
    public int? Score { get; }

    /// <summary>First column of a kind; <c>null</c> for none.</summary>
    public int? this[FormColumn column] => Array.IndexOf(_columns, column) is >= 0 and var at ? at : null;

    /// <summary>Columns of the levels, 一级指标 first.</summary>
    public IReadOnlyList<int> Levels { get; }

    /// <summary>The head of a table of indicators in <paramref name="row"/>; <c>null</c> when the row is none.</summary>
    public static FormHead? OfIndicators(FormSheet sheet, int row)
    {
        if (!Names(sheet, row, "指标")) return null;
        var head = new FormHead(sheet, row);
        return head.Levels.Count > 0 && head.WeightColumns.Count > 0 && (head.Score is not null || head[FormColumn.Actual] is not null) ? head : null;
    }

    /// <summary>The head of a block of funds in <paramref name="row"/>; <c>null</c> when the row is none.</summary>
    public static FormHead? OfFunds(FormSheet sheet, int row)
    {
        if (!Names(sheet, row, "执行数") && !Names(sheet, row, "支出数")) return null;
        var head = new FormHead(sheet, row);
        return head[FormColumn.Executed] is not null && (head[FormColumn.Budget] ?? head[FormColumn.Initial]) is not null && head.Levels.Count == 0 ? head : null;
    }

    /// <summary>Whether a cell of the row holds a word; every row of every table is asked.</summary>
    private static bool Names(FormSheet sheet, int row, string word)
    {
        for (var c = 0; c < sheet.Columns; c++) if (sheet[row, c] is { } cell && cell.Text.Contains(word, StringComparison.Ordinal)) return true;
        return false;
    }

    /// <summary>'绩效指标' may run down beside the whole block; only the heads of columns tell how deep the head is.</summary>
    private static int Depth(FormSheet sheet, int row)
    {
        var depth = 1;
        for (var c = 0; c < sheet.Columns; c++)
            if (sheet[row, c] is { } cell && cell.Row == row && cell.RowSpan > depth && cell.RowSpan <= MostRows && ColumnOf(cell.Text) is not null) depth = cell.RowSpan;
        return depth;
    }

    private static FormColumn? ColumnOf(string text)
    {
        if (!Words.StandsIn(text)) return text switch { "评分" => FormColumn.Score, "符号" => FormColumn.Sign, _ => null };
        foreach (var (column, words) in Meanings)
        {
            if (!Array.Exists(words, w => text.Contains(w, StringComparison.Ordinal))) continue;
            return column switch
            {
                FormColumn.Executed when text.Contains("预计", StringComparison.Ordinal) => null,
                FormColumn.Standard when text.Contains("标准分", StringComparison.Ordinal) => FormColumn.Weight,
                _ => column,
            };
        }
        return null;
    }

    private IEnumerable<int> Of(FormColumn column)
    {
        for (var c = 0; c < _columns.Length; c++) if (_columns[c] == column) yield return c;
    }
}

/// <summary>What a column of a self-evaluation form holds.</summary>
internal enum FormColumn
{
    /// <summary>一级指标.</summary>
    Level1,

    /// <summary>二级指标.</summary>
    Level2,

    /// <summary>三级指标, 指标名称.</summary>
    Level3,

    /// <summary>分值, 权重.</summary>
    Weight,

    /// <summary>年度指标值, 目标值.</summary>
    Target,

    /// <summary>实际完成值.</summary>
    Actual,

    /// <summary>得分 of whoever fills in or reviews.</summary>
    Score,

    /// <summary>自评得分, preferred to other scores.</summary>
    OwnScore,

    /// <summary>偏差原因分析及改进措施.</summary>
    Reason,

    /// <summary>评分标准: how points are given.</summary>
    Standard,

    /// <summary>计算符号 of the target, in a column of its own.</summary>
    Sign,

    /// <summary>计量单位.</summary>
    Unit,

    /// <summary>年初预算数.</summary>
    Initial,

    /// <summary>全年预算数.</summary>
    Budget,

    /// <summary>全年执行数.</summary>
    Executed,

    /// <summary>执行率.</summary>
    Rate,
}
