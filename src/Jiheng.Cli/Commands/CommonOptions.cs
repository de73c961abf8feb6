using System.CommandLine;
using Jiheng.Cli.Terminal;

namespace Jiheng.Cli.Commands;

/// <summary>Options and arguments that several commands share.</summary>
internal static class CommonOptions
{
    /// <summary>Folder of the program: where packs, samples and data lie unless told otherwise.</summary>
    public static string Home { get; } = Environment.GetEnvironmentVariable("JIHENG_HOME") ?? Environment.CurrentDirectory;

    public static Option<OutputFormat> Format() => new("--format") { Description = "输出格式：text 给人看，json 给程序", DefaultValueFactory = _ => OutputFormat.Text };

    public static Option<string> Packs() => new("--packs") { Description = "规则包目录", DefaultValueFactory = _ => Path.Combine(Home, "packs") };

    public static Option<string> Database() => new("--data") { Description = "数据库文件（SQLite）", DefaultValueFactory = _ => Path.Combine(Home, "data", "jiheng.db") };

    public static Argument<string> Folder() => new("DIR") { Description = "数据目录（见 docs/bundles.md）" };
}
