using System.CommandLine;
using System.Diagnostics;
using Jiheng.Cli.Terminal;

namespace Jiheng.Cli.Commands;

/// <summary><c>jiheng serve</c>: starts the pages, a program of its own beside this one.</summary>
internal static class ServeCommand
{
    public static Command Create()
    {
        var urls = new Option<string>("--urls") { Description = "监听地址，只用于本机", DefaultValueFactory = _ => "http://127.0.0.1:5080" };
        var database = CommonOptions.Database();
        var packs = CommonOptions.Packs();
        var command = new Command("serve", "在本机打开网页版。例：jiheng serve --urls http://127.0.0.1:5080") { urls, database, packs };
        command.SetAction((parsed, stop) => Serve(parsed.GetValue(urls)!, parsed.GetValue(database)!, parsed.GetValue(packs)!, stop));
        return command;
    }

    private static async Task<int> Serve(string urls, string database, string packs, CancellationToken stop)
    {
        var web = Path.GetFullPath(Path.Combine(AppContext.BaseDirectory, "..", "Jiheng.Web", "Jiheng.Web.dll"));
        if (!File.Exists(web)) return new Outcome(Outcome.BadInput, $"JH6101 没有找到网页程序：{web}。请先在程序目录里运行 ./run。", "").Print(OutputFormat.Text);
        var start = new ProcessStartInfo("dotnet") { UseShellExecute = false };
        foreach (var argument in (string[])[web, "--urls", urls, $"--Packs={packs}", $"--Samples={Path.Combine(CommonOptions.Home, "samples")}", $"--Data={database}"]) start.ArgumentList.Add(argument);
        using var process = Process.Start(start)!;
        try
        {
            await process.WaitForExitAsync(stop);
        }
        catch (OperationCanceledException)
        {
            // Ctrl-C reached the child too; it shuts down by itself.
            await process.WaitForExitAsync(CancellationToken.None);
        }
        return process.ExitCode;
    }
}
