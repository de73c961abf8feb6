using System.Xml.Linq;

namespace Jiheng.Documents.Docx;

/// <summary>
/// The paragraphs of a docx's body as <see cref="DocxReader"/> counts them, with the runs that hold the text that it reads. Runs can be
/// cut in two with the same formatting.
/// </summary>
internal sealed class BodyParagraphs
{
    private readonly XNamespace _w;
    private readonly List<(XElement Element, int Lead)> _paragraphs = [];
    private readonly IReadOnlyDictionary<int, int> _numberLengths;
    private int _carried;

    /// <summary>Counts the paragraphs.</summary>
    /// <param name="document">The main part.</param>
    /// <param name="numberLengths">Length of the automatic number in front of a paragraph's text, by paragraph.</param>
    public BodyParagraphs(XDocument document, IReadOnlyDictionary<int, int> numberLengths)
    {
        _w = document.Root!.Name.Namespace;
        _numberLengths = numberLengths;
        foreach (var body in document.Root.Elements(_w + "body")) CountBlocks(body);
    }

    /// <summary>The paragraphs from the first on, each with the characters that are read before its own: its number, and what runs on into it.</summary>
    public IReadOnlyList<(XElement Element, int Lead)> All => _paragraphs;

    private void CountBlocks(XElement parent)
    {
        foreach (var element in parent.Elements())
        {
            switch (element.Name.LocalName)
            {
                case "p": CountParagraph(element); break;
                case "tbl": CountTable(element); break;
                case "sdt" or "sdtContent" or "customXml" or "ins" or "moveTo" or "smartTag": CountBlocks(element); break;
                case "AlternateContent" when element.Elements().FirstOrDefault() is { } choice: CountBlocks(choice); break;
            }
        }
    }

    private void CountParagraph(XElement paragraph)
    {
        var index = _paragraphs.Count + 1;
        _paragraphs.Add((paragraph, _carried + _numberLengths.GetValueOrDefault(index)));
        var mark = paragraph.Element(_w + "pPr")?.Element(_w + "rPr");
        var isMarkDeleted = mark?.Element(_w + "del") is not null || mark?.Element(_w + "moveFrom") is not null;
        _carried = isMarkDeleted ? _carried + Pieces(paragraph).Sum(p => p.Length) : 0;
        foreach (var run in Runs(paragraph))
            foreach (var box in TextBoxes(run)) CountBlocks(box);
    }

    private void CountTable(XElement table)
    {
        foreach (var row in Inner(table, "tr"))
        {
            if (row.Element(_w + "trPr")?.Element(_w + "del") is not null) continue;
            foreach (var cell in Inner(row, "tc")) CountBlocks(cell);
        }
    }

    /// <summary>The rows of a table or cells of a row, those in content controls too, but not those of inner tables.</summary>
    private static IEnumerable<XElement> Inner(XElement parent, string name) => parent.Elements().SelectMany(e => e.Name.LocalName switch
    {
        var found when found == name => [e],
        "sdt" or "sdtContent" or "customXml" or "ins" => Inner(e, name),
        _ => Enumerable.Empty<XElement>(),
    });

    /// <summary>The runs whose text is read, in order.</summary>
    private static IEnumerable<XElement> Runs(XElement parent) => parent.Elements().SelectMany(e => e.Name.LocalName switch
    {
        "r" => [e],
        "ins" or "moveTo" or "hyperlink" or "smartTag" or "sdt" or "sdtContent" or "customXml" or "fldSimple" or "dir" or "bdo" => Runs(e),
        "AlternateContent" when e.Elements().FirstOrDefault() is { } choice => Runs(choice),
        _ => Enumerable.Empty<XElement>(),
    });

    private static IEnumerable<XElement> TextBoxes(XElement parent) => parent.Elements().SelectMany(e => e.Name.LocalName switch
    {
        "txbxContent" => [e],
        "AlternateContent" when e.Elements().FirstOrDefault() is { } choice => TextBoxes(choice),
        _ => TextBoxes(e),
    });

    /// <summary>The pieces of a paragraph that <see cref="DocxParagraph"/> reads, each with the length of its text.</summary>
    public IEnumerable<(XElement Run, XElement Piece, int Length)> Pieces(XElement paragraph)
    {
        foreach (var run in Runs(paragraph))
        {
            if (run.Element(_w + "rPr")?.Element(_w + "vanish") is { } vanish && (string?)vanish.Attribute(_w + "val") is not ("0" or "false" or "off")) continue;
            foreach (var piece in run.Elements())
            {
                var length = piece.Name.LocalName switch
                {
                    "t" => piece.Value.Length,
                    "tab" or "ptab" or "cr" or "noBreakHyphen" => 1,
                    "br" when (string?)piece.Attribute(_w + "type") is null or "textWrapping" => 1,
                    _ => 0,
                };
                if (length > 0) yield return (run, piece, length);
            }
        }
    }

    /// <summary>The run that starts at <paramref name="offset"/>, cut off from what is before it; <c>null</c> at the paragraph's end.</summary>
    public XElement? RunStartingAt(XElement paragraph, int offset)
    {
        var at = 0;
        foreach (var (run, piece, length) in Pieces(paragraph).ToList())
        {
            if (offset < at + length) return Cut(run, piece, offset - at);
            at += length;
        }
        return null;
    }

    /// <summary>The run that ends at <paramref name="offset"/>, where a run was cut before; the paragraph itself at its start.</summary>
    public XElement RunEndingAt(XElement paragraph, int offset)
    {
        var at = 0;
        var last = paragraph;
        foreach (var (run, _, length) in Pieces(paragraph))
        {
            if (at >= offset) break;
            last = run;
            at += length;
        }
        return last;
    }

    private XElement Cut(XElement run, XElement piece, int offset)
    {
        if (offset == 0 && piece.ElementsBeforeSelf().All(e => e.Name.LocalName == "rPr")) return run;
        var rest = new XElement(run.Name, run.Attributes(), run.Element(_w + "rPr"));
        if (offset > 0)
        {
            rest.Add(Text(piece.Value[offset..]));
            rest.Add(Taken(piece.ElementsAfterSelf()));
            piece.ReplaceWith(Text(piece.Value[..offset]));
        }
        else
        {
            rest.Add(Taken(piece.ElementsAfterSelf().Prepend(piece)));
        }
        run.AddAfterSelf(rest);
        return rest;
    }

    private static List<XElement> Taken(IEnumerable<XElement> elements)
    {
        var taken = elements.ToList();
        foreach (var element in taken) element.Remove();
        return taken;
    }

    private XElement Text(string text) => new(_w + "t", new XAttribute(XNamespace.Xml + "space", "preserve"), text);
}
