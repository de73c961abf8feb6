using Jiheng.Casework.Handing;
using Jiheng.Web.Hosting;

namespace Jiheng.Web.Dossiers;

/// <summary>Hands out the files of a dossier, each made when it is asked for.</summary>
public static class Downloads
{
    /// <summary>Maps <c>/dossiers/{id}/{name}</c> for every file that can be handed in.</summary>
    public static void MapDownloads(this IEndpointRouteBuilder routes)
    {
        ArgumentNullException.ThrowIfNull(routes);
        foreach (var file in HandInFiles.All) routes.MapGet($"/dossiers/{{id}}/{file.Name}", (string id, CaseFiles files, HttpContext context) => Send(id, file, files, context));
    }

    private static IResult Send(string id, HandInFile file, CaseFiles files, HttpContext context)
    {
        if (files.Find(id) is not { } open)
        {
            context.Features.Set(WebFault.NoSuchDossier(id));
            return Results.NotFound();
        }
        // The whole file first: what fails while it is made must not end as half a download.
        var content = new MemoryStream();
        file.Write(open.File, content);
        content.Position = 0;
        return Results.File(content, file.ContentType, file.SaveAs(open.File));
    }
}
