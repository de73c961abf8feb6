using System.Globalization;
using System.Text;
using Jiheng.Documents.Packages;

namespace Jiheng.Documents.Docx;

/// <summary>A paragraph of a docx as it stands in the file, before styles and numbering are looked up.</summary>
internal sealed class DocxParagraph
{
    private readonly StringBuilder _text = new();
    private readonly Action<XmlPart> _onTextBox;

    private DocxParagraph(Action<XmlPart> onTextBox) => _onTextBox = onTextBox;

    /// <summary>Its printed text without an automatic number; a line break is a line feed.</summary>
    public string Text => _text.ToString();

    /// <summary>Id of its style.</summary>
    public string? Style { get; private set; }

    /// <summary>Its own outline level from 0.</summary>
    public int? Outline { get; private set; }

    /// <summary>Its own alignment.</summary>
    public string? Align { get; private set; }

    /// <summary>The list that it says it belongs to; list 0 means none whatever its style says.</summary>
    public (int List, int Level)? Numbering { get; private set; }

    /// <summary>Whether a tracked change deleted its end.</summary>
    public bool IsMarkDeleted { get; private set; }

    /// <summary>Reads the paragraph that <paramref name="xml"/> stands on; text boxes in it are handed to <paramref name="onTextBox"/>.</summary>
    public static DocxParagraph Read(XmlPart xml, Action<XmlPart> onTextBox)
    {
        var paragraph = new DocxParagraph(onTextBox);
        paragraph.ReadContent(xml);
        return paragraph;
    }

    /// <summary>Reads the first choice of alternative contents, which say the same thing for newer and older programs.</summary>
    public static void Alternative(XmlPart xml, Action<XmlPart> read)
    {
        var done = false;
        foreach (var _ in xml.Children())
        {
            if (!done) read(xml);
            done = true;
        }
    }

    private void ReadContent(XmlPart xml)
    {
        foreach (var name in xml.Children())
        {
            switch (name)
            {
                case "pPr": ReadProperties(xml); break;
                case "r": ReadRun(xml); break;
                case "oMath" or "oMathPara":
                    foreach (var inner in xml.Descendants())
                        if (inner == "t") _text.Append(xml.Text());
                    break;
                case "AlternateContent": Alternative(xml, ReadContent); break;
                case "ins" or "moveTo" or "hyperlink" or "smartTag" or "sdt" or "sdtContent" or "customXml" or "fldSimple" or "dir" or "bdo" or "rubyBase":
                    ReadContent(xml);
                    break;
            }
        }
    }

    private void ReadProperties(XmlPart xml)
    {
        foreach (var name in xml.Children())
        {
            switch (name)
            {
                case "pStyle": Style = xml.Attribute("val"); break;
                case "outlineLvl": Outline = xml.Integer("val"); break;
                case "jc": Align = xml.Attribute("val"); break;
                case "numPr": Numbering = DocxNumbering.ReadReference(xml); break;
                case "rPr":
                    foreach (var mark in xml.Children()) IsMarkDeleted |= mark is "del" or "moveFrom";
                    break;
            }
        }
    }

    private void ReadRun(XmlPart xml)
    {
        foreach (var name in xml.Children())
        {
            switch (name)
            {
                case "rPr":
                    if (IsHidden(xml)) return;
                    break;
                case "t": _text.Append(xml.Text()); break;
                case "tab" or "ptab": _text.Append('\t'); break;
                case "br" when xml.Attribute("type") is null or "textWrapping": _text.Append('\n'); break;
                case "cr": _text.Append('\n'); break;
                case "noBreakHyphen": _text.Append('-'); break;
                case "sym": AppendSymbol(xml); break;
                case "ruby":
                    foreach (var inner in xml.Children())
                        if (inner == "rubyBase") ReadContent(xml);
                    break;
                case "AlternateContent": Alternative(xml, ReadRun); break;
                case "drawing" or "pict" or "object": ReadTextBoxes(xml); break;
            }
        }
    }

    private static bool IsHidden(XmlPart xml)
    {
        var hidden = false;
        foreach (var name in xml.Children())
            if (name == "vanish") hidden = xml.IsOn();
        return hidden;
    }

    private void AppendSymbol(XmlPart xml)
    {
        // Symbol fonts use the private area, whose pictures have no character.
        if (int.TryParse(xml.Attribute("char"), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code) && code is > ' ' and < 0xD800)
            _text.Append((char)code);
    }

    private void ReadTextBoxes(XmlPart xml)
    {
        foreach (var name in xml.Children())
        {
            if (name == "txbxContent") _onTextBox(xml);
            else if (name == "AlternateContent") Alternative(xml, ReadTextBoxes);
            else ReadTextBoxes(xml);
        }
    }
}
