using Jiheng.Documents.Docx;

namespace Jiheng.Casework.Drafting;

/// <summary>Writes this year's draft: last year's file with what is found put in and the rest marked, all as tracked changes.</summary>
public static class DraftWriter
{
    /// <summary>The mark of a figure that somebody must fill in.</summary>
    public const string Blank = "【待填】";

    /// <summary>Writes the draft.</summary>
    /// <param name="docx">Last year's report as the plan was made from.</param>
    /// <param name="plan">The plan.</param>
    /// <param name="decisions">The officer's choices by <see cref="DraftFigure.Number"/>; figures without one go by the plan.</param>
    /// <param name="at">When the changes were made.</param>
    /// <returns><c>null</c> when the file is no docx.</returns>
    public static WrittenDraft? Write(byte[] docx, DraftPlan plan, IReadOnlyDictionary<int, DraftDecision> decisions, DateTimeOffset at)
    {
        ArgumentNullException.ThrowIfNull(plan);
        List<(DraftFigure Figure, TextEdit Edit)> edits = [];
        foreach (var figure in plan.Figures)
        {
            if (NewText(figure, decisions.GetValueOrDefault(figure.Number)) is { } text && text != figure.Old)
                edits.Add((figure, new TextEdit(figure.Line.Paragraph, figure.Start, figure.Old, text)));
        }
        if (TrackedChanges.Apply(docx, [.. edits.Select(e => e.Edit)], "绩衡", at) is not { } tracked) return null;
        return new WrittenDraft(tracked.Docx, [.. edits.Where(e => tracked.NotMade.Contains(e.Edit)).Select(e => new UnwrittenFigure(e.Figure, e.Edit.New))]);
    }

    /// <summary>The characters that a figure gets; <c>null</c> to leave it.</summary>
    public static string? NewText(DraftFigure figure, DraftDecision? decision)
    {
        ArgumentNullException.ThrowIfNull(figure);
        if (decision is not null) return decision.Kind switch { DecisionKind.Keep => null, DecisionKind.Replace => decision.Text, _ => Blank };
        return figure.Colour switch
        {
            FigureColour.Stays => null,
            FigureColour.Found when figure.IsCertain => figure.New,
            _ => Blank,
        };
    }
}

/// <summary>A draft written.</summary>
/// <param name="Docx">The file with its tracked changes.</param>
/// <param name="NotMade">Figures that still read as last year, since the file holds them where they cannot be changed safely.</param>
public sealed record WrittenDraft(byte[] Docx, IReadOnlyList<UnwrittenFigure> NotMade)
{
    /// <summary>What must be changed by hand, one line per figure; empty when nothing is left.</summary>
    public string ToText() => NotMade.Count == 0 ? ""
        : "以下各处在 Word 里要手工改（在文本框、脚注、未接受的修订，或一格多段的表格里，没有自动换上）：\n" + string.Concat(NotMade.Select(f => $"{f}\n"));
}

/// <summary>A figure that could not be put into the draft.</summary>
/// <param name="Figure">The figure.</param>
/// <param name="New">What should stand there.</param>
public sealed record UnwrittenFigure(DraftFigure Figure, string New)
{
    /// <inheritdoc/>
    public override string ToString() => $"“{SendSheets.Clause(Figure)}”：{Figure.Old} 应改为 {New}";
}
