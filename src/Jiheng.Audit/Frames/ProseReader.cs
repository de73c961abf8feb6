using Jiheng.Audit.Figures;
using Jiheng.Audit.Scopes;

namespace Jiheng.Audit.Frames;

/// <summary>One pass over the text: figures, cues and punctuation become mentions.</summary>
internal sealed class ProseReader(SourceText source)
{
    private const int NoteLines = 12;
    private const Cues OneCharacter = Cues.Up | Cues.Down | Cues.Above;

    private readonly List<Mention> _mentions = [];
    private readonly Stack<(int Bracket, int Host, Cues Lead, Cues Last)> _open = new();
    private int _paragraph, _sentence, _segment, _clause, _brackets, _clauseStart, _labelStart, _lastCueEnd, _year, _sinceFigure;
    private (Unit Unit, decimal Scale)? _note;
    private int _noteEnd;
    private Cues _gap, _lead, _last;
    private Break _break;

    /// <summary>Reads all paragraphs but those of <paramref name="skip"/>.</summary>
    public List<Mention> Read(IReadOnlySet<int> skip)
    {
        for (_paragraph = 0; _paragraph < source.Count; _paragraph++)
        {
            if (!skip.Contains(_paragraph)) ReadParagraph(source.StartOf(_paragraph), source.EndOf(_paragraph));
        }
        return _mentions;
    }

    private void ReadParagraph(int start, int end)
    {
        _open.Clear();
        _year = 0;
        _sinceFigure = _mentions.Count;
        Boundary(Break.Paragraph, start);
        var text = source.Text;
        ReadNote(text.AsSpan(start..end));
        var at = start;
        while (at < end)
        {
            var c = text[at];
            if (c is '（' or '(' && WordInBrackets(text, at, end) is > 0 and var past) at = past;
            else if (FigureLexer.CanBegin(c))
            {
                var lexeme = FigureLexer.Read(source, at, (start, end));
                if (lexeme.Figure is { } figure) Add(figure);
                else if (lexeme.Year > 0) _year = lexeme.Year;
                at = lexeme.End;
            }
            else if (CueTable.CanBegin(c))
            {
                var length = CueTable.Match(text.AsSpan(at, end - at), out var kind);
                if (length == 1 && c is '多' or '少' && (_lead & Cues.Against | IsCompared()) != 0 && VerbBefore(text, at + 1, end) is > 0 and var number)
                {
                    AddCue(kind, number);
                    at = number;
                    continue;
                }
                // Any move may turn: 回落至, 压降到, 攀升至.
                if ((kind & (Cues.Up | Cues.Down)) != 0 && (kind & Cues.Growth) == 0 && at + length < end && text[at + length] is '至' or '到')
                {
                    kind |= Cues.Turn;
                    length++;
                }
                if (kind != Cues.None && !(length == 1 && (kind & OneCharacter) != 0 && !IsBeforeNumber(text, at + 1, end))) AddCue(kind, at + length);
                at += Math.Max(length, 1);
            }
            else
            {
                if (!char.IsBetween(c, '\u4e00', '\u9fff')) Punctuate(c, at);
                at++;
            }
        }
    }

    /// <summary>'（单位：万元）' over a list: the unit of the bare figures in the lines below.</summary>
    private void ReadNote(ReadOnlySpan<char> paragraph)
    {
        if (_paragraph > _noteEnd) _note = null;
        var at = paragraph.IndexOf("单位：", StringComparison.Ordinal);
        if (at < 0) at = paragraph.IndexOf("单位:", StringComparison.Ordinal);
        if (at < 0) return;
        var words = paragraph[(at + 3)..].TrimStart();
        var scale = words.Length > 1 ? words[0] switch { '万' => 1_0000m, '亿' => 1_0000_0000m, _ => 1m } : 1m;
        if (UnitTable.Match(scale > 1m ? words[1..] : words, out var unit, out var factor) == 0 || !unit.IsAdditive) return;
        (_note, _noteEnd) = ((unit, scale * factor), _paragraph + NoteLines);
    }

