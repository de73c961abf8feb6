using System.Text;

namespace Jiheng.Documents.Docx;

/// <summary>Parts of the package that are the same in every document.</summary>
internal static class FixedParts
{
    /// <summary>
    /// Styles, by the names under which Word and WPS know them. Spacing between Chinese and digits and compression of
    /// marks are off: the standard counts 28 characters a line, digits stand close.
    /// </summary>
    public static readonly byte[] Styles = Encoding.UTF8.GetBytes($"""
        <?xml version="1.0" encoding="UTF-8" standalone="yes"?>
        <w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:docDefaults><w:rPrDefault><w:rPr>{Font("仿宋_GB2312")}<w:sz w:val="32"/><w:szCs w:val="32"/><w:lang w:val="en-US" w:eastAsia="zh-CN" w:bidi="ar-SA"/></w:rPr></w:rPrDefault><w:pPrDefault/></w:docDefaults>
        <w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/><w:pPr><w:widowControl w:val="0"/><w:autoSpaceDE w:val="0"/><w:autoSpaceDN w:val="0"/></w:pPr></w:style>
        <w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont"><w:name w:val="Default Paragraph Font"/><w:uiPriority w:val="1"/><w:semiHidden/></w:style>
        <w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/><w:uiPriority w:val="99"/><w:semiHidden/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar><w:top w:w="0" w:type="dxa"/><w:left w:w="108" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/><w:right w:w="108" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>
        {Paragraph(ParagraphStyle.Title, "Title", "方正小标宋简体", 44, "center")}
        {Paragraph(ParagraphStyle.Subtitle, "Subtitle", "楷体_GB2312", 32, "center")}
        {Paragraph(ParagraphStyle.Body, "Body Text", "仿宋_GB2312", 32, "both")}
        {Paragraph(ParagraphStyle.Heading(1), "heading 1", "黑体", 32, "both", level: 1)}
        {Paragraph(ParagraphStyle.Heading(2), "heading 2", "楷体_GB2312", 32, "both", level: 2)}
        {Paragraph(ParagraphStyle.Heading(3), "heading 3", "仿宋_GB2312", 32, "both", level: 3, bold: true)}
        {Paragraph(ParagraphStyle.Heading(4), "heading 4", "仿宋_GB2312", 32, "both", level: 4)}
        {Paragraph(ParagraphStyle.Centred, "居中", "仿宋_GB2312", 32, "center")}
        {Paragraph(ParagraphStyle.Signature, "Signature", "仿宋_GB2312", 32, "right")}
        {Paragraph(ParagraphStyle.Caption, "caption", "黑体", 24, "center")}
        {Paragraph(ParagraphStyle.UnitNote, "单位说明", "仿宋_GB2312", 21, "right")}
        {Paragraph(ParagraphStyle.Note, "表注", "仿宋_GB2312", 21, "both")}
        {Paragraph(ParagraphStyle.ContentsTitle, "目录标题", "黑体", 36, "center")}
        {string.Concat(Enumerable.Range(1, 4).Select(Contents))}
        {string.Concat(new[] { 24, 21, 18 }.Select(size => Cell(size, head: false) + Cell(size, head: true)))}
        <w:style w:type="paragraph" w:customStyle="1" w:styleId="Figure"><w:name w:val="图"/><w:basedOn w:val="Normal"/><w:pPr><w:spacing w:before="80" w:after="80"/><w:jc w:val="center"/></w:pPr><w:rPr><w:sz w:val="4"/></w:rPr></w:style>
        <w:style w:type="paragraph" w:styleId="Header"><w:name w:val="header"/><w:basedOn w:val="Normal"/><w:pPr><w:pBdr><w:bottom w:val="single" w:sz="4" w:space="4" w:color="B23A2B"/></w:pBdr><w:jc w:val="center"/></w:pPr><w:rPr>{Font("黑体")}<w:color w:val="B23A2B"/><w:sz w:val="21"/></w:rPr></w:style>
        <w:style w:type="paragraph" w:styleId="Footer"><w:name w:val="footer"/><w:basedOn w:val="Normal"/><w:rPr>{Font("宋体")}<w:sz w:val="28"/></w:rPr></w:style>
        </w:styles>
        """);

    /// <summary>Odd and even pages differ, and Word 2013's layout is meant; fields are complete, so nothing asks to be updated.</summary>
    public static ReadOnlySpan<byte> Settings => """
        <?xml version="1.0" encoding="UTF-8" standalone="yes"?>
        <w:settings xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:defaultTabStop w:val="640"/><w:evenAndOddHeaders/><w:characterSpacingControl w:val="doNotCompress"/><w:compat><w:adjustLineHeightInTable/><w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat></w:settings>
        """u8;

