using Jiheng.Audit.Claims;

namespace Jiheng.Web.Wording;

/// <summary>How a claim agrees, in words; nothing is said of what agrees to the last digit.</summary>
public static class Words
{
    /// <summary>The words; empty for an exact agreement.</summary>
    public static string Of(Agreement how) => how switch
    {
        Agreement.Rounding => "四舍五入相符",
        Agreement.Truncation => "截尾后相符",
        Agreement.OperandRounding => "在各数四舍五入的误差以内",
        Agreement.PartialList => "列举以“等”结束，不必列全",
        Agreement.Undefined => "分母为零，无从计算",
        Agreement.Violated => "不相符",
        _ => "",
    };
}