    /// <summary>'维修（护）费', '出国（境）': a few letters in brackets are part of the name around them.</summary>
    /// <returns>Position behind the bracket, 0 when it holds more than letters.</returns>
    private static int WordInBrackets(string text, int at, int end)
    {
        for (var i = at + 1; i < end && i <= at + 7; i++)
        {
            if (text[i] is '）' or ')') return i > at + 1 && i + 1 < end && (char.IsLetter(text[i + 1]) && !FigureLexer.CanBegin(text[i + 1]) || text[i - 1] is '士' or '师' or '级' or '类' or '费' or '境' or '物' or '品' && FigureLexer.IsDigit(text[i + 1])) ? i + 1 : 0;
            if (!char.IsLetter(text[i]) || FigureLexer.CanBegin(text[i])) return 0;
        }
        return 0;
    }

    /// <summary>'多重288人', '超限运输318辆': one character inside of a name says nothing; it must stand at its number or its turn.</summary>
    private static bool IsBeforeNumber(string text, int at, int end) =>
        at >= end || FigureLexer.CanBegin(text[at]) || text[at] is ' ' or '约' or '近' or '超' or '了' or '出' or '至' or '到' or '为' or '达' or '逾' or '-' or '、' or '，' or '（'
        || (text[at] is '产' or '支' or '员' or '亏' or '配' or '投' or '编' or '发' && at + 1 < end && FigureLexer.CanBegin(text[at + 1]));

    /// <summary>'比上年多消费17.85万吨', '同比多签1.12万人': a verb may stand between the comparison and its number.</summary>
    /// <returns>Where the number begins, 0 for none.</returns>
    private static int VerbBefore(string text, int at, int end)
    {
        for (var i = at; i < end && i <= at + 3; i++)
        {
            if (FigureLexer.IsDigit(text[i])) return i;
            if (!char.IsLetter(text[i])) return 0;
        }
        return 0;
    }

    /// <summary>'较上年的0.61亿元多退0.13亿元': the figure right before in the same clause is what is compared with.</summary>
    private Cues IsCompared() => _mentions.Count > _sinceFigure && _mentions[^1].Clause == _clause && _break == Break.None ? _mentions[^1].Lead & Cues.Against : Cues.None;

    private void Punctuate(char c, int at)
    {
        switch (c)
        {
            case '。' or '！' or '？' or '!' or '?': Boundary(Break.Sentence, at + 1); break;
            case '；' or ';': Boundary(Break.Segment, at + 1); break;
            case '，' or ',':
                var opens = Opens(source.Text.AsSpan(_clauseStart..at));
                Boundary(Break.Clause, at + 1);
                _gap |= opens;
                break;
            case '：' or ':' or '∶': Boundary(Break.Colon, at + 1); break;
            case '、': Boundary(Break.Item, at + 1); break;
            case '（' or '(' or '［' or '[':
                _open.Push((++_brackets, _mentions.Count - 1, _lead, _last));
                Boundary(Break.Bracket, at + 1);
                break;
            case '）' or ')' or '］' or ']':
                var outer = _open.TryPop(out var opened) ? opened.Lead : Cues.None;
                Boundary(Break.Bracket, at + 1);
                // Words before a bracket still belong to a figure right behind it, or when the bracket holds none: '未办结（待办）3件'.
                if (_mentions.Count == 0 || _mentions[^1].Bracket != opened.Bracket || _mentions[^1].Figure.Unit.Kind == UnitKind.None || (at + 1 < source.Text.Length && FigureLexer.IsDigit(source.Text[at + 1]))) _lead = outer;
                break;
        }
    }

    /// <summary>'按性别分，', '分季看，': a head that splits what stands before it in full; '从类别看，' one that lists parts of it.</summary>
    private static Cues Opens(ReadOnlySpan<char> clause)
    {
        if (clause.Length is < 3 or > 12) return Cues.None;
        if (clause[0] == '按' && (clause[^1] == '分' || clause.EndsWith("划分", StringComparison.Ordinal)) || clause[0] == '分' && clause[^1] == '看') return Cues.Whole;
        return clause[0] == '从' && clause[^1] == '看' ? Cues.Parts : Cues.None;
    }

    private void Boundary(Break strength, int at)
    {
        if (strength >= Break.Sentence) _sentence++;
        if (strength >= Break.Segment) _segment++;
        if (strength >= Break.Clause) _clause++;
        if (strength > _break) _break = strength;
        if (strength >= Break.Sentence) _open.Clear();
        _lead = Cues.None;
        _last = Cues.None;
        _lastCueEnd = -1000;
        _labelStart = at;
        if (strength != Break.Item) _clauseStart = at;
    }

