using Jiheng.Casework.Review;

namespace Jiheng.Web.Reviewing;

/// <summary>Findings of a comparison that came to the same.</summary>
/// <param name="Title">What they came to.</param>
/// <param name="Meaning">That in a sentence.</param>
/// <param name="Findings">The findings; a section without any is not shown.</param>
public sealed record ComparedSection(string Title, string Meaning, IReadOnlyList<ComparedFinding> Findings);
