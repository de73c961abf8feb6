using Jiheng.Packs.Faults;

namespace Jiheng.Packs.Yaml;

/// <summary>A value of a pack that knows its place. Anchors are refused, so the values form a tree.</summary>
internal abstract record YamlValue(Place Place);

/// <summary>A scalar as written.</summary>
/// <param name="Text">Its text, without quotes.</param>
/// <param name="IsPlain">Whether it stands without quotes.</param>
/// <param name="IsOneLine">Whether it begins and ends on one line, so that offsets in it are columns.</param>
/// <param name="Place">Where it begins.</param>
internal sealed record YamlText(string Text, bool IsPlain, bool IsOneLine, Place Place) : YamlValue(Place)
{
    /// <summary>Whether it says that there is nothing: empty, ~ or null.</summary>
    public bool IsNothing => IsPlain && Text is "" or "~" or "null";

    /// <summary>The place of the character at <paramref name="offset"/>.</summary>
    public Place At(int offset) => IsOneLine ? Place with { Column = Place.Column + (IsPlain ? 0 : 1) + offset } : Place;
}

/// <summary>A sequence.</summary>
internal sealed record YamlList(IReadOnlyList<YamlValue> Items, Place Place) : YamlValue(Place);

/// <summary>A mapping; keys are texts and stand once.</summary>
internal sealed record YamlMap(IReadOnlyList<YamlEntry> Entries, Place Place) : YamlValue(Place)
{
    /// <summary>The key that stands first and says what a document or block is; <c>null</c> for an empty map.</summary>
    public string? FirstKey => Entries.Count == 0 ? null : Entries[0].Key.Text;

    /// <summary>The value of a key, or <c>null</c>.</summary>
    public YamlValue? Find(string key) => Entries.FirstOrDefault(e => e.Key.Text == key)?.Value;

    /// <summary>The text of a key, or <c>null</c> when there is none or it is no text.</summary>
    public string? Text(string key) => Find(key) is YamlText { IsNothing: false } text ? text.Text : null;

    /// <summary>The same map with one entry put in, or replaced in its place.</summary>
    public YamlMap With(YamlText key, YamlValue value)
    {
        var entry = new YamlEntry(key, value);
        return Entries.Any(e => e.Key.Text == key.Text)
            ? this with { Entries = [.. Entries.Select(e => e.Key.Text == key.Text ? entry : e)] }
            : this with { Entries = [.. Entries, entry] };
    }
}

/// <summary>A key and its value.</summary>
internal sealed record YamlEntry(YamlText Key, YamlValue Value);
