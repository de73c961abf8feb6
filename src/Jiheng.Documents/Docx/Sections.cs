using Jiheng.Model.Documents;

namespace Jiheng.Documents.Docx;

/// <summary>Which blocks of a document stand on landscape pages.</summary>
internal static class Sections
{
    /// <summary>
    /// For each block, whether its page is landscape: wide tables are, with the headings and captions right above them
    /// and the notes right below, so that no title stays behind on an upright page.
    /// </summary>
    public static bool[] Landscape(IReadOnlyList<Block> blocks)
    {
        var landscape = new bool[blocks.Count];
        for (var i = blocks.Count - 1; i >= 0; i--)
        {
            landscape[i] = blocks[i] switch
            {
                Table table => table.Landscape,
                Heading or Paragraph { Role: ParagraphRole.Caption } or PageBreak => i + 1 < blocks.Count && landscape[i + 1],
                _ => false,
            };
        }
        for (var i = 1; i < blocks.Count; i++)
            landscape[i] |= landscape[i - 1] && blocks[i] is Paragraph { Role: ParagraphRole.Note };
        return landscape;
    }
}
