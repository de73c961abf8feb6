using Jiheng.Audit.Claims;

namespace Jiheng.Audit.Form;

/// <summary>Money without 元 in a list of money, and units that arithmetic shows to be wrong.</summary>
internal static class Units
{
    /// <summary>Finds them all.</summary>
    public static void Find(ClaimSet claims)
    {
        new ProvenUnits(claims).Find();
        new OddScales(claims).Find();
        new ProvenAverages(claims).Find();
        new NounUnits(claims).Find();
        foreach (var mention in claims.Frame.Mentions)
        {
            if (!mention.Figure.LacksUnit) continue;
            claims.Raise("JH2112", mention.Figure.Start, mention.Figure.End, $"“{mention.Figure.Text}”漏写“元”，已按前后各项的单位计算。", null, $"改为“{mention.Figure.Text}元”");
        }
    }
}
