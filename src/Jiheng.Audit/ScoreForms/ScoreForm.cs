namespace Jiheng.Audit.ScoreForms;

/// <summary>A self-evaluation form (绩效自评表) found in a document: its funds, indicators and totals.</summary>
internal sealed class ScoreForm
{
    private readonly List<FormGroup> _groups = [];
    private readonly Dictionary<int, FormGroup> _last = [];

    /// <summary>Rows of the funds block, the total first where there is one; empty without such a block.</summary>
    public List<FundsRow> Funds { get; } = [];

    /// <summary>Scored rows in order.</summary>
    public List<IndicatorRow> Rows { get; } = [];

    /// <summary>First and second level cells with the rows below each.</summary>
    public IReadOnlyList<FormGroup> Groups => _groups;

    /// <summary>The row of totals; <c>null</c> when the form has none.</summary>
    public FormTotals? Totals { get; set; }

    /// <summary>Whether it has a column for reasons of deviations.</summary>
    public bool AsksReasons { get; init; }

    /// <summary>Whether it has a column that says how points are given.</summary>
    public bool HasStandards { get; init; }

    /// <summary>Declared grade with the place of its cell; <c>null</c> for none.</summary>
    public (char Grade, FormCell Cell)? Grade { get; set; }

    /// <summary>The funds row that carries points; <c>null</c> for none.</summary>
    public FundsRow? ScoredFunds => Funds.FirstOrDefault(f => f.Weight?.Number is not null);

    /// <summary>The group that began last in a column; <c>null</c> for none.</summary>
    public FormGroup? LastGroup(int column) => _last.GetValueOrDefault(column);

    /// <summary>Begins a group.</summary>
    public void Open(FormGroup group)
    {
        _groups.Add(group);
        _last[group.Cell.Column] = group;
    }
}

/// <summary>One scored row. A cell is <c>null</c> where the form has no such column, or where it belongs to the row above.</summary>
/// <param name="Name">Name of the indicator.</param>
/// <param name="Weight">分值.</param>
/// <param name="Target">年度指标值.</param>
/// <param name="Actual">实际完成值.</param>
/// <param name="Score">得分.</param>
/// <param name="Reason">偏差原因.</param>
/// <param name="Required">What the target demands, from its own cell or with the columns of sign and unit; <c>null</c> when it is no single number.</param>
/// <param name="Done">The actual value; <c>null</c> when it is no single number.</param>
internal sealed record IndicatorRow(FormCell Name, FormCell? Weight, FormCell? Target, FormCell? Actual, FormCell? Score, FormCell? Reason, FormValue? Required, FormValue? Done)
{
    /// <summary>Whether no points can be had here: a dash in place of the weight.</summary>
    public bool IsUnused => Weight is { IsDash: true };

    /// <summary>Whether all points were given.</summary>
    public bool IsFull => Weight?.Number is { Value: > 0m } weight && Score?.Number is { } score && score.Value == weight.Value;

    /// <summary>Whether points were lost.</summary>
    public bool IsShort => Weight?.Number is { } weight && Score?.Number is { } score && score.Value < weight.Value;

    /// <summary>Way of the target: as the form says it, else as the name suggests, which is a guess.</summary>
    public (Sense Sign, bool IsGuess) Sense => Required is { Sign: not ScoreForms.Sense.None and var sign } ? (sign, false) : (FormValue.Usual(Name.Text), true);

    /// <summary>Whether the actual value meets the target; <c>null</c> when that cannot be said.</summary>
    public bool? IsMet => Required is { } required && Done is { Sign: ScoreForms.Sense.None } done && required.Fits(done) ? required.IsMetBy(done, Sense.Sign) : null;
}

/// <summary>A first or second level cell and the rows below it.</summary>
/// <param name="cell">The cell with the name.</param>
/// <param name="weight">Its points, from a column of its own or in brackets behind the name; <c>null</c> when not printed.</param>
/// <param name="weightCell">Where they stand.</param>
internal sealed class FormGroup(FormCell cell, FormNumber? weight, FormCell weightCell)
{
    private FormGroup[] _around = [];

    /// <summary>The cell with the name.</summary>
    public FormCell Cell { get; } = cell;

    /// <summary>Its points, from a column of its own or in brackets behind the name; <c>null</c> when not printed.</summary>
    public FormNumber? Weight { get; } = weight;

    /// <summary>Where they stand.</summary>
    public FormCell WeightCell { get; } = weightCell;

    /// <summary>Rows below it.</summary>
    public List<IndicatorRow> Rows { get; } = [];

    /// <summary>Adds a row that stands in all of <paramref name="open"/>.</summary>
    public void Add(IndicatorRow row, FormGroup?[] open)
    {
        // Kept up to date here, since forms that name their groups in every line ask in every line.
        _around = Rows.Count == 0 ? [.. open.OfType<FormGroup>()] : Array.FindAll(_around, open.Contains);
        Rows.Add(row);
    }

    /// <summary>Whether all its rows are rows of <paramref name="other"/> too; so it is with none.</summary>
    public bool IsWithin(FormGroup other) => Rows.Count == 0 || Array.IndexOf(_around, other) >= 0;
}

/// <summary>The row of totals.</summary>
/// <param name="Label">Cell that says so.</param>
/// <param name="Weight">Sum of points; <c>null</c> when not printed.</param>
/// <param name="Score">Total score; <c>null</c> when not printed.</param>
internal sealed record FormTotals(FormCell Label, FormCell? Weight, FormCell? Score);

/// <summary>One row of the funds block. A cell is <c>null</c> where there is no such column.</summary>
/// <param name="Label">Name of the funds.</param>
/// <param name="Initial">年初预算数.</param>
/// <param name="Budget">全年预算数.</param>
/// <param name="Executed">全年执行数.</param>
/// <param name="Weight">分值.</param>
/// <param name="Rate">执行率.</param>
/// <param name="Score">得分.</param>
internal sealed record FundsRow(FormCell Label, FormCell? Initial, FormCell? Budget, FormCell? Executed, FormCell? Weight, FormCell? Rate, FormCell? Score)
{
    private static readonly string[] TotalWords = ["总额", "合计", "总计"];

    /// <summary>Whether it is the whole of the funds.</summary>
    public bool IsTotal => Array.Exists(TotalWords, w => Label.Text.Contains(w, StringComparison.Ordinal));
}
