using Jiheng.Documents.Reading;
using Jiheng.Model.Documents;

namespace Jiheng.Documents.Tests.Reading;

/// <summary>A document that was read, as lines: what each block is, its text, its spans.</summary>
internal static class ReadOutline
{
    public static string Of(byte[] bytes, string name, ReadLimits? limits = null)
    {
        var result = DocumentReader.Read(new MemoryStream(bytes), name, limits);
        result.Faults.Select(f => f.ToString()).ShouldBeEmpty();
        return Of(result.Document!);
    }

    public static string Of(Document document) => string.Join('\n',
    [
        .. document.Title.Length > 0 ? [$"《{document.Title}》"] : Array.Empty<string>(),
        .. document.Subtitle is { } subtitle ? [$"〈{subtitle}〉"] : Array.Empty<string>(),
        .. document.Blocks.SelectMany(Lines),
    ]);

    private static IEnumerable<string> Lines(Block block) => block switch
    {
        Heading heading => [$"{new string('#', heading.Level)} {heading.Text}"],
        Paragraph { Role: ParagraphRole.Body } paragraph => [paragraph.Text],
        Paragraph paragraph => [$"[{paragraph.Role}] {paragraph.Text}"],
        Table table => [$"[Table {table.Columns.Count}] {table.Caption} {table.UnitNote}".TrimEnd(), .. table.Rows.Select(Row)],
        TableOfContents contents => [$"[Contents {contents.Depth}]"],
        _ => [block.ToString()],
    };

    private static string Row(TableRow row) => (row.Role == RowRole.Head ? "|| " : "| ") + string.Join(" | ", row.Cells.Select(c =>
        c.Text + (c.ColumnSpan > 1 ? $"→{c.ColumnSpan}" : "") + (c.RowSpan > 1 ? $"↓{c.RowSpan}" : "")));
}
