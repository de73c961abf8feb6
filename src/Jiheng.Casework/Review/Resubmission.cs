namespace Jiheng.Casework.Review;

/// <summary>A report handed in again, held against the version before.</summary>
/// <param name="Mended">Findings of the earlier version that the later one no longer has.</param>
/// <param name="NotMended">Findings that both have, as they stand in the later one.</param>
/// <param name="New">Findings that only the later version has.</param>
/// <param name="Unasked">Passages that changed although nothing had been found there.</param>
public sealed record Resubmission(IReadOnlyList<ComparedFinding> Mended, IReadOnlyList<ComparedFinding> NotMended, IReadOnlyList<ComparedFinding> New, IReadOnlyList<PassageChange> Unasked)
{
    /// <summary>Whether nothing is left to ask: all mended, nothing new, nothing changed in silence.</summary>
    public bool IsSettled => NotMended.Count == 0 && New.Count == 0 && Unasked.Count == 0;

    /// <summary>The counts in one line.</summary>
    public string Words => $"已改正 {Mended.Count} 处，没有改正 {NotMended.Count} 处，新出现 {New.Count} 处，未要求而改动 {Unasked.Count} 处。";

    /// <summary>Compares two versions of a report.</summary>
    /// <param name="earlier">The version that was reviewed; must be checked.</param>
    /// <param name="later">The one handed in again; must be checked.</param>
    /// <exception cref="ArgumentException">One of them was not checked.</exception>
    public static Resubmission Compare(AuditedFile earlier, AuditedFile later)
    {
        ArgumentNullException.ThrowIfNull(earlier);
        ArgumentNullException.ThrowIfNull(later);
        if (!earlier.IsChecked || !later.IsChecked) throw new ArgumentException("Both versions must have been checked.");
        var lines = new Alignment(earlier.Document, later.Document);
        List<ComparedFinding> before = [.. ReportResult.Of(earlier).Findings.Select(f => new ComparedFinding(f, f.Passage, lines.LaterOf(earlier.Document, f.At)))];
        List<ComparedFinding> after = [.. ReportResult.Of(later).Findings.Select(f => new ComparedFinding(f, lines.EarlierOf(later.Document, f.At), f.Passage))];
        List<ComparedFinding> stay = [];
        foreach (var now in after)
        {
            // A sentence that only got other words is not mended by them.
            var old = before.Find(b => b.Finding.Fingerprint == now.Finding.Fingerprint)
                ?? before.Find(b => b.Finding.Code == now.Finding.Code && b.Later == now.Later && b.Earlier == now.Earlier);
            if (old is null) continue;
            before.Remove(old);
            stay.Add(now with { Earlier = old.Earlier });
        }
        var kept = stay.Select(s => s.Finding).ToHashSet(ReferenceEqualityComparer.Instance);
        return new Resubmission(before, stay, [.. after.Where(a => !kept.Contains(a.Finding))], Changes(earlier, later, lines));
    }

    private static IReadOnlyList<PassageChange> Changes(AuditedFile earlier, AuditedFile later, Alignment lines)
    {
        // Where something was found, or whose figures took part in a finding.
        var asked = earlier.Report!.Findings.SelectMany(f => f.Also.Append(f.At)).SelectMany(at => lines.EarlierAt(earlier.Document!, at)).ToHashSet(ReferenceEqualityComparer.Instance);
        return
        [
            .. from pair in lines.Pairs
               where pair.Old?.Text != pair.Now?.Text && (pair.Old is null || !asked.Contains(pair.Old))
               let at = (pair.Now ?? pair.Old)!.At
               orderby at.Block, at.Row
               select new PassageChange(pair.Old?.Text ?? "", pair.Now?.Text ?? "", Passage.Place((pair.Now is null ? earlier : later).Document!, at)),
        ];
    }
}

/// <summary>A finding with its words in both versions.</summary>
/// <param name="Finding">The finding, in the later version if that has it.</param>
/// <param name="Earlier">The passage as it stood; empty when it was added.</param>
/// <param name="Later">The passage as it stands; empty when it was removed.</param>
public sealed record ComparedFinding(FindingResult Finding, string Earlier, string Later);

/// <summary>A passage that differs between two versions.</summary>
/// <param name="Earlier">As it stood; empty for one that was added.</param>
/// <param name="Later">As it stands; empty for one that was removed.</param>
/// <param name="Place">Where it stands in the later version, in words; in the earlier one when it was removed.</param>
public sealed record PassageChange(string Earlier, string Later, string Place)
{
    /// <summary>What happened, in words.</summary>
    public string Kind =>
        Earlier.Length == 0 ? "新增"
        : Later.Length == 0 ? "删去"
        : Passage.Skeleton(Earlier) == Passage.Skeleton(Later) ? "改了数字"
        : "改了文字";
}
