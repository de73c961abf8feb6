using Jiheng.Audit;
using Jiheng.Casework.Dossiers;
using Jiheng.Model.Documents;
using Jiheng.Web.Hosting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Jiheng.Web.Dossiers;

/// <summary>A page about one dossier: opens it by the <c>id</c> of the route, or says that there is none.</summary>
public abstract class DossierPage : PageModel
{
    private OpenCase? _open;

    /// <summary>The dossier, opened.</summary>
    public CaseFile Case => Open.File;

    /// <summary>Its report as it would be handed in now.</summary>
    public Document Report => Open.Report;

    /// <summary>What the audit says of the report.</summary>
    public AuditReport Audit => Open.Audit;

    /// <summary>Address of the dossier; its pages stand below.</summary>
    public string Address => $"/dossiers/{Case.Dossier.Id}";

    /// <summary>How far the self-evaluation is.</summary>
    public IReadOnlyList<Step> Steps => Standing.Of(Open);

    private OpenCase Open => _open ?? throw new InvalidOperationException("The dossier is opened before the handler runs.");

    /// <inheritdoc/>
    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(next);
        var files = HttpContext.RequestServices.GetRequiredService<CaseFiles>();
        var opening = await files.FindAsync(RouteData.Values["id"] as string ?? "", HttpContext.RequestAborted);
        _open = opening.Case;
        if (opening.Fault is { } fault) context.Result = NotHere(fault);
        else await next();
    }

    /// <summary>Answers 404 and has the error page say what is missing.</summary>
    protected IActionResult NotHere(WebFault fault)
    {
        HttpContext.Features.Set(fault);
        return NotFound();
    }
}
