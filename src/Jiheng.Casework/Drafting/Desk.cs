using System.Text;
using Jiheng.Audit;
using Jiheng.Casework.Schemes;
using Jiheng.Documents.Reading;
using Jiheng.Ledger.Accounts;
using Jiheng.Model.Appraisals;
using Jiheng.Model.Documents;
using Jiheng.Model.Facts;
using Jiheng.Model.Measures;
using Jiheng.Model.Schemes;
using Jiheng.Packs;

namespace Jiheng.Casework.Drafting;

/// <summary>A working folder opened: its files read, what was understood of them, and the plan of the draft.</summary>
public sealed class Desk
{
    private Desk(DeskFolder folder) => Folder = folder;

    /// <summary>The folder.</summary>
    public DeskFolder Folder { get; }

    /// <summary>Files that could not be read, with the reason in plain words.</summary>
    public IReadOnlyList<DocumentFault> Faults { get; private init; } = [];

    /// <summary>Last year's report as a document; <c>null</c> when it is missing or cannot be read.</summary>
    public Document? Document { get; private init; }

    /// <summary>Last year's report read for drafting.</summary>
    public OldReport? Report { get; private init; }

    /// <summary>The bytes of last year's report, when it is a docx.</summary>
    public byte[]? Docx { get; private init; }

    /// <summary>All accounts on the desk with the number of their file.</summary>
    public IReadOnlyList<(int File, AccountsBook Book)> Books { get; private init; } = [];

    /// <summary>This year's accounts.</summary>
    public AccountsBook? Current { get; private init; }

    /// <summary>Last year's accounts.</summary>
    public AccountsBook? Last { get; private init; }

    /// <summary>The indicator table received for this year; <c>null</c> when none lies here or the file holds none.</summary>
    public ReceivedForm? Form { get; private init; }

    /// <summary>What does not fit between the files.</summary>
    public IReadOnlyList<AccountsFinding> Misfits { get; private init; } = [];

    /// <summary>The year of the old report; <c>null</c> when neither it nor the officer names one.</summary>
    public int? ReportYear { get; private init; }

    /// <summary>The department; <c>null</c> when not known.</summary>
    public string? Department { get; private init; }

    /// <summary>What becomes of every figure; <c>null</c> until report, its year and this year's accounts are there.</summary>
    public DraftPlan? Plan { get; private init; }

    /// <summary>Reads the files of a folder.</summary>
    public static Desk Open(DeskFolder folder)
    {
        ArgumentNullException.ThrowIfNull(folder);
        var notes = folder.Notes;
        List<DocumentFault> faults = [];
        Document? document = null;
        byte[]? docx = null;
        Document? form = null;
        List<(int File, AccountsBook Book)> books = [];
        foreach (var file in notes.Files)
        {
            var bytes = folder.Read(file);
            var read = DocumentReader.Read(new MemoryStream(bytes, writable: false), file.Name);
            faults.AddRange(read.Faults);
            if (read.Document is null) continue;
            if (file.Role == DeskRole.Form) form = read.Document;
            else if (file.Role == DeskRole.Report)
            {
                document = read.Document;
                docx = file.Name.EndsWith(".docx", StringComparison.OrdinalIgnoreCase) ? bytes : null;
            }
            else books.Add((file.Number, AccountsReader.Read(file.Name, read.Document, Settled(notes, file))));
        }
        var report = document is null ? null : OldReport.Read(document);
        var reportYear = notes.ReportYear ?? report?.Year?.Year;
        var department = notes.Department ?? report?.Department?.Name;
        var (current, last, misfits) = AccountsDesk.Choose([.. books.Select(b => b.Book)], reportYear, department);
        var year = reportYear ?? current?.Year?.Value - 1;
        return new Desk(folder)
        {
            Faults = faults,
            Document = document,
            Report = report,
            Docx = docx,
            Books = books,
            Current = current,
            Last = last,
            Misfits = misfits,
            Form = form is null ? null : ReceivedForm.Read(form)?.With(notes.Points),
            ReportYear = year,
            Department = department ?? current?.Unit?.Value,
            Plan = report is not null && current is not null && year is { } reported ? DraftPlan.Make(report, last, current, reported) : null,
        };
    }

    /// <summary>This year's draft; <c>null</c> without a plan or when the old report is no docx.</summary>
    public WrittenDraft? Draft(DateTimeOffset at) => Plan is null || Docx is null ? null : DraftWriter.Write(Docx, Plan, Folder.Notes.Decisions, at);

    /// <summary>The received form as a pack; <c>null</c> until it is confirmed.</summary>
    public string? PackText() => Form is null || Folder.Notes.Confirmation is not { } origin ? null : LocalPack.ToYaml(Form, origin);

    /// <summary>The score by the received form; official once the form is confirmed, complete and every indicator scored.</summary>
    /// <returns><c>null</c> until the form is confirmed, or when its pack is faulty.</returns>
    public Appraisal? Score()
    {
        if (PackText() is not { } text || Folder.Notes.Confirmation is not { } origin) return null;
        var load = PackLibrary.Load([new PackFile("local.yaml", Encoding.UTF8.GetBytes(text))]);
        if (load.Library?.FindScheme(origin.Id, origin.Year) is not { } scheme) return null;
        var judgements = Folder.Notes.Scores.ToDictionary(s => s.Key, s => new Judgement { Points = s.Value.Points, Reason = s.Value.Reason });
        return new Appraiser(scheme, Objective.None, new SchemeConfirmation(origin.Document, origin.Person, origin.Date, scheme.Hash)).Appraise(new FactBook([]).View("", origin.Year), judgements);
    }

    /// <summary>The audit of the old report.</summary>
    public AuditReport? Audit() => Document is null ? null : Auditor.Audit(Document);

    private static SettledAccounts Settled(DeskNotes notes, DeskFile file) => new(
        null, notes.Years.TryGetValue(file.Number, out var year) ? year : null, MeasureUnit.TryParse(notes.MoneyUnit, out var unit) ? unit : null, notes.Scope, notes.Stage);
}
