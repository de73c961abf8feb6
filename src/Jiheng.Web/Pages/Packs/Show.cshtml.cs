using Jiheng.Casework.Dossiers;
using Jiheng.Model.Schemes;
using Jiheng.Packs;
using Jiheng.Web.Dossiers;
using Jiheng.Web.Hosting;
using Jiheng.Web.Wording;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Jiheng.Web.Pages.Packs;

/// <summary>One scheme: where it is known from, its indicators with their rules, and which dossiers use it.</summary>
public sealed class ShowModel(PackLibrary library, CaseFiles files) : PageModel
{
    /// <summary>The scheme.</summary>
    public Scheme Scheme { get; private set; } = null!;

    /// <summary>Dossiers scored with it.</summary>
    public IReadOnlyList<CaseFile> Users { get; private set; } = [];

    /// <summary>Marks a weight that is not official.</summary>
    public Chip Placeholder { get; } = new("占位", Tone.Look);

    /// <summary>Whether an indicator says how its value comes about.</summary>
    public bool HasValue(Indicator indicator) => indicator is { Value: not null } or { Slot: not null } or { Target: not null };

    /// <summary>Shows the scheme.</summary>
    /// <param name="id">Id of the pack.</param>
    /// <param name="cancel">Cancels.</param>
    public async Task<IActionResult> OnGetAsync(string id, CancellationToken cancel)
    {
        if (library.FindScheme(id) is not { } scheme)
        {
            HttpContext.Features.Set(WebFault.NoSuchScheme(id));
            return NotFound();
        }
        Scheme = scheme;
        Users = [.. (await files.ListAsync(cancel)).Select(o => o.Case?.File).OfType<CaseFile>().Where(f => f.Scheme.Id == id)];
        return Page();
    }
}
