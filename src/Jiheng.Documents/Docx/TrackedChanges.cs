using System.Globalization;
using System.IO.Compression;
using System.Xml;
using System.Xml.Linq;
using Jiheng.Documents.Packages;
using Jiheng.Documents.Reading;

namespace Jiheng.Documents.Docx;

/// <summary>A stretch of text to be replaced.</summary>
/// <param name="Paragraph">Number of the paragraph, as <see cref="Model.Documents.Place.Index"/> counts; 0 for the title line, negative for none that can be edited.</param>
/// <param name="Start">First character in the paragraph's printed text, its automatic number included.</param>
/// <param name="Old">What must stand there.</param>
/// <param name="New">What is put in its place.</param>
public sealed record TextEdit(int Paragraph, int Start, string Old, string New);

/// <summary>A docx with tracked changes.</summary>
/// <param name="Docx">The file; the same as before when no edit could be made.</param>
/// <param name="NotMade">Edits that were left out since their text does not stand where they say, or stands in a change that nobody has accepted yet or in a drawing kept twice.</param>
public sealed record TrackedDocx(byte[] Docx, IReadOnlyList<TextEdit> NotMade);

/// <summary>
/// Replaces text in a docx as tracked changes (w:del, w:ins) that keep the formatting of what they replace. All other parts stay byte for
/// byte, all other text and formatting of the body as it is.
/// </summary>
public static class TrackedChanges
{
    /// <summary>Makes the edits.</summary>
    /// <param name="docx">The file.</param>
    /// <param name="edits">Edits that do not overlap, in any order.</param>
    /// <param name="author">Who Word names as their author.</param>
    /// <param name="at">When Word says they were made.</param>
    /// <returns><c>null</c> when the file cannot be read as a docx.</returns>
    public static TrackedDocx? Apply(byte[] docx, IReadOnlyList<TextEdit> edits, string author, DateTimeOffset at)
    {
        ArgumentNullException.ThrowIfNull(docx);
        ArgumentNullException.ThrowIfNull(edits);
        // Reading first finds every fault of the file, so that what follows works on a sound one.
        if (DocumentReader.Read(new MemoryStream(docx, writable: false), "原件.docx").Document is not { } document) return null;
        var package = new PackageReader(docx, "原件.docx", new ReadLimits());
        var body = Load(package);
        var paragraphs = new BodyParagraphs(body, DocxReader.ReadWithNumbers(package).NumberLengths);
        var marks = new ChangeMarks(body.Root!, author, at);
        List<TextEdit> notMade = [];
        // From the back, so that what a change inserts does not move the places before it.
        foreach (var edit in edits.OrderByDescending(e => e.Paragraph).ThenByDescending(e => e.Start))
        {
            var index = edit.Paragraph == 0 ? TitleAt(paragraphs, document.Title) : edit.Paragraph - 1;
            if (index < 0 || index >= paragraphs.All.Count || !Replace(paragraphs, paragraphs.All[index], edit, marks)) notMade.Add(edit);
        }
        return new TrackedDocx(notMade.Count == edits.Count ? docx : Save(docx, package.MainPart, body), notMade);
    }

    private static bool Replace(BodyParagraphs paragraphs, (XElement Element, int Lead) paragraph, TextEdit edit, ChangeMarks marks)
    {
        var start = edit.Start - paragraph.Lead;
        var end = start + edit.Old.Length;
        var text = string.Concat(paragraphs.Pieces(paragraph.Element).Select(p => p.Piece.Name.LocalName == "t" ? p.Piece.Value : new string('\n', p.Length)));
        if (start < 0 || end > text.Length || text[start..end] != edit.Old) return false;
        if (RunsBetween(paragraphs, paragraph.Element, start, end).Any(r => r.Parent!.Name.LocalName is "ins" or "moveTo" or "fldSimple")) return false;

        // The same text lies once for newer and once for older programs; changing one alone would make the two disagree.
        if (paragraph.Element.Ancestors().Any(a => a.Name.LocalName == "AlternateContent" && a.Elements().Skip(1).Any())) return false;

        paragraphs.RunStartingAt(paragraph.Element, end);
        paragraphs.RunStartingAt(paragraph.Element, start);
        var runs = RunsBetween(paragraphs, paragraph.Element, start, end).ToList();
        var w = runs[0].Name.Namespace;
        XElement Run(XElement like, string name, string content) =>
            new(w + "r", like.Attributes(), like.Element(w + "rPr"), new XElement(w + name, new XAttribute(XNamespace.Xml + "space", "preserve"), content));
        runs[^1].AddAfterSelf(marks.Mark("ins", Run(runs[0], "t", edit.New)));
        foreach (var run in runs)
        {
            foreach (var t in run.Elements(w + "t")) t.Name = w + "delText";
            var deleted = new XElement(run);
            foreach (var t in deleted.Elements(w + "delText")) t.SetAttributeValue(XNamespace.Xml + "space", "preserve");
            run.ReplaceWith(marks.Mark("del", deleted));
        }
        return true;
    }

    /// <summary>The runs that hold characters from <paramref name="start"/> to <paramref name="end"/>.</summary>
    private static IEnumerable<XElement> RunsBetween(BodyParagraphs paragraphs, XElement paragraph, int start, int end)
    {
        var at = 0;
        XElement? last = null;
        foreach (var (run, _, length) in paragraphs.Pieces(paragraph))
        {
            if (at < end && at + length > start && run != last) yield return last = run;
            at += length;
        }
    }

    private static int TitleAt(BodyParagraphs paragraphs, string title) => paragraphs.All.ToList().FindIndex(p =>
        string.Concat(paragraphs.Pieces(p.Element).Where(x => x.Piece.Name.LocalName == "t").Select(x => x.Piece.Value)).Trim() == title);

    private static XDocument Load(PackageReader package)
    {
        using var stream = package.Open(package.MainPart)!;
        using var xml = XmlReader.Create(stream, new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null });
        return XDocument.Load(xml, LoadOptions.PreserveWhitespace);
    }

    private static byte[] Save(byte[] docx, string mainPart, XDocument body)
    {
        using var output = new MemoryStream();
        using (var from = new ZipArchive(new MemoryStream(docx, writable: false), ZipArchiveMode.Read))
        using (var to = new ZipArchive(output, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var part in from.Entries)
            {
                var copy = to.CreateEntry(part.FullName, CompressionLevel.Fastest);
                copy.LastWriteTime = part.LastWriteTime;
                using var target = copy.Open();
                if (string.Equals(part.FullName, mainPart, StringComparison.OrdinalIgnoreCase))
                {
                    using var xml = XmlWriter.Create(target, new XmlWriterSettings { Encoding = new System.Text.UTF8Encoding(false), NewLineHandling = NewLineHandling.None });
                    body.Save(xml);
                }
                else
                {
                    using var source = part.Open();
                    source.CopyTo(target);
                }
            }
        }
        return output.ToArray();
    }

    /// <summary>Numbers, names and dates the changes of one document.</summary>
    private sealed class ChangeMarks(XElement root, string author, DateTimeOffset at)
    {
        private readonly XNamespace _w = root.Name.Namespace;
        private int _id = root.Descendants().Attributes(root.Name.Namespace + "id").Select(a => int.TryParse(a.Value, CultureInfo.InvariantCulture, out var id) ? id : 0).DefaultIfEmpty().Max();

        public XElement Mark(string name, XElement run) =>
            new(_w + name, new XAttribute(_w + "id", ++_id), new XAttribute(_w + "author", author), new XAttribute(_w + "date", at.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture)), run);
    }
}
