namespace Jiheng.Documents.Reading;

/// <summary>Why a file could not be read, for the person who handed it in.</summary>
/// <param name="Code">Stable code, JH4001 and on.</param>
/// <param name="File">Name of the file.</param>
/// <param name="Problem">What is wrong, in plain Chinese.</param>
/// <param name="Remedy">What to do about it.</param>
/// <param name="Where">Part of the file, sheet or line; <c>null</c> for the file as a whole.</param>
public sealed record DocumentFault(string Code, string File, string Problem, string Remedy, string? Where = null)
{
    /// <summary>The fault as one line.</summary>
    public override string ToString() => $"{Code} {File}{(Where is null ? "" : $"（{Where}）")}：{Problem}{Remedy}";
}

/// <summary>What reading a file gave: the document, or the faults that kept it from being read.</summary>
/// <param name="Document">The document; <c>null</c> when there are faults.</param>
/// <param name="Faults">The faults; empty when the file was read.</param>
public sealed record ReadResult(Model.Documents.Document? Document, IReadOnlyList<DocumentFault> Faults);

/// <summary>Bounds within which a file is read, so that no file can take the machine down.</summary>
public sealed record ReadLimits
{
    /// <summary>Largest file, in bytes.</summary>
    public int FileBytes { get; init; } = 64 * 1024 * 1024;

    /// <summary>Most parts of a docx or xlsx.</summary>
    public int Parts { get; init; } = 4096;

    /// <summary>Most bytes that the parts may unpack to, all together.</summary>
    public long UnpackedBytes { get; init; } = 256L * 1024 * 1024;

    /// <summary>How many times its packed size a part may have once it is larger than <see cref="UncheckedBytes"/>.</summary>
    public int Ratio { get; init; } = 200;

    /// <summary>Size of a part up to which its ratio is not looked at: small parts of one repeated character are common.</summary>
    public long UncheckedBytes { get; init; } = 16 * 1024 * 1024;

    /// <summary>Deepest nesting of elements.</summary>
    public int Depth { get; init; } = 200;

    /// <summary>Most cells of all tables, empty ones in between counted.</summary>
    public int Cells { get; init; } = 2_000_000;

    /// <summary>Longest that an outside program (pdftotext, LibreOffice) may run.</summary>
    public TimeSpan ProgramTime { get; init; } = TimeSpan.FromSeconds(90);
}
