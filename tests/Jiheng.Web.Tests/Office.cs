using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Microsoft.AspNetCore.Builder;

[assembly: AssemblyFixture(typeof(Jiheng.Web.Tests.Office))]

namespace Jiheng.Web.Tests;

/// <summary>The product as <c>./run</c> starts it: the shipped packs and samples, a fresh database, a free port, real HTTP.</summary>
public sealed class Office : IAsyncLifetime
{
    private readonly string _folder = Directory.CreateTempSubdirectory("jiheng-web-").FullName;
    private WebApplication? _web;

    /// <summary>Root of the repository.</summary>
    public static string Root { get; } = FindRoot();

    /// <summary>Path of the database.</summary>
    public string Data => Path.Combine(_folder, "jiheng.db");

    /// <summary>A client for all tests that only read.</summary>
    public HttpClient Client { get; private set; } = null!;

    /// <summary>Command line of a start on a database in <paramref name="folder"/>.</summary>
    public static string[] Arguments(string folder, string? samples = null, string urls = "http://127.0.0.1:0") =>
        ["--urls", urls, $"--Packs={Path.Combine(Root, "packs")}", $"--Samples={samples ?? Path.Combine(Root, "samples")}", $"--Data={Path.Combine(folder, "jiheng.db")}"];

    /// <summary>Starts the product.</summary>
    public async ValueTask InitializeAsync()
    {
        _web = JihengWeb.Build(Arguments(_folder));
        await _web.StartAsync();
        Client = new HttpClient { BaseAddress = new Uri(_web.Urls.First()) };
        // All tests share the client's cookies: the first form sets the one that every token is checked against.
        using var first = await Client.GetAsync("/audit");
    }

    /// <summary>Opens a page that must be there.</summary>
    public async Task<IDocument> Page(string path)
    {
        using var answer = await Client.GetAsync(path, TestContext.Current.CancellationToken);
        answer.IsSuccessStatusCode.ShouldBeTrue($"{path} answers {(int)answer.StatusCode}");
        return await Parse(answer);
    }

    /// <summary>Reads the HTML of an answer.</summary>
    public static async Task<IDocument> Parse(HttpResponseMessage answer) =>
        await new HtmlParser().ParseDocumentAsync(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));

    /// <summary>Hands a file in to be audited, in a browser of its own: first the form, then the file with the form's token.</summary>
    public async Task<HttpResponseMessage> HandIn(string name, byte[] content, string handler = "")
    {
        using var browser = new HttpClient { BaseAddress = Client.BaseAddress };
        using var answer = await browser.GetAsync("/audit", TestContext.Current.CancellationToken);
        var form = await Parse(answer);
        var token = form.QuerySelector("form input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        using var body = new MultipartFormDataContent { { new StringContent(token), "__RequestVerificationToken" }, { new ByteArrayContent(content), "file", name } };
        return await browser.PostAsync($"/audit{handler}", body, TestContext.Current.CancellationToken);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        if (_web is not null) await _web.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
    }

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Jiheng.slnx"))) folder = folder.Parent;
        return folder?.FullName ?? throw new InvalidOperationException("Jiheng.slnx not found above the test's folder.");
    }
}

/// <summary>What a reader sees of an element.</summary>
public static class Seen
{
    /// <summary>Its text with every run of blanks as one.</summary>
    public static string Text(this INode? node) => string.Join(' ', (node?.TextContent ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
