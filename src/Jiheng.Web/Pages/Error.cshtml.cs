using System.Diagnostics;
using Jiheng.Web.Hosting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Jiheng.Web.Pages;

/// <summary>Says in plain words why a request could not be served and what to do.</summary>
[ResponseCache(NoStore = true)]
[IgnoreAntiforgeryToken]
public sealed class ErrorModel : PageModel
{
    /// <summary>What went wrong.</summary>
    public WebFault Fault { get; private set; } = WebFault.Of(StatusCodes.Status404NotFound);

    /// <summary>Number under which the log tells more; <c>null</c> unless the program failed.</summary>
    public string? Report { get; private set; }

    /// <summary>Shows the page, also for a failed POST.</summary>
    public void OnGet(int status) => Show(status);

    /// <summary>Shows the page after a failed POST.</summary>
    public void OnPost(int status) => Show(status);

    private void Show(int status)
    {
        // Typed into the address bar, the page is an answer like any other and carries the status it speaks of.
        if (Response.StatusCode == StatusCodes.Status200OK) Response.StatusCode = status is >= 400 and <= 599 ? status : StatusCodes.Status404NotFound;
        Fault = HttpContext.Features.Get<WebFault>() ?? WebFault.Of(Response.StatusCode);
        if (Response.StatusCode >= 500) Report = Activity.Current?.TraceId.ToString() ?? HttpContext.TraceIdentifier;
    }
}
