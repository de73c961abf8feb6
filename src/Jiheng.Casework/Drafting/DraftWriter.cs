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
    public static TrackedDocx? Write(byte[] docx, DraftPlan plan, IReadOnlyDictionary<int, DraftDecision> decisions, DateTimeOffset at)
    {
        ArgumentNullException.ThrowIfNull(plan);
        List<TextEdit> edits = [];
        foreach (var figure in plan.Figures)
        {
            if (NewText(figure, decisions.GetValueOrDefault(figure.Number)) is { } text && text != figure.Old && figure.Line.Paragraph >= 0)
                edits.Add(new TextEdit(figure.Line.Paragraph, figure.Start, figure.Old, text));
        }
        return TrackedChanges.Apply(docx, edits, "绩衡", at);
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
