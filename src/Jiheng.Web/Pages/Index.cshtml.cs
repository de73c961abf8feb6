using Jiheng.Casework.Dossiers;
using Jiheng.Web.Dossiers;
using Jiheng.Web.Hosting;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Jiheng.Web.Pages;

/// <summary>The dossiers with their scores.</summary>
public sealed class IndexModel(CaseFiles files) : PageModel
{
    /// <summary>All dossiers, opened.</summary>
    public IReadOnlyList<OpenCase> Open { get; private set; } = [];

    /// <summary>The dossiers themselves.</summary>
    public IEnumerable<CaseFile> Files => Open.Select(o => o.File);

    /// <summary>Findings in all reports that must be mended.</summary>
    public int Blocking => Open.Sum(o => o.Audit.Blocking);

    /// <summary>Number of facts in all dossiers.</summary>
    public int Facts => Files.Sum(f => f.Dossier.Facts.Count);

    /// <summary>Number of dossiers whose score is official.</summary>
    public int Official => Files.Count(f => f.Appraisal.IsOfficial);

    /// <summary>The years that the dossiers are about.</summary>
    public string Years => string.Join("、", Files.Select(f => $"{f.Dossier.Year} 年").Distinct().Order(StringComparer.Ordinal));

    /// <summary>Why dossiers do not open.</summary>
    public IReadOnlyList<WebFault> Faults { get; private set; } = [];

    /// <summary>Lists the dossiers.</summary>
    public async Task OnGetAsync(CancellationToken cancel)
    {
        var openings = await files.ListAsync(cancel);
        Open = [.. openings.Select(o => o.Case).OfType<OpenCase>()];
        Faults = [.. openings.Select(o => o.Fault).OfType<WebFault>()];
    }
}
