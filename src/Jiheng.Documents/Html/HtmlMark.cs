using System.Text;

namespace Jiheng.Documents.Html;

/// <summary>A stretch of a document's text to set off on a page, for example a figure that was checked.</summary>
/// <param name="Block">Index of the block in the document.</param>
/// <param name="Row">Row of a table from 0, as <c>Table.Rows</c> counts; -1 in running text.</param>
/// <param name="Cell">Cell within that row from 0; -1 in running text.</param>
/// <param name="Start">First character within the text of the block or cell.</param>
/// <param name="End">Character after the last.</param>
public sealed record HtmlMark(int Block, int Row, int Cell, int Start, int End)
{
    /// <summary>Classes of the <c>mark</c> element; empty for none.</summary>
    public string Class { get; init; } = "";

    /// <summary>Id of the element, so that it can be jumped to; empty for none.</summary>
    public string Id { get; init; } = "";

    /// <summary>Where a click leads; empty for nowhere.</summary>
    public string Address { get; init; } = "";

    /// <summary>Number written behind it, small and raised; empty for none.</summary>
    public string Number { get; init; } = "";

    internal void Open(StringBuilder html, bool isFirst)
    {
        html.Append("<mark");
        if (isFirst) Attribute(html, "id", Id);
        Attribute(html, "class", Class);
        html.Append('>');
        if (Address.Length == 0) return;
        html.Append("<a");
        Attribute(html, "href", Address);
        html.Append('>');
    }

    internal void Close(StringBuilder html, bool isLast)
    {
        if (isLast && Number.Length > 0)
        {
            html.Append("<sup>");
            HtmlWriter.Encode(html, Number);
            html.Append("</sup>");
        }
        html.Append(Address.Length == 0 ? "</mark>" : "</a></mark>");
    }

    private static void Attribute(StringBuilder html, string name, string value)
    {
        if (value.Length == 0) return;
        html.Append(' ').Append(name).Append("=\"");
        HtmlWriter.Encode(html, value);
        html.Append('"');
    }
}
