using Jiheng.Casework.Dossiers;
using Jiheng.Casework.Forms;
using Jiheng.Documents.Docx;
using Jiheng.Documents.Xlsx;

namespace Jiheng.Casework.Handing;

/// <summary>The files that a bureau hands in, each made anew from the dossier whenever it is asked for.</summary>
public static class HandInFiles
{
    /// <summary>All files by name.</summary>
    public static IReadOnlyList<HandInFile> All { get; } =
    [
        new("report.docx", "自评报告", Docx, (file, to) => DocxWriter.Write(file.Report(), to)),
        new("score-table.docx", "自评表（Word）", Docx, (file, to) => DocxWriter.Write(ScoreTable.Write(file), to)),
        new("score-table.xlsx", "自评表（Excel）", Xlsx, (file, to) => XlsxWriter.Write(new Workbook([Workbook.FromTable("自评表", ScoreTable.Sheet(file), file.TrialNotice)]), to)),
        new("data-table.xlsx", "基础数据表", Xlsx, (file, to) => XlsxWriter.Write(Workbook.From(DataTable.Write(file)), to)),
    ];

    private const string Docx = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
    private const string Xlsx = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    /// <summary>The file with this name, or <c>null</c>.</summary>
    public static HandInFile? Find(string name) => All.FirstOrDefault(f => f.Name == name);
}

/// <summary>A file that can be handed in.</summary>
/// <param name="Name">File name.</param>
/// <param name="Title">What it is, in Chinese.</param>
/// <param name="ContentType">MIME type.</param>
/// <param name="Write">Writes it to a stream.</param>
public sealed record HandInFile(string Name, string Title, string ContentType, Action<CaseFile, Stream> Write)
{
    /// <summary>Name under which a person saves it: department, year and what it is.</summary>
    public string SaveAs(CaseFile file)
    {
        ArgumentNullException.ThrowIfNull(file);
        return $"{file.Dossier.Department}{file.Dossier.Year}年度{Title.Replace("（Word）", "", StringComparison.Ordinal).Replace("（Excel）", "", StringComparison.Ordinal)}{Path.GetExtension(Name)}";
    }
}
