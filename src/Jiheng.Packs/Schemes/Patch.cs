using Jiheng.Model.Metrics;
using Jiheng.Packs.Faults;
using Jiheng.Packs.Yaml;

namespace Jiheng.Packs.Schemes;

/// <summary>Changes a list of indicators one by one: <c>remove</c>, <c>set … to</c> or <c>add</c>, each with its clause.</summary>
internal sealed class Patch(YamlList indicators, FaultLog log)
{
    private readonly List<YamlMap> _indicators = [.. indicators.Items.OfType<YamlMap>()];
    private readonly HashSet<string> _removed = new(StringComparer.Ordinal);

    public YamlList Indicators => indicators with { Items = [.. _indicators] };

    /// <summary>Codes that were taken out.</summary>
    public IReadOnlySet<string> Removed => _removed;

    public void Apply(Fields change)
    {
        var (remove, set, add) = (change.Scalar("remove"), change.Scalar("set"), change.Section("add"));
        change.Required("clause");
        switch (remove, set, add)
        {
            case ({ } code, null, null): Remove(code); break;
            case (null, { } path, null): Set(path, change); break;
            case (null, null, { } indicator): Add(indicator); break;
            default: log.Add(PackFaultCode.MissingKey, change.Place, "每条修改应写 remove、set 或 add 其中一个。"); break;
        }
        change.Close();
    }

    private void Remove(YamlText code)
    {
        var gone = _indicators.Where(i => IsOrIsBelow(CodeOf(i), code.Text)).ToList();
        if (gone.Count == 0) Unknown(code, code.Text);
        foreach (var indicator in gone)
        {
            _removed.Add(CodeOf(indicator));
            _indicators.Remove(indicator);
        }
    }

    // 'B.1.weight' or 'B.1.score.step': the longest code that fits, then the path of keys.
    private void Set(YamlText path, Fields change)
    {
        if (!change.Require("to")) return;
        var at = _indicators.FindIndex(i => IsOrIsBelow(path.Text, CodeOf(i)) && !_indicators.Any(o => CodeOf(o).Length > CodeOf(i).Length && IsOrIsBelow(path.Text, CodeOf(o))));
        var keys = at < 0 ? [] : path.Text[CodeOf(_indicators[at]).Length..].Split('.', StringSplitOptions.RemoveEmptyEntries);
        if (keys.Length == 0 || keys[0] == "code") Unknown(path, path.Text[..Math.Max(0, path.Text.LastIndexOf('.'))]);
        else _indicators[at] = Replace(_indicators[at], keys, change.Take("to")!, path);
    }

    private YamlMap Replace(YamlMap map, ReadOnlySpan<string> keys, YamlValue value, YamlText path)
    {
        var key = new YamlText(keys[0], true, true, path.Place);
        if (keys.Length == 1) return map.With(key, value);
        if (map.Find(keys[0]) is YamlMap inner) return map.With(key, Replace(inner, keys[1..], value, path));
        log.Add(PackFaultCode.Patch, path.Place, $"“{path.Text}”里的“{keys[0]}”下面没有可改的键。", Spelling.Nearest(keys[0], map.Entries.Select(e => e.Key.Text)));
        return map;
    }

    // Behind the last indicator of the same parent, so that the form keeps its order.
    private void Add(Fields added)
    {
        var code = added.Required("code");
        var parent = code.LastIndexOf('.') is var dot and > 0 ? code[..dot] : "";
        var last = _indicators.FindLastIndex(i => parent.Length > 0 && IsOrIsBelow(CodeOf(i), parent));
        _indicators.Insert(last < 0 ? _indicators.Count : last + 1, added.Map);
        _removed.Remove(code);
    }

    private void Unknown(YamlText path, string code) =>
        log.Add(PackFaultCode.Patch, path.Place, $"要修改的“{path.Text}”在上级方案里不存在。", Spelling.Nearest(code, _indicators.Select(CodeOf)));

    private static string CodeOf(YamlMap indicator) => indicator.Text("code") ?? "";

    private static bool IsOrIsBelow(string code, string top) =>
        top.Length > 0 && code.StartsWith(top, StringComparison.Ordinal) && (code.Length == top.Length || code[top.Length] == '.');
}
