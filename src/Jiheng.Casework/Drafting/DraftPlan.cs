using System.Globalization;
using Jiheng.Audit.Figures;
using Jiheng.Ledger.Accounts;

namespace Jiheng.Casework.Drafting;

/// <summary>
/// What becomes of every figure and year of last year's report in this year's draft: found in the accounts, to be collected, or staying.
/// </summary>
public sealed class DraftPlan
{
    private const int LongestLabel = 30;
    private readonly AccountsMatch _match;
    private readonly int _reported;
    private readonly List<DraftFigure> _figures = [];
    private readonly Dictionary<Figure, int> _indexes = [];

    private DraftPlan(OldReport report, AccountsBook? last, AccountsBook current, int reported)
    {
        (Report, _reported, _match) = (report, reported, new AccountsMatch(last, current));
        for (var i = 0; i < report.Lines.Count; i++) ReadLine(i);
        Figures = DerivedFigures.Fill(_figures, _indexes, report.Audit.Claims);
    }

    /// <summary>The old report.</summary>
    public OldReport Report { get; }

    /// <summary>All figures and years in reading order.</summary>
    public IReadOnlyList<DraftFigure> Figures { get; }

    /// <summary>Makes the plan.</summary>
    /// <param name="report">Last year's report.</param>
    /// <param name="last">Last year's accounts; <c>null</c> when they are not at hand, so that nothing found is certain.</param>
    /// <param name="current">This year's accounts.</param>
    /// <param name="reported">The year that the old report is about.</param>
    public static DraftPlan Make(OldReport report, AccountsBook? last, AccountsBook current, int reported)
    {
        ArgumentNullException.ThrowIfNull(report);
        ArgumentNullException.ThrowIfNull(current);
        return new DraftPlan(report, last, current, reported);
    }

    private void ReadLine(int index)
    {
        var line = Report.Lines[index];
        var text = line.Text;
        var figures = Report.FiguresOf(index);
        var next = 0;
        var from = 0;
        for (var i = 0; i < text.Length; i++)
        {
            if (!IsDigit(text[i])) continue;
            while (next < figures.Count && figures[next].At.End <= i) next++;
            var figure = next < figures.Count && figures[next].At.Start <= i ? figures[next] : null;
            var end = NumberEnd(text, i);
            if (figure is not null) end = Math.Min(end, figure.At.End);
            var drafted = new DraftFigure(_figures.Count + 1, line, i, text[i..end]);
            if (figure is not null && figure.At.Start == i)
            {
                _indexes[figure] = _figures.Count;
                drafted = Draft(drafted, figure, text[from..i], Sentence(text, i));
                from = figure.At.End;
            }
            else drafted = IsYear(OldReport.Narrow(text), i, end) ? Year(drafted) : drafted with { Colour = FigureColour.Stays, Reason = OtherNumbers.Reason(text, i, end) };
            _figures.Add(drafted);
            i = end - 1;
        }
    }

    private DraftFigure Draft(DraftFigure drafted, Figure figure, string since, string sentence)
    {
        var words = Words(since);
        drafted = drafted with
        {
            Read = figure,
            Label = words.Length > 0 ? Shorten(words) : Shorten(drafted.Line.Row.Trim()),
            Unit = figure.Text.Length > drafted.Old.Length ? figure.Text[drafted.Old.Length..].Trim() : "",
        };
        if (OtherNumbers.WhyStays(drafted.Line, drafted.Start, drafted.End) is { } stays) return drafted with { Colour = FigureColour.Stays, Reason = stays };
        var collect = drafted with { Colour = FigureColour.ToCollect, Reason = figure.Value == 0 ? "零，不自动替换" : "决算里没有，要收集" };
        if (_match.Find(figure, words, sentence) is not { } match) return collect;
        var guess = match.IsGuess;
        var reason = match.Reason;
        if (match.Value is not { } value) return collect with { From = match.From, Candidates = match.Candidates, Reason = reason };
        if (figure.Bound != Bound.None) (guess, reason) = (true, "原文写的是约数");
        if (OtherYear(sentence)) (guess, reason) = (true, "这句话说的不是报告年度");
        return drafted with
        {
            Colour = FigureColour.Found,
            IsCertain = !guess,
            New = drafted.Print(value),
            From = match.From,
            To = match.To,
            Candidates = match.Candidates,
            Reason = reason,
        };
    }

    private DraftFigure Year(DraftFigure drafted)
    {
        var (moved, collect, reason) = YearWords.Judge(drafted.Line, drafted.Start, _reported);
        return drafted with
        {
            IsYear = true,
            New = moved,
            IsCertain = moved is not null,
            Colour = moved is not null ? FigureColour.Found : collect ? FigureColour.ToCollect : FigureColour.Stays,
            Reason = reason,
        };
    }

    /// <summary>Whether the last year named before the figure in its sentence is another than the one reported on.</summary>
    private bool OtherYear(string sentence)
    {
        sentence = OldReport.Narrow(sentence);
        for (var i = sentence.Length - 5; i >= 0; i--)
        {
            if (IsYear(sentence, i, i + 4) && (i == 0 || !IsDigit(sentence[i - 1])) && sentence[i + 4] == '年')
                return int.Parse(sentence.AsSpan(i, 4), CultureInfo.InvariantCulture) != _reported;
        }
        return false;
    }

    /// <summary>The figure's own words: from the last mark of punctuation, quotation marks left out of account.</summary>
    private static string Words(string since)
    {
        var at = since.LastIndexOfAny(['，', '。', '；', '：', '、', ',', ';', ':', '\n']);
        var own = since[(at + 1)..];
        return own.Trim(' ', '\u3000', '（', '(', '）', ')').Length >= 2 ? own.Trim() : since.Trim();
    }

    private static string Sentence(string text, int at)
    {
        var start = text.LastIndexOfAny(['。', '；', '\n'], Math.Max(0, at - 1));
        return text[(start + 1)..at];
    }

    private static string Shorten(string text) => text.Length <= LongestLabel ? text : text[^LongestLabel..];

    private static bool IsDigit(char c) => char.IsAsciiDigit(c) || c is >= '０' and <= '９';

    private static bool IsYear(string text, int start, int end) => end - start == 4 && text[start] is '1' or '2' && text[start..end].All(char.IsAsciiDigit)
        && text[start..end] is var year && string.CompareOrdinal(year, "1949") > 0 && string.CompareOrdinal(year, "2100") < 0;

    private static int NumberEnd(string text, int start)
    {
        var end = start;
        while (end < text.Length && (IsDigit(text[end]) || (text[end] is '.' or '．' or ',' && end + 1 < text.Length && IsDigit(text[end + 1]) && IsDigit(text[end - 1])))) end++;
        return end;
    }
}
