namespace Jiheng.Web.Hosting;

/// <summary>Jiheng cannot start; the message says why and what to do, in Chinese, with its code.</summary>
public sealed class StartupFaultException : Exception
{
    /// <summary>Makes the fault.</summary>
    /// <param name="code">Stable code, JH6…</param>
    /// <param name="message">What is wrong, what was expected and what to do.</param>
    public StartupFaultException(string code, string message) : base($"{code} {message}") => Code = code;

    /// <summary>Makes a fault without a code.</summary>
    public StartupFaultException() { }

    /// <summary>Makes a fault without a code.</summary>
    public StartupFaultException(string message) : base(message) { }

    /// <summary>Makes a fault without a code and with its cause.</summary>
    public StartupFaultException(string message, Exception innerException) : base(message, innerException) { }

    /// <summary>Stable code; empty when it was not given.</summary>
    public string Code { get; } = "";
}
