using Jiheng.Model.Metrics;
using Jiheng.Packs.Faults;
using Jiheng.Packs.Yaml;

namespace Jiheng.Packs.Schemes;

/// <summary>
/// Applies overlays (国→省→市→县): a document that <c>extends</c> another is that other with its patches and its own
/// top-level keys put over it. Works on the tree of values, so that every value keeps the place where it was written.
/// </summary>
internal sealed class Overlays(IReadOnlyList<YamlMap> documents, FaultLog log)
{
    /// <summary>Most schemes in a chain, the national one included.</summary>
    public const int MostLevels = 4;

    private static readonly string[] NeverInherited = ["pack", "extends", "patch", "indicators", "tests"];

    /// <summary>The document with all overlays applied; <c>null</c> when its base is missing.</summary>
    public YamlMap? Resolve(YamlMap document) => Resolve(document, 1, document);

    private YamlMap? Resolve(YamlMap document, int level, YamlMap asked)
    {
        if (document.Find("extends") is not YamlText baseId) return document;
        if (level == MostLevels)
        {
            log.Add(PackFaultCode.TooDeep, (asked.Find("extends") ?? asked).Place, $"方案“{asked.Text("pack")}”往上超过 {MostLevels} 层，或者层层相套成了圈。");
            return null;
        }
        if (BaseOf(document, baseId.Text) is not { } found)
        {
            log.Add(PackFaultCode.UnknownBase, baseId.Place, $"没有方案“{baseId.Text}”。", Spelling.Nearest(baseId.Text, documents.Select(d => d.Text("pack")).OfType<string>()));
            return null;
        }
        return Resolve(found, level + 1, asked) is { } parent ? Apply(document, parent) : null;
    }

    // Of several versions the one that is in force when the overlay begins.
    private YamlMap? BaseOf(YamlMap overlay, string id)
    {
        var versions = documents.Where(d => d.Text("pack") == id).ToList();
        var from = FirstYear(overlay);
        return versions.Where(v => FirstYear(v) <= from).MaxBy(FirstYear) ?? versions.FirstOrDefault();
    }

    private static int FirstYear(YamlMap document) =>
        document.Find("years") is YamlMap years && int.TryParse(years.Text("from"), out var year) ? year : 0;

    private YamlMap Apply(YamlMap overlay, YamlMap parent)
    {
        var patched = new Patch(parent.Find("indicators") as YamlList ?? new YamlList([], parent.Place), log);
        foreach (var change in new Fields(overlay, log).Sections("patch")) patched.Apply(change);
        if (overlay.Find("indicators") is { } own) log.Add(PackFaultCode.UnknownKey, own.Place, "有 extends 的方案用 patch 逐条修改指标，不另写 indicators。");
        var resolved = parent;
        foreach (var entry in overlay.Entries.Where(e => !NeverInherited.Contains(e.Key.Text))) resolved = resolved.With(entry.Key, entry.Value);
        YamlText Key(string text) => new(text, true, true, overlay.Place);
        resolved = resolved.With(Key("pack"), overlay.Find("pack")!).With(Key("indicators"), patched.Indicators);
        return resolved.With(Key("tests"), Tests(overlay, parent, patched.Removed)) with { Place = overlay.Place };
    }

    // The parent's tests hold for the child as well, except those that the child restates.
    private YamlList Tests(YamlMap overlay, YamlMap parent, IReadOnlySet<string> removed)
    {
        var inherited = (parent.Find("tests") as YamlList)?.Items.OfType<YamlMap>().Select(t => Without(t, removed)).ToList() ?? [];
        List<YamlValue> own = [];
        foreach (var test in (overlay.Find("tests") as YamlList)?.Items ?? [])
        {
            if (test is not YamlMap map || map.Find("restates") is not YamlText restated)
            {
                own.Add(test);
                continue;
            }
            var at = inherited.FindIndex(t => t.Text("name") == restated.Text);
            if (at < 0) log.Add(PackFaultCode.Test, restated.Place, $"上级方案没有测试“{restated.Text}”。", Spelling.Nearest(restated.Text, inherited.Select(t => t.Text("name")).OfType<string>()));
            else if (map.Text("because") is null) log.Add(PackFaultCode.MissingKey, map.Place, "重述测试要写 because（依据的条款）。");
            else inherited[at] = map.Entries.Where(e => e.Key.Text is not ("restates" or "because")).Aggregate(inherited[at], (t, e) => t.With(e.Key, e.Value)) with { Place = map.Place };
        }
        return new YamlList([.. inherited, .. own], overlay.Place);
    }

    private static YamlMap Without(YamlMap test, IReadOnlySet<string> removed)
    {
        foreach (var key in (ReadOnlySpan<string>)["judge", "targets"])
        {
            if (test.Entries.FirstOrDefault(e => e.Key.Text == key) is { Value: YamlMap map } entry)
                test = test.With(entry.Key, map with { Entries = [.. map.Entries.Where(e => !removed.Contains(e.Key.Text))] });
        }
        if (test.Entries.FirstOrDefault(e => e.Key.Text == "own") is { Value: YamlList list } own)
            test = test.With(own.Key, list with { Items = [.. list.Items.Where(i => i is not YamlMap m || !removed.Contains(m.Text("slot") ?? ""))] });
        return test;
    }
}
