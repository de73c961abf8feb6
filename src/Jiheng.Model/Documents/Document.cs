namespace Jiheng.Model.Documents;

/// <summary>
/// One text with its tables and charts, read from a file or made from facts. It is the only form in which texts
/// travel: readers make it, writers print it, the audit reads it.
/// </summary>
/// <param name="Title">Title line; empty when a file that was read has none.</param>
/// <param name="Blocks">The blocks in reading order.</param>
public sealed record Document(string Title, IReadOnlyList<Block> Blocks)
{
    /// <summary>Line under the title, for example '（2024 年度）'; <c>null</c> when there is none.</summary>
    public string? Subtitle { get; init; }

    /// <summary>
    /// Standing notice that every printed page must show, for example that the score is a trial one; <c>null</c> for none.
    /// </summary>
    public string? Notice { get; init; }

    /// <summary>Makes a document of paragraphs from plain text, one per line; places count in UTF-16 units of <paramref name="text"/>.</summary>
    public static Document FromPlainText(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var blocks = new List<Block>();
        var start = 0;
        while (start < text.Length)
        {
            var end = text.IndexOf('\n', start);
            if (end < 0) end = text.Length;
            var line = text[start..end].TrimEnd('\r');
            if (!string.IsNullOrWhiteSpace(line)) blocks.Add(Paragraph.Of(line) with { Place = new Place(start) });
            start = end + 1;
        }
        return new Document("", blocks);
    }
}

/// <summary>Where a block stands in what it was read from.</summary>
/// <param name="Offset">Start in the source's linear text, in UTF-16 units; -1 when the source has none.</param>
/// <param name="Part">Part of the file: a sheet name, 'footnotes', or <c>null</c> for the body.</param>
/// <param name="Page">Page number from 1, or <c>null</c> when the format has no pages.</param>
/// <param name="Index">Number of the paragraph, row or cell within its part, from 1; 0 when not counted.</param>
public readonly record struct Place(int Offset, string? Part = null, int? Page = null, int Index = 0);
