using System.Globalization;
using System.IO.Compression;
using System.Xml;
using System.Xml.Linq;
using Jiheng.Documents.Packages;
using Jiheng.Documents.Reading;

namespace Jiheng.Documents.Docx;

/// <summary>A stretch of text to be replaced.</summary>
/// <param name="Paragraph">Number of the paragraph, as <see cref="Model.Documents.Place.Index"/> counts; 0 for the title line.</param>
/// <param name="Start">First character in the paragraph's printed text, its automatic number included.</param>
/// <param name="Old">What must stand there.</param>
/// <param name="New">What is put in its place.</param>
public sealed record TextEdit(int Paragraph, int Start, string Old, string New);

/// <summary>A docx with tracked changes.</summary>
/// <param name="Docx">The file; the same as before when no edit could be made.</param>
/// <param name="NotMade">Edits that were left out since their text does not stand where they say, or stands in a change that somebody has not accepted yet.</param>
public sealed record TrackedDocx(byte[] Docx, IReadOnlyList<TextEdit> NotMade);

/// <summary>
/// Replaces text in a docx as tracked changes (w:del, w:ins) that keep the formatting of what they replace. All other parts stay byte for
/// byte, all other text and formatting of the body as it is.
/// </summary>
public static class TrackedChanges
{
    private static readonly XNamespace W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

    /// <summary>Makes the edits.</summary>
    /// <param name="docx">A file that <see cref="DocumentReader"/> has read.</param>
    /// <param name="edits">Edits that do not overlap, in any order.</param>
    /// <param name="author">Who Word names as their author.</param>
    /// <param name="at">When Word says they were made.</param>
    /// <returns><c>null</c> when the file is no docx of the usual (transitional) kind.</returns>
    public static TrackedDocx? Apply(byte[] docx, IReadOnlyList<TextEdit> edits, string author, DateTimeOffset at)
    {
        ArgumentNullException.ThrowIfNull(docx);
        ArgumentNullException.ThrowIfNull(edits);
        try
        {
            var package = new PackageReader(docx, "draft.docx", new ReadLimits());
            var (document, numbers) = DocxReader.ReadWithNumbers(package);
            if (Load(package) is not { Root: { } root } body || root.Name.Namespace != W) return null;
            List<TextEdit> notMade = [];
            var marks = new ChangeMarks(root, author, at);
            var paragraphs = Paragraphs(root).ToList();
            foreach (var group in edits.GroupBy(e => e.Paragraph))
            {
                var index = group.Key > 0 ? group.Key : 1 + paragraphs.FindIndex(p => new RunText(p).Text.Replace("\n", "", StringComparison.Ordinal).Trim() == document.Title);
                var shift = group.Key > 0 ? numbers.GetValueOrDefault(index) : 0;
                foreach (var edit in group.OrderByDescending(e => e.Start))
                {
                    if (index < 1 || index > paragraphs.Count || !new RunText(paragraphs[index - 1]).Replace(edit.Start - shift, edit.Old, edit.New, marks)) notMade.Add(edit);
                }
            }
            return new TrackedDocx(notMade.Count == edits.Count ? docx : Save(docx, package.MainPart, body), notMade);
        }
        catch (UnreadableException)
        {
            return null;
        }
    }

