using Jiheng.Casework.Drafting;
using Jiheng.Documents.Reading;
using Jiheng.Ledger.Accounts;
using Jiheng.Ledger.Tests.Accounts;
using Jiheng.Model.Documents;

namespace Jiheng.Casework.Tests.Drafting;

/// <summary>What lies on the desk: a report as a docx, and the accounts of two years.</summary>
internal static class Desk
{
    public static AccountsBook Last { get; } = AccountsReader.Read("2024.xlsx", Layouts.Nine(YanfengAccounts.Of2024));

    public static AccountsBook Current { get; } = AccountsReader.Read("2025.xlsx", Layouts.Yuan(YanfengAccounts.Of2025));

    public static byte[] Docx(params string[] lines) => OfficeFiles.Docx(lines);

    public static Document Open(byte[] docx) => DocumentReader.Read(new MemoryStream(docx), "报告.docx").Document.ShouldNotBeNull();

    public static DraftPlan Plan(AccountsBook? last, AccountsBook current, params string[] lines) => DraftPlan.Make(OldReport.Read(Open(Docx(lines))), last, current, 2024);

    public static DraftPlan Plan(params string[] lines) => Plan(Last, Current, lines);

    /// <summary>The figures other than years, as 'old→new' with '?' behind a guess, '…' for what is to be collected and '=' for what stays.</summary>
    public static string[] Show(DraftPlan plan) => [.. plan.Figures.Where(f => !f.IsYear).Select(f => f.Colour switch
    {
        FigureColour.Found => $"{f.Old}→{f.New}{(f.IsCertain ? "" : "?")}",
        FigureColour.ToCollect => $"{f.Old}…",
        _ => $"{f.Old}=",
    })];

    public static string Text(Document document) => string.Join('\n', document.Blocks.Select(b => b switch { Paragraph p => p.Text, Heading h => h.Text, _ => "" }));
}
