using Jiheng.Audit.Figures;

namespace Jiheng.Audit.Frames;

/// <summary>A figure with what the text around it says: its place in the sentence, its label and its role.</summary>
internal sealed class Mention
{
    /// <summary>Position in <see cref="ProseFrame.Mentions"/>.</summary>
    public required int Index { get; init; }

    /// <summary>The figure.</summary>
    public required Figure Figure
    {
        get;
        set => (field, Slack) = (value, value.Slack);
    }

    /// <summary>How far the figure's true value may lie from the printed one; searches ask this of the same figures over and over.</summary>
    public decimal Slack { get; private set; }

    /// <summary>Number of the paragraph.</summary>
    public required int Paragraph { get; init; }

    /// <summary>Number of the sentence, running through the document; it ends at 。！？ or the line's end.</summary>
    public required int Sentence { get; init; }

    /// <summary>Number of the part of a sentence, running through the document; it ends at ；.</summary>
    public required int Segment { get; init; }

    /// <summary>Number of the clause, running through the document; it ends at ，： as well.</summary>
    public required int Clause { get; init; }

    /// <summary>How many brackets are open.</summary>
    public required int Depth { get; init; }

    /// <summary>Number of the innermost open bracket, 0 for none.</summary>
    public required int Bracket { get; init; }

    /// <summary>The mention right before the innermost open bracket, -1 for none.</summary>
    public required int Host { get; init; }

    /// <summary>Strongest punctuation between the previous figure and this one.</summary>
    public required Break Break { get; init; }

    /// <summary>Whether a colon stands right before the figure's own words: '按类别分：甲3个'.</summary>
    public required bool AfterColon { get; init; }

    /// <summary>All cues between the previous figure and this one.</summary>
    public required Cues Gap { get; init; }

    /// <summary>Cues of this figure's own words: since the clause began or the previous figure ended.</summary>
    public required Cues Lead { get; init; }

    /// <summary>The last cue before the figure.</summary>
    public required Cues Last { get; init; }

    /// <summary>Characters between the last cue and the figure; large when there is none.</summary>
    public required int LastDistance { get; init; }

    /// <summary>Start of the figure's own words.</summary>
    public required int LabelStart { get; init; }

    /// <summary>The figure's own words, without the blanks around them.</summary>
    public required Range Words { get; init; }

    /// <summary>Start of the clause.</summary>
    public required int ClauseStart { get; init; }

    /// <summary>Latest calendar year named in the paragraph before the figure, 0 for none.</summary>
    public required int Year { get; init; }

    /// <summary>What the figure is.</summary>
    public Role Role { get; set; }

    /// <summary>+1 for a rise, -1 for a fall, 0 when the text does not say.</summary>
    public int Sign { get; set; }

    /// <summary>How often the figure counts in a sum: '各1个' after six names counts six times.</summary>
    public int Times { get; set; } = 1;

    /// <summary>First mention of the run of like figures that this one belongs to.</summary>
    public int RunStart { get; set; }

    /// <summary>Number of figures in that run.</summary>
    public int RunLength { get; set; } = 1;

    /// <summary>Cues right behind the figure, up to the next figure or punctuation.</summary>
    public Cues Tail { get; set; }

    /// <summary>Whether any cue of <paramref name="cues"/> stands in the figure's own words.</summary>
    public bool Says(Cues cues) => (Lead & cues) != 0;

    /// <inheritdoc/>
    public override string ToString() => $"{Figure.Text} {Role}";
}

/// <summary>Punctuation, from weak to strong.</summary>
internal enum Break
{
    /// <summary>None.</summary>
    None,

    /// <summary>、 or 和.</summary>
    Item,

    /// <summary>，.</summary>
    Clause,

    /// <summary>：.</summary>
    Colon,

    /// <summary>A bracket opened or closed.</summary>
    Bracket,

    /// <summary>；.</summary>
    Segment,

    /// <summary>。.</summary>
    Sentence,

    /// <summary>End of the line.</summary>
    Paragraph,
}

/// <summary>What a figure is in its record.</summary>
internal enum Role
{
    /// <summary>A value of its own.</summary>
    Value,

    /// <summary>The value that another is compared with.</summary>
    Prior,

    /// <summary>By how much a value has changed.</summary>
    Change,

    /// <summary>By what rate a value has changed.</summary>
    Growth,

    /// <summary>A share of a whole.</summary>
    Share,

    /// <summary>Some other rate of two figures.</summary>
    Rate,

    /// <summary>A target or limit.</summary>
    Limit,

    /// <summary>One part of a proportion (6.2:40.1:53.7).</summary>
    Part,

    /// <summary>A price, yield or average: one figure per another.</summary>
    Per,

    /// <summary>Takes no part in arithmetic.</summary>
    Aside,
}