    private static XDocument? Load(PackageReader package)
    {
        using var stream = package.Open(package.MainPart);
        if (stream is null) return null;
        using var xml = XmlReader.Create(stream, new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null });
        return XDocument.Load(xml, LoadOptions.PreserveWhitespace);
    }

    /// <summary>The paragraphs in the order in which the reader counts them.</summary>
    private static IEnumerable<XElement> Paragraphs(XElement root) => (root.Element(W + "body") ?? root).Descendants(W + "p").Where(IsRead);

    private static bool IsRead(XElement paragraph)
    {
        for (var e = paragraph; e.Parent is { } parent; e = parent)
        {
            if (parent.Name.LocalName == "AlternateContent" && parent.Elements().First() != e) return false;
            if (e.Name == W + "tr" && e.Element(W + "trPr")?.Element(W + "del") is not null) return false;
            if (e.Name.LocalName is "del" or "moveFrom") return false;
        }
        return true;
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
        private int _id = root.Descendants().Attributes(W + "id").Select(a => int.TryParse(a.Value, CultureInfo.InvariantCulture, out var id) ? id : 0).DefaultIfEmpty().Max();

        public XElement Mark(string name, params object[] content) =>
            new(W + name, new XAttribute(W + "id", ++_id), new XAttribute(W + "author", author), new XAttribute(W + "date", at.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture)), content);
    }

    /// <summary>The text of a paragraph with the runs that hold it.</summary>
    private sealed class RunText
    {
        private readonly List<(XElement Run, XElement Node, int Start, string Text)> _pieces = [];
        private readonly System.Text.StringBuilder _text = new();

        public RunText(XElement paragraph) => Read(paragraph);

        public string Text => _text.ToString();

        public bool Replace(int start, string old, string replacement, ChangeMarks marks)
        {
            if (start < 0 || start + old.Length > _text.Length || _text.ToString(start, old.Length) != old) return false;
            var end = start + old.Length;
            var touched = _pieces.Where(p => p.Start < end && p.Start + p.Text.Length > start).ToList();
            if (touched.Exists(p => p.Node.Name != W + "t" || p.Run.Parent is not { } parent || parent.Name.LocalName is "ins" or "moveTo" or "fldSimple" || parent != touched[0].Run.Parent)) return false;
            if (touched.Select(p => p.Run).Distinct().Count() < touched.Count) return false;
            List<XElement> deleted = [];
            foreach (var (run, node, at, text) in touched)
            {
                var from = Math.Max(0, start - at);
                var to = Math.Min(text.Length, end - at);
                deleted.Add(CutOut(run, node, from, to));
            }
            var inserted = new XElement(W + "r", deleted[0].Attributes(), deleted[0].Element(W + "rPr") is { } format ? new XElement(format) : null, TextOf("t", replacement));
            foreach (var run in deleted)
            {
                foreach (var t in run.Elements(W + "t").ToList()) t.ReplaceWith(TextOf("delText", t.Value));
                var mark = marks.Mark("del");
                run.ReplaceWith(mark);
                mark.Add(run);
                if (run == deleted[^1]) mark.AddAfterSelf(marks.Mark("ins", inserted));
            }
            return true;
        }

        /// <summary>Parts a run so that some characters of one of its texts stand in a run of their own, and returns that.</summary>
        private static XElement CutOut(XElement run, XElement node, int from, int to)
        {
            var text = node.Value;
            XElement Part(params IEnumerable<object> content) => new(W + "r", run.Attributes(), run.Element(W + "rPr") is { } format ? new XElement(format) : null, content);
            var before = node.ElementsBeforeSelf().Where(e => e.Name != W + "rPr").Cast<object>().ToList();
            var after = node.ElementsAfterSelf().Cast<object>().ToList();
            if (from > 0) before.Add(TextOf("t", text[..from]));
            if (to < text.Length) after.Insert(0, TextOf("t", text[to..]));
            var cut = Part(TextOf("t", text[from..to]));
            if (before.Count > 0) run.AddBeforeSelf(Part(before));
            run.AddBeforeSelf(cut);
            if (after.Count > 0) run.AddBeforeSelf(Part(after));
            run.Remove();
            return cut;
        }

        private static XElement TextOf(string name, string text) => new(W + name, new XAttribute(XNamespace.Xml + "space", "preserve"), text);

        private void Read(XElement parent)
        {
            foreach (var child in parent.Elements())
            {
                switch (child.Name.LocalName)
                {
                    case "r": ReadRun(child); break;
                    case "oMath" or "oMathPara":
                        foreach (var t in child.Descendants().Where(d => d.Name.LocalName == "t")) Add(child, t, t.Value);
                        break;
                    case "AlternateContent" when child.Elements().FirstOrDefault() is { } first: Read(first); break;
                    case "ins" or "moveTo" or "hyperlink" or "smartTag" or "sdt" or "sdtContent" or "customXml" or "fldSimple" or "dir" or "bdo" or "rubyBase": Read(child); break;
                }
            }
        }

        private void ReadRun(XElement run)
        {
            if (run.Element(W + "rPr")?.Element(W + "vanish") is { } hidden && hidden.Attribute(W + "val")?.Value is not ("0" or "false" or "off")) return;
            foreach (var child in run.Elements())
            {
                switch (child.Name.LocalName)
                {
                    case "t": Add(run, child, child.Value); break;
                    case "tab" or "ptab": Add(run, child, "\t"); break;
                    case "br" when child.Attribute(W + "type")?.Value is null or "textWrapping": Add(run, child, "\n"); break;
                    case "cr": Add(run, child, "\n"); break;
                    case "noBreakHyphen": Add(run, child, "-"); break;
                    case "sym" when int.TryParse(child.Attribute(W + "char")?.Value, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code) && code is > ' ' and < 0xD800:
                        Add(run, child, ((char)code).ToString());
                        break;
                    case "ruby" when child.Element(W + "rubyBase") is { } words: Read(words); break;
                }
            }
        }

        private void Add(XElement run, XElement node, string text)
        {
            _pieces.Add((run, node, _text.Length, text));
            _text.Append(text);
        }
    }
}
