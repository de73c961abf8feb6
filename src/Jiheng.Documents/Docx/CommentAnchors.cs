using System.Xml.Linq;

namespace Jiheng.Documents.Docx;

/// <summary>
/// Sets the marks of comments at places in the texts of a docx's paragraphs. A run that a passage starts or ends in is cut in two with the
/// same formatting.
/// </summary>
internal sealed class CommentAnchors(XNamespace w, BodyParagraphs paragraphs)
{
    private readonly XNamespace _w = w;

    /// <summary>Sets the marks of comment <paramref name="id"/> where <paramref name="annotation"/> says.</summary>
    public void Add(Annotation annotation, int id)
    {
        if (paragraphs.All.Count == 0) return;
        var (paragraph, lead) = paragraphs.All[Math.Clamp(annotation.Paragraph, 1, paragraphs.All.Count) - 1];
        var length = paragraphs.Pieces(paragraph).Sum(p => p.Length);
        var start = Math.Clamp(annotation.Start - lead, 0, length);
        var end = annotation.Length == 0 ? length : Math.Clamp(annotation.Start + annotation.Length - lead, start, length);
        if (annotation.Length == 0) start = 0;
        var mark = new XAttribute(_w + "id", id);
        var reference = new XElement(_w + "r", new XElement(_w + "commentReference", mark));
        if (start == end)
        {
            // Nothing to span: an empty paragraph, or a passage inside the automatic number, which is not in the file.
            start = 0;
            end = length;
            if (length == 0)
            {
                paragraph.Add(new XElement(_w + "commentRangeStart", mark), new XElement(_w + "commentRangeEnd", mark), reference);
                return;
            }
        }
        paragraphs.RunStartingAt(paragraph, end);
        paragraphs.RunStartingAt(paragraph, start)!.AddBeforeSelf(new XElement(_w + "commentRangeStart", mark));
        paragraphs.RunEndingAt(paragraph, end).AddAfterSelf(new XElement(_w + "commentRangeEnd", mark), reference);
    }
}
