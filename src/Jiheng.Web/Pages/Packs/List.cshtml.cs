using Jiheng.Model.Schemes;
using Jiheng.Packs;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Jiheng.Web.Pages.Packs;

/// <summary>All schemes.</summary>
public sealed class ListModel(PackLibrary library) : PageModel
{
    /// <summary>The schemes in the order of their files.</summary>
    public IReadOnlyList<Scheme> Schemes => library.Schemes;
}
