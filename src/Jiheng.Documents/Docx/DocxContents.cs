using Jiheng.Documents.Packages;
using Jiheng.Model.Documents;

namespace Jiheng.Documents.Docx;

/// <summary>
/// Writes the table of contents as Word's own field with its result in place: entries, dots and page numbers are there
/// when the file is opened, nobody is asked, and 'update field' still works.
/// </summary>
internal sealed class DocxContents(Utf8Xml xml)
{
    /// <summary>Writes the name of the bookmark of the heading that is block number <paramref name="block"/>.</summary>
    public static Utf8Xml WriteBookmark(Utf8Xml xml, int block) => xml.Raw("_Toc"u8).Number(100000 + block);

    /// <summary>Writes the contents of <paramref name="document"/>; a document without headings gets none.</summary>
    public void Write(Document document, TableOfContents contents, IReadOnlyList<int> pages, bool pageBreakBefore)
    {
        var entries = document.Blocks.Select((block, i) => (Heading: block as Heading, Block: i))
            .Where(e => e.Heading is not null && e.Heading.Level <= contents.Depth).ToList();
        if (entries.Count == 0) return;
        xml.Raw("<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val=\"Table of Contents\"/><w:docPartUnique/></w:docPartObj></w:sdtPr><w:sdtContent><w:p><w:pPr><w:pStyle w:val=\"ContentsTitle\"/>"u8)
            .Raw(pageBreakBefore ? "<w:pageBreakBefore/>"u8 : [])
            .Raw("</w:pPr><w:r><w:t>"u8).Text(DocxBody.ContentsTitle).Raw("</w:t></w:r></w:p>"u8);
        for (var i = 0; i < entries.Count; i++)
        {
            xml.Raw("<w:p><w:pPr><w:pStyle w:val=\"TOC"u8).Number(Math.Clamp(entries[i].Heading!.Level, 1, 4)).Raw("\"/></w:pPr>"u8);
            if (i == 0)
                xml.Raw("<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText xml:space=\"preserve\"> TOC \\o \"1-"u8).Number(contents.Depth)
                    .Raw("\" \\h \\z \\u </w:instrText></w:r><w:r><w:fldChar w:fldCharType=\"separate\"/></w:r>"u8);
            WriteEntry(entries[i].Heading!, entries[i].Block, pages[entries[i].Block]);
            if (i == entries.Count - 1) xml.Raw("<w:r><w:fldChar w:fldCharType=\"end\"/></w:r>"u8);
            xml.Raw("</w:p>"u8);
        }
        xml.Raw("</w:sdtContent></w:sdt>"u8);
    }

    private void WriteEntry(Heading heading, int block, int page)
    {
        xml.Raw("<w:hyperlink w:anchor=\""u8);
        WriteBookmark(xml, block).Raw("\" w:history=\"1\">"u8);
        DocxBody.WriteRuns(xml, heading.Runs);
        xml.Raw("<w:r><w:tab/></w:r><w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText xml:space=\"preserve\"> PAGEREF "u8);
        WriteBookmark(xml, block).Raw(" \\h </w:instrText></w:r><w:r><w:fldChar w:fldCharType=\"separate\"/></w:r><w:r><w:t>"u8)
            .Number(page).Raw("</w:t></w:r><w:r><w:fldChar w:fldCharType=\"end\"/></w:r></w:hyperlink>"u8);
    }
}
