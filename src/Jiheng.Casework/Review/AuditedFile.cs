using System.Diagnostics.CodeAnalysis;
using Jiheng.Audit;
using Jiheng.Audit.Known;
using Jiheng.Documents.Reading;
using Jiheng.Model.Documents;

namespace Jiheng.Casework.Review;

/// <summary>
/// One file read and audited, or the reasons why it could not be. A file that was not checked is never taken for one
/// without findings.
/// </summary>
/// <param name="Name">Name of the file, with its path inside the folder or zip that it came in.</param>
/// <param name="Document">What was read; <c>null</c> when the file was not checked.</param>
/// <param name="Report">What the audit found; <c>null</c> when the file was not checked.</param>
/// <param name="Faults">Why it was not checked; empty when it was.</param>
public sealed record AuditedFile(string Name, Document? Document, AuditReport? Report, IReadOnlyList<DocumentFault> Faults)
{
    /// <summary>Whether the file was read and audited.</summary>
    [MemberNotNullWhen(true, nameof(Document), nameof(Report))]
    public bool IsChecked => Report is not null;

    /// <summary>Reads and audits a file. Never throws for what the file holds.</summary>
    /// <param name="content">Its bytes, read from where they stand; not closed.</param>
    /// <param name="name">Its name; the extension tells the format.</param>
    /// <param name="limits">Bounds of reading; <c>null</c> for the usual ones.</param>
    /// <param name="known">Figures known from elsewhere to hold the text against; <c>null</c> for none.</param>
    public static AuditedFile Read(Stream content, string name, ReadLimits? limits = null, KnownFacts? known = null)
    {
        ArgumentNullException.ThrowIfNull(content);
        ArgumentNullException.ThrowIfNull(name);
        return Read(content, name, limits, document => Auditor.Audit(document, known));
    }

    /// <summary>Audits a document. One without a single letter or digit is a picture or an empty page, and was not checked.</summary>
    public static AuditedFile Of(Document document, string name, KnownFacts? known = null)
    {
        ArgumentNullException.ThrowIfNull(document);
        ArgumentNullException.ThrowIfNull(name);
        return Of(document, name, d => Auditor.Audit(d, known));
    }

    /// <summary>A file that was not checked.</summary>
    public static AuditedFile NotChecked(string name, params IReadOnlyList<DocumentFault> faults) => new(name, null, null, faults);

    /// <summary>Reads a file and audits it with <paramref name="audit"/>, which gives <c>null</c> when it takes too long.</summary>
    internal static AuditedFile Read(Stream content, string name, ReadLimits? limits, Func<Document, AuditReport?> audit)
    {
        var read = DocumentReader.Read(content, name, limits);
        return read.Document is { } document ? Of(document, name, audit) : NotChecked(name, [.. read.Faults]);
    }

    private static AuditedFile Of(Document document, string name, Func<Document, AuditReport?> audit)
    {
        if (!document.Blocks.Any(b => Passage.BlockText(b).Any(char.IsLetterOrDigit))) return NotChecked(name, ReviewFaults.NoText(name));
        try
        {
            return audit(document) is { } report ? new AuditedFile(name, document, report, []) : NotChecked(name, ReviewFaults.TooLong(name));
        }
        // One text that trips the engine must not stop the review of a thousand others, nor pass as checked.
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            return NotChecked(name, ReviewFaults.Engine(name, e.GetType().Name));
        }
    }
}
