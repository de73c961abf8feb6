using System.Diagnostics;
using Jiheng.Casework.Drafting;
using Jiheng.Casework.Tests.Drafting;
using Jiheng.Ledger.Tests.Accounts;

namespace Jiheng.Bench;

/// <summary>From the files on the desk to the draft: a report of about 20 pages and the accounts of two years, one of them in 13 sheets.</summary>
internal static class DraftBench
{
    private const int Repeats = 40;
    private const int Rounds = 5;

    public static void Run()
    {
        var root = Directory.CreateTempSubdirectory("jiheng-bench-").FullName;
        try
        {
            string[] report = [OfficeFiles.Report[0], .. Enumerable.Range(0, Repeats).SelectMany(_ => OfficeFiles.Report.Skip(1))];
            var folder = DeskFolder.Create(root, DateTimeOffset.Now);
            folder.Add(DeskRole.Report, "报告.docx", OfficeFiles.Docx(report));
            folder.Add(DeskRole.Accounts, "2024决算.xlsx", OfficeFiles.Last);
            folder.Add(DeskRole.Accounts, "2025决算.xlsx", OfficeFiles.Xlsx(Layouts.Thirteen(YanfengAccounts.Of2025)));
            for (var round = 0; round < Rounds; round++)
            {
                var watch = Stopwatch.StartNew();
                var desk = Desk.Open(folder);
                var draft = desk.Draft(DateTimeOffset.UnixEpoch)!;
                Console.WriteLine($"{report.Sum(l => l.Length):N0} 字、{desk.Plan!.Figures.Count:N0} 个数，从文件到初稿（{draft.Docx.Length / 1024} KB）：{watch.ElapsedMilliseconds:N0} 毫秒{(round == 0 ? "（含首次编译）" : "")}");
            }
        }
        finally
        {
            Directory.Delete(root, recursive: true);
        }
    }
}
