using Jiheng.Audit;
using Jiheng.Casework.Dossiers;
using Jiheng.Model.Documents;

namespace Jiheng.Web.Dossiers;

/// <summary>A dossier opened for pages: its report is written and audited once, when first asked for, and never goes stale, for both are functions of the dossier alone.</summary>
public sealed class OpenCase(CaseFile file)
{
    private readonly Lazy<(Document Report, AuditReport Audit)> _audited = new(file.AuditedReport);

    /// <summary>The dossier.</summary>
    public CaseFile File { get; } = file;

    /// <summary>Its report.</summary>
    public Document Report => _audited.Value.Report;

    /// <summary>What the audit says of the report.</summary>
    public AuditReport Audit => _audited.Value.Audit;
}
