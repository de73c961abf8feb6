using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Jiheng.Model.Dossiers;
using Jiheng.Model.Facts;
using Jiheng.Model.Formulas;
using Jiheng.Model.Measures;

namespace Jiheng.Ledger.Tests;

/// <summary>
/// A dossier as text for comparing: every value with unit and places, facts and dictionaries sorted because their order says nothing.
/// Independent of how bundles and the database write it.
/// </summary>
internal static class DossierContent
{
    private static readonly JsonSerializerOptions Options = new()
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new Written<Formula>(f => f.Source), new Written<Amount>(a => $"{a.Value:0.############} {a.Unit.Symbol} ({a.Places})"), new Written<Basis>(b => b.ToString()), new JsonStringEnumConverter() },
    };

    public static string Of(Dossier dossier) => JsonSerializer.Serialize(
        dossier with
        {
            Facts = [.. dossier.Facts.OrderBy(f => f.Key.ToString(), StringComparer.Ordinal)],
            Judgements = Sorted(dossier.Judgements),
            Deviations = Sorted(dossier.Deviations),
            Texts = Sorted(dossier.Texts),
            Objective = dossier.Objective with { Targets = Sorted(dossier.Objective.Targets) },
        },
        Options);

    private static SortedDictionary<string, T> Sorted<T>(IReadOnlyDictionary<string, T> entries) => new(entries.ToDictionary(), StringComparer.Ordinal);

    private sealed class Written<T>(Func<T, string> write) : JsonConverter<T>
    {
        public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => throw new NotSupportedException();

        public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => writer.WriteStringValue(write(value));
    }
}
