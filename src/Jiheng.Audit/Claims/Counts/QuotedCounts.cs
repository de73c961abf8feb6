using Jiheng.Audit.Figures;
using Jiheng.Audit.Frames;

namespace Jiheng.Audit.Claims.Counts;

/// <summary>A slogan that counts what its bracket lists: '“三减”（减材料、减环节、减时限）', '“四办”（马上办、网上办、就近办、一次办）'.</summary>
internal sealed class QuotedCounts(ClaimSet claims)
{
    private const int LongestSlogan = 8;
    private const int LongestNoun = 4;

    private readonly ProseFrame _frame = claims.Frame;

    /// <summary>Checks every slogan with a number right before its list in brackets.</summary>
    public void Find()
    {
        var text = _frame.Source.Text;
        for (var at = text.IndexOf('“', StringComparison.Ordinal); at >= 0 && at + 3 < text.Length; at = text.IndexOf('“', at + 1))
        {
            var stated = ChineseNumeral.Digit(text[at + 1]) is var digit && digit >= 2 ? digit : text[at + 1] == '十' ? 10 : 0;
            var close = text.AsSpan(at, Math.Min(LongestSlogan + 2, text.Length - at)).IndexOf('”');
            if (stated == 0 || close < 3 || ChineseNumeral.IsPart(text[at + 2])) continue;
            // '“三首”产品（首台套装备、首批次材料、首版次软件）': a noun may stand between.
            var open = at + close + 1;
            for (var noun = 0; noun < LongestNoun && open < text.Length && char.IsLetter(text[open]); noun++) open++;
            if (open >= text.Length || text[open] is not ('（' or '(' or '：' or ':')) continue;
            var paragraph = _frame.Source.ParagraphAt(at);
            var list = NameList.Read(text.AsSpan(0, _frame.Source.EndOf(paragraph)), open + 1, text[open] is '（' or '(');
            if (list.Names.Count < 2 || list.HasFigures || list.Names.TrueForAll(n => text.AsSpan(n.Start..n.End).IndexOf('，') >= 0)) continue;
            var how = stated == list.Distinct ? Agreement.Exact : list.IsOpen && stated > list.Distinct ? Agreement.PartialList : Agreement.Violated;
            // Far off, it lists something else.
            if (how == Agreement.Violated && (text[open] is '：' or ':' || Math.Abs(stated - list.Distinct) > 1)) continue;
            var figure = new Figure(_frame.Source, at + 1, at + close) { Value = stated, Step = 1m, Unit = Unit.None, InWords = true };
            claims.Add(new Claim
            {
                Type = ClaimType.Count,
                Result = figure,
                Operands = [.. list.Names.Select(n => Operand.Of(_frame.Source.Spot(n.Start, n.End), text[n.Start..n.End]))],
                How = how,
                Grade = Grade.Explicit,
                Recomputed = list.Distinct,
                Explain = () => $"“{figure.Text}”之后列举{list.Distinct}项",
            });
        }
    }
}
