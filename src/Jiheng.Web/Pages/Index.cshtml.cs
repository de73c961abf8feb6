using Jiheng.Casework.Dossiers;
using Jiheng.Web.Dossiers;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Jiheng.Web.Pages;

/// <summary>The dossiers with their scores.</summary>
public sealed class IndexModel(CaseFiles files) : PageModel
{
    /// <summary>All dossiers, opened.</summary>
    public IReadOnlyList<CaseFile> Files { get; private set; } = [];

    /// <summary>Number of facts in all dossiers.</summary>
    public int Facts => Files.Sum(f => f.Dossier.Facts.Count);

    /// <summary>Number of dossiers whose score is official.</summary>
    public int Official => Files.Count(f => f.Appraisal.IsOfficial);

    /// <summary>The years that the dossiers are about.</summary>
    public string Regions => string.Join("、", Files.Select(f => $"{f.Dossier.Year} 年").Distinct().Order(StringComparer.Ordinal));

    /// <summary>Lists the dossiers.</summary>
    public void OnGet() => Files = files.All;
}
