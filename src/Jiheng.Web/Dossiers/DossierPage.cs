using Jiheng.Casework.Dossiers;
using Jiheng.Web.Hosting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Jiheng.Web.Dossiers;

/// <summary>A page about one dossier: opens it by the <c>id</c> of the route, or says that there is none.</summary>
public abstract class DossierPage : PageModel
{
    private CaseFile? _file;

    /// <summary>The dossier, opened.</summary>
    public CaseFile Case => _file ?? throw new InvalidOperationException("The dossier is opened before the handler runs.");

    /// <summary>Where the self-evaluation of this dossier stands.</summary>
    public IReadOnlyList<Step> Steps => Standing.Of(Case);

    /// <inheritdoc/>
    public override void OnPageHandlerExecuting(PageHandlerExecutingContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        var files = context.HttpContext.RequestServices.GetRequiredService<CaseFiles>();
        var id = RouteData.Values["id"] as string ?? "";
        _file = files.Find(id);
        if (_file is null) context.Result = NotHere(WebFault.NoSuchDossier(id));
    }

    /// <summary>Answers 404 and has the error page say what is missing.</summary>
    protected IActionResult NotHere(WebFault fault)
    {
        HttpContext.Features.Set(fault);
        return NotFound();
    }
}
