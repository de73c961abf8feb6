using System.Buffers;
using Jiheng.Audit.Figures;

namespace Jiheng.Audit.Form;

/// <summary>Small questions about characters that several checks of form ask.</summary>
internal static class FormText
{
    private const int LongestSentence = 400;

    private static readonly SearchValues<char> Stops = SearchValues.Create("。！？\n");

    /// <summary>Whether <paramref name="c"/> is a Chinese character.</summary>
    public static bool IsHan(char c) => c is >= '\u4e00' and <= '\u9fff';

    /// <summary>Whether <paramref name="c"/> is a blank of any width, but no line end.</summary>
    public static bool IsBlank(char c) => c is ' ' or '\t' or '\u3000' or '\u00A0' or '\u2009';

    /// <summary>Whether <paramref name="c"/> closes a clause.</summary>
    public static bool IsClauseEnd(char c) => c is '，' or '。' or '；' or '、' or ',' or ';' or '）' or ')' or '！' or '？' or '\n';

    /// <summary>The character at <paramref name="at"/>, a line end outside of the text.</summary>
    public static char At(string text, int at) => at >= 0 && at < text.Length ? text[at] : '\n';

    /// <summary>Whether a number may end with <paramref name="c"/>.</summary>
    public static bool IsNumeric(char c) => FigureLexer.IsDigit(c) || ChineseNumeral.IsPart(c) || c is '几' or '数' or '多' or '余' or '半' or '若';

    /// <summary>Start of the sentence that holds <paramref name="at"/>, or a place some hundred characters before it in a text without stops.</summary>
    public static int SentenceStart(string text, int at)
    {
        var from = Math.Max(0, at - LongestSentence);
        return text.AsSpan(from..at).LastIndexOfAny(Stops) is >= 0 and var stop ? from + stop + 1 : from;
    }

    /// <summary>End of the sentence that holds <paramref name="at"/>, its stop left out, with the same limit.</summary>
    public static int SentenceEnd(string text, int at)
    {
        var to = Math.Min(text.Length, at + LongestSentence);
        return text.AsSpan(at..to).IndexOfAny(Stops) is >= 0 and var stop ? at + stop : to;
    }

    /// <summary>Whether any of <paramref name="words"/> stands in <paramref name="text"/>.</summary>
    public static bool HasAny(ReadOnlySpan<char> text, params ReadOnlySpan<string> words)
    {
        foreach (var word in words) if (text.Contains(word, StringComparison.Ordinal)) return true;
        return false;
    }

    /// <summary>Whether <paramref name="text"/> ends with any of <paramref name="words"/>.</summary>
    public static bool EndsWithAny(ReadOnlySpan<char> text, ReadOnlySpan<string> words)
    {
        foreach (var word in words) if (text.EndsWith(word, StringComparison.Ordinal)) return true;
        return false;
    }
}
