using Jiheng.Documents.Packages;

namespace Jiheng.Documents.Xlsx;

/// <summary>Writes workbooks for Excel, WPS and LibreOffice.</summary>
public static class XlsxWriter
{
    private const int LongestName = 31;

    /// <summary>
    /// Writes <paramref name="workbook"/>. Numbers are written as they stand, digit by digit. Equal workbooks give equal bytes.
    /// </summary>
    /// <param name="workbook">What to write; one without a sheet gets an empty one, since Excel opens none without.</param>
    /// <param name="output">Where to; need not be seekable and stays open.</param>
    public static void Write(Workbook workbook, Stream output)
    {
        ArgumentNullException.ThrowIfNull(workbook);
        var sheets = workbook.Sheets.Count > 0 ? workbook.Sheets : [new Sheet("", [], [])];
        var names = Names(sheets);
        var styles = new StyleSheet();
        using var package = new PackageWriter(output);
        WriteContentTypes(package, sheets.Count);
        package.Part("_rels/.rels", """
            <?xml version="1.0" encoding="UTF-8" standalone="yes"?>
            <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>
            """u8);
        WriteWorkbook(package, sheets, names);
        WriteRelationships(package, sheets.Count);
        for (var i = 0; i < sheets.Count; i++)
        {
            using var xml = package.Xml($"xl/worksheets/sheet{i + 1}.xml");
            new SheetPart(xml, styles).Write(sheets[i], selected: i == 0);
        }
        using var stylesXml = package.Xml("xl/styles.xml");
        styles.Write(stylesXml);
    }

    /// <summary>Tab names as Excel accepts them: no []:*?/\, 1 to 31 characters, no two alike.</summary>
    private static List<string> Names(IReadOnlyList<Sheet> sheets)
    {
        var names = new List<string>(sheets.Count);
        foreach (var sheet in sheets)
        {
            var clean = new string([.. sheet.Name.Select(c => c is '[' or ']' or ':' or '*' or '?' or '/' or '\\' || char.IsControl(c) ? ' ' : c)]).Trim(' ', '\'');
            if (clean.Length == 0) clean = $"表{names.Count + 1}";
            var name = Cut(clean, LongestName);
            for (var n = 2; names.Contains(name, StringComparer.OrdinalIgnoreCase); n++)
                name = $"{Cut(clean, LongestName - 2 - n.ToString(System.Globalization.CultureInfo.InvariantCulture).Length)}({n})";
            names.Add(name);
        }
        return names;
    }

    private static string Cut(string text, int length) => text.Length <= length ? text : text[..length];

    private static void WriteContentTypes(PackageWriter package, int sheets)
    {
        using var xml = package.Xml("[Content_Types].xml");
        xml.Raw("""
            <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/>
            """u8);
        for (var i = 1; i <= sheets; i++)
            xml.Raw("<Override PartName=\"/xl/worksheets/sheet"u8).Number(i).Raw(".xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml\"/>"u8);
        xml.Raw("</Types>"u8);
    }

    private static void WriteWorkbook(PackageWriter package, IReadOnlyList<Sheet> sheets, List<string> names)
    {
        using var xml = package.Xml("xl/workbook.xml");
        xml.Raw("<workbook xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"><sheets>"u8);
        for (var i = 0; i < sheets.Count; i++)
            xml.Raw("<sheet name=\""u8).Text(names[i]).Raw("\" sheetId=\""u8).Number(i + 1).Raw("\" r:id=\"rId"u8).Number(i + 1).Raw("\"/>"u8);
        xml.Raw("</sheets>"u8);
        if (sheets.Any(s => s.HeadRows > 0))
        {
            xml.Raw("<definedNames>"u8);
            for (var i = 0; i < sheets.Count; i++)
            {
                if (sheets[i].HeadRows == 0) continue;
                xml.Raw("<definedName name=\"_xlnm.Print_Titles\" localSheetId=\""u8).Number(i).Raw("\">'"u8)
                    .Text(names[i].Replace("'", "''", StringComparison.Ordinal))
                    .Raw("'!$1:$"u8).Number(sheets[i].HeadRows).Raw("</definedName>"u8);
            }
            xml.Raw("</definedNames>"u8);
        }
        xml.Raw("</workbook>"u8);
    }

    private static void WriteRelationships(PackageWriter package, int sheets)
    {
        using var xml = package.Xml("xl/_rels/workbook.xml.rels");
        xml.Raw("<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"u8);
        for (var i = 1; i <= sheets; i++)
            xml.Raw("<Relationship Id=\"rId"u8).Number(i).Raw("\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet\" Target=\"worksheets/sheet"u8).Number(i).Raw(".xml\"/>"u8);
        xml.Raw("<Relationship Id=\"rIdStyles\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles\" Target=\"styles.xml\"/></Relationships>"u8);
    }
}
