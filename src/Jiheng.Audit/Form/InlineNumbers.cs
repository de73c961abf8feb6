using System.Buffers;
using Jiheng.Audit.Figures;

namespace Jiheng.Audit.Form;

/// <summary>Numbers of a list that runs on inside one paragraph, skipped or repeated: 其一…其二…其四, （1）…（2）…（4）, ①②④, 第一，…第三，.</summary>
internal static class InlineNumbers
{
    private enum Style
    {
        Point,
        Among,
        Ordinal,
        Digit,
        Bracketed,
        Ringed,
    }

    /// <summary>What an item of a list may follow.</summary>
    private static readonly SearchValues<char> Marks = SearchValues.Create(" \t\u3000\u00A0\u2009。；;：:，、");

    /// <summary>Finds them all.</summary>
    public static void Find(FormCheck check)
    {
        var text = check.Source.Text;
        Span<(int Number, int At, int End)> last = stackalloc (int, int, int)[6];
        for (var p = 0; p < check.Source.Count; p++)
        {
            var (start, end) = (check.Source.StartOf(p), check.Source.EndOf(p));
            last.Clear();
            for (var at = start; at < end; at = text.AsSpan(at..end).IndexOfAny(Marks) is >= 0 and var next ? at + next + 1 : end)
            {
                var before = FormText.At(text, at - 1);
                if (Read(text, at, end, before) is not { } mark) continue;
                var level = (int)mark.Style;
                var previous = last[level];
                last[level] = (mark.Number, at, mark.End);
                // Only a list that was seen to begin at one can have a gap; a new one begins one again.
                if (mark.Number == 1) continue;
                if (previous.Number == 0)
                {
                    last[level] = default;
                    continue;
                }
                if (mark.Number == previous.Number + 1 || Followed(text, mark.Style, before, at == start)) continue;
                if (mark.Number == previous.Number) check.Raise("JH2101", at, mark.End, $"编号“{text[at..mark.End]}”重复出现。", $"核对后改为第{mark.Number + 1}项并顺延");
                else if (mark.Number > previous.Number && mark.Number <= previous.Number + 3) check.Raise("JH2101", at, mark.End, $"“{text[previous.At..previous.End]}”之后跳到“{text[at..mark.End]}”，编号不连续。", "补上缺少的部分，或改正编号");
            }
        }
    }

    /// <summary>Those that the numbering of sections already follows.</summary>
    private static bool Followed(string text, Style style, char before, bool lineStart) => style switch
    {
        Style.Point => before is '。' or '；' or ';' || lineStart || FormText.IsBlank(before),
        Style.Digit or Style.Bracketed => lineStart || FormText.IsBlank(before),
        _ => false,
    };

    private static (Style Style, int Number, int End)? Read(string text, int at, int end, char before)
    {
        var c = text[at];
        if (c is >= '①' and <= '⑳') return (Style.Ringed, c - '①' + 1, at + 1);
        if (c is '其' or '第')
        {
            if (before is '，' or '、' && c == '第') return null;
            var stop = at + 1;
            while (stop < end && stop < at + 4 && ChineseNumeral.IsPart(text[stop])) stop++;
            if (stop == at + 1 || stop >= end || !ChineseNumeral.TryRead(text.AsSpan((at + 1)..stop), out var value) || value is < 1 or > 20) return null;
            // '第一、第三季度' names quarters; '第一，' and '其一是' begin an item.
            return text[stop] is '，' or '：' || (c == '其' && text[stop] is '是' or '、') ? (c == '其' ? Style.Among : Style.Ordinal, (int)value, stop) : null;
        }
        if (!(c is '（' or '(' || FigureLexer.CanBegin(c)) || Marker.Read(text, at, end, false) is not { } marker) return null;
        return marker.Level switch
        {
            MarkerLevel.Point => (Style.Point, marker.Number, marker.End),
            MarkerLevel.DigitInBrackets => (Style.Bracketed, marker.Number, marker.End),
            // '3、4' is an enumeration of figures; only '1.' stands for an item inside a line.
            MarkerLevel.Digit when before is not ('，' or '、') && text[marker.End - 1] != '、' => (Style.Digit, marker.Number, marker.End),
            _ => null,
        };
    }
}
