using System.CommandLine;
using Jiheng.Casework.Handing;
using Jiheng.Cli.Terminal;

namespace Jiheng.Cli.Commands;

/// <summary><c>jiheng report DIR --out DIR</c>: writes the files that are handed in.</summary>
internal static class ReportCommand
{
    public static Command Create()
    {
        var folder = CommonOptions.Folder();
        var packs = CommonOptions.Packs();
        var format = CommonOptions.Format();
        var output = new Option<string>("--out") { Description = "写到哪个目录", Required = true };
        var command = new Command("report", "写出自评报告、自评表和基础数据表。例：jiheng report samples/yanfeng-2024 --out 产出") { folder, output, packs, format };
        command.SetAction(parsed => Write(parsed.GetValue(folder)!, parsed.GetValue(output)!, parsed.GetValue(packs)!).Print(parsed.GetValue(format)));
        return command;
    }

    private static Outcome Write(string folder, string output, string packs)
    {
        if (Opening.Folder(folder, packs, out var faults) is not { } file) return faults!;
        try
        {
            Directory.CreateDirectory(output);
            List<string> written = [];
            foreach (var handIn in HandInFiles.All)
            {
                var path = Path.Combine(output, handIn.Name);
                using var to = File.Create(path);
                handIn.Write(file, to);
                written.Add(path);
            }
            var notice = file.TrialNotice is { } n ? Environment.NewLine + n : "";
            return new Outcome(Outcome.Clean, $"已写出 {written.Count} 个文件。", string.Join(Environment.NewLine, written) + notice, new { files = written });
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return Opening.Faults($"JH6103 写不进 {output}", ["没有权限、磁盘已满或文件正被打开。请换一个可写的目录，或关闭正在打开的文件。"]);
        }
    }
}
