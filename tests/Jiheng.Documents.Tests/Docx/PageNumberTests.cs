using System.Text.RegularExpressions;
using Jiheng.Documents.Tests.Rendering;
using Jiheng.Model.Documents;

namespace Jiheng.Documents.Tests.Docx;

public sealed class PageNumberTests
{
    [Fact]
    public void The_table_of_contents_names_the_pages_that_the_headings_are_printed_on()
    {
        using var rendered = new Rendered(DocxWriterTests.Write(SampleReport.Whole), ".docx");

        var pages = rendered.Pages.Select(p => Regex.Replace(p, @"\s", "")).ToList();

        foreach (var heading in SampleReport.Whole.Blocks.OfType<Heading>().Where(h => h.Level <= 2))
        {
            var text = Regex.Replace(heading.Text, @"\s", "");
            var entry = Regex.Match(pages[0], Regex.Escape(text) + @"\.+(\d+)");
            entry.Success.ShouldBeTrue(heading.Text);
            var printed = pages.FindIndex(1, p => p.Contains(text, StringComparison.Ordinal)) + 1;
            int.Parse(entry.Groups[1].Value).ShouldBe(printed, heading.Text);
        }
    }
}
