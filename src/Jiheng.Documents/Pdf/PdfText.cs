using System.Text;
using System.Text.RegularExpressions;
using Jiheng.Documents.Reading;
using Jiheng.Model.Documents;

namespace Jiheng.Documents.Pdf;

/// <summary>
/// Puts the lines of laid-out pages together again: lines that run on become one paragraph, across pages too; lines in
/// columns become the rows of a table; page numbers are left out.
/// </summary>
internal sealed partial class PdfText
{
    private const int LeastColumns = 3;
    private readonly List<Block> _blocks = [];
    private readonly StringBuilder _paragraph = new();
    private readonly List<TableRow> _rows = [];
    private Place _start;
    private Place _tableStart;
    private int _index;

    /// <summary>Reads text whose pages end with form feeds.</summary>
    public static Document Read(string text)
    {
        var reader = new PdfText();
        var page = 0;
        foreach (var content in text.Split('\f')) reader.ReadPage(content, ++page);
        reader.EndTable();
        reader.EndParagraph();
        return new Document("", reader._blocks);
    }

    private void ReadPage(string content, int page)
    {
        var lines = content.Split('\n').Select(l => l.TrimEnd()).Where(l => l.Length > 0).ToList();
        if (lines.Count > 0 && PageNumber().IsMatch(lines[^1])) lines.RemoveAt(lines.Count - 1);
        if (lines.Count > 0 && PageNumber().IsMatch(lines[0])) lines.RemoveAt(0);
        if (lines.Count == 0) return;
        // Where running text starts on this page; what stands further right opens a paragraph or is centred.
        var margin = lines.Min(Indent);
        var widest = lines.Max(l => l.Length);
        foreach (var line in lines)
        {
            var cells = Gap().Split(line.Trim());
            if (cells.Length >= LeastColumns)
            {
                EndParagraph();
                if (_rows.Count == 0) _tableStart = new Place(-1, null, page, _index + 1);
                _rows.Add(new TableRow([.. cells.Select(c => TableCell.Of(Tidy(c)) with { Place = new Place(-1, null, page, ++_index) })]));
                continue;
            }
            EndTable();
            ReadLine(line, page, margin, widest);
        }
    }

    private void ReadLine(string line, int page, int margin, int widest)
    {
        var starts = Indent(line) >= margin + 2 || Numbered().IsMatch(line);
        if (starts) EndParagraph();
        if (_paragraph.Length == 0) _start = new Place(-1, null, page, ++_index);
        _paragraph.Append(Joint(_paragraph, line.TrimStart())).Append(line.Trim());
        // A line set in the middle or at the right stands alone; one that ends early with a full mark ends its paragraph.
        if (Indent(line) > margin + 8 || (line.Length < widest * 3 / 4 && line[^1] is '。' or '；' or '：' or '！' or '？')) EndParagraph();
    }

    /// <summary>Between two lines stands nothing, except between Latin words.</summary>
    private static string Joint(StringBuilder before, string next) =>
        before.Length > 0 && next.Length > 0 && char.IsAsciiLetter(before[^1]) && char.IsAsciiLetter(next[0]) ? " " : "";

    private void EndParagraph()
    {
        if (_paragraph.Length == 0) return;
        _blocks.Add(Paragraph.Of(Tidy(_paragraph.ToString())) with { Place = _start });
        _paragraph.Clear();
    }

    private void EndTable()
    {
        if (_rows.Count == 0) return;
        var columns = _rows.Max(r => r.Cells.Count);
        // A single line with gaps is spaced text, not a table.
        if (_rows.Count == 1)
            _blocks.Add(Paragraph.Of(string.Join("  ", _rows[0].Cells.Select(c => c.Text))) with { Place = _tableStart });
        else
            TableHeads.Add(_blocks, new Table([.. Enumerable.Range(0, columns).Select(_ => new TableColumn(""))], TableHeads.Mark([.. _rows])) { Place = _tableStart });
        _rows.Clear();
    }

    private static int Indent(string line) => line.Length - line.TrimStart().Length;

    /// <summary>Takes out the single spaces that laying out puts between Chinese characters and digits.</summary>
    private static string Tidy(string text) => BetweenScripts().Replace(text, "");

    [GeneratedRegex(@"\s{2,}", RegexOptions.CultureInvariant)]
    private static partial Regex Gap();

    [GeneratedRegex(@"^\s*[—–\-－]?\s*\d{1,4}\s*[—–\-－]?\s*$", RegexOptions.CultureInvariant)]
    private static partial Regex PageNumber();

    [GeneratedRegex(@"^\s*(?:[一二三四五六七八九十]+、|（[一二三四五六七八九十]+）|\d{1,2}[.、．]\D|（\d{1,2}）)", RegexOptions.CultureInvariant)]
    private static partial Regex Numbered();

    [GeneratedRegex(@"(?<=[\u3000-\u303F\u4E00-\u9FFF\uFF00-\uFFEF])[ ](?=[\d\u3000-\u303F\u4E00-\u9FFF\uFF00-\uFFEF])|(?<=[\d%％])[ ](?=[\u3000-\u303F\u4E00-\u9FFF\uFF00-\uFFEF])", RegexOptions.CultureInvariant)]
    private static partial Regex BetweenScripts();
}
