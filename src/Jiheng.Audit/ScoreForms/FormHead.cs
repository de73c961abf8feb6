namespace Jiheng.Audit.ScoreForms;

/// <summary>What the columns of a block hold, told by the words of its head.</summary>
internal sealed class FormHead
{
    private const int MostRows = 3;
    private readonly Dictionary<int, FormColumn> _columns = [];

    private FormHead(FormSheet sheet, int row)
    {
        // '绩效指标' may run down beside the whole block; only the heads of columns tell how deep the head is.
        Rows = sheet.CellsOf(row).Where(c => c.Row == row && c.RowSpan <= MostRows && ColumnOf(c.Text) is not null).Select(c => c.RowSpan).DefaultIfEmpty(1).Max();
        FormCell? last = null;
        for (var c = 0; c < sheet.Columns; c++)
        {
            if (sheet[row, c] is not { } cell || (ReferenceEquals(cell, last) && Rows == 1)) continue;
            last = cell;
            var text = cell.Text;
            for (var r = row + 1; r < Math.Min(sheet.Rows, row + Rows); r++) if (sheet[r, c] is { } below && !ReferenceEquals(below, cell) && below.Row < row + Rows) text += below.Text;
            if (text.Length is > 0 and <= 30 && ColumnOf(text) is { } column) _columns[c] = column;
        }
        WeightColumns = [.. _columns.Where(p => p.Value == FormColumn.Weight).Select(p => p.Key).Order()];
        Score = _columns.Where(p => p.Value is FormColumn.Score or FormColumn.OwnScore).OrderByDescending(p => p.Value == FormColumn.OwnScore).ThenBy(p => p.Key).Select(p => (int?)p.Key).FirstOrDefault();
    }

    /// <summary>Rows that the head takes.</summary>
    public int Rows { get; }

    /// <summary>Columns of full points from left to right: one, or one behind each level of the Hunan common indicators.</summary>
    public IReadOnlyList<int> WeightColumns { get; }

    /// <summary>Column of the unit's own score; <c>null</c> for none.</summary>
    public int? Score { get; }

    /// <summary>First column of a kind; <c>null</c> for none.</summary>
    public int? this[FormColumn column] => _columns.Where(p => p.Value == column).OrderBy(p => p.Key).Select(p => (int?)p.Key).FirstOrDefault();

    /// <summary>Columns of the levels, 一级指标 first.</summary>
    public IEnumerable<int> Levels => _columns.Where(p => p.Value is FormColumn.Level1 or FormColumn.Level2 or FormColumn.Level3).OrderBy(p => p.Value).ThenBy(p => p.Key).Select(p => p.Key);

    /// <summary>The head of a table of indicators in <paramref name="row"/>; <c>null</c> when the row is none.</summary>
    public static FormHead? OfIndicators(FormSheet sheet, int row)
    {
        if (!Names(sheet, row, "指标")) return null;
        var head = new FormHead(sheet, row);
        var levels = head.Levels.Count();
        return levels > 0 && head.WeightColumns.Count > 0 && (head.Score is not null || head[FormColumn.Actual] is not null) ? head : null;
    }

    /// <summary>The head of a block of funds in <paramref name="row"/>; <c>null</c> when the row is none.</summary>
    public static FormHead? OfFunds(FormSheet sheet, int row)
    {
        if (!Names(sheet, row, "执行数") && !Names(sheet, row, "支出数")) return null;
        var head = new FormHead(sheet, row);
        return head[FormColumn.Executed] is not null && (head[FormColumn.Budget] ?? head[FormColumn.Initial]) is not null && !head.Levels.Any() ? head : null;
    }

    /// <summary>Whether a cell of the row holds a word; every row of every table is asked.</summary>
    private static bool Names(FormSheet sheet, int row, string word)
    {
        for (var c = 0; c < sheet.Columns; c++) if (sheet[row, c] is { } cell && cell.Text.Contains(word, StringComparison.Ordinal)) return true;
        return false;
    }

    private static FormColumn? ColumnOf(string text)
    {
        bool Has(params ReadOnlySpan<string> words)
        {
            foreach (var word in words) if (text.Contains(word, StringComparison.Ordinal)) return true;
            return false;
        }

        if (Has("偏差", "未完成原因", "原因分析", "改进措施", "扣分原因", "失分原因")) return FormColumn.Reason;
        if (Has("执行率")) return FormColumn.Rate;
        if (Has("执行数", "支出数")) return Has("预计") ? null : FormColumn.Executed;
        if (Has("年初预算", "年初批复", "年初数")) return FormColumn.Initial;
        if (Has("预算数", "预算金额")) return FormColumn.Budget;
        if (Has("标准", "说明", "办法", "细则", "依据")) return Has("标准分", "标准分值") ? FormColumn.Weight : FormColumn.Standard;
        if (Has("自评得分", "自评分")) return FormColumn.OwnScore;
        if (Has("得分") || text is "评分") return FormColumn.Score;
        if (Has("分值", "权重", "满分")) return FormColumn.Weight;
        if (Has("预计")) return null;
        if (Has("实际完成", "完成值", "完成情况", "实际值")) return FormColumn.Actual;
        if (Has("指标值", "目标值", "计划值", "预期值")) return FormColumn.Target;
        if (Has("一级指标")) return FormColumn.Level1;
        if (Has("二级指标")) return FormColumn.Level2;
        if (Has("三级指标", "指标名称", "指标内容")) return FormColumn.Level3;
        if (Has("计算符号") || text is "符号") return FormColumn.Sign;
        return Has("计量单位") ? FormColumn.Unit : null;
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
