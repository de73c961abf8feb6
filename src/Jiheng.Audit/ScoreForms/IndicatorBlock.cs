namespace Jiheng.Audit.ScoreForms;

/// <summary>Adds the rows below one head to a form.</summary>
internal sealed class IndicatorBlock
{
    private readonly FormSheet _sheet;
    private readonly FormHead _head;
    private readonly ScoreForm _form;
    private readonly int[] _levels;
    private readonly FormGroup?[] _open;

    /// <summary>Reads below <paramref name="head"/>.</summary>
    public IndicatorBlock(FormSheet sheet, FormHead head, ScoreForm form)
    {
        (_sheet, _head, _form) = (sheet, head, form);
        _levels = [.. head.Levels];
        _open = new FormGroup?[_levels.Length];
    }

    /// <summary>Column of the points of the rows themselves: the last one.</summary>
    private int WeightColumn => _head.WeightColumns[^1];

    /// <summary>Adds a row; one that has neither points nor score is none.</summary>
    public void Add(int row)
    {
        var name = _levels.Select(c => _sheet[row, c]).OfType<FormCell>().LastOrDefault(c => c.Text.Length > 0) ?? _levels.Select(c => _sheet[row, c]).OfType<FormCell>().FirstOrDefault();
        if (name is null || name.Text.Contains("小计", StringComparison.Ordinal)) return;
        for (var level = 0; level < _levels.Length - 1; level++) Open(row, level, name);
        var weight = _sheet.Own(row, WeightColumn);
        if (weight is null && _sheet[row, WeightColumn] is null) return;
        var (target, actual) = (Cell(row, FormColumn.Target), Cell(row, FormColumn.Actual));
        var score = _head.Score is { } column ? _sheet.Own(row, column) : null;
        var reason = _head[FormColumn.Reason] is { } at ? _sheet[row, at] : null;
        var unit = Cell(row, FormColumn.Unit)?.Text ?? "";
        var sign = Cell(row, FormColumn.Sign)?.Text ?? "";
        var made = new IndicatorRow(name, weight, target, actual, score, reason, Value(sign, target, unit), Value("", actual, unit));
        _form.Rows.Add(made);
        foreach (var group in _open) group?.Add(made, _open);
    }

    /// <summary>Takes the row of totals.</summary>
    public void Close(int row, FormCell label)
    {
        FormCell? Total(int? column) => column is { } c && _sheet[row, c] is { } cell && !ReferenceEquals(cell, label) && cell.Number is not null ? cell : null;
        // Forms with points at three levels print their sum below the first of them.
        var weight = _head.WeightColumns.Reverse().Select(c => Total(c)).OfType<FormCell>().FirstOrDefault();
        var score = Total(_head.Score);
        _form.Totals = new FormTotals(label, ReferenceEquals(weight, score) ? null : weight, score);
        foreach (var cell in _sheet.CellsOf(row)) if (GradeIn(cell.Text) is { } grade) _form.Grade ??= (grade, cell);
    }

    /// <summary>The grade that a cell declares: 等级：优.</summary>
    private static char? GradeIn(string text)
    {
        var at = text.IndexOf("等级", StringComparison.Ordinal);
        if (at < 0) return null;
        var rest = text.AsSpan(at + 2).TrimStart("为：:“\"");
        return rest.Length > 0 && rest[0] is '优' or '良' or '中' or '差' ? rest[0] : null;
    }

    private FormCell? Cell(int row, FormColumn column) => _head[column] is { } c ? _sheet.Own(row, c) : null;

    private static FormValue? Value(string sign, FormCell? cell, string unit)
    {
        if (cell is null || cell.IsBlank) return null;
        return FormValue.Read(cell.Text) is { Sign: Sense.None, Unit.Length: 0 } or null ? FormValue.Read($"{sign}{cell.Text}{unit}") ?? FormValue.Read(cell.Text) : FormValue.Read(sign + cell.Text) ?? FormValue.Read(cell.Text);
    }

    /// <summary>Opens the group of a level where its cell begins; a blank cell, or the same words again on the next page, go on.</summary>
    private void Open(int row, int level, FormCell name)
    {
        if (ReferenceEquals(_sheet[row, _levels[level]], name)) _open[level] = null;
        if (_sheet.Own(row, _levels[level]) is not { Text.Length: > 0 } cell || ReferenceEquals(cell, name)) return;
        if (_form.LastGroup(cell.Column) is { } before && before.Cell.Text == cell.Text && (level == 0 || _open[level - 1] is not { } parent || before.IsWithin(parent)))
        {
            _open[level] = before;
            return;
        }
        for (var below = level; below < _open.Length; below++) _open[below] = null;
        var column = _head.WeightColumns.Where(c => c > _levels[level] && c < _levels[level + 1]).Select(c => (int?)c).FirstOrDefault();
        var own = column is { } c ? _sheet[row, c] : null;
        var group = new FormGroup(cell, own is not null ? own.Number : FormNumber.InBrackets(cell.Text), own ?? cell);
        _form.Open(group);
        _open[level] = group;
    }
}
