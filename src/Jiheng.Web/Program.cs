using Jiheng.Web;
using Jiheng.Web.Hosting;

try
{
    await using var web = JihengWeb.Build(args);
    await web.RunAsync();
    return 0;
}
catch (StartupFaultException fault)
{
    await Console.Error.WriteLineAsync(fault.Message);
    return 2;
}
