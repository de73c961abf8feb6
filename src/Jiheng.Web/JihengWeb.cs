using System.Text.Encodings.Web;
using System.Text.Unicode;
using Jiheng.Web.Auditing;
using Jiheng.Web.Dossiers;
using Jiheng.Web.Hosting;
using Jiheng.Web.Reviewing;
using Jiheng.Web.Start;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.HostFiltering;
using Microsoft.AspNetCore.StaticFiles;
using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.WebEncoders;

namespace Jiheng.Web;

/// <summary>The workbench in the browser: the dossiers, their figures, scores, reports and findings.</summary>
public static class JihengWeb
{
    /// <summary>Builds the application, ready to run.</summary>
    /// <param name="args">Command line: <c>--urls</c>, <c>--Data</c>, <c>--Packs</c>, <c>--Samples</c>.</param>
    /// <exception cref="StartupFaultException">It cannot start: settings, packs or samples are faulty.</exception>
    public static WebApplication Build(string[] args)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = args, ApplicationName = typeof(JihengWeb).Assembly.GetName().Name });
        builder.WebHost.UseUrls(Loopback.Urls(builder.Configuration["urls"]));
        AddServices(builder, WebSettings.Read(builder.Configuration));
        var app = builder.Build();
        app.Environment.WebRootFileProvider = new EmbeddedFileProvider(typeof(JihengWeb).Assembly, "Jiheng.Web.wwwroot");
        UsePipeline(app);
        app.Lifetime.ApplicationStarted.Register(() => Console.WriteLine($"绩衡已启动，请用浏览器打开：{string.Join("  ", app.Urls)}（按 Ctrl+C 停止）"));
        if (app.Configuration.GetValue<bool>(DoubleClick.Setting)) app.Lifetime.ApplicationStarted.Register(() => DoubleClick.OpenBrowser(app.Urls.First()));
        return app;
    }

    private static void AddServices(WebApplicationBuilder builder, WebSettings settings)
    {
        // The console belongs to the person who started it: one line with the address, and what goes wrong.
        builder.Logging.AddFilter("Microsoft", LogLevel.Warning);
        builder.Logging.AddFilter("Microsoft.Extensions.Hosting", LogLevel.None); // a failed start is told once, in words
        builder.Services.AddRazorPages();
        // Chinese stays readable in the source of a page and in its size.
        builder.Services.Configure<WebEncoderOptions>(o => o.TextEncoderSettings = new TextEncoderSettings(UnicodeRanges.All));
        builder.Services.Configure<HostFilteringOptions>(o => o.AllowedHosts = [.. Loopback.HostNames]);
        // Nothing outlives the process but the antiforgery cookie; keys on disk would be one more thing to guard.
        builder.Services.AddDataProtection().UseEphemeralDataProtectionProvider();
        builder.Services.AddRateLimiter(Uploads.Limit);
        builder.Services.AddHealthChecks();
        builder.Services.AddSingleton(settings);
        builder.Services.AddSingleton(OpenPacks.Read(settings.Packs));
        builder.Services.AddSingleton(TimeProvider.System);
        builder.Services.AddSingleton<CaseFiles>();
        builder.Services.AddSingleton<Desks>();
        builder.Services.AddHostedService<FirstStart>();
        builder.Services.AddSingleton<ReviewJobs>();
        builder.Services.AddHostedService<ReviewWorker>();
    }

    private static void UsePipeline(WebApplication app)
    {
        app.Use(SecurityHeaders.Add);
        app.UseExceptionHandler("/error/500");
        app.UseStatusCodePagesWithReExecute("/error/{0}");
        app.UseHostFiltering();
        app.Use(Loopback.Guard);
        app.Use(Uploads.Guard);
        app.UseStaticFiles(new StaticFileOptions { OnPrepareResponse = KeepWhatIsVersioned });
        app.UseRouting();
        app.UseRateLimiter();
        app.MapRazorPages();
        app.MapDownloads();
        app.MapDeskDownloads();
        app.MapHealthChecks("/health");
    }

    // The address of a style sheet or script carries a hash of its content, so a kept copy is never stale.
    private static void KeepWhatIsVersioned(StaticFileResponseContext file) =>
        file.Context.Response.Headers.CacheControl = file.Context.Request.Query.ContainsKey("v") ? "public, max-age=31536000, immutable" : "no-cache";
}
