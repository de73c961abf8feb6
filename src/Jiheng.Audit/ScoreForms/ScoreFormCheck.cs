using Jiheng.Audit.Claims;
using Jiheng.Audit.Figures;
using Jiheng.Audit.Findings;
using Jiheng.Audit.Weighing;
using Jiheng.Model.Documents;

namespace Jiheng.Audit.ScoreForms;

/// <summary>
/// Checks the self-evaluation forms (绩效自评表) of any department: what its own head names is held against it, what is
/// guessed from an indicator's wording is only noted.
/// </summary>
internal sealed class ScoreFormCheck
{
    private const int LeastReport = 1000;
    private static readonly string[] SurveyWords = ["问卷", "调查", "测评", "访谈", "抽样", "评议", "回访"];

    private readonly List<Finding> _findings = [];
    private readonly List<Claim> _claims = [];

    /// <summary>What was found.</summary>
    public IReadOnlyList<Finding> Findings => _findings;

    /// <summary>
    /// Finds and checks all forms of <paramref name="document"/>. Their rows are judged here alone: claims about them in
    /// <paramref name="claims"/> that fail are dropped, since totals of a form follow rules of their own.
    /// </summary>
    public static ScoreFormCheck Run(Document document, List<Claim> claims)
    {
        var check = new ScoreFormCheck();
        var reader = FormReader.Read(document);
        if (reader.Forms.Count == 0) return check;
        var lacksSurvey = LacksSurvey(document);
        foreach (var form in reader.Forms)
        {
            new WeightChecks(check, form).Find();
            new PointChecks(check, form).Find();
            new FundsChecks(check, form).Find();
            new AnswerChecks(check, form, lacksSurvey).Find();
        }
        claims.RemoveAll(c => !c.Holds && reader.Covers(c.Result.At));
        claims.AddRange(check._claims);
        return check;
    }

    /// <summary>Adds a finding at a cell.</summary>
    /// <param name="code">Code of the catalogue.</param>
    /// <param name="cell">Where it shows.</param>
    /// <param name="message">What is wrong, with the figures.</param>
    /// <param name="severity">Graver or lighter than usual; <c>null</c> for the rule's own.</param>
    /// <param name="also">Further cells that take part.</param>
    public void Raise(string code, FormCell cell, string message, Severity? severity = null, params IEnumerable<FormCell?> also) =>
        Raise(code, cell, message, "", null, null, severity, also);

    /// <summary>Holds a printed sum or rate against the one computed: a claim when it agrees, otherwise a finding.</summary>
    public bool Judge(string code, ClaimType type, FormCell result, IReadOnlyList<FormCell> operands, Outcome outcome, string computation, string subject, Severity? severity = null)
    {
        var figure = FigureOf(result)!;
        if (outcome.Holds)
        {
            _claims.Add(new Claim
            {
                Type = type,
                Result = figure,
                Operands = [.. operands.Select(o => Operand.Of(FigureOf(o)!))],
                How = outcome.How,
                Grade = Grade.Structural,
                Recomputed = outcome.Value,
                Explain = () => outcome.Value is { } value ? $"{computation} = {FormNumber.Show(value)}" : computation,
            });
            return true;
        }
        if (outcome.Value is not { } due) return false;
        var shown = FormNumber.Show(Math.Round(due, Math.Max(2, figure.Places), MidpointRounding.AwayFromZero)) + (figure.Unit.IsRate ? "%" : "");
        Raise(code, result, $"{subject}应为{shown}，表中为{result.Text}。", $"{computation} = {shown} ≠ 表中 {result.Text}", figure.Value, due, severity, operands);
        return false;
    }

    /// <summary>The number of a cell as a figure; <c>null</c> for none.</summary>
    public static Figure? FigureOf(FormCell? cell) => cell?.Number is not { } number ? null : new Figure(cell.At, cell.Text)
    {
        Value = number.Value,
        Step = FigureLexer.Number.Power(number.Places),
        Places = number.Places,
        Unit = number.IsPercent ? Unit.Percent : Unit.None,
    };

    /// <summary>Whether a report, and not a form alone, nowhere speaks of a survey.</summary>
    private static bool LacksSurvey(Document document)
    {
        var prose = 0;
        foreach (var block in document.Blocks)
        {
            if (block is Table table && table.Rows.Any(r => r.Cells.Any(c => NamesSurvey(c.Text)))) return false;
            if (block is not (Paragraph or Heading)) continue;
            var text = block is Paragraph paragraph ? paragraph.Text : ((Heading)block).Text;
            if (NamesSurvey(text)) return false;
            prose += text.Length;
        }
        return prose >= LeastReport;
    }

    private static bool NamesSurvey(string text) => Array.Exists(SurveyWords, w => text.Contains(w, StringComparison.Ordinal));

    private void Raise(string code, FormCell cell, string message, string formula, decimal? stated, decimal? recomputed, Severity? severity, IEnumerable<FormCell?> also)
    {
        var rule = FindingCatalogue.Get(code);
        _findings.Add(new Finding
        {
            Code = code,
            Kind = rule.Kind,
            Severity = severity ?? rule.Severity,
            At = cell.At,
            Text = cell.Text,
            Message = message,
            Formula = formula,
            Stated = stated,
            Recomputed = recomputed,
            Also = [.. also.OfType<FormCell>().Select(c => c.At)],
        });
    }
}
