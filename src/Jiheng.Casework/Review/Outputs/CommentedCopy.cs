using Jiheng.Documents.Docx;
using Jiheng.Documents.Reading;

namespace Jiheng.Casework.Review.Outputs;

/// <summary>A copy of a Word file with each finding as a comment at its place.</summary>
public static class CommentedCopy
{
    /// <summary>Whether a file of this name can carry comments.</summary>
    public static bool IsPossible(string name) => name.EndsWith(".docx", StringComparison.OrdinalIgnoreCase);

    /// <summary>Writes the copy; nothing is written when there are faults.</summary>
    /// <param name="original">The docx.</param>
    /// <param name="file">What was read from it, checked.</param>
    /// <param name="output">Where to.</param>
    /// <returns>Why it could not be written; empty when it was.</returns>
    public static IReadOnlyList<DocumentFault> Write(Stream original, AuditedFile file, Stream output)
    {
        ArgumentNullException.ThrowIfNull(file);
        return file.IsChecked ? DocxComments.Annotate(original, Remarks.Of(file.Document, file.Report), output, file.Name) : file.Faults;
    }
}
