using Jiheng.Audit.Scopes;

namespace Jiheng.Audit.Frames;

/// <summary>The mentions of a text with the links between them: which change, rate or earlier value belongs to which value.</summary>
internal sealed class ProseFrame
{
    /// <summary>How many mentions back a link may reach; keeps the work per figure constant.</summary>
    public const int Reach = 48;

    private readonly int[] _subjects;

    /// <summary>Reads <paramref name="source"/> into mentions with roles and subjects.</summary>
    /// <param name="source">The text.</param>
    /// <param name="skip">Paragraphs that are no prose.</param>
    public ProseFrame(SourceText source, IReadOnlySet<int>? skip = null)
    {
        Source = source;
        Mentions = new ProseReader(source).Read(skip ?? new HashSet<int>());
        new RoleReader(this).Assign();
        _subjects = new int[Mentions.Count];
        Array.Fill(_subjects, -1);
        SubjectLinks.Assign(this, _subjects);
    }

    /// <summary>The text.</summary>
    public SourceText Source { get; }

    /// <summary>All figures in reading order.</summary>
    public List<Mention> Mentions { get; }

    /// <summary>The value that a change, rate or earlier value speaks of; <c>null</c> when none stands near.</summary>
    public Mention? SubjectOf(Mention mention) => _subjects[mention.Index] is >= 0 and var i ? Mentions[i] : null;

    /// <summary>All mentions of role <paramref name="role"/> that speak of <paramref name="subject"/>.</summary>
    public IEnumerable<Mention> AllOf(Mention subject, Role role)
    {
        for (var i = subject.Index + 1; i < Mentions.Count && i <= subject.Index + Reach / 2; i++)
        {
            if (Mentions[i].Paragraph != subject.Paragraph) yield break;
            if (_subjects[i] == subject.Index && Mentions[i].Role == role) yield return Mentions[i];
        }
    }

    /// <summary>The characters between two mentions.</summary>
    public ReadOnlySpan<char> Between(Mention left, Mention right) => Source.Text.AsSpan(left.Figure.End..right.Figure.Start);

    /// <summary>The figure's own words: from the last punctuation or figure up to it.</summary>
    public ReadOnlySpan<char> Label(Mention mention) => Source.Text.AsSpan(mention.Words);

    /// <summary>The characters behind a mention, up to the end of its paragraph.</summary>
    public ReadOnlySpan<char> After(Mention mention) => Source.Text.AsSpan(mention.Figure.End..Source.EndOf(mention.Paragraph));

    /// <summary>The characters before a mention, from the start of its paragraph.</summary>
    public ReadOnlySpan<char> Before(Mention mention) => Source.Text.AsSpan(Source.StartOf(mention.Paragraph)..mention.Figure.Start);

    /// <summary>Whether nothing but a joining mark stands between two neighbours: '42.6%和43%', '26起、443人'.</summary>
    public bool IsBareJoint(Mention left, Mention right) =>
        Between(left, right).Trim() is "、" or "和" or "及" or "，" or "与" or "、和" or "," or "以及" or "/" or ":" or "∶" or "：";

    /// <summary>As <see cref="Back"/>, but reaching into the <paramref name="lines"/> paragraphs before.</summary>
    public Backward BackLines(Mention mention, int lines) => new(Mentions, mention.Index - 1, Math.Max(0, mention.Index - Reach), mention.Paragraph - lines);

    /// <summary>Mentions before <paramref name="mention"/> in the same paragraph, nearest first, at most <see cref="Reach"/>.</summary>
    public Backward Back(Mention mention) => BackLines(mention, 0);
}
