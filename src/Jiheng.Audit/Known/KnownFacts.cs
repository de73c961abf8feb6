using Jiheng.Model.Measures;

namespace Jiheng.Audit.Known;

/// <summary>What is known from elsewhere (ledger, score table, data table, last year's publication) when a text is audited.</summary>
/// <param name="Facts">The known figures.</param>
public sealed record KnownFacts(IReadOnlyList<KnownFact> Facts)
{
    /// <summary>Fiscal year that the text is about; 0 when not known, and then years are not told apart.</summary>
    public int Year { get; init; }
}

/// <summary>One known figure.</summary>
/// <param name="Labels">Name and aliases under which texts speak of it; a figure is held against the fact when its own words are one of them, apart from words like 全年 and 其中.</param>
/// <param name="Value">The value; its printed places tell how far it may be rounded.</param>
/// <param name="Note">Where it comes from and on what basis, in Chinese, for example '台账，决算草案，汇总口径'.</param>
public sealed record KnownFact(IReadOnlyList<string> Labels, Amount Value, string Note)
{
    /// <summary>Fiscal year of the value; 0 for that of the text.</summary>
    public int Year { get; init; }

    /// <summary>Whether it was only printed somewhere beside a figure that can be computed: named in findings, but it excuses nothing.</summary>
    public bool IsControl { get; init; }
}
