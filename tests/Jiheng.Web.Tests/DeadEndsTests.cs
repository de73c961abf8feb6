using AngleSharp.Dom;

namespace Jiheng.Web.Tests;

public class DeadEndsTests(Office office)
{
    /// <summary>Follows every link of every kind of page, once for each address without query, and every anchor on it.</summary>
    [Fact]
    public async Task No_link_leads_nowhere()
    {
        Dictionary<string, IDocument?> seen = [];
        List<string> dead = [];
        Queue<(string From, string To)> open = new([("", "/")]);
        while (open.TryDequeue(out var link))
        {
            var (path, anchor) = link.To.Split('#') is [var p, var a] ? (p, a) : (link.To, "");
            if (!seen.TryGetValue(path, out var page))
            {
                using var answer = await office.Client.GetAsync(path, TestContext.Current.CancellationToken);
                if (!answer.IsSuccessStatusCode) dead.Add($"{link.From} -> {link.To}: {(int)answer.StatusCode}");
                seen[path] = page = answer.IsSuccessStatusCode && answer.Content.Headers.ContentType?.MediaType == "text/html" ? await Office.Parse(answer) : null;
                foreach (var next in page?.QuerySelectorAll("a[href], link[href]").Select(e => e.GetAttribute("href")!).Distinct() ?? [])
                    open.Enqueue((path, next.StartsWith('#') ? path + next : next));
            }
            if (anchor.Length > 0 && page is not null && page.GetElementById(anchor) is null) dead.Add($"{link.From} -> {link.To}: no such place on the page");
        }
        dead.ShouldBeEmpty();
        seen.Count.ShouldBeGreaterThan(500);
    }

    [Fact]
    public async Task No_two_elements_of_a_page_share_an_id()
    {
        foreach (var path in (string[])["/", "/dossiers/yanfeng-2024", "/dossiers/yanfeng-2024/figures", "/dossiers/anyi-2023/score?pick=X.1", "/dossiers/yanfeng-2024/findings", "/packs/hunan/department", "/metrics"])
        {
            var page = await office.Page(path);
            page.QuerySelectorAll("[id]").GroupBy(e => e.Id).Where(g => g.Count() > 1).Select(g => $"{path}#{g.Key}").ShouldBeEmpty();
        }
    }
}
