namespace Jiheng.Web.Wording;

/// <summary>A short word on a tint. The colour never speaks alone: the word says the same.</summary>
/// <param name="Text">The word.</param>
/// <param name="Tone">How it is tinted.</param>
public sealed record Chip(string Text, Tone Tone = Tone.Plain)
{
    /// <summary>Classes of the style sheet.</summary>
    public string Class => Tone switch
    {
        Tone.Good => "chip ok",
        Tone.Look => "chip warn",
        Tone.Bad => "chip bad",
        Tone.Info => "chip info",
        _ => "chip",
    };
}

/// <summary>What a tint stands for.</summary>
public enum Tone
{
    /// <summary>Nothing in particular.</summary>
    Plain,

    /// <summary>It agrees, it is done.</summary>
    Good,

    /// <summary>Somebody must look at it.</summary>
    Look,

    /// <summary>It must be mended.</summary>
    Bad,

    /// <summary>Worth knowing.</summary>
    Info,
}
