using System.CommandLine;
using Jiheng.Cli.Commands;

namespace Jiheng.Cli;

/// <summary>The command line as a whole: <c>jiheng COMMAND …</c>.</summary>
public static class JihengCommand
{
    /// <summary>The root command with all commands below it.</summary>
    public static RootCommand Create() => new(
        """
        绩衡：卫生健康部门预算绩效自评。由一年的数据得出自评得分、自评报告、自评表和基础数据表，并核对任何一份报告里的数字。

        退出码：0 无问题，1 有发现，2 输入有误。
        例：
          jiheng appraise samples/anyi-2023
          jiheng report samples/yanfeng-2024 --out 产出
          jiheng audit 自评报告.docx
        """)
    {
        AppraiseCommand.Create(),
        ReportCommand.Create(),
        AuditCommand.Create(),
        ReviewCommand.Create(),
        PackCommand.Create(),
        ImportCommand.Create(),
        ExportCommand.Create(),
        ServeCommand.Create(),
    };
}
