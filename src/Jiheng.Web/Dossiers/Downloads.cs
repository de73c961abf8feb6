using Jiheng.Casework.Handing;

namespace Jiheng.Web.Dossiers;

/// <summary>Hands out the files of a dossier, each made when it is asked for.</summary>
public static class Downloads
{
    /// <summary>Maps <c>/dossiers/{id}/{name}</c> for every file that can be handed in.</summary>
    public static void MapDownloads(this IEndpointRouteBuilder routes)
    {
        ArgumentNullException.ThrowIfNull(routes);
        foreach (var file in HandInFiles.All) routes.MapGet($"/dossiers/{{id}}/{file.Name}", (string id, CaseFiles files, HttpContext context) => SendAsync(id, file, files, context));
    }

    private static async Task<IResult> SendAsync(string id, HandInFile file, CaseFiles files, HttpContext context)
    {
        var opening = await files.FindAsync(id, context.RequestAborted);
        if (opening.Case is not { } open)
        {
            context.Features.Set(opening.Fault);
            return Results.NotFound();
        }
        // The whole file first: what fails while it is made must not end as half a download.
        var content = new MemoryStream();
        file.Write(open.File, content);
        content.Position = 0;
        return Results.File(content, file.ContentType, file.SaveAs(open.File));
    }
}
