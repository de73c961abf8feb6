using System.Globalization;
using System.Text;

namespace Jiheng.Casework.Schemes;

/// <summary>Who confirmed a received form, on what document, and whose it is.</summary>
/// <param name="Id">Id of the pack, for example <c>local/lianjiang-2025</c>.</param>
/// <param name="Name">Name of the scheme.</param>
/// <param name="Region">Region that it is for.</param>
/// <param name="Year">First fiscal year that it is for.</param>
/// <param name="Document">Number of the document that the form came with (文号).</param>
/// <param name="Person">Who confirmed it.</param>
/// <param name="Date">When.</param>
public sealed record LocalPackOrigin(string Id, string Name, string Region, int Year, string Document, string Person, DateOnly Date);

/// <summary>
/// Turns a received form into a pack. What the form says in words (评价标准) cannot become a rule by itself: every indicator is scored by a
/// person, who sees those words and must give a reason.
/// </summary>
public static class LocalPack
{
    /// <summary>The pack's YAML, which the pack library reads beside the shipped packs.</summary>
    public static string ToYaml(ReceivedForm form, LocalPackOrigin origin)
    {
        ArgumentNullException.ThrowIfNull(form);
        ArgumentNullException.ThrowIfNull(origin);
        var yaml = new StringBuilder();
        void Line(FormattableString line) => yaml.Append(line.ToString(CultureInfo.InvariantCulture)).Append('\n');
        Line($"pack: {origin.Id}");
        Line($"name: {Quote(origin.Name)}");
        Line($"region: {Quote(origin.Region)}");
        Line($"years: {{from: {origin.Year}}}");
        Line($"subject: department");
        Line($"status: {(form.IsComplete ? "complete" : "incomplete")}");
        Line($"basis: {{doc: {Quote(origin.Document)}, confidence: verified}}");
        Line($"rounding: {{rate: 2, score: 2, total: sum-of-scores}}");
        Line($"grades: {{优: 90, 良: 80, 中: 60, 差: 0}}");
        Line($"grades-basis: national-default");
        Line($"notes:");
        Line($"  - {Quote($"由收到的指标表读入，{origin.Person}于 {origin.Date:yyyy-MM-dd} 对照 {origin.Document} 确认")}");
        Line($"  - 表上的评价标准是文字，由人对照给分并写理由");
        Line($"indicators:");
        foreach (var indicator in form.Indicators)
        {
            var weight = indicator.Weight is { } points ? string.Create(CultureInfo.InvariantCulture, $"weight: {points:0.##}, weight-basis: verified") : "weight-basis: unknown";
            var score = indicator.IsLeaf ? $", direction: qualitative, score: {{rule: manual, guide: {Quote(indicator.Guide.Length > 0 ? indicator.Guide : "收到的表没有写评价标准，请对照通知给分")}}}, source: {Quote(origin.Document)}, confidence: verified" : "";
            Line($"  - {{code: {indicator.Code}, name: {Quote(indicator.Name)}, {weight}{score}}}");
        }
        return yaml.ToString();
    }

    private static string Quote(string text)
    {
        var quoted = new StringBuilder("\"");
        foreach (var c in text)
        {
            if (c is '"' or '\\') quoted.Append('\\').Append(c);
            else if (char.IsControl(c)) quoted.Append(' ');
            else quoted.Append(c);
        }
        return quoted.Append('"').ToString();
    }
}
