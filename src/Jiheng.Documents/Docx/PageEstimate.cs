using Jiheng.Documents.Typesetting;
using Jiheng.Model.Documents;

namespace Jiheng.Documents.Docx;

/// <summary>
/// Estimates the page of every heading, for the table of contents. Line heights are fixed and widths of Chinese
/// characters are known, so the estimate follows the page that Word makes: 22 lines of 28 characters, kept-together
/// headings, table rows with wrapped cells, charts and sections included. It may be a page off far behind long tables
/// whose Latin words are set in a proportional font; printing or 'update field' in Word puts the exact number there.
/// </summary>
internal sealed class PageEstimate
{
    private readonly int[] _pages;
    private readonly List<int> _kept = [];
    private int _keptHeight;
    private int _page = 1;
    private int _used;
    private bool _landscape;

    private PageEstimate(int blocks) => _pages = new int[blocks];

    /// <summary>Page of each block of <paramref name="document"/>, from 1; of a block that spans pages, its first.</summary>
    public static int[] PagesOf(Document document, bool[] landscape)
    {
        var blocks = document.Blocks;
        var estimate = new PageEstimate(blocks.Count);
        estimate.PlaceTitle(document);
        for (var i = 0; i < blocks.Count; i++)
        {
            if (landscape[i] != estimate._landscape)
            {
                estimate.NewPage();
                estimate._landscape = landscape[i];
            }
            estimate.PlaceBlock(blocks, i);
        }
        estimate.Release(0);
        return estimate._pages;
    }

    private int Height => Typography.HeightOf(_landscape);

    private int Width => Typography.WidthOf(_landscape);

    private void PlaceTitle(Document document)
    {
        if (document.Title.Length > 0)
        {
            var style = ParagraphStyle.Title;
            _used += style.Before + style.After + style.Line * TitleLines.Break(document.Title, DocxBody.TitleRoom).Count;
        }
        if (document.Subtitle is { } subtitle) PlaceParagraph(ParagraphStyle.Subtitle, subtitle);
    }

    private void PlaceBlock(IReadOnlyList<Block> blocks, int i)
    {
        _kept.Add(i);
        switch (blocks[i])
        {
            case Heading heading: PlaceParagraph(ParagraphStyle.Heading(heading.Level), heading.Text); break;
            case Paragraph signature when DocxBody.IsFirstSignature(blocks, i): PlaceParagraph(ParagraphStyle.FirstSignature, signature.Text); break;
            case Paragraph paragraph: PlaceParagraph(DocxBody.StyleOf(paragraph.Role), paragraph.Text); break;
            case Table table: PlaceTable(table); break;
            case Chart: PlacePiece(Typography.ChartHeight + 260); break;
            case TableOfContents contents: PlaceContents(blocks, contents); break;
            case PageBreak:
                NewPage();
                break;
        }
    }

    private void PlaceContents(IReadOnlyList<Block> blocks, TableOfContents contents)
    {
        PlaceParagraph(ParagraphStyle.ContentsTitle, DocxBody.ContentsTitle);
        foreach (var heading in blocks.OfType<Heading>().Where(h => h.Level <= contents.Depth))
        {
            var style = ParagraphStyle.Contents(heading.Level);
            var indent = (Math.Clamp(heading.Level, 1, 4) - 1) * style.Advance;
            var lines = TextMeasure.Lines(heading.Text, 2 * (Typography.TextWidth - indent - 560) / style.Advance);
            PlaceLines(style, lines);
        }
    }

    private void PlaceParagraph(ParagraphStyle style, string text) =>
        PlaceLines(style, TextMeasure.Lines(text, 2 * Width / style.Advance, style.Indent));

    private void PlaceLines(ParagraphStyle style, int lines)
    {
        if (style.KeepNext)
        {
            _keptHeight += style.Before + lines * style.Line + style.After;
            return;
        }
        Release(style.Before + style.Line);
        _used += style.Before;
        for (var line = 0; line < lines; line++)
        {
            if (_used + style.Line > Height) NextPage();
            _used += style.Line;
        }
        _used += style.After;
    }

    private void PlaceTable(Table table)
    {
        var grid = TableGrid.Of(table);
        if (table.Caption.Length > 0) PlaceParagraph(ParagraphStyle.Caption, table.Caption);
        if (table.UnitNote.Length > 0) PlaceParagraph(ParagraphStyle.UnitNote, table.UnitNote);
        var heights = RowHeights(table, grid);
        var head = heights.Take(grid.HeadRows).Sum();
        for (var r = 0; r < heights.Length; r++)
        {
            if (r == 0) Release(head + (grid.HeadRows < heights.Length ? heights[grid.HeadRows] : 0));
            if (_used + heights[r] > Height && _used > 0)
            {
                NextPage();
                if (r >= grid.HeadRows) _used = head;
            }
            _used += heights[r];
            // A row higher than a page runs on over several.
            for (; _used > Height; _page++) _used -= Height;
        }
        _used += Typography.AfterTable;
    }

    private int[] RowHeights(Table table, TableGrid grid)
    {
        var size = Typography.TableSize(grid.Columns, _landscape);
        var widths = grid.Widths(table, Width);
        var heights = new int[grid.Rows.Count];
        var needed = new List<(int First, int Last, int Height)>();
        for (var r = 0; r < heights.Length; r++)
        {
            foreach (var cell in grid.Rows[r].Cells.Where(c => !c.Continued))
            {
                var width = widths.AsSpan(cell.Column, cell.ColumnSpan);
                var room = -2 * Typography.CellSide;
                foreach (var w in width) room += w;
                var height = TextMeasure.Lines(cell.Cell.Text, room / (size * 5)) * Typography.TableLine(size) + 2 * Typography.CellTop + 10;
                if (cell.RowSpan == 1) heights[r] = Math.Max(heights[r], height);
                else needed.Add((r, r + cell.RowSpan - 1, height));
            }
            heights[r] = Math.Max(heights[r], Typography.TableLine(size) + 2 * Typography.CellTop + 10);
        }
        // What a cell needs beyond the rows that it covers falls to the last of them.
        foreach (var (first, last, height) in needed)
            heights[last] += Math.Max(0, height - heights[first..(last + 1)].Sum());
        return heights;
    }

    private void PlacePiece(int height)
    {
        Release(height);
        if (_used + height > Height) NextPage();
        _used += height;
    }

    /// <summary>Places what was kept for the next block, on a new page when its first <paramref name="next"/> twips do not fit.</summary>
    private void Release(int next)
    {
        if (_used > 0 && _used + _keptHeight + next > Height) NextPage();
        foreach (var block in _kept) _pages[block] = _page;
        _kept.Clear();
        _used += _keptHeight;
        _keptHeight = 0;
    }

    private void NewPage()
    {
        Release(0);
        if (_used > 0) NextPage();
    }

    private void NextPage()
    {
        _page++;
        _used = 0;
    }
}
