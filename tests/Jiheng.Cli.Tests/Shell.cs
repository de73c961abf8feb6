namespace Jiheng.Cli.Tests;

/// <summary>Runs a command line as a shell would and keeps what it printed. One at a time: the console is shared.</summary>
internal static class Shell
{
    private static readonly SemaphoreSlim OneAtATime = new(1, 1);

    public static string Root { get; } = FindRoot();

    public static (int Exit, string Out, string Error) Run(params string[] arguments)
    {
        OneAtATime.Wait();
        var (toOut, toError) = (Console.Out, Console.Error);
        using StringWriter output = new(), error = new();
        try
        {
            Console.SetOut(output);
            Console.SetError(error);
            var exit = JihengCommand.Create().Parse(arguments).Invoke();
            return (exit, output.ToString(), error.ToString());
        }
        finally
        {
            Console.SetOut(toOut);
            Console.SetError(toError);
            OneAtATime.Release();
        }
    }

    public static string Sample(string name) => Path.Combine(Root, "samples", name);

    public static string[] WithPacks(params string[] arguments) => [.. arguments, "--packs", Path.Combine(Root, "packs")];

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Jiheng.slnx"))) folder = folder.Parent;
        return folder!.FullName;
    }
}
