namespace Jiheng.Packs.Faults;

/// <summary>What is wrong with a pack, where, and what to do about it.</summary>
/// <param name="Code">Stable code, one of <see cref="PackFaultCode"/>.</param>
/// <param name="Place">File, line and column of the offending piece.</param>
/// <param name="Message">What is wrong and what is expected, in Chinese.</param>
/// <param name="Nearest">The valid name that was probably meant, or <c>null</c>.</param>
public sealed record PackFault(string Code, Place Place, string Message, string? Nearest = null)
{
    /// <summary>What to do, in Chinese.</summary>
    public string Advice => PackFaultCode.AdviceOn(Code);

    /// <summary>As one line: place, code, message, nearest name and advice.</summary>
    public override string ToString() =>
        $"{Place} {Code} {Message}{(Nearest is null ? "" : $"是不是“{Nearest}”？")}{Advice}";
}

/// <summary>A place in a pack file.</summary>
/// <param name="File">Path as it was given to the reader.</param>
/// <param name="Line">Line from 1; 0 when the file as a whole is meant.</param>
/// <param name="Column">Column from 1; 0 when the line as a whole is meant.</param>
public readonly record struct Place(string File, int Line, int Column)
{
    /// <summary>The file as a whole.</summary>
    public static Place OfFile(string file) => new(file, 0, 0);

    /// <inheritdoc/>
    public override string ToString() => Line == 0 ? File : $"{File}:{Line}:{Column}";
}
