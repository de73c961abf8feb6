using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Jiheng.Audit.Findings;
using Jiheng.Model.Documents;

namespace Jiheng.Casework.Review;

/// <summary>
/// Names a finding so that it is known again in the next version of a report, or next year: by its code and the words
/// around it without figures, so that a changed number, a moved paragraph or another page leave it the same.
/// </summary>
public static class Fingerprint
{
    /// <summary>Fingerprints in the order of <paramref name="findings"/>: 16 hexadecimal digits, and '-2', '-3' … for further ones of the same words.</summary>
    public static IReadOnlyList<string> Of(Document document, IReadOnlyList<Finding> findings)
    {
        ArgumentNullException.ThrowIfNull(document);
        ArgumentNullException.ThrowIfNull(findings);
        var seen = new Dictionary<string, int>(StringComparer.Ordinal);
        return [.. findings.Select(finding =>
        {
            var words = Passage.Skeleton(Passage.Sentence(document, finding.At));
            var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{finding.Code}\n{words}")))[..16];
            var times = seen[hash] = seen.GetValueOrDefault(hash) + 1;
            return times == 1 ? hash : string.Create(CultureInfo.InvariantCulture, $"{hash}-{times}");
        })];
    }
}
