using System.IO.Compression;
using System.Text;

namespace Jiheng.Documents.Tests.Reading;

/// <summary>Makes small packages by hand, as other programs or attackers would.</summary>
internal static class HandMade
{
    public const string W = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"";

    private const string Rels = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    public static byte[] Docx(string body, string? styles = null, string? numbering = null, string? footnotes = null)
    {
        var parts = new Dictionary<string, string>
        {
            ["word/document.xml"] = body.StartsWith('<') && body.Contains("<w:document") ? body : $"<w:document {W} xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/2006\" xmlns:v=\"urn:schemas-microsoft-com:vml\"><w:body>{body}</w:body></w:document>",
        };
        if (styles is not null) parts["word/styles.xml"] = $"<w:styles {W}>{styles}</w:styles>";
        if (numbering is not null) parts["word/numbering.xml"] = $"<w:numbering {W}>{numbering}</w:numbering>";
        if (footnotes is not null) parts["word/footnotes.xml"] = $"<w:footnotes {W}>{footnotes}</w:footnotes>";
        parts["word/_rels/document.xml.rels"] = Relationships([.. parts.Keys.Where(k => k != "word/document.xml").Select(k => (Path.GetFileNameWithoutExtension(k), Path.GetFileName(k)))]);
        parts["_rels/.rels"] = Relationships([("officeDocument", "word/document.xml")]);
        parts["[Content_Types].xml"] = Types(
        [
            ("/word/document.xml", WordType("document.main")),
            .. parts.Keys.Where(k => k is "word/styles.xml" or "word/numbering.xml" or "word/footnotes.xml").Select(k => ("/" + k, WordType(Path.GetFileNameWithoutExtension(k)))),
        ]);
        return Zip(parts);
    }

    public static byte[] Xlsx(string sheet, string? styles = null, string? shared = null, string workbook = "<sheets><sheet name=\"一\" sheetId=\"1\" r:id=\"rId1\"/></sheets>")
    {
        const string Main = "xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"";
        return Zip(new Dictionary<string, string>
        {
            ["xl/workbook.xml"] = $"<workbook {Main} xmlns:r=\"{Rels}\">{workbook}</workbook>",
            ["xl/worksheets/sheet1.xml"] = $"<worksheet {Main}>{sheet}</worksheet>",
            ["xl/styles.xml"] = $"<styleSheet {Main}>{styles}</styleSheet>",
            ["xl/sharedStrings.xml"] = $"<sst {Main}>{shared}</sst>",
            ["xl/_rels/workbook.xml.rels"] = Relationships([("worksheet", "worksheets/sheet1.xml"), ("styles", "styles.xml"), ("sharedStrings", "sharedStrings.xml")]),
            ["_rels/.rels"] = Relationships([("officeDocument", "xl/workbook.xml")]),
            ["[Content_Types].xml"] = Types(("/xl/workbook.xml", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml")),
        });
    }

    public static byte[] Zip(IReadOnlyDictionary<string, string> parts)
    {
        using var stream = new MemoryStream();
        using (var archive = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in parts)
            {
                using var part = archive.CreateEntry(name).Open();
                part.Write(Encoding.UTF8.GetBytes(content));
            }
        }
        return stream.ToArray();
    }

    public static string Types(params IEnumerable<(string Part, string Type)> overrides) =>
        "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Default Extension=\"xml\" ContentType=\"application/xml\"/>"
        + $"{string.Concat(overrides.Select(o => $"<Override PartName=\"{o.Part}\" ContentType=\"{o.Type}\"/>"))}</Types>";

    private static string WordType(string name) => $"application/vnd.openxmlformats-officedocument.wordprocessingml.{name}+xml";

    public static string Relationships(params (string Type, string Target)[] items) =>
        $"<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">{string.Concat(items.Select((r, i) => $"<Relationship Id=\"rId{i + 1}\" Type=\"{Rels}/{r.Type}\" Target=\"{r.Target}\"/>"))}</Relationships>";
}