    /// <summary>
    /// The official fonts are sold, not given away, so many computers lack them; this names what stands in for each.
    /// </summary>
    public static ReadOnlySpan<byte> FontTable => """
        <?xml version="1.0" encoding="UTF-8" standalone="yes"?>
        <w:fonts xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:font w:name="仿宋_GB2312"><w:altName w:val="仿宋"/><w:panose1 w:val="02010609030101010101"/><w:charset w:val="86"/><w:family w:val="modern"/><w:pitch w:val="fixed"/></w:font><w:font w:name="楷体_GB2312"><w:altName w:val="楷体"/><w:panose1 w:val="02010609030101010101"/><w:charset w:val="86"/><w:family w:val="modern"/><w:pitch w:val="fixed"/></w:font><w:font w:name="黑体"><w:altName w:val="SimHei"/><w:panose1 w:val="02010609060101010101"/><w:charset w:val="86"/><w:family w:val="modern"/><w:pitch w:val="fixed"/></w:font><w:font w:name="方正小标宋简体"><w:altName w:val="华文中宋"/><w:panose1 w:val="02010600040101010101"/><w:charset w:val="86"/><w:family w:val="roman"/><w:pitch w:val="variable"/></w:font><w:font w:name="宋体"><w:altName w:val="SimSun"/><w:panose1 w:val="02010600030101010101"/><w:charset w:val="86"/><w:family w:val="auto"/><w:pitch w:val="variable"/></w:font></w:fonts>
        """u8;

    /// <summary>Number of an odd page: at the right, one character in.</summary>
    public static readonly byte[] OddFooter = FooterPart("""<w:ind w:rightChars="100" w:right="280"/><w:jc w:val="right"/>""");

    /// <summary>Number of an even page: at the left, one character in.</summary>
    public static readonly byte[] EvenFooter = FooterPart("""<w:ind w:leftChars="100" w:left="280"/><w:jc w:val="left"/>""");

    private static byte[] FooterPart(string placing) => Encoding.UTF8.GetBytes($"""
        <?xml version="1.0" encoding="UTF-8" standalone="yes"?>
        <w:ftr xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:p><w:pPr><w:pStyle w:val="Footer"/>{placing}</w:pPr><w:r><w:t xml:space="preserve">— </w:t></w:r><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> PAGE </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>1</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r><w:r><w:t xml:space="preserve"> —</w:t></w:r></w:p></w:ftr>
        """);

    private static string Font(string name) => $"""<w:rFonts w:ascii="{name}" w:eastAsia="{name}" w:hAnsi="{name}" w:cs="Times New Roman"/>""";

    private static string Paragraph(ParagraphStyle style, string name, string font, int size, string align, int level = 0, bool bold = false)
    {
        var custom = name[0] > 0x2E80 ? " w:customStyle=\"1\"" : "";
        var keep = style.KeepNext ? "<w:keepNext/>" : "";
        var indent = style.Indent > 0 ? $"""<w:ind w:firstLineChars="{style.Indent * 50}" w:firstLine="{style.Indent * style.Advance / 2}"/>""" : "";
        var outline = level > 0 ? $"""<w:outlineLvl w:val="{level - 1}"/>""" : "";
        // Tightening makes up the difference between the font's size and the advance that the line needs.
        var tighten = style.Advance - size * 10;
        var spacing = tighten != 0 ? $"""<w:spacing w:val="{tighten}"/>""" : "";
        return $"""<w:style w:type="paragraph"{custom} w:styleId="{style.Id}"><w:name w:val="{name}"/><w:basedOn w:val="Normal"/><w:qFormat/><w:pPr>{keep}<w:spacing w:before="{style.Before}" w:after="{style.After}" w:line="{style.Line}" w:lineRule="exact"/>{indent}<w:jc w:val="{align}"/>{outline}</w:pPr><w:rPr>{Font(font)}{(bold ? "<w:b/>" : "")}{spacing}<w:sz w:val="{size}"/></w:rPr></w:style>""";
    }

    private static string Contents(int level)
    {
        var style = ParagraphStyle.Contents(level);
        return $"""<w:style w:type="paragraph" w:styleId="{style.Id}"><w:name w:val="toc {level}"/><w:basedOn w:val="Normal"/><w:uiPriority w:val="39"/><w:pPr><w:tabs><w:tab w:val="right" w:leader="dot" w:pos="{Typography.TextWidth}"/></w:tabs><w:spacing w:line="{style.Line}" w:lineRule="exact"/><w:ind w:left="{(level - 1) * style.Advance}"/></w:pPr><w:rPr>{(level == 1 ? Font("黑体") : "")}<w:sz w:val="28"/></w:rPr></w:style>""";
    }

    private static string Cell(int size, bool head)
    {
        var (id, name) = head ? ($"CellHead{size}", $"表头{size / 2m}") : ($"Cell{size}", $"表格{size / 2m}");
        return $"""<w:style w:type="paragraph" w:customStyle="1" w:styleId="{id}"><w:name w:val="{name}"/><w:basedOn w:val="Normal"/><w:pPr><w:spacing w:line="{Typography.TableLine(size)}" w:lineRule="exact"/></w:pPr><w:rPr>{Font(head ? "黑体" : "仿宋_GB2312")}<w:sz w:val="{size}"/></w:rPr></w:style>""";
    }
}
