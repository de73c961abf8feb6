using System.Buffers;
using Jiheng.Audit;
using Jiheng.Model.Documents;

namespace Jiheng.Casework.Review;

/// <summary>The words around a place in a document, and how a person finds that place on paper.</summary>
public static class Passage
{
    private static readonly SearchValues<char> _ends = SearchValues.Create("。！？；\n");

    /// <summary>Where the paragraph or cell at <paramref name="at"/> was read; <c>null</c> when it was made by us.</summary>
    public static Place? Origin(Document document, Spot at)
    {
        ArgumentNullException.ThrowIfNull(document);
        return Cell(document, at) is { } cell ? cell.Place ?? document.Blocks[at.Block].Place : document.Blocks[at.Block].Place;
    }

    /// <summary>The place in words: page, sheet and cell, section, paragraph, whatever the format has.</summary>
    public static string Place(Document document, Spot at)
    {
        ArgumentNullException.ThrowIfNull(document);
        var origin = Origin(document, at);
        if (Cell(document, at)?.Address is { } address) return $"“{origin?.Part ?? "工作表"}”表 {address} 单元格";
        List<string> words = [];
        if (origin?.Page is { } page) words.Add($"第 {page} 页");
        for (var i = at.Block; i >= 0; i--)
        {
            if (document.Blocks[i] is not Heading heading) continue;
            words.Add($"“{heading.Text}”一节");
            break;
        }
        words.Add(document.Blocks[at.Block] is Table table
            ? $"表{(table.Caption.Length > 0 ? $"“{table.Caption}”" : "")}第 {at.Row + 1} 行"
            : $"第 {at.Block + 1} 段");
        return string.Join("，", words);
    }

    /// <summary>The sentence that holds <paramref name="at"/>; in a table, the row with its cells set apart by '｜'.</summary>
    public static string Sentence(Document document, Spot at)
    {
        ArgumentNullException.ThrowIfNull(document);
        if (at.Row >= 0 && document.Blocks[at.Block] is Table table) return RowText(table.Rows[at.Row]);
        var text = BlockText(document.Blocks[at.Block]);
        var start = Math.Clamp(at.Start, 0, text.Length);
        var end = Math.Clamp(at.End, start, text.Length);
        start = text.AsSpan(0, start).LastIndexOfAny(_ends) + 1;
        var length = text.AsSpan(end).IndexOfAny(_ends);
        return text[start..(length < 0 ? text.Length : end + length + 1)].Trim();
    }

    /// <summary>The sentences of a text, each with the mark that ends it.</summary>
    public static IEnumerable<string> Sentences(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        for (var start = 0; start < text.Length;)
        {
            var length = text.AsSpan(start).IndexOfAny(_ends);
            var end = length < 0 ? text.Length : start + length + 1;
            if (text[start..end].Trim() is { Length: > 0 } sentence) yield return sentence;
            start = end;
        }
    }

    /// <summary>A row of a table with its cells set apart by '｜'.</summary>
    public static string RowText(TableRow row)
    {
        ArgumentNullException.ThrowIfNull(row);
        return string.Join('｜', row.Cells.Select(c => c.Text));
    }

    /// <summary>All text of a block, cells of a table one row a line; empty for what holds none.</summary>
    public static string BlockText(Block block) => block switch
    {
        Paragraph paragraph => paragraph.Text,
        Heading heading => heading.Text,
        Table table => string.Join('\n', table.Rows.Select(RowText)),
        _ => "",
    };

    /// <summary>
    /// What stays of a text when its figures change: letters and characters without digits, marks and spaces. Equal
    /// skeletons are the same statement, whatever its numbers say.
    /// </summary>
    public static string Skeleton(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return string.Create(text.Count(char.IsLetter), text, static (into, from) =>
        {
            var i = 0;
            foreach (var c in from) if (char.IsLetter(c)) into[i++] = c;
        });
    }

    private static TableCell? Cell(Document document, Spot at) =>
        at.Row >= 0 && document.Blocks[at.Block] is Table table ? table.Rows[at.Row].Cells[at.Column] : null;
}
