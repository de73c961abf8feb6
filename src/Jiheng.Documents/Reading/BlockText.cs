using Jiheng.Model.Documents;

namespace Jiheng.Documents.Reading;

/// <summary>Blocks as one text, for a cell that holds several.</summary>
internal static class BlockText
{
    /// <summary>One line per paragraph, heading or row of an inner table.</summary>
    public static string Of(IReadOnlyList<Block> blocks) => blocks switch
    {
        [] => "",
        [Paragraph only] => only.Text,
        _ => string.Join('\n', blocks.SelectMany(Lines)),
    };

    private static IEnumerable<string> Lines(Block block) => block switch
    {
        Paragraph paragraph => [paragraph.Text],
        Heading heading => [heading.Text],
        Table table => table.Rows.Select(r => string.Join(' ', r.Cells.Select(c => c.Text))),
        _ => [],
    };
}
