using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Jiheng.Web.Wording;

/// <summary>Writes <c>&lt;chip of="…" /&gt;</c> as a <c>span</c>; nothing when there is no chip.</summary>
[HtmlTargetElement("chip", TagStructure = TagStructure.WithoutEndTag)]
public sealed class ChipTagHelper : TagHelper
{
    /// <summary>The chip.</summary>
    public Chip? Of { get; set; }

    /// <inheritdoc/>
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(output);
        if (Of is null)
        {
            output.SuppressOutput();
            return;
        }
        output.TagName = "span";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", Of.Class);
        output.Content.SetContent(Of.Text);
    }
}
