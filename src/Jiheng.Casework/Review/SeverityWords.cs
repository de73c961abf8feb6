using Jiheng.Audit.Findings;

namespace Jiheng.Casework.Review;

/// <summary>Severities in the words of the people who read them.</summary>
public static class SeverityWords
{
    /// <summary>须改正, 存疑 or 提示.</summary>
    public static string Word(this Severity severity) => severity switch
    {
        Severity.Blocking => "须改正",
        Severity.Warning => "存疑",
        _ => "提示",
    };
}
