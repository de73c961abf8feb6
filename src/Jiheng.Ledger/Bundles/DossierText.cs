using System.Globalization;
using Jiheng.Model.Appraisals;
using Jiheng.Model.Dossiers;
using Jiheng.Model.Measures;
using Jiheng.Model.Schemes;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Jiheng.Ledger.Bundles;

/// <summary>Writes <c>dossier.yaml</c> in canonical order: what <see cref="DossierFile"/> reads.</summary>
internal sealed class DossierText(Emitter yaml)
{
    /// <summary>The text of a dossier's head.</summary>
    public static string Write(Dossier dossier)
    {
        using var text = new StringWriter { NewLine = "\n" };
        var yaml = new Emitter(text, new EmitterSettings(bestIndent: 2, bestWidth: int.MaxValue, isCanonical: false, maxSimpleKeyLength: 1024).WithNewLine("\n"));
        yaml.Emit(new StreamStart());
        yaml.Emit(new DocumentStart());
        var writer = new DossierText(yaml);
        writer.Map(() => writer.Head(dossier));
        yaml.Emit(new DocumentEnd(isImplicit: true));
        yaml.Emit(new StreamEnd());
        return text.ToString();
    }

    private void Head(Dossier dossier)
    {
        Pair("id", dossier.Id);
        Pair("department", dossier.Department);
        Pair("region", dossier.Region);
        Pair("year", Number(dossier.Year));
        Pair("kind", NameOf(DossierFile.Kinds, dossier.Kind));
        Pair("scheme", dossier.SchemeId);
        Pair("outline", dossier.OutlineId);
        Pair("notice", dossier.Notice);
        if (dossier.ReportDate is { } date) Pair("report-date", Date(date));
        if (dossier.DeclaredScore is { } score) Pair("declared-score", Number(score));
        if (dossier.Confirmation is { } confirmation)
        {
            Scalar("confirmation");
            Map(() =>
            {
                Pair("document", confirmation.Document);
                Pair("person", confirmation.Person);
                Pair("date", Date(confirmation.Date));
                Optional("scheme-hash", confirmation.SchemeHash);
            });
        }
        var objective = dossier.Objective;
        List("goals", objective.Goals.Select((goal, i) => (goal, result: objective.GoalResults.ElementAtOrDefault(i) ?? "")), g =>
        {
            Pair("goal", g.goal);
            Optional("result", g.result);
        });
        Table("targets", objective.Targets, target => Scalar(Figure(target)));
        List("indicators", objective.Indicators, Indicator);
        Table("judgements", dossier.Judgements, judgement => Map(() => Judgement(judgement)));
        Table("deviations", dossier.Deviations, Scalar);
    }

    private void Indicator(OwnIndicator indicator)
    {
        Pair("slot", indicator.Slot);
        Pair("code", indicator.Code);
        Pair("name", indicator.Name);
        Pair("weight", Number(indicator.Weight));
        Pair("direction", NameOf(DossierFile.Directions, indicator.Direction));
        Optional("target", indicator.Target is { } target ? Figure(target) : indicator.TargetText);
        Optional("value", indicator.Value?.Source ?? "");
        Optional("note", indicator.Note);
    }

    private void Judgement(Judgement judgement)
    {
        if (judgement.Choice is { } choice) Pair("choice", choice);
        if (judgement.Ticked.Count > 0)
        {
            Scalar("ticked");
            yaml.Emit(new SequenceStart(AnchorName.Empty, TagName.Empty, isImplicit: true, SequenceStyle.Flow));
            foreach (var item in judgement.Ticked) Scalar(item);
            yaml.Emit(new SequenceEnd());
        }
        if (judgement.Defects is { } defects) Pair("defects", Number(defects));
        if (judgement.Points is { } points) Pair("points", Number(points));
        if (judgement.Met is { } met) Pair("met", met ? "true" : "false");
        if (judgement.NotApplicable is { } na) Pair("na", na ? "true" : "false");
        Optional("reason", judgement.Reason);
    }

    private void Table<T>(string key, IReadOnlyDictionary<string, T> entries, Action<T> write)
    {
        if (entries.Count == 0) return;
        Scalar(key);
        Map(() =>
        {
            foreach (var (name, value) in entries.OrderBy(e => e.Key, StringComparer.Ordinal))
            {
                Scalar(name);
                write(value);
            }
        });
    }

    private void List<T>(string key, IEnumerable<T> items, Action<T> write)
    {
        var all = items.ToList();
        if (all.Count == 0) return;
        Scalar(key);
        yaml.Emit(new SequenceStart(AnchorName.Empty, TagName.Empty, isImplicit: true, SequenceStyle.Block));
        foreach (var item in all) Map(() => write(item));
        yaml.Emit(new SequenceEnd());
    }

    private void Map(Action write)
    {
        yaml.Emit(new MappingStart(AnchorName.Empty, TagName.Empty, isImplicit: true, MappingStyle.Block));
        write();
        yaml.Emit(new MappingEnd());
    }

    private void Pair(string key, string value)
    {
        Scalar(key);
        Scalar(value);
    }

    private void Optional(string key, string value)
    {
        if (value.Length > 0) Pair(key, value);
    }

    // Plain where YAML reads the same text back; in double quotes where it would read nothing, or more than one line.
    private void Scalar(string value)
    {
        var quoted = value is "" or "~" or "null" || value != value.Trim() || value.Any(char.IsControl);
        yaml.Emit(new Scalar(AnchorName.Empty, TagName.Empty, value, quoted ? ScalarStyle.DoubleQuoted : ScalarStyle.Any, isPlainImplicit: true, isQuotedImplicit: true));
    }

    private static string Figure(Amount amount) => $"{FigureText.Write(amount)} {amount.Unit.Symbol}";

    private static string Number(decimal number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Date(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string NameOf<T>(Dictionary<string, T> names, T value) => names.First(n => EqualityComparer<T>.Default.Equals(n.Value, value)).Key;
}
