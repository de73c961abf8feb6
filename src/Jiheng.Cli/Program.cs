using System.Globalization;
using System.Text;
using Jiheng.Cli;

// Figures never depend on the machine's culture; help and errors of the option parser come in Chinese.
CultureInfo.DefaultThreadCurrentCulture = CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("zh-Hans");
Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
return await JihengCommand.Create().Parse(args).InvokeAsync();
