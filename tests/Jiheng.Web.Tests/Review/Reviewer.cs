using System.IO.Compression;
using System.Text;
using AngleSharp.Dom;
using Jiheng.Casework.Review;
using Jiheng.Documents.Reading;

namespace Jiheng.Web.Tests.Review;

/// <summary>
/// Somebody who reviews, in a browser of her own: the antiforgery cookie of another test must not replace the one that her
/// forms were made with.
/// </summary>
public sealed class Reviewer(Office office) : IDisposable
{
    public const string Wrong = "全局编制26名，其中行政编制9名，事业编制18名。";
    public const string Right = "全局编制27名，其中行政编制9名，事业编制18名。";

    private readonly HttpClient _client = new() { BaseAddress = office.Client.BaseAddress };

    public void Dispose() => _client.Dispose();

    public Task<HttpResponseMessage> Get(string address) => _client.GetAsync(address, TestContext.Current.CancellationToken);

    /// <summary>Opens a page that must be there.</summary>
    public async Task<IDocument> Page(string address)
    {
        using var answer = await Get(address);
        answer.IsSuccessStatusCode.ShouldBeTrue($"{address} answers {(int)answer.StatusCode}");
        return await Office.Parse(answer);
    }

    /// <summary>Hands in reports to be reviewed and returns the address of the review once it is done.</summary>
    public async Task<string> Reviewed(string name, byte[] content, string after = "")
    {
        using var answer = await Send("/review", [("files", name, content)], ("after", after));
        answer.IsSuccessStatusCode.ShouldBeTrue();
        var address = answer.RequestMessage!.RequestUri!.AbsolutePath;
        await Finished(address);
        return address;
    }

    public Task<string> Reviewed(string name, string text, string after = "") => Reviewed(name, Encoding.UTF8.GetBytes(text), after);

    /// <summary>Loads the page of a review again, as a browser does, until it no longer asks for it.</summary>
    public async Task<IDocument> Finished(string address)
    {
        while (true)
        {
            using var answer = await Get(address);
            answer.EnsureSuccessStatusCode();
            if (!answer.Headers.Contains("Refresh")) return await Office.Parse(answer);
        }
    }

    /// <summary>Sends files with fields and the token of the page's own form.</summary>
    public async Task<HttpResponseMessage> Send(string address, IEnumerable<(string Field, string Name, byte[] Content)> files, params (string Field, string Value)[] fields)
    {
        using var body = new MultipartFormDataContent { { new StringContent(Token(await Page(address))), "__RequestVerificationToken" } };
        foreach (var (field, value) in fields) body.Add(new StringContent(value), field);
        foreach (var (field, name, content) in files) body.Add(new ByteArrayContent(content), field, name);
        return await _client.PostAsync(address, body, TestContext.Current.CancellationToken);
    }

    /// <summary>Fills in a form of a page and sends it; fields that are not given go as the form has them.</summary>
    public async Task<HttpResponseMessage> Submit(IElement form, params (string Field, string Value)[] fields)
    {
        var filled = form.QuerySelectorAll("input[type=hidden], button[name]").ToDictionary(e => e.GetAttribute("name")!, e => e.GetAttribute("value")!);
        foreach (var (field, value) in fields) filled[field] = value;
        using var body = new FormUrlEncodedContent(filled);
        return await _client.PostAsync(form.GetAttribute("action"), body, TestContext.Current.CancellationToken);
    }

    /// <summary>Name under which a file is handed out; <c>null</c> for a page.</summary>
    public async Task<string?> NameOf(string address)
    {
        using var answer = await Get(address);
        answer.IsSuccessStatusCode.ShouldBeTrue();
        return answer.Content.Headers.ContentDisposition?.FileNameStar;
    }

    /// <summary>All text of a file that is handed out.</summary>
    public async Task<string> TextOf(string address)
    {
        using var answer = await Get(address);
        answer.IsSuccessStatusCode.ShouldBeTrue();
        var read = DocumentReader.Read(await answer.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken), answer.Content.Headers.ContentDisposition!.FileNameStar!);
        return string.Join('\n', read.Document!.Blocks.Select(Passage.BlockText));
    }

    public static string ReportOf(string review, string file) => $"{review}/report?file={Uri.EscapeDataString(file)}";

    public static string Token(IDocument page) => page.QuerySelector("form input[name=__RequestVerificationToken]")!.GetAttribute("value")!;

    public static byte[] Zip(params (string Name, string Text)[] files)
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, text) in files)
            {
                using var entry = zip.CreateEntry(name).Open();
                entry.Write(Encoding.UTF8.GetBytes(text));
            }
        }
        return bytes.ToArray();
    }
}
