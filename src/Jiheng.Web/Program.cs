using Jiheng.Web;
using Jiheng.Web.Hosting;

try
{
    DoubleClick.FindOwnFolder();
    await using var web = JihengWeb.Build(args);
    await web.RunAsync();
    return 0;
}
catch (StartupFaultException fault)
{
    await Console.Error.WriteLineAsync(fault.Message);
    DoubleClick.HoldWindow();
    return 2;
}
catch (IOException fault) when (fault.InnerException is Microsoft.AspNetCore.Connections.AddressInUseException)
{
    await Console.Error.WriteLineAsync("JH6008 这个网址已经被占用，多半是绩衡已经开着。请直接在浏览器里打开它；要换端口，请加 --urls http://127.0.0.1:5081。");
    DoubleClick.HoldWindow();
    return 2;
}
