using System.Globalization;
using System.IO.Compression;
using System.Xml;
using System.Xml.Linq;
using Jiheng.Documents.Packages;
using Jiheng.Documents.Reading;

namespace Jiheng.Documents.Docx;

/// <summary>A remark at a place of a docx.</summary>
/// <param name="Paragraph">Paragraph of the body from 1, as <see cref="Model.Documents.Place.Index"/> counts them.</param>
/// <param name="Start">Where the remark's passage starts in the text of that paragraph as it was read, in UTF-16 units.</param>
/// <param name="Length">Length of the passage; 0 for the whole paragraph.</param>
/// <param name="Author">Who remarks.</param>
/// <param name="Text">The remark; each line becomes a paragraph.</param>
public sealed record Annotation(int Paragraph, int Start, int Length, string Author, string Text);

/// <summary>Makes copies of a docx with Word comments in the margin.</summary>
public static class DocxComments
{
    private const string CommentsType = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml";
    private static readonly XNamespace _types = "http://schemas.openxmlformats.org/package/2006/content-types";
    private static readonly XNamespace _relations = "http://schemas.openxmlformats.org/package/2006/relationships";

    /// <summary>
    /// Copies <paramref name="original"/> with the remarks added. Text and formatting stay; every part but the body, the
    /// comments and the two lists that name the comments is copied as it is.
    /// </summary>
    /// <param name="original">The docx.</param>
    /// <param name="annotations">The remarks; one whose paragraph does not exist stands at the last paragraph, so that none is lost.</param>
    /// <param name="output">Where the copy is written to; nothing is written when there are faults.</param>
    /// <param name="fileName">Name of the original, for faults.</param>
    /// <returns>Why the original could not be read; empty when the copy was made.</returns>
    public static IReadOnlyList<DocumentFault> Annotate(Stream original, IReadOnlyList<Annotation> annotations, Stream output, string fileName = "原件.docx")
    {
        ArgumentNullException.ThrowIfNull(original);
        ArgumentNullException.ThrowIfNull(annotations);
        using var bytes = new MemoryStream();
        original.CopyTo(bytes);
        bytes.Position = 0;
        // Reading first finds every fault of the file, so that what follows works on a sound one.
        if (DocumentReader.Read(bytes, fileName) is { Faults: { Count: > 0 } faults }) return faults;
        var package = new PackageReader(bytes.ToArray(), fileName, new ReadLimits());
        var (_, numberLengths) = DocxReader.ReadWithNumbers(package);
        Copy(package, Changed(package, annotations, numberLengths), output);
        return [];
    }

    /// <summary>The parts that differ from the original, by name.</summary>
    private static Dictionary<string, XDocument> Changed(PackageReader package, IReadOnlyList<Annotation> annotations, IReadOnlyDictionary<int, int> numberLengths)
    {
        var main = package.MainPart;
        var body = Load(package, main)!;
        var w = body.Root!.Name.Namespace;
        var changed = new Dictionary<string, XDocument>(StringComparer.OrdinalIgnoreCase) { [main] = body };
        var part = package.RelatedTo(main).FirstOrDefault(r => r.Type == "comments").Target ?? AddCommentsPart(package, main, changed);
        var comments = Load(package, part) ?? new XDocument(new XElement(w + "comments", new XAttribute(XNamespace.Xmlns + "w", w.NamespaceName)));
        changed[part] = comments;

        var anchors = new CommentAnchors(w, new BodyParagraphs(body, numberLengths));
        var next = comments.Root!.Elements().Select(c => (int?)c.Attribute(w + "id") ?? 0).DefaultIfEmpty(-1).Max() + 1;
        foreach (var annotation in annotations)
        {
            anchors.Add(annotation, next);
            comments.Root.Add(Comment(w, annotation, next));
            next++;
        }
        return changed;
    }

    private static XElement Comment(XNamespace w, Annotation annotation, int id) =>
        new(w + "comment",
            new XAttribute(w + "id", id),
            new XAttribute(w + "author", Clean(annotation.Author)),
            new XAttribute(w + "initials", Clean(annotation.Author.Length > 2 ? annotation.Author[..2] : annotation.Author)),
            annotation.Text.Split('\n').Select(line => new XElement(w + "p", new XElement(w + "r",
                new XElement(w + "t", new XAttribute(XNamespace.Xml + "space", "preserve"), Clean(line.TrimEnd('\r')))))));

    private static string Clean(string text) => new([.. text.Where(XmlConvert.IsXmlChar)]);

    /// <summary>Names a new part for comments in the package's lists, and returns its name.</summary>
    private static string AddCommentsPart(PackageReader package, string main, Dictionary<string, XDocument> changed)
    {
        var folder = main[..(main.LastIndexOf('/') + 1)];
        var name = "comments.xml";
        for (var n = 2; package.Parts.Contains(folder + name, StringComparer.OrdinalIgnoreCase); n++) name = $"comments{n.ToString(CultureInfo.InvariantCulture)}.xml";

        const string Types = "[Content_Types].xml";
        var types = Load(package, Types)!;
        types.Root!.Add(new XElement(_types + "Override", new XAttribute("PartName", $"/{folder}{name}"), new XAttribute("ContentType", CommentsType)));
        changed[Types] = types;

        var list = $"{folder}_rels/{main[folder.Length..]}.rels";
        var relations = Load(package, list) ?? new XDocument(new XElement(_relations + "Relationships"));
        relations.Root!.Add(new XElement(_relations + "Relationship",
            new XAttribute("Id", "rIdJihengComments"),
            new XAttribute("Type", "http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments"),
            new XAttribute("Target", name)));
        changed[list] = relations;
        return folder + name;
    }

    private static XDocument? Load(PackageReader package, string part)
    {
        using var stream = package.Open(part);
        if (stream is null) return null;
        using var xml = XmlReader.Create(stream, new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null });
        return XDocument.Load(xml, LoadOptions.PreserveWhitespace);
    }

    private static void Copy(PackageReader package, Dictionary<string, XDocument> changed, Stream output)
    {
        using var archive = new ZipArchive(output, ZipArchiveMode.Create, leaveOpen: true);
        foreach (var name in package.Parts.Union(changed.Keys, StringComparer.OrdinalIgnoreCase))
        {
            using var to = archive.CreateEntry(name).Open();
            if (changed.TryGetValue(name, out var document))
            {
                using var xml = XmlWriter.Create(to, new XmlWriterSettings { Encoding = new System.Text.UTF8Encoding(false) });
                document.Save(xml);
            }
            else
            {
                using var from = package.Open(name)!;
                from.CopyTo(to);
            }
        }
    }
}
