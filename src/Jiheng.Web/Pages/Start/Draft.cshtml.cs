using Jiheng.Casework.Drafting;
using Jiheng.Documents.Reading;
using Jiheng.Ledger.Accounts;
using Jiheng.Web.Auditing;
using Jiheng.Web.Start;
using Microsoft.AspNetCore.Mvc;

namespace Jiheng.Web.Pages.Start;

/// <summary>The old report in its colours; a click on a figure says why, and lets the officer decide.</summary>
[RequestSizeLimit(Uploads.LargestRequest)]
[RequestFormLimits(MultipartBodyLengthLimit = Uploads.LargestRequest)]
public sealed class DraftModel(Desks desks, TimeProvider clock) : DeskPage(desks)
{
    /// <summary>The lines in their colours.</summary>
    public IReadOnlyList<ColouredLine> Lines { get; private set; } = [];

    /// <summary>The sheets to send out.</summary>
    public IReadOnlyList<SendSheet> Sheets { get; private set; } = [];

    /// <summary>Figures that the file holds where they cannot be changed safely, so that a person must.</summary>
    public IReadOnlyList<UnwrittenFigure> ByHand { get; private set; } = [];

    /// <summary>Number of the figure picked; 0 for none.</summary>
    public int Number { get; private set; }

    /// <summary>What became of sheets that came back.</summary>
    public string Told { get; private set; } = "";

    /// <summary>The figure picked.</summary>
    public ColouredPiece? Picked => Number == 0 ? null : Pieces.FirstOrDefault(p => p.Figure!.Number == Number);

    private IEnumerable<ColouredPiece> Pieces => Lines.SelectMany(l => l.Pieces).Where(p => p.Figure is not null);

    /// <summary>How many figures have a colour.</summary>
    public int Count(string colour) => Pieces.Count(p => p.Class == colour);

    /// <summary>Other cells that the officer may choose, with the characters that each would give.</summary>
    public static IEnumerable<(AccountsCell Cell, string Text)> Choices(DraftFigure figure)
    {
        ArgumentNullException.ThrowIfNull(figure);
        return figure.Candidates.Select(c => (Cell: c, Text: figure.Print(c.Value))).Where(c => c.Text != figure.New).DistinctBy(c => c.Text);
    }

    /// <summary>Shows the report, the figure <paramref name="n"/> picked.</summary>
    public void OnGet(int n) => Show(n);

    /// <summary>Keeps what the officer decided about one figure.</summary>
    public IActionResult OnPost(int n, string? kind, string? choice, string? text)
    {
        if (Desk.Plan?.Figures.FirstOrDefault(f => f.Number == n) is not { } figure) return Redirect($"{Address}/draft");
        DraftDecision? decision = (kind, choice) switch
        {
            (_, { Length: > 0 }) => new(DecisionKind.Replace, choice),
            ("accept", _) when figure.New is not null => new(DecisionKind.Replace, figure.New),
            ("replace", _) when !string.IsNullOrWhiteSpace(text) => new(DecisionKind.Replace, text.Trim()),
            ("keep", _) => new(DecisionKind.Keep),
            ("collect", _) => new(DecisionKind.Collect),
            _ => null,
        };
        var decisions = new Dictionary<int, DraftDecision>(Folder.Notes.Decisions);
        if (decision is null && kind == "undo") decisions.Remove(n);
        else if (decision is not null) decisions[n] = decision;
        Folder.Save(Folder.Notes with { Decisions = decisions });
        return Redirect($"{Address}/draft?n={n}#n{n}");
    }

    /// <summary>Puts the answers of sheets that came back into the draft.</summary>
    public async Task<IActionResult> OnPostAnswersAsync(IReadOnlyList<IFormFile> answers, CancellationToken cancel)
    {
        if (Desk.Plan is not { } plan) return Redirect($"{Address}/draft");
        var decisions = new Dictionary<int, DraftDecision>(Folder.Notes.Decisions);
        List<string> told = [];
        foreach (var file in answers)
        {
            var read = DocumentReader.Read(new MemoryStream(await IndexModel.BytesOf(file, cancel)), file.FileName);
            told.AddRange(read.Faults.Select(f => f.ToString()));
            if (read.Document is null) continue;
            var back = SendSheets.ReadBack(read.Document, plan);
            foreach (var (number, decision) in back) decisions[number] = decision;
            told.Add($"{file.FileName}：填进 {back.Count} 处。");
        }
        Folder.Save(Folder.Notes with { Decisions = decisions });
        Told = string.Join(' ', told);
        Show(0);
        return Page();
    }

    private void Show(int number)
    {
        if (Desk.Plan is not { } plan) return;
        Number = number;
        Lines = ColouredLine.Of(plan, Folder.Notes.Decisions);
        Sheets = SendSheets.Of(plan, Folder.Notes.Decisions);
        ByHand = Desk.Draft(clock.GetUtcNow())?.NotMade ?? [];
    }
}
