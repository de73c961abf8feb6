namespace Jiheng.Audit.Frames;

/// <summary>What a change, share or rate calls the thing that it speaks of, and how well a value bears that name.</summary>
internal static class Nouns
{
    private const Cues Ends = Cues.Up | Cues.Down | Cues.Turn | Cues.From | Cues.Against | Cues.Share | Cues.Growth | Cues.Each | Cues.Before;

    /// <summary>The words before the first comparison: '罚款额' of '罚款额比上年减少', '药' of '药占比'; of a turn, those of the value that it turns from.</summary>
    public static ReadOnlySpan<char> Of(ProseFrame frame, Mention mention)
    {
        if (mention.Says(Cues.Turn) && mention.Index > 0 && frame.Mentions[mention.Index - 1] is { Role: Role.Prior } from && from.Says(Cues.From) && from.Sentence == mention.Sentence) return Cut(frame.Label(from));
        var noun = Cut(frame.Label(mention));
        // '基本支出占财政拨款支出4985.30万元的61.32%': the name stands before the base.
        if (mention.Role == Role.Share && frame.Label(mention) is "的" && mention.Break == Break.None && mention.Index > 0 && frame.Mentions[mention.Index - 1] is var named && named.Says(Cues.Share) && named.Clause == mention.Clause) noun = Cut(frame.Label(named));
        // These say how it grew, not what.
        if (noun is "名义" or "实际" or "环比" or "同比" or "总体" or "整体") noun = "";
        return noun.Length == 0 && mention.Role == Role.Share ? Topic(frame, mention) : noun;
    }

    /// <summary>'…，智力障碍学生最多，占53.1%': the clause right before that holds no figure names what is spoken of.</summary>
    private static ReadOnlySpan<char> Topic(ProseFrame frame, Mention mention)
    {
        if (mention.Index == 0 || frame.Mentions[mention.Index - 1] is not { } before || before.Sentence != mention.Sentence || mention.Clause - before.Clause < 2) return "";
        var between = frame.Source.Text.AsSpan(before.Figure.End..mention.ClauseStart).Trim("，；：");
        between = between[(between.LastIndexOfAny("，；：") + 1)..];
        foreach (var end in (ReadOnlySpan<string>)["最多", "最大", "居首", "居首位", "为主", "居多", "次之", "最高"]) if (between.EndsWith(end, StringComparison.Ordinal)) return between[..^end.Length];
        return "";
    }

    /// <summary>0 for a label that does not bear <paramref name="noun"/>; more, the better it does.</summary>
    public static int Naming(ReadOnlySpan<char> label, ReadOnlySpan<char> noun)
    {
        label = Bare(label);
        noun = Bare(noun);
        if (noun.Length == 0 || label.Length == 0) return 0;
        if (noun.Length == 1) return label[0] == noun[0] ? 2 : 0;
        // '税收中增值税' is a part of 税收.
        if (label.Length > noun.Length + 1 && label[noun.Length] == '中' && label.StartsWith(noun, StringComparison.Ordinal)) return 0;
        if (label.StartsWith(noun, StringComparison.Ordinal) || noun.StartsWith(label, StringComparison.Ordinal)) return 100 + Math.Min(label.Length, noun.Length);
        if (label.EndsWith(noun, StringComparison.Ordinal) || noun.EndsWith(label, StringComparison.Ordinal)) return 90 + Math.Min(label.Length, noun.Length);
        var pairs = Labels.Overlap(label, noun);
        // '国企' of '安置到国企的' is short for 国有企业.
        if (noun.Length > 2 && noun.TrimEnd('的') is { Length: >= 2 } core && Abbreviates(core[^2..], label) && !label.Contains(core[^2..], StringComparison.Ordinal) && label.Length <= 6) return 60;
        if (pairs > 0) return 10 * pairs + (label[0] == noun[0] ? 5 : 0);
        return Abbreviates(noun, label) ? 5 : 0;
    }

    /// <summary>Whether all characters of <paramref name="name"/> stand in <paramref name="label"/> in their order: 不捕 is short for 不批准逮捕.</summary>
    public static bool Abbreviates(ReadOnlySpan<char> name, ReadOnlySpan<char> label)
    {
        var k = 0;
        for (var i = 0; i < label.Length && k < name.Length; i++) if (label[i] == name[k]) k++;
        return k == name.Length && name.Length > 0;
    }

    /// <summary>A label without the words that open a list or point to the time.</summary>
    public static ReadOnlySpan<char> Bare(ReadOnlySpan<char> label)
    {
        label = label.Trim(" 　：:、（(");
        foreach (var word in (ReadOnlySpan<string>)["其中", "包括", "全年", "本年", "年末", "全市", "全县", "全区", "全省", "共", "是", "为"])
        {
            if (label.Length > word.Length + 1 && label.StartsWith(word, StringComparison.Ordinal)) label = label[word.Length..].TrimStart("：:，");
        }
        return label.TrimEnd("为达是共有约计：: ");
    }

    private static ReadOnlySpan<char> Cut(ReadOnlySpan<char> label)
    {
        for (var i = 0; i < label.Length; i++)
        {
            if (!CueTable.CanBegin(label[i])) continue;
            var length = CueTable.Match(label[i..], out var kind);
            if ((kind & Ends) != 0 && !(length == 1 && (kind & (Cues.Up | Cues.Down)) != 0 && i + 1 < label.Length)) return Bare(label[..i]);
            i += Math.Max(length, 1) - 1;
        }
        return "";
    }
}
