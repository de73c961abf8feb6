using AngleSharp.Html.Parser;
using Jiheng.Documents.Html;
using Jiheng.Model.Documents;

namespace Jiheng.Documents.Tests.Html;

public sealed class HtmlWriterTests
{
    [Fact]
    public void Every_kind_of_block_is_written_as_agreed() => Golden.ShouldMatch("report.html", HtmlWriter.Write(new Document("自评报告",
    [
        new TableOfContents(),
        new Heading(1, [new Run("一、预算执行")]),
        new Paragraph([new Run("全年执行"), new Run("10120.08", new FigureSource("fin.annual_execution", 2024)), new Run("万元。")]),
        SampleReport.Budget,
        SampleReport.Chart,
        SampleReport.ScoreForm,
        Paragraph.Of("2025年4月8日") with { Role = ParagraphRole.Signature },
    ])
    { Subtitle = "（2024年度）", Notice = SampleReport.Trial }));

    [Fact]
    public void A_figure_links_to_its_source_when_there_is_a_page_for_it()
    {
        var html = HtmlWriter.Write(
            new Document("", [new Paragraph([new Run("5", new FigureSource("a > \"b\"", 2024))])]),
            source => $"/why?e={source.Period}&x='");

        html.ShouldContain("<a class=\"fig\" href=\"/why?e=2024&amp;x=&#39;\" data-expr=\"a &gt; &quot;b&quot;\" data-period=\"2024\">5</a>");
    }

    [Fact]
    public void No_text_becomes_markup_wherever_it_stands()
    {
        const string Evil = "</p></svg><script>alert(1)</script>\" onload='x' &lt;\u0001";
        var runs = new[] { new Run(Evil, new FigureSource(Evil, 1)) };
        var html = HtmlWriter.Write(new Document(Evil,
        [
            new TableOfContents(), new Heading(1, runs), new Paragraph(runs),
            new Table([new(Evil)], [new([new TableCell(runs)])]) { Caption = Evil, UnitNote = Evil },
            new Chart(Evil, Evil, [Evil], [new(Evil, [1m]), new(Evil, [null])]),
        ])
        { Subtitle = Evil, Notice = Evil }, _ => Evil);

        var page = new HtmlParser().ParseDocument(html);

        page.QuerySelectorAll("script").ShouldBeEmpty();
        page.All.SelectMany(e => e.Attributes).Where(a => a.Name.StartsWith("on")).ShouldBeEmpty();
        page.QuerySelector("h1")!.TextContent.ShouldBe(Evil.Replace("\u0001", ""));
    }
}
