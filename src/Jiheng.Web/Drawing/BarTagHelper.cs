using System.Globalization;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Jiheng.Web.Drawing;

/// <summary>
/// Draws <c>&lt;bar share="…" label="…" /&gt;</c>: one lying bar as inline SVG, with its meaning in words for those who do not see it.
/// Lengths are attributes, not styles, so that the page needs no inline style.
/// </summary>
[HtmlTargetElement("bar", TagStructure = TagStructure.WithoutEndTag)]
public sealed class BarTagHelper : TagHelper
{
    /// <summary>Length of the bar as a share of the whole; above 1 it is drawn as 1, <c>null</c> draws nothing.</summary>
    public decimal? Share { get; set; }

    /// <summary>A second, lighter bar behind it, for example the budget behind the execution.</summary>
    public decimal? Behind { get; set; }

    /// <summary>What the bar says, in words; empty when the words stand beside it.</summary>
    public string Label { get; set; } = "";

    /// <summary>Class of the bar: low, over or empty.</summary>
    public string Tone { get; set; } = "";

    /// <inheritdoc/>
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(output);
        if (Share is not { } share)
        {
            output.SuppressOutput();
            return;
        }
        output.TagName = "svg";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "bar");
        output.Attributes.SetAttribute("viewBox", "0 0 1000 6");
        output.Attributes.SetAttribute("preserveAspectRatio", "none");
        if (Label.Length > 0)
        {
            output.Attributes.SetAttribute("role", "img");
            output.Attributes.SetAttribute("aria-label", Label);
        }
        else output.Attributes.SetAttribute("aria-hidden", "true");
        var behind = Behind is { } b ? $"<rect class=\"behind\" width=\"{Length(b)}\" height=\"6\"/>" : "";
        output.Content.SetHtmlContent($"<rect class=\"track\" width=\"1000\" height=\"6\"/>{behind}<rect class=\"{Tone}\" width=\"{Length(share)}\" height=\"6\"/>");
    }

    private static string Length(decimal share) => (Math.Clamp(share, 0, 1) * 1000).ToString("0", CultureInfo.InvariantCulture);
}
