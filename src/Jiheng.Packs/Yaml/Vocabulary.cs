using Jiheng.Model.Metrics;
using Jiheng.Model.Schemes;

namespace Jiheng.Packs.Yaml;

/// <summary>The closed lists of words that packs use, with what they mean in the model.</summary>
internal static class Vocabulary
{
    public static readonly Dictionary<string, Confidence> Confidences = new()
    {
        ["verified"] = Confidence.Verified,
        ["partly-verified"] = Confidence.PartlyVerified,
        ["practice"] = Confidence.Practice,
        ["seed-derived"] = Confidence.SeedDerived,
        ["from-memory"] = Confidence.FromMemory,
        ["unknown"] = Confidence.Unknown,
    };

    public static readonly Dictionary<string, WeightBasis> WeightBases = new()
    {
        ["verified"] = WeightBasis.Verified,
        ["from-memory"] = WeightBasis.FromMemory,
        ["derived"] = WeightBasis.Derived,
        ["national-default"] = WeightBasis.NationalDefault,
        ["user"] = WeightBasis.User,
        ["unknown"] = WeightBasis.Unknown,
    };

    public static readonly Dictionary<string, Direction> Directions = new()
    {
        ["ge"] = Direction.AtLeast,
        ["gt"] = Direction.MoreThan,
        ["eq"] = Direction.Equal,
        ["le"] = Direction.AtMost,
        ["lt"] = Direction.LessThan,
        ["qualitative"] = Direction.Qualitative,
    };

    public static readonly Dictionary<string, SubjectKind> Subjects = new()
    {
        ["department"] = SubjectKind.DepartmentOverall,
        ["project"] = SubjectKind.Project,
    };

    /// <summary>Source and confidence, as they stand beside every rule.</summary>
    public static Provenance Provenance(this Fields fields, string source = "source") =>
        new(fields.Text(source), fields.Word("confidence", Confidences, Confidence.Unknown));

    /// <summary>First and last fiscal year; the log says when they are missing or the wrong way round.</summary>
    public static (int From, int? To) Years(this Fields fields)
    {
        if (!fields.Require("years") || fields.Section("years") is not { } years) return (0, null);
        years.Require("from");
        var from = years.Whole("from", 1990, 2200) ?? 0;
        var to = years.Whole("to", 1990, 2200);
        years.Close();
        if (to < from) fields.Log.Add(Faults.PackFaultCode.OutOfRange, years.Place, $"年份从 {from} 到 {to}，先后颠倒。");
        return (from, to);
    }
}
