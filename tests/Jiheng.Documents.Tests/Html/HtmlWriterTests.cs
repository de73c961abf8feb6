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

    [Fact]
    public void A_mark_sets_its_figure_off_with_a_number_a_link_and_an_id()
    {
        var html = HtmlWriter.Write(
            new Document("", [Paragraph.Of("管理率87.89%。")]),
            marks: [new HtmlMark(0, -1, -1, 3, 9) { Class = "bad", Id = "m1", Address = "#f1", Number = "1" }]);

        html.ShouldContain("<p>管理率<mark id=\"m1\" class=\"bad\"><a href=\"#f1\">87.89%<sup>1</sup></a></mark>。</p>");
    }

    [Fact]
    public void A_mark_over_several_runs_is_one_in_each_and_keeps_id_and_number_once()
    {
        var html = HtmlWriter.Write(
            new Document("", [new Paragraph([new Run("共8"), new Run("49", new FigureSource("a", 2024)), new Run("人，已管理")])]),
            marks: [new HtmlMark(0, -1, -1, 1, 5) { Id = "m1", Number = "1" }]);

        html.ShouldContain("<p>共<mark id=\"m1\">8</mark><span class=\"fig\" data-expr=\"a\" data-period=\"2024\"><mark>49</mark></span><mark>人<sup>1</sup></mark>，已管理</p>");
    }

    [Fact]
    public void Rows_of_marks_count_without_the_heads_of_the_columns()
    {
        var table = new Table([new("指标"), new("得分")], [new([TableCell.Of("执行率"), TableCell.Of("8.76")]), new([TableCell.Of("合计"), TableCell.Of("98.76")])]);

        var html = HtmlWriter.Write(new Document("", [table]), marks: [new HtmlMark(0, 1, 1, 0, 5)]);

        html.ShouldContain("<td>合计</td><td><mark>98.76</mark></td>");
    }
}
