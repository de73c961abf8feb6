using Jiheng.Casework.Drafting;
using Jiheng.Web.Hosting;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Jiheng.Web.Start;

/// <summary>A page on one working folder, which stands in the address.</summary>
public abstract class DeskPage(Desks desks) : PageModel
{
    /// <summary>The folder.</summary>
    public DeskFolder Folder { get; private set; } = null!;

    /// <summary>The folder opened; read when first asked for.</summary>
    public Desk Desk => field ??= Desk.Open(Folder);

    /// <summary>Address of the folder's first page.</summary>
    public string Address => $"/start/{Folder.Id}";

    /// <inheritdoc/>
    public override void OnPageHandlerExecuting(PageHandlerExecutingContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        var id = RouteData.Values["id"] as string ?? "";
        if (desks.Find(id) is { } folder)
        {
            Folder = folder;
            return;
        }
        HttpContext.Features.Set(WebFault.NoSuchDesk(id));
        context.Result = NotFound();
    }
}
