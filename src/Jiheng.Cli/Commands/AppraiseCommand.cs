using System.CommandLine;
using System.Globalization;
using System.Text;
using Jiheng.Casework.Dossiers;
using Jiheng.Cli.Terminal;
using Jiheng.Model.Appraisals;

namespace Jiheng.Cli.Commands;

/// <summary><c>jiheng appraise DIR</c>: scores a data folder and says where every point comes from.</summary>
internal static class AppraiseCommand
{
    public static Command Create()
    {
        var folder = CommonOptions.Folder();
        var packs = CommonOptions.Packs();
        var format = CommonOptions.Format();
        var why = new Option<string?>("--why") { Description = "说明一项指标的得分怎样得来，写指标代码" };
        var command = new Command("appraise", "按方案给一年的数据打分。例：jiheng appraise samples/anyi-2023 --why X.1") { folder, packs, format, why };
        command.SetAction(parsed => Appraise(parsed.GetValue(folder)!, parsed.GetValue(packs)!, parsed.GetValue(why)).Print(parsed.GetValue(format)));
        return command;
    }

    private static Outcome Appraise(string folder, string packs, string? why)
    {
        if (Opening.Folder(folder, packs, out var faults) is not { } file) return faults!;
        if (why is null) return Whole(file);
        return file.Appraisal.Find(why) is { } score
            ? One(file, score)
            : Opening.Faults($"JH6102 方案“{file.Scheme.Name}”里没有指标“{why}”", [$"可用代码：{string.Join("、", file.Appraisal.Scores.Select(s => s.Code))}"]);
    }

    private static Outcome Whole(CaseFile file)
    {
        var appraisal = file.Appraisal;
        var open = appraisal.Open.ToList();
        var unexplained = appraisal.Leaves.Where(l => l.MustExplain.Count > 0 && !file.Dossier.Deviations.ContainsKey(l.Code)).ToList();
        var kind = appraisal.IsOfficial ? "正式得分" : "试算分";
        var score = appraisal.Total is { } total ? $"{kind} {total:0.00}，等级 {appraisal.Grade}" : $"已评 {appraisal.PointsSoFar:0.00} 分，还有 {open.Count} 项没有得分";
        var table = new TextTable("指标", ">分值", ">年度指标值", ">实际完成值", ">得分", "说明");
        foreach (var row in appraisal.Scores)
        {
            table.Add(new string(' ', (row.Level - 1) * 2) + row.Code + " " + row.Name, N(row.Weight) + (row.IsPlaceholder ? "（占位）" : ""), row.TargetText, row.ActualText,
                row.Points?.ToString("0.00", CultureInfo.InvariantCulture) ?? "—", row.Status == ScoreStatus.Heading ? "" : row.Sentence);
        }
        var text = new StringBuilder(table.ToString());
        if (file.TrialNotice is { } notice) text.AppendLine().AppendLine(notice);
        foreach (var leaf in unexplained) text.AppendLine($"须写偏差原因：{leaf.Code} {leaf.Name}（{string.Join("；", leaf.MustExplain)}）");
        return new Outcome(open.Count + unexplained.Count == 0 ? Outcome.Clean : Outcome.Findings, $"{file.Dossier.Department} {file.Dossier.Year} 年度：{score}。", text.ToString(), Data(file));
    }

    private static Outcome One(CaseFile file, IndicatorScore score)
    {
        var text = new StringBuilder();
        text.AppendLine($"分值 {N(score.Weight)}，年度指标值 {(score.TargetText.Length > 0 ? score.TargetText : "—")}");
        if (file.Explain(score) is { } trace)
        {
            text.AppendLine($"算法：{trace.Words}").AppendLine($"代入：{trace.Numbers} = {(trace.Result.IsComputed ? score.ActualText : trace.Result.Reason)}");
            foreach (var input in trace.Inputs)
                text.AppendLine($"  {input.Name} {input.Text}{(input.Figure.Fact is { } fact ? $"（{fact.Key.Basis}；来源：{fact.Source}；佐证：{(fact.Evidence.Length > 0 ? fact.Evidence : "无")}）" : "")}");
        }
        text.AppendLine($"计分：{score.Sentence}");
        text.AppendLine($"依据：{(score.Provenance.Source.Length > 0 ? score.Provenance.Source : "未注明")}");
        var points = score.Points?.ToString("0.00", CultureInfo.InvariantCulture) ?? "没有得分";
        return new Outcome(score.Points is null ? Outcome.Findings : Outcome.Clean, $"{score.Code} {score.Name}：{points}。", text.ToString(), score.Sentence);
    }

    private static object Data(CaseFile file) => new
    {
        file.Dossier.Id,
        file.Dossier.Department,
        file.Dossier.Year,
        scheme = file.Scheme.Id,
        file.Scheme.Hash,
        official = file.Appraisal.IsOfficial,
        file.Appraisal.Total,
        file.Appraisal.Grade,
        file.Appraisal.PointsSoFar,
        file.Appraisal.TrialReasons,
        scores = file.Appraisal.Scores.Select(s => new { s.Code, s.Name, s.Weight, s.IsPlaceholder, target = s.TargetText, actual = s.ActualText, s.Points, status = s.Status.ToString(), s.Sentence, s.MustExplain }),
    };

    private static string N(decimal? value) => value?.ToString("0.##", CultureInfo.InvariantCulture) ?? "";
}
