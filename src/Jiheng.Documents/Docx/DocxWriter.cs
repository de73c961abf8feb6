using Jiheng.Documents.Packages;
using Jiheng.Model.Documents;

namespace Jiheng.Documents.Docx;

/// <summary>
/// Writes documents for Word, WPS and LibreOffice in the layout of official documents (GB/T 9704-2012). Parts are
/// written straight as UTF-8, without an object model in between.
/// </summary>
public static class DocxWriter
{
    /// <summary>
    /// Writes <paramref name="document"/>. Equal documents give equal bytes. The page numbers of the table of contents are
    /// estimated, see <see cref="PageEstimate"/>.
    /// </summary>
    /// <param name="document">What to write.</param>
    /// <param name="output">Where to; need not be seekable and stays open.</param>
    public static void Write(Document document, Stream output)
    {
        ArgumentNullException.ThrowIfNull(document);
        using var package = new PackageWriter(output);
        var charts = WriteBody(package, document);
        for (var i = 0; i < charts.Count; i++) DocxChart.Write(package, charts[i], i + 1);
        var notice = document.Notice is { Length: > 0 } text ? text : null;
        WriteContentTypes(package, charts.Count, notice is not null);
        WriteRelationships(package, charts.Count, notice is not null);
        WriteProperties(package, document.Title);
        package.Part("_rels/.rels", """
            <?xml version="1.0" encoding="UTF-8" standalone="yes"?>
            <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/><Relationship Id="rId2" Type="http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties" Target="docProps/core.xml"/></Relationships>
            """u8);
        package.Part("word/styles.xml", FixedParts.Styles);
        package.Part("word/settings.xml", FixedParts.Settings);
        package.Part("word/fontTable.xml", FixedParts.FontTable);
        package.Part("word/footerOdd.xml", FixedParts.OddFooter);
        package.Part("word/footerEven.xml", FixedParts.EvenFooter);
        if (notice is null) return;
        WriteHeader(package, "word/headerOdd.xml", notice);
        WriteHeader(package, "word/headerEven.xml", notice);
    }

    private static IReadOnlyList<Chart> WriteBody(PackageWriter package, Document document)
    {
        using var xml = package.Xml("word/document.xml");
        var body = new DocxBody(xml, document);
        body.Write();
        return body.Charts;
    }

    private static void WriteHeader(PackageWriter package, string part, string notice)
    {
        using var xml = package.Xml(part);
        xml.Raw("<w:hdr xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:p><w:pPr><w:pStyle w:val=\"Header\"/></w:pPr>"u8);
        DocxBody.WriteRuns(xml, [new Run(notice)]);
        xml.Raw("</w:p></w:hdr>"u8);
    }

    private static void WriteProperties(PackageWriter package, string title)
    {
        using var xml = package.Xml("docProps/core.xml");
        xml.Raw("<cp:coreProperties xmlns:cp=\"http://schemas.openxmlformats.org/package/2006/metadata/core-properties\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\"><dc:title>"u8)
            .Text(title).Raw("</dc:title><dc:language>zh-CN</dc:language></cp:coreProperties>"u8);
    }

    private static void WriteContentTypes(PackageWriter package, int charts, bool notice)
    {
        using var xml = package.Xml("[Content_Types].xml");
        xml.Raw("""
            <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Default Extension="xlsx" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/><Override PartName="/word/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.styles+xml"/><Override PartName="/word/settings.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.settings+xml"/><Override PartName="/word/fontTable.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.fontTable+xml"/><Override PartName="/word/footerOdd.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.footer+xml"/><Override PartName="/word/footerEven.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.footer+xml"/><Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/>
            """u8);
        if (notice)
            xml.Raw("<Override PartName=\"/word/headerOdd.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.header+xml\"/><Override PartName=\"/word/headerEven.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.header+xml\"/>"u8);
        for (var i = 1; i <= charts; i++)
            xml.Raw("<Override PartName=\"/word/charts/chart"u8).Number(i).Raw(".xml\" ContentType=\"application/vnd.openxmlformats-officedocument.drawingml.chart+xml\"/>"u8);
        xml.Raw("</Types>"u8);
    }

    private static void WriteRelationships(PackageWriter package, int charts, bool notice)
    {
        using var xml = package.Xml("word/_rels/document.xml.rels");
        xml.Raw("<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"u8);
        Relate(xml, "rIdStyles", "styles", "styles.xml");
        Relate(xml, "rIdSettings", "settings", "settings.xml");
        Relate(xml, "rIdFonts", "fontTable", "fontTable.xml");
        Relate(xml, "rIdFooterOdd", "footer", "footerOdd.xml");
        Relate(xml, "rIdFooterEven", "footer", "footerEven.xml");
        if (notice)
        {
            Relate(xml, "rIdHeaderOdd", "header", "headerOdd.xml");
            Relate(xml, "rIdHeaderEven", "header", "headerEven.xml");
        }
        for (var i = 1; i <= charts; i++) Relate(xml, $"rIdChart{i}", "chart", $"charts/chart{i}.xml");
        xml.Raw("</Relationships>"u8);
    }

    private static void Relate(Utf8Xml xml, string id, string type, string target) =>
        xml.Raw("<Relationship Id=\""u8).Text(id).Raw("\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/"u8)
            .Text(type).Raw("\" Target=\""u8).Text(target).Raw("\"/>"u8);
}
