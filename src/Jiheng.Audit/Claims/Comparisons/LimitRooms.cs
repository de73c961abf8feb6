using Jiheng.Audit.Figures;
using Jiheng.Audit.Frames;
using Jiheng.Audit.Weighing;

namespace Jiheng.Audit.Claims.Comparisons;

/// <summary>What is left under a limit: '余额46.03亿元…未超过限额48.50亿元，尚有2.47亿元空间'. The limit and what is held against it were found by their ordering.</summary>
internal sealed class LimitRooms(ClaimSet claims)
{
    private static readonly string[] Rooms = ["空间", "举债空间", "的空间", "额度", "余地", "余量", "可用", "未用", "富余", "限额空间", "编制空", "空额", "空缺"];
    private static readonly string[] Left = ["尚有", "还有", "仍有", "尚余", "留有", "剩余", "尚剩", "余", "结余", "尚存", "空间"];
    private static readonly string[] AnyRoom = Rooms;

    private readonly ProseFrame _frame = claims.Frame;

    /// <summary>Checks every such rest.</summary>
    public void Find()
    {
        if (!_frame.Source.HasAny(AnyRoom)) return;
        Dictionary<Figure, List<Figure>>? actualOf = null;
        foreach (var room in _frame.Mentions)
        {
            if (room.Role != Role.Value || !room.Figure.Unit.IsAdditive || room.Figure.Bound != Bound.None || claims.IsComputed(room) || !IsRoom(room)) continue;
            actualOf ??= Orderings();
            if (Pair(room, actualOf) is not var (limit, actual)) continue;
            var outcome = Check.Difference(room.Figure, limit.Figure, actual.Figure, either: false);
            if (!outcome.Holds && !(outcome.Value is { } value && Repairs.IsSlip(room.Figure, value))) continue;
            claims.Add(ClaimType.Difference, room, [limit, actual], outcome, Grade.Structural, () => Wording.Binary(limit.Figure, "−", actual.Figure, room.Figure, outcome), "限额减去实际应为剩余的空间");
        }
    }

    private bool IsRoom(Mention room)
    {
        var label = _frame.Label(room);
        var left = false;
        foreach (var word in Left) left |= label.EndsWith(word, StringComparison.Ordinal);
        if (!left) return false;
        if (label.EndsWith("空间", StringComparison.Ordinal)) return true;
        var after = _frame.After(room);
        foreach (var word in Rooms) if (after.StartsWith(word, StringComparison.Ordinal)) return true;
        return false;
    }

    private Dictionary<Figure, List<Figure>> Orderings()
    {
        var result = new Dictionary<Figure, List<Figure>>(ReferenceEqualityComparer.Instance);
        foreach (var claim in claims.Claims)
        {
            if (claim is not { Type: ClaimType.Ordering, Operands: [{ Figure: { } limit }] }) continue;
            if (!result.TryGetValue(limit, out var actuals)) result[limit] = actuals = [];
            actuals.Add(claim.Result);
        }
        return result;
    }

    /// <summary>The limit right before, with the figure that was held against it.</summary>
    private (Mention Limit, Mention Actual)? Pair(Mention room, Dictionary<Figure, List<Figure>> actualOf)
    {
        foreach (var limit in _frame.Back(room).TakeWhile(m => m.Sentence == room.Sentence).Take(3))
        {
            if (!limit.Figure.Unit.Fits(room.Figure.Unit) || !actualOf.TryGetValue(limit.Figure, out var actuals)) continue;
            if (_frame.Mentions.Find(m => ReferenceEquals(m.Figure, actuals[0])) is { } actual) return (limit, actual);
        }
        return null;
    }
}