    private void AddCue(Cues kind, int end)
    {
        _gap |= kind;
        _lead |= kind;
        _last = kind;
        _lastCueEnd = end;
        if (_mentions.Count > _sinceFigure && _break == Break.None) _mentions[^1].Tail |= kind;
    }

    private void Add(Figure figure)
    {
        if (figure.Unit.Kind == UnitKind.None && figure.Scale >= 10000m && LacksYuan(figure)) figure = figure.LackingUnit(Unit.Money);
        else if (figure.Unit.Kind == UnitKind.None && figure.Places == 0 && NamedUnit(figure) is { } unit) figure = figure.In(unit);
        else if (figure.Unit.Kind == UnitKind.None && figure.Scale == 1m && _note is var (noted, scale) && _labelStart < figure.Start && (char.IsLetter(source.Text[figure.Start - 1]) || source.Text[figure.Start - 1] == ' ' && figure.Start - _labelStart > 2 && char.IsLetter(source.Text[figure.Start - 2])) && figure.Value < Interval.Limit / scale && !(figure.End < source.Text.Length && source.Text[figure.End] is ':' or '：' or '∶')) figure = figure.In(noted, scale);
        var (bracket, host, outer, outerLast) = _open.TryPeek(out var open) ? open : (0, -1, Cues.None, Cues.None);
        // '较上月（222434例）': the words before the bracket are those of the figure in it.
        var first = bracket > 0 && (_mentions.Count == 0 || _mentions[^1].Bracket != bracket);
        if (first && _lead == Cues.None) (_lead, _last, _lastCueEnd) = (outer, outerLast, figure.Start - 1);
        _mentions.Add(new Mention
        {
            Index = _mentions.Count,
            Figure = figure,
            Paragraph = _paragraph,
            Sentence = _sentence,
            Segment = _segment,
            Clause = _clause,
            Depth = _open.Count,
            Bracket = bracket,
            Host = host,
            Break = _break,
            AfterColon = _labelStart > 0 && source.Text[_labelStart - 1] is '：' or ':' || _break == Break.Paragraph && _labelStart > 1 && source.Text[_labelStart - 1] == '\n' && source.Text[_labelStart - 2] is '：' or ':',
            Gap = _gap,
            Lead = _lead,
            Last = _last,
            LastDistance = figure.Start - _lastCueEnd,
            LabelStart = _labelStart,
            Words = Words(_labelStart, figure.Start),
            ClauseStart = _clauseStart,
            Year = _year,
        });
        (_gap, _lead, _last, _break) = (Cues.None, Cues.None, Cues.None, Break.None);
        _lastCueEnd = -1000;
        _labelStart = figure.End;
    }

    private Range Words(int start, int end)
    {
        while (start < end && char.IsWhiteSpace(source.Text[start])) start++;
        while (end > start && char.IsWhiteSpace(source.Text[end - 1])) end--;
        return start..end;
    }

    /// <summary>'献血总人次24880', '签约人数1325': the unit is the last word of the label.</summary>
    private Unit? NamedUnit(Figure figure)
    {
        var label = source.Text.AsSpan(Math.Min(_labelStart, figure.Start)..figure.Start).Trim().TrimEnd("为达是：: ");
        var name = label switch { [_, .., '人', '次'] => "人次", [_, .., '人', '数'] => "人", [_, .., '户', '数'] => "户", [_, .., '件', '数'] => "件", [_, .., '床', '位', '数'] => "张", _ => "" };
        return name.Length > 0 && UnitTable.Match(name, out var unit, out _) > 0 ? unit : null;
    }

    /// <summary>'医疗32.49万，老龄313.4万元': 元 left out in a list of money.</summary>
    private bool LacksYuan(Figure figure) =>
        _mentions.Count > 0 && _mentions[^1].Sentence == _sentence && _mentions[^1].Figure.Unit.Kind == UnitKind.Money && _mentions[^1].Figure.Scale == figure.Scale
        && source.Text[figure.End] is '，' or '、' or '；' or '。' or '）' or ',';
}
