using System.Globalization;

namespace Jiheng.Web.Wording;

/// <summary>Prints points and weights; figures of dossiers print themselves, as they were reported.</summary>
public static class Numbers
{
    /// <summary>Points with two places; empty when there are none.</summary>
    public static string Points(decimal? points) => points?.ToString("0.00", CultureInfo.InvariantCulture) ?? "";

    /// <summary>A weight without needless zeros; empty when it is unknown.</summary>
    public static string Weight(decimal? weight) => weight?.ToString("0.##", CultureInfo.InvariantCulture) ?? "";
}
