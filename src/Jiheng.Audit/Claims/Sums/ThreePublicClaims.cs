using Jiheng.Audit.Figures;
using Jiheng.Audit.Frames;

namespace Jiheng.Audit.Claims.Sums;

/// <summary>
/// “三公”经费 is by rule exactly 因公出国（境）费, 公务用车购置及运行维护费 and 公务接待费 (党政机关厉行节约反对浪费条例), so its parts
/// are complete wherever all three are printed, even sentences apart.
/// </summary>
internal sealed class ThreePublicClaims(ClaimSet claims)
{
    private readonly ProseFrame _frame = claims.Frame;

    /// <summary>Checks every paragraph that states the whole and all three parts and that no other reading explained.</summary>
    public void Find()
    {
        var mentions = _frame.Mentions;
        for (var i = 0; i < mentions.Count; i++)
        {
            var whole = mentions[i];
            if (whole.Role != Role.Value || whole.Figure.Unit.Kind != UnitKind.Money || claims.IsComputedAs(ClaimType.Sum, whole)) continue;
            if (Columns.Of(whole) == Column.Plan || !Names(whole, "三公")) continue;
            Check(whole);
        }
    }

    private void Check(Mention whole)
    {
        Mention? abroad = null, reception = null, cars = null;
        for (var i = whole.Index + 1; i < _frame.Mentions.Count && i <= whole.Index + ProseFrame.Reach; i++)
        {
            var part = _frame.Mentions[i];
            if (part.Paragraph != whole.Paragraph) break;
            if (part.Role != Role.Value || part.Bracket != whole.Bracket || !part.Figure.Unit.Fits(whole.Figure.Unit) || Columns.Of(part) == Column.Plan) continue;
            if (Names(part, "三公") && Columns.Of(part) != Columns.Of(whole)) continue;
            if (abroad is null && Names(part, "出国")) abroad = part;
            else if (reception is null && Names(part, "接待")) reception = part;
            else if (cars is null && Names(part, "购置及运行")) cars = part;
        }
        if (abroad is null || reception is null || cars is null || claims.GroupOf(cars) is { Holds: true }) return;
        List<Mention> parts = [abroad, reception, cars];
        parts.Sort((a, b) => a.Index.CompareTo(b.Index));
        var outcome = Weighing.Check.Sum(whole.Figure, parts.ConvertAll(p => (p.Figure, 1)));
        if (outcome.Holds && whole.Figure.Value == 0m) return;
        claims.Add(ClaimType.Sum, whole, parts, outcome, Grade.Structural, () => Wording.Sum(whole, parts, outcome), "“三公”经费由因公出国（境）费、公务用车购置及运行维护费、公务接待费三项组成");
    }

    private bool Names(Mention mention, string word) => _frame.Source.Text.AsSpan(mention.ClauseStart..mention.Figure.Start).Contains(word, StringComparison.Ordinal)
        || (mention.ClauseStart > 12 && _frame.Source.Text.AsSpan((mention.ClauseStart - 12)..mention.Figure.Start).Contains(word, StringComparison.Ordinal) && mention.Break >= Break.Bracket);
}
