using Jiheng.Audit.Findings;
using Jiheng.Audit.Scopes;

namespace Jiheng.Audit.Form;

/// <summary>Collects the findings about a text's form.</summary>
internal sealed class FormCheck(SourceText source)
{
    private readonly List<Finding> _findings = [];

    /// <summary>The text.</summary>
    public SourceText Source => source;

    /// <summary>What was found.</summary>
    public IReadOnlyList<Finding> Findings => _findings;

    /// <summary>Runs every check of form that needs no figures.</summary>
    public void Run()
    {
        new Numbering(this).Find();
        InlineNumbers.Find(this);
        Placeholders.Find(this);
        Blanks.Find(this);
        MissingFigures.Find(this);
        Repetitions.Find(this);
        Punctuation.Find(this);
        Brackets.Find(this);
        Typos.Find(this);
        TermSlips.Find(this);
        WordOrder.Find(this);
        RateSigns.Find(this);
        MissingNumbers.Find(this);
        RepeatedUnits.Find(this);
        BareAmounts.Find(this);
        Dates.Find(this);
        DateSpans.Find(this);
        DateOrders.Find(this);
        YearSlips.Find(this);
        Periods.Find(this);
        Truncation.Find(this);
        LastSentence.Find(this);
        BrokenOff.Find(this);
        Reasons.Find(this);
        Grades.Find(this);
        MandatorySections.Find(this);
    }

    /// <summary>Whether a finding of <paramref name="code"/> touches the stretch from <paramref name="start"/> to <paramref name="end"/>.</summary>
    public bool IsRaised(string code, int start, int end)
    {
        var at = source.Spot(start, end);
        return _findings.Exists(f => f.Code == code && f.At.Block == at.Block && f.At.Row == at.Row && f.At.Column == at.Column && f.At.Start < at.End && f.At.End > at.Start);
    }

    /// <summary>Adds a finding with the severity of its rule.</summary>
    public void Raise(string code, int start, int end, string message, string suggestion = "")
    {
        var rule = FindingCatalogue.Get(code);
        _findings.Add(new Finding
        {
            Code = code,
            Kind = rule.Kind,
            Severity = rule.Severity,
            At = source.Spot(start, end),
            Text = source.Text[start..end],
            Message = message,
            Suggestion = suggestion,
        });
    }
}
