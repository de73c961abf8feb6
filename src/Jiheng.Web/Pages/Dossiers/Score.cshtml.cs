using Jiheng.Model.Appraisals;
using Jiheng.Web.Dossiers;
using Jiheng.Web.Wording;
using Microsoft.AspNetCore.Mvc;

namespace Jiheng.Web.Pages.Dossiers;

/// <summary>The score tree; for a picked indicator, why it has its points.</summary>
public sealed class ScoreModel : DossierPage
{
    /// <summary>The indicator whose points are explained; <c>null</c> for none.</summary>
    public IndicatorScore? Picked { get; private set; }

    /// <summary>Marks a weight that is not official.</summary>
    public Chip Placeholder { get; } = new("占位", Tone.Look);

    /// <summary>Marks an indicator that the unit set itself.</summary>
    public Chip Own { get; } = new("自设");

    /// <summary>Shows the tree.</summary>
    /// <param name="pick">Code of the indicator to explain; an unknown one explains nothing.</param>
    public void OnGet([FromQuery] string? pick) => Picked = pick is null ? null : Case.Appraisal.Leaves.FirstOrDefault(s => s.Code == pick);
}
