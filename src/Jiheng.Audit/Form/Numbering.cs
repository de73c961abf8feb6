using System.Buffers;
using Jiheng.Audit.Figures;
using Jiheng.Audit.Frames;

namespace Jiheng.Audit.Form;

/// <summary>Section and list numbers that are skipped, repeated or run backwards.</summary>
internal sealed class Numbering(FormCheck check)
{
    /// <summary>What a number inside a line stands behind.</summary>
    private static readonly SearchValues<char> Marks = SearchValues.Create("。；;：，\t");

    private readonly Marker?[] _last = new Marker?[6];
    private readonly bool[] _complete = new bool[6];

    /// <summary>Follows the numbers through the text.</summary>
    public void Find()
    {
        var source = check.Source;
        for (var p = 0; p < source.Count; p++)
        {
            var (start, end) = (source.StartOf(p), source.EndOf(p));
            var text = source.Text.AsSpan();
            var at = start;
            while (at < end && text[at] is ' ' or '\t' or '\u3000' or '-') at++;
            var inline = false;
            while (at < end)
            {
                var c = text[at];
                if ((c is '（' or '(' or '第' || FigureLexer.CanBegin(c)) && Marker.Read(text, at, end, !inline) is { } marker)
                {
                    Follow(marker, p);
                    at = marker.End;
                    // '（二）1、…': a number right behind a number.
                    continue;
                }
                inline = true;
                at = text[at..end].IndexOfAny(Marks) is >= 0 and var next ? at + next + 1 : end;
            }
        }
    }

    private void Follow(Marker marker, int paragraph)
    {
        var level = (int)marker.Level;
        var previous = _last[level];
        _last[level] = marker;
        if (marker.AtLineStart && marker.Level != MarkerLevel.Point) for (var lower = level + 1; lower < _last.Length; lower++) (_last[lower], _complete[lower]) = (null, false);
        var knownStart = marker.Number == 1 || (_complete[level] && previous is not null);
        if (marker.Number == 1)
        {
            if (previous is { AtLineStart: true } && marker.AtLineStart && marker.Level == MarkerLevel.ChineseInBrackets && previous.Value.Number > 1)
                Raise(marker, $"“{Text(previous.Value)}”之后又出现同级编号“{Text(marker)}”，同一层级编号重复", "下一级标题改用“1.”或“（1）”编号");
            Single(marker, paragraph);
            _complete[level] = true;
            return;
        }
        _complete[level] = knownStart || previous is not null;
        if (previous is not { } before) return;
        if (!marker.AtLineStart && !IsSafeInline(marker, before)) return;
        if (marker.Number == before.Number + 1) return;
        if (marker.Number == before.Number) Raise(marker, $"编号“{Text(marker)}”重复出现", $"核对后改为第{marker.Number + 1}项并顺延");
        else if (marker.Number > before.Number + 1 && marker.Number <= before.Number + 5) Raise(marker, $"“{Text(before)}”之后跳到“{Text(marker)}”，编号不连续", "补上缺少的部分，或改正编号");
    }

    /// <summary>Numbers inside a line count only when the one before them stands in the same line or at a line's start.</summary>
    private bool IsSafeInline(Marker marker, Marker before) =>
        marker.Level is MarkerLevel.ChineseInBrackets or MarkerLevel.Point && check.Source.ParagraphAt(marker.Start) - check.Source.ParagraphAt(before.Start) <= (marker.Level == MarkerLevel.Point ? 0 : 1)
        && check.Source.Text[marker.Start - 1] is '。' or '；' or ';';

    /// <summary>'1、按资金来源划分' followed by '按资金结构划分': the list stops after its first number although a like item follows.</summary>
    private void Single(Marker marker, int paragraph)
    {
        if (marker.Level != MarkerLevel.Digit || !marker.AtLineStart || paragraph + 1 >= check.Source.Count) return;
        var next = check.Source.Paragraph(paragraph + 1).TrimStart();
        if (next.Length < 8 || ListLines.IsItem(next) || ChineseNumeral.IsPart(next[0])) return;
        var own = check.Source.Text.AsSpan(marker.End..check.Source.EndOf(paragraph)).Trim();
        if (own.Length < 8 || Labels.Overlap(own[..8], next[..8]) < 3 || Continues(marker, paragraph + 2)) return;
        Raise(marker, $"只有“{Text(marker)}”，其后并列的一段“{next[..8]}…”没有编号", "为并列的各段补全编号");
    }

    /// <summary>Whether a later line carries the second number of the list before a higher number begins: its items have paragraphs of their own.</summary>
    private bool Continues(Marker first, int paragraph)
    {
        var text = check.Source.Text.AsSpan();
        for (var p = paragraph; p < check.Source.Count; p++)
        {
            var (at, end) = (check.Source.StartOf(p), check.Source.EndOf(p));
            while (at < end && text[at] is ' ' or '\t' or '\u3000') at++;
            if (at >= end || !(text[at] is '（' or '(' or '第' || FigureLexer.CanBegin(text[at])) || Marker.Read(text, at, end, true) is not { } marker) continue;
            if (marker.Level == first.Level) return marker.Number == 2;
            if (marker.Level < first.Level) return false;
        }
        return false;
    }

    private void Raise(Marker marker, string message, string suggestion) => check.Raise("JH2101", marker.Start, marker.End, message + "。", suggestion);

    private string Text(Marker marker) => check.Source.Text[marker.Start..marker.End];
}
