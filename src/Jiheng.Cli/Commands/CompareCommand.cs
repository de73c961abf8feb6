using System.CommandLine;
using System.Globalization;
using System.Text;
using Jiheng.Casework.Review;
using Jiheng.Cli.Terminal;

namespace Jiheng.Cli.Commands;

/// <summary><c>jiheng review compare OLD NEW</c>: what a report handed in again mended, left and changed unasked.</summary>
internal static class CompareCommand
{
    public static Command Create()
    {
        var earlier = new Argument<string>("OLD") { Description = "上次报送的报告" };
        var later = new Argument<string>("NEW") { Description = "重新报送的报告" };
        var format = CommonOptions.Format();
        var command = new Command("compare", "比较重新报送的报告：改了哪些、没改哪些、没要求却改了哪些。例：jiheng review compare 初稿.docx 改稿.docx") { earlier, later, format };
        command.SetAction(parsed => Compare(parsed.GetValue(earlier)!, parsed.GetValue(later)!).Print(parsed.GetValue(format)));
        return command;
    }

    private static Outcome Compare(string earlier, string later)
    {
        var (old, now) = (ReadingFile.Audit(earlier), ReadingFile.Audit(later));
        if (!old.IsChecked || !now.IsChecked) return Opening.Faults("没有比较", [.. old.Faults.Concat(now.Faults).Select(f => f.ToString())]);
        var comparison = Resubmission.Compare(old, now);
        var text = new StringBuilder();
        Append(text, "没有改正", comparison.NotMended);
        Append(text, "新出现", comparison.New);
        Append(text, "已改正", comparison.Mended);
        foreach (var change in comparison.Unasked)
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"[未要求而{change.Kind}] {change.Place}");
            Passages(text, change.Earlier, change.Later);
        }
        return new Outcome(
            comparison.IsSettled ? Outcome.Clean : Outcome.Findings,
            comparison.Words,
            text.ToString(),
            comparison);
    }

    private static void Append(StringBuilder text, string what, IReadOnlyList<ComparedFinding> findings)
    {
        foreach (var (f, earlier, later) in findings)
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"[{what}] {f.Code} {f.Place}：{f.Message}");
            Passages(text, earlier, later);
        }
    }

    private static void Passages(StringBuilder text, string earlier, string later)
    {
        if (earlier.Length > 0) text.AppendLine(CultureInfo.InvariantCulture, $"  原：{earlier}");
        if (later.Length > 0 && later != earlier) text.AppendLine(CultureInfo.InvariantCulture, $"  今：{later}");
    }
}
