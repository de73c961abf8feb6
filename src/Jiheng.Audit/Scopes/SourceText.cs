using Jiheng.Audit.Figures;
using Jiheng.Model.Documents;

namespace Jiheng.Audit.Scopes;

/// <summary>The running text of a document as one string, one paragraph a line, with the way back to its blocks.</summary>
internal sealed class SourceText
{
    private readonly List<(int Start, int Block)> _paragraphs = [];

    /// <summary>All neighbours of the text. Each kind of claim and slip asks first whether its words stand in the text at all; mostly they do not.</summary>
    private readonly PairSet _pairs = new();

    /// <summary>Joins all paragraphs and headings of <paramref name="document"/>; tables are read by themselves.</summary>
    public SourceText(Document document)
    {
        Document = document;
        var builder = new System.Text.StringBuilder();
        for (var i = 0; i < document.Blocks.Count; i++)
        {
            var text = document.Blocks[i] switch { Paragraph p => p.Text, Heading h => h.Text, _ => null };
            if (text is null) continue;
            _paragraphs.Add((builder.Length, i));
            builder.Append(text).Append('\n');
        }
        Text = builder.ToString();
        for (var i = 0; i + 1 < Text.Length; i++) _pairs.Add(Text[i], Text[i + 1]);
    }

    /// <summary>The document that was joined.</summary>
    public Document Document { get; }

    /// <summary>All paragraphs, each closed by a line feed.</summary>
    public string Text { get; }

    /// <summary>Whether <paramref name="word"/> stands anywhere in the text.</summary>
    public bool Has(string word) =>
        (word.Length < 2 || _pairs.MayHold(word[0], word[1]) && _pairs.MayHold(word[^2], word[^1])) && Text.Contains(word, StringComparison.Ordinal);

    /// <summary>Whether any of <paramref name="words"/> stands anywhere in the text.</summary>
    public bool HasAny(params ReadOnlySpan<string> words)
    {
        foreach (var word in words) if (Has(word)) return true;
        return false;
    }

    /// <summary>Number of paragraphs.</summary>
    public int Count => _paragraphs.Count;

    /// <summary>Start of paragraph <paramref name="index"/> in <see cref="Text"/>.</summary>
    public int StartOf(int index) => _paragraphs[index].Start;

    /// <summary>End of paragraph <paramref name="index"/>, where its line feed stands.</summary>
    public int EndOf(int index) => (index + 1 < _paragraphs.Count ? _paragraphs[index + 1].Start : Text.Length) - 1;

    /// <summary>The characters of paragraph <paramref name="index"/>.</summary>
    public ReadOnlySpan<char> Paragraph(int index) => Text.AsSpan(StartOf(index)..EndOf(index));

    /// <summary>The block that paragraph <paramref name="index"/> came from.</summary>
    public Block BlockOf(int index) => Document.Blocks[BlockIndexOf(index)];

    /// <summary>Place of that block among the blocks of the document.</summary>
    public int BlockIndexOf(int index) => _paragraphs[index].Block;

    /// <summary>Paragraph that holds position <paramref name="start"/>.</summary>
    public int ParagraphAt(int start)
    {
        int low = 0, high = _paragraphs.Count - 1;
        while (low < high)
        {
            var middle = (low + high + 1) / 2;
            if (_paragraphs[middle].Start <= start) low = middle;
            else high = middle - 1;
        }
        return low;
    }

    /// <summary>Where the characters from <paramref name="start"/> to <paramref name="end"/> stand in the document.</summary>
    public Spot Spot(int start, int end)
    {
        var (from, block) = _paragraphs[ParagraphAt(start)];
        var offset = Document.Blocks[block].Place is { Offset: >= 0 } place ? place.Offset + start - from : -1;
        return new Spot(block, start - from, end - from, offset);
    }
}
