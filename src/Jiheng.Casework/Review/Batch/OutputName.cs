namespace Jiheng.Casework.Review.Batch;

/// <summary>Names of files that are written: made from names that others chose, so nothing in them may lead elsewhere.</summary>
public static class OutputName
{
    private const int Longest = 80;

    /// <summary>One name without path, free of what a file system refuses.</summary>
    public static string Of(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        var clean = new string([.. name.Select(c => char.IsControl(c) || c is '/' or '\\' or ':' or '*' or '?' or '"' or '<' or '>' or '|' ? '_' : c)]).Trim(' ', '.');
        if (clean.Length > Longest)
        {
            var extension = Path.GetExtension(clean);
            clean = clean[..Math.Max(1, Longest - extension.Length)] + extension;
        }
        return clean.Length == 0 ? "_" : clean;
    }

    /// <summary>A path below <paramref name="folder"/> with the same parts as <paramref name="name"/>.</summary>
    public static string Under(string folder, string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return Path.Combine([folder, .. name.Split('/', '\\', StringSplitOptions.RemoveEmptyEntries).Select(Of)]);
    }
}
