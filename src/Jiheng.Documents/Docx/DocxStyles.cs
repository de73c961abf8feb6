using Jiheng.Documents.Packages;

namespace Jiheng.Documents.Docx;

/// <summary>What the styles of a docx say about a paragraph's place in the text.</summary>
internal sealed class DocxStyles
{
    private readonly Dictionary<string, Style> _styles = [];
    private readonly Dictionary<string, Style> _whole;
    private readonly Style _plain;
    private Style? _default;

    /// <summary>Reads the part; without one, paragraphs simply have no style.</summary>
    public DocxStyles(XmlPart? xml)
    {
        foreach (var name in xml?.Children() ?? default)
            if (name == "style" && xml!.Attribute("type") is null or "paragraph") ReadStyle(xml);
        // Paragraphs are many and styles few, so what these inherit is found out once.
        _whole = _styles.ToDictionary(s => s.Key, s => Inherit(s.Value));
        _plain = _default is null ? new Style() : Inherit(_default);
    }

    /// <summary>A style by its id, with what it inherits; that of plain paragraphs for an unknown id.</summary>
    public Style Of(string? id) => id is not null && _whole.TryGetValue(id, out var style) ? style : _plain;

    private void ReadStyle(XmlPart xml)
    {
        var id = xml.Attribute("styleId") ?? "";
        var isDefault = xml.Attribute("default") is "1" or "true";
        var style = new Style();
        foreach (var name in xml.Children())
        {
            switch (name)
            {
                case "name": style = style with { Name = (xml.Attribute("val") ?? "").ToLowerInvariant() }; break;
                case "basedOn": style = style with { BasedOn = xml.Attribute("val") }; break;
                case "pPr": style = ReadProperties(xml, style); break;
            }
        }
        _styles[id] = style;
        if (isDefault) _default = style;
    }

    private static Style ReadProperties(XmlPart xml, Style style)
    {
        foreach (var name in xml.Children())
        {
            style = name switch
            {
                "outlineLvl" => style with { Outline = xml.Integer("val") },
                "jc" => style with { Align = xml.Attribute("val") },
                "numPr" => style with { Numbering = DocxNumbering.ReadReference(xml) },
                _ => style,
            };
        }
        return style;
    }

    private Style Inherit(Style style)
    {
        // A chain longer than this is a circle.
        for (var step = 0; step < 16 && style.BasedOn is { } parent && _styles.TryGetValue(parent, out var above); step++)
        {
            style = style with
            {
                BasedOn = above.BasedOn,
                Outline = style.Outline ?? above.Outline ?? HeadingLevel(above.Name),
                Align = style.Align ?? above.Align,
                Numbering = style.Numbering ?? above.Numbering,
            };
        }
        return style with { Outline = style.Outline ?? HeadingLevel(style.Name) };
    }

    private static int? HeadingLevel(string name) =>
        (name.StartsWith("heading ", StringComparison.Ordinal) || name.StartsWith("标题 ", StringComparison.Ordinal)) && name[^1] is >= '1' and <= '9' ? name[^1] - '1' : null;

    /// <summary>A paragraph style.</summary>
    /// <param name="Name">Name in small letters; empty for none.</param>
    /// <param name="BasedOn">Id of the style that it inherits from.</param>
    /// <param name="Outline">Outline level from 0; 9 and <c>null</c> for body text.</param>
    /// <param name="Align">Alignment as in the file (center, right …).</param>
    /// <param name="Numbering">The list that it belongs to.</param>
    public sealed record Style(string Name = "", string? BasedOn = null, int? Outline = null, string? Align = null, (int List, int Level)? Numbering = null);
}
