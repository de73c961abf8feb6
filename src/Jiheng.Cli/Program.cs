using System.Text;
using Jiheng.Cli;

Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
return await JihengCommand.Create().Parse(args).InvokeAsync();
