using Jiheng.Audit;
using Jiheng.Audit.Tests.ScoreForms;
using Jiheng.Documents.Docx;
using Jiheng.Documents.Reading;
using Jiheng.Documents.Xlsx;
using Jiheng.Model.Documents;

namespace Jiheng.Casework.Tests.Checking;

/// <summary>The audit's example forms as real files, written, read back and audited: merged cells, numbers and heads survive the way.</summary>
public class FormFilesTests
{
    private static readonly string Folder = Path.Combine(ShippedSamples.Root(), "tests", "Jiheng.Audit.Tests", "ScoreForms");

    public static TheoryData<string, string> Files()
    {
        var data = new TheoryData<string, string>();
        foreach (var folder in (string[])["合规", "一表一错"])
            foreach (var file in Directory.EnumerateFiles(Path.Combine(Folder, folder)).Order(StringComparer.Ordinal))
                foreach (var format in (string[])["docx", "xlsx"]) data.Add(Path.Combine(folder, Path.GetFileName(file)), format);
        return data;
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void A_form_in_a_file_is_judged_like_the_form_in_memory(string file, string format)
    {
        var text = File.ReadAllText(Path.Combine(Folder, file)).ReplaceLineEndings("\n");
        if (text.StartsWith("JH", StringComparison.Ordinal)) text = text[(text.IndexOf('\n', StringComparison.Ordinal) + 1)..];
        var form = Form.Of(text);
        using var bytes = new MemoryStream();
        if (format == "docx") DocxWriter.Write(form, bytes);
        else XlsxWriter.Write(Workbook.From(form), bytes);
        bytes.Position = 0;
        Codes(DocumentReader.Read(bytes, "自评表." + format).Document!).ShouldBe(Codes(form));
    }

    private static List<string> Codes(Document document) => [.. Auditor.Audit(document).Findings.Select(f => f.Code)];
}
