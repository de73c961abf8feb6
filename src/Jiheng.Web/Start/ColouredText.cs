using Jiheng.Casework.Drafting;

namespace Jiheng.Web.Start;

/// <summary>A line of the old report in pieces, each plain or one figure in its colour.</summary>
/// <param name="Line">The line.</param>
/// <param name="Pieces">Its pieces in order.</param>
public sealed record ColouredLine(ReportLine Line, IReadOnlyList<ColouredPiece> Pieces)
{
    /// <summary>All lines of the report.</summary>
    public static IReadOnlyList<ColouredLine> Of(DraftPlan plan, IReadOnlyDictionary<int, DraftDecision> decisions)
    {
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentNullException.ThrowIfNull(decisions);
        var figures = plan.Figures.ToLookup(f => f.Line);
        return [.. plan.Report.Lines.Select(l => new ColouredLine(l, [.. Cut(l, figures[l], decisions)]))];
    }

    private static IEnumerable<ColouredPiece> Cut(ReportLine line, IEnumerable<DraftFigure> figures, IReadOnlyDictionary<int, DraftDecision> decisions)
    {
        var at = 0;
        // List numbers and the numbers of duties are not worth a colour.
        foreach (var figure in figures.Where(f => f.Colour != FigureColour.Stays || (!f.Line.InDuties && f.Reason != "序号")))
        {
            if (figure.Start > at) yield return new(line.Text[at..figure.Start], null, null);
            yield return new(figure.Old, figure, decisions.GetValueOrDefault(figure.Number));
            at = figure.End;
        }
        if (at < line.Text.Length) yield return new(line.Text[at..], null, null);
    }
}

/// <summary>A piece of a line.</summary>
/// <param name="Text">Its characters in the old report.</param>
/// <param name="Figure">The figure that it is; <c>null</c> for plain text.</param>
/// <param name="Decision">What the officer decided about it; <c>null</c> for nothing yet.</param>
public sealed record ColouredPiece(string Text, DraftFigure? Figure, DraftDecision? Decision)
{
    /// <summary>What the draft will say; <c>null</c> when the old characters stay.</summary>
    public string? New => Figure is null ? null : DraftWriter.NewText(Figure, Decision);

    /// <summary>Class of the style sheet: the colour.</summary>
    public string Class => Figure is null ? "" : New switch
    {
        null => "stay",
        DraftWriter.Blank => Figure.Colour == FigureColour.Found && Decision is null ? "guess" : "ask",
        _ => "found",
    };
}
