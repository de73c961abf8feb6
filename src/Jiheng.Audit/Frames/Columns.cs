namespace Jiheng.Audit.Frames;

/// <summary>Which column of a table written in words a value stands in.</summary>
internal enum Column
{
    /// <summary>No word says.</summary>
    Plain,

    /// <summary>Budget, plan, target, what should be.</summary>
    Plan,

    /// <summary>Execution, result, what is.</summary>
    Done,
}

/// <summary>Tells the column of a value from its own words.</summary>
internal static class Columns
{
    /// <summary>Whether a label ends with what was spent, used or settled; beside a fund that is what was done with it.</summary>
    public static bool NamesSpending(ReadOnlySpan<char> label) =>
        label.EndsWith("支出", StringComparison.Ordinal) || label.EndsWith("使用", StringComparison.Ordinal) || label.EndsWith("审结", StringComparison.Ordinal) || label.EndsWith("支付", StringComparison.Ordinal);

    /// <summary>Whether a rate of what was done would stand upside down: '预算90.20万元，决算88.00万元，完成预算的102.50%' is no budget over its outlay.</summary>
    public static bool IsInverse(Mention rate, Mention top, Mention bottom) => rate.Says(Cues.Plan | Cues.Done | Cues.Rate) && Of(top) == Column.Plan && Of(bottom) == Column.Done;

    /// <summary>The column of <paramref name="mention"/>; the last word decides.</summary>
    public static Column Of(Mention mention)
    {
        var cues = (mention.Last & (Cues.Plan | Cues.Done)) != 0 ? mention.Last : mention.Lead;
        return (cues & Cues.Done) != 0 ? Column.Done : (cues & Cues.Plan) != 0 ? Column.Plan : Column.Plain;
    }
}
