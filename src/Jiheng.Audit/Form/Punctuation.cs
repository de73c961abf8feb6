using System.Buffers;

namespace Jiheng.Audit.Form;

/// <summary>Stops that stand twice or clash: '。。', '。，', '（，'.</summary>
internal static class Punctuation
{
    private static readonly SearchValues<char> Stops = SearchValues.Create("，。；、：！？,;");

    /// <summary>Finds them all.</summary>
    public static void Find(FormCheck check)
    {
        var text = check.Source.Text;
        for (var at = 0; at < text.Length;)
        {
            var next = text.AsSpan(at).IndexOfAny(Stops);
            if (next < 0) return;
            at += next;
            var (end, count, same) = (at + 1, 1, true);
            while (end < text.Length && (Stops.Contains(text[end]) || (text[end] == ' ' && Stops.Contains(FormText.At(text, end + 1)))))
            {
                if (text[end] != ' ')
                {
                    count++;
                    same &= text[end] == text[at];
                }
                end++;
            }
            var run = text.AsSpan(at..end);
            if (count > 1 && run.ContainsAny("，。；、：") && !IsQuoted(text, at, end))
                check.Raise("JH2105", at, end, same ? $"标点“{text[at]}”重复。" : $"标点“{text[at..end]}”连用，前后相冲突。", same ? "删去一个" : "保留正确的一个");
            else if (count == 1 && text[at] is '，' or '、' && FormText.At(text, at - 1) is '（' or '《' && !IsQuoted(text, at, end))
                check.Raise("JH2105", at - 1, end, $"“{text[at - 1]}”之后紧接“{text[at]}”。", "删去多余的标点");
            else if (count == 1 && text[at] is '，' or '、' && FormText.At(text, end) is '）' or '》' && !IsQuoted(text, at, end))
                check.Raise("JH2105", at, end + 1, $"“{text[end]}”之前有多余的“{text[at]}”。", "删去多余的标点");
            at = end;
        }
    }

    /// <summary>'用“，”隔开': a text that speaks of the mark itself.</summary>
    private static bool IsQuoted(string text, int at, int end) => FormText.At(text, at - 1) is '“' or '（' or '‘' or '"' && FormText.At(text, end) is '”' or '）' or '’' or '"';
}
