using Jiheng.Casework.Review.Batch;

namespace Jiheng.Web.Reviewing;

/// <summary>One review of many reports, with its files on disk.</summary>
/// <param name="id">Random; whoever knows it may see the review.</param>
/// <param name="folder">Folder of what was handed in and of the results.</param>
public sealed class ReviewJob(string id, string folder) : IProgress<ReviewProgress>
{
    private readonly Lock _gate = new();

    /// <summary>Random id.</summary>
    public string Id { get; } = id;

    /// <summary>What was handed in.</summary>
    public string Source { get; } = Path.Combine(folder, "in");

    /// <summary>The results.</summary>
    public string Output { get; } = Path.Combine(folder, "out");

    /// <summary>The folder of both.</summary>
    public string Folder { get; } = folder;

    /// <summary>When it was handed in, local time.</summary>
    public DateTime Since => Directory.GetCreationTime(Folder);

    /// <summary>How far it is; <c>null</c> before it started.</summary>
    public ReviewProgress? Progress { get; private set; }

    /// <summary>What it came to; <c>null</c> while it runs.</summary>
    public ReviewOutcome? Outcome { get; internal set; }

    /// <summary>Why it ended without a result; empty when it did not.</summary>
    public string Fault { get; internal set; } = "";

    /// <summary>Day until which the departments are asked to answer; <c>null</c> for none. Kept beside the files.</summary>
    public DateOnly? Until
    {
        get => File.Exists(UntilPath) && DateOnly.TryParseExact(File.ReadAllText(UntilPath), "yyyy-MM-dd", out var day) ? day : null;
        internal set => File.WriteAllText(UntilPath, value?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture) ?? "");
    }

    private string UntilPath => Path.Combine(Folder, "until.txt");

    /// <inheritdoc/>
    public void Report(ReviewProgress value)
    {
        ArgumentNullException.ThrowIfNull(value);
        // Workers tell in any order; the number shown never falls.
        lock (_gate) if (Progress is null || value.Done > Progress.Done) Progress = value;
    }
}
