using Jiheng.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

[assembly: AssemblyFixture(typeof(Jiheng.EndToEnd.Workbench))]

namespace Jiheng.EndToEnd;

/// <summary>The product as <c>./run</c> starts it, on a fresh database and a free port, and a browser to look at it.</summary>
public sealed class Workbench : IAsyncLifetime
{
    private readonly string _folder = Directory.CreateTempSubdirectory("jiheng-e2e-").FullName;
    private WebApplication? _web;
    private IPlaywright? _playwright;
    private IBrowser? _browser;

    /// <summary>Root of the repository.</summary>
    public static string Root { get; } = FindRoot();

    /// <summary>Address of the product, without a slash at the end.</summary>
    public string Url { get; private set; } = "";

    /// <summary>Starts product and browser.</summary>
    public async ValueTask InitializeAsync()
    {
        _web = JihengWeb.Build(["--urls", "http://127.0.0.1:0", $"--Packs={Path.Combine(Root, "packs")}", $"--Samples={Path.Combine(Root, "samples")}", $"--Data={Path.Combine(_folder, "jiheng.db")}"]);
        await _web.StartAsync();
        Url = _web.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = Environment.GetEnvironmentVariable("JIHENG_CHROMIUM") ?? "/usr/bin/chromium",
            Args = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
        });
    }

    /// <summary>Opens a page in a window of its own.</summary>
    /// <param name="path">Path with query, from '/'.</param>
    /// <param name="width">Width of the window in CSS pixels.</param>
    /// <param name="script">Whether the browser runs script.</param>
    public async Task<Visit> Open(string path, int width = 1366, bool script = true)
    {
        var context = await _browser!.NewContextAsync(new() { ViewportSize = new() { Width = width, Height = width < 500 ? 720 : 768 }, JavaScriptEnabled = script, Locale = "zh-CN", ReducedMotion = ReducedMotion.Reduce });
        var visit = new Visit(context, await context.NewPageAsync(), Url);
        visit.Response = await visit.Page.GotoAsync(Url + path);
        return visit;
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (_browser is not null) await _browser.DisposeAsync();
        _playwright?.Dispose();
        if (_web is not null) await _web.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Jiheng.slnx"))) folder = folder.Parent;
        return folder?.FullName ?? throw new InvalidOperationException("Jiheng.slnx not found above the test's folder.");
    }
}

/// <summary>A window on one page, with what the browser complained of and asked for meanwhile.</summary>
public sealed class Visit : IAsyncDisposable
{
    private readonly IBrowserContext _context;

    internal Visit(IBrowserContext context, IPage page, string url)
    {
        (_context, Page) = (context, page);
        page.Request += (_, request) =>
        {
            if (!request.Url.StartsWith(url, StringComparison.Ordinal) && !request.Url.StartsWith("data:", StringComparison.Ordinal)) Strangers.Add(request.Url);
        };
        page.Console += (_, message) =>
        {
            if (message.Type is "error" or "warning") Complaints.Add(message.Text);
        };
        page.PageError += (_, error) => Complaints.Add(error);
    }

    /// <summary>The page.</summary>
    public IPage Page { get; }

    /// <summary>The answer to the first request.</summary>
    public IResponse? Response { get; internal set; }

    /// <summary>Addresses outside of the product that the page asked for.</summary>
    public List<string> Strangers { get; } = [];

    /// <summary>Errors and warnings of the browser, breaches of the content security policy among them.</summary>
    public List<string> Complaints { get; } = [];

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _context.DisposeAsync();
}
