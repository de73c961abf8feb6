using Jiheng.Model.Measures;

namespace Jiheng.Audit.Known;

/// <summary>What is known from elsewhere (ledger, score table, last year's publication) when a text is audited.</summary>
/// <param name="Facts">The known figures.</param>
public sealed record KnownFacts(IReadOnlyList<KnownFact> Facts);

/// <summary>One known figure.</summary>
/// <param name="Labels">Name and aliases under which texts speak of it; a figure is held against the fact when its own words end with one of them.</param>
/// <param name="Value">The value.</param>
/// <param name="Note">Where it comes from and on what basis, in Chinese, for example '台账，决算草案，汇总口径'.</param>
public sealed record KnownFact(IReadOnlyList<string> Labels, Amount Value, string Note);
