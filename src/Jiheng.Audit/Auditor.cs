using Jiheng.Audit.Claims;
using Jiheng.Audit.Findings;
using Jiheng.Audit.Frames;
using Jiheng.Audit.Scopes;
using Jiheng.Model.Documents;

namespace Jiheng.Audit;

/// <summary>Reads a document, recomputes every relation that it states and says what is wrong.</summary>
public static class Auditor
{
    /// <summary>Audits <paramref name="document"/>. Pure and deterministic; may be called from any number of threads at once.</summary>
    public static AuditReport Audit(Document document)
    {
        ArgumentNullException.ThrowIfNull(document);
        var source = new SourceText(document);
        var frame = new ProseFrame(source);
        var claims = new ClaimSet(frame);
        foreach (var siblings in Siblings.Of(frame)) new SumSearch(claims, siblings).Find();
        new GrowthClaims(claims).Find();
        new DifferenceClaims(claims).Find();
        new ShareClaims(claims).Find();
        new RateClaims(claims).Find();

        var findings = claims.Claims.Select(ClaimFindings.Of).OfType<Finding>().ToList();
        return new AuditReport(
            frame.Mentions.ConvertAll(m => m.Figure),
            claims.Claims,
            [.. findings.OrderByDescending(f => f.Severity).ThenBy(f => f.At.Block).ThenBy(f => f.At.Start)])
        {
            Unverified = frame.Mentions.Count(m => m.Role is Role.Growth or Role.Share or Role.Rate && !claims.IsComputed(m)),
        };
    }
}
