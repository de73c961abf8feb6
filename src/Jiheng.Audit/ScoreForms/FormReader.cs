using Jiheng.Audit.Tables;
using Jiheng.Model.Documents;

namespace Jiheng.Audit.ScoreForms;

/// <summary>
/// Finds the self-evaluation forms of a document by their heads, whoever laid them out: several in one table, one over
/// several tables, heads repeated on each page.
/// </summary>
internal sealed class FormReader
{
    private static readonly string[] TotalWords = ["总分", "合计", "总计", "总得分", "自评总分", "得分合计", "自评得分合计"];
    private static readonly string[] Ends = ["年度总体目标", "总体目标", "预期目标", "年度绩效目标", "绩效指标", "说明", "备注", "填表", "注：", "注:"];

    private static readonly string[] Footers = ["填表", "填报", "制表", "联系人", "联系电话", "电话", "负责人", "经办人", "审核人", "注：", "注:", "备注", "说明"];

    private readonly List<ScoreForm> _forms = [];
    private readonly HashSet<(int Block, int Row)> _rows = [];
    private readonly List<(int Block, int Row)> _fundsRows = [];
    private readonly List<FundsRow> _funds = [];
    private bool _isOpen;

    /// <summary>The forms in reading order; each has scored rows or scored funds.</summary>
    public IReadOnlyList<ScoreForm> Forms => _forms;

    /// <summary>Reads all tables of <paramref name="document"/>.</summary>
    public static FormReader Read(Document document)
    {
        var reader = new FormReader();
        for (var i = 0; i < document.Blocks.Count; i++)
        {
            if (document.Blocks[i] is Table { Rows.Count: > 0 } table && TableSize.Fault(table) is null) reader.Read(new FormSheet(table, i));
        }
        reader.TakeFunds();
        reader._forms.RemoveAll(f => f.Rows.Count == 0 && f.Funds.Count == 0);
        return reader;
    }

    /// <summary>Whether a place of a table belongs to a form and so is judged here.</summary>
    public bool Covers(Spot at) => _rows.Contains((at.Block, at.Row));

    private void Read(FormSheet sheet)
    {
        var row = 0;
        while (row < sheet.Rows)
        {
            if (FormHead.OfIndicators(sheet, row) is { } indicators) row = ReadIndicators(sheet, indicators, row);
            else if (FormHead.OfFunds(sheet, row) is { } funds) row = ReadFunds(sheet, funds, row);
            else row++;
        }
    }

    private int ReadFunds(FormSheet sheet, FormHead head, int at)
    {
        TakeFunds();
        _isOpen = false;
        var money = new[] { head[FormColumn.Initial], head[FormColumn.Budget], head[FormColumn.Executed] }.OfType<int>().ToArray();
        var row = at + head.Rows;
        for (; row < sheet.Rows && FormHead.OfIndicators(sheet, row) is null && FormHead.OfFunds(sheet, row) is null; row++)
        {
            var label = sheet.CellsOf(row).LastOrDefault(c => c.Column + c.ColumnSpan <= money.Min() && c.Text.Length > 0 && c.Row == row) ?? sheet.CellsOf(row).First();
            if (StartsWithAny(label.Text, Ends) || !money.Any(c => sheet.Own(row, c) is { } cell && (cell.Number is not null || cell.IsBlank))) break;
            FormCell? Cell(FormColumn column) => head[column] is { } c ? sheet.Own(row, c) : null;
            _funds.Add(new FundsRow(label, Cell(FormColumn.Initial), Cell(FormColumn.Budget), Cell(FormColumn.Executed),
                head.WeightColumns.Count > 0 ? sheet.Own(row, head.WeightColumns[0]) : null, Cell(FormColumn.Rate), head.Score is { } score ? sheet.Own(row, score) : null));
            _fundsRows.Add((sheet.Block, row - sheet.HeadOffset));
        }
        return Math.Max(row, at + head.Rows);
    }

    /// <summary>Funds that no indicators followed: a form of their own when points are given for them, else some other table.</summary>
    private void TakeFunds()
    {
        if (_funds.Exists(f => f.Weight?.Number is not null && f.Score is not null)) Start(new ScoreForm());
        _funds.Clear();
        _fundsRows.Clear();
    }

    private void Start(ScoreForm form)
    {
        form.Funds.AddRange(_funds);
        _rows.UnionWith(_fundsRows);
        _funds.Clear();
        _fundsRows.Clear();
        _forms.Add(form);
    }

    private static bool StartsWithAny(string text, string[] words)
    {
        foreach (var word in words) if (text.StartsWith(word, StringComparison.Ordinal)) return true;
        return false;
    }

    private int ReadIndicators(FormSheet sheet, FormHead head, int at)
    {
        // A head that comes again without totals before it is that of the next page.
        if (!_isOpen)
        {
            Start(new ScoreForm { AsksReasons = head[FormColumn.Reason] is not null, HasStandards = head[FormColumn.Standard] is not null });
            _isOpen = true;
        }
        var block = new IndicatorBlock(sheet, head, _forms[^1]);
        var row = at + head.Rows;
        for (; row < sheet.Rows && FormHead.OfIndicators(sheet, row) is null && FormHead.OfFunds(sheet, row) is null; row++)
        {
            var cells = sheet.CellsOf(row);
            if (cells.Count <= 2 && cells.Exists(c => c.ColumnSpan * 2 > sheet.Columns)) continue;
            if (cells.Exists(c => c.Row == row && StartsWithAny(c.Text, Footers))) break;
            _rows.Add((sheet.Block, row - sheet.HeadOffset));
            if (cells.Find(c => c.Row == row && c.Text.Length is > 0 and <= 10 && TotalWords.Contains(c.Text.TrimEnd('：', ':'))) is not { } label)
            {
                block.Add(row);
                continue;
            }
            block.Close(row, label);
            _isOpen = false;
            return row + 1;
        }
        return row;
    }
}
