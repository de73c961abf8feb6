using Jiheng.Model.Metrics;
using Jiheng.Packs.Faults;
using Jiheng.Packs.Yaml;

namespace Jiheng.Packs.Testing;

/// <summary>Reads the tests of an outline.</summary>
internal sealed class OutlineTestReader(MetricCatalog catalog, int year, FaultLog log)
{
    public IReadOnlyList<OutlineTest> Read(YamlMap document) => [.. new Fields(document, log).Sections("tests").Select(Test)];

    private OutlineTest Test(Fields fields)
    {
        if (!fields.Has("absent")) fields.Require("expect");
        var test = new OutlineTest(
            fields.Required("name"), fields.Place, new TestFigures(catalog, year, log).Read(fields.Section("facts")),
            [.. fields.Texts("expect").Select(t => t.Text)], [.. fields.Texts("absent").Select(t => t.Text)]);
        fields.Close();
        return test;
    }
}
