using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Jiheng.Audit;
using Jiheng.Bench.Audit;
using Jiheng.Model.Documents;

// predict IN.jsonl OUT.jsonl      audits each {"id","text"} (or {"id","file"}, relative to the third argument) and writes its line
// speed IN.jsonl [MB]             megabytes of UTF-8 text per second on one core, over the texts repeated to MB (default 20)
// fuzz IN.jsonl COUNT [SEED]      audits COUNT texts mutated from those of IN; any exception ends it with the text that caused it
// peer IN.jsonl [SECONDS]        kilobytes a second beside @microsoft/recognizers-text-suite (needs node and npm)
// docx [FOLDER] [ROUNDS]         milliseconds to audit the samples' reports (and FOLDER's docx and txt) beside parsing their XML
// batch [COUNT]                  reviews COUNT docx (default 10,000): files a second and working set
// linear [CASE]                  time per kilobyte for growing texts, paragraphs and tables
// show FILE                       the findings of one text file
// claims FILE                     its claims
switch (args)
{
    case ["predict", var input, var output, .. var rest]:
        File.WriteAllLines(output, Texts(input, rest.FirstOrDefault()).Select(t => CorpusLine.Audit(t.Id, t.Text)));
        return 0;
    case ["speed", var input, .. var rest]:
        Speed(Texts(input, null).Select(t => t.Text), rest.Length > 0 ? int.Parse(rest[0], CultureInfo.InvariantCulture) : 20);
        return 0;
    case ["fuzz", var input, var count, .. var rest]:
        return Fuzz([.. Texts(input, null).Select(t => t.Text)], int.Parse(count, CultureInfo.InvariantCulture), rest.Length > 0 ? int.Parse(rest[0], CultureInfo.InvariantCulture) : 1);
    case ["peer", var input, .. var rest]:
        PeerBench.Run(input, [.. Texts(input, null).Select(t => t.Text)], rest.Length > 0 ? double.Parse(rest[0], CultureInfo.InvariantCulture) : 20);
        return 0;
    case ["docx", .. var rest]:
        DocxAuditBench.Run(rest.FirstOrDefault(), rest.Length > 1 ? int.Parse(rest[1], CultureInfo.InvariantCulture) : 400);
        return 0;
    case ["batch", .. var rest]:
        BatchBench.Run(rest.Length > 0 ? int.Parse(rest[0], CultureInfo.InvariantCulture) : 10_000);
        return 0;
    case ["linear", .. var rest]:
        LinearBench.Run(rest.FirstOrDefault());
        return 0;
    case ["show", var file]:
        foreach (var f in Auditor.Audit(Document.FromPlainText(File.ReadAllText(file))).Findings)
            Console.WriteLine($"{f.Code} {f.Severity} [{f.At.Block}:{f.At.Start}] {f.Message} {f.Suggestion}");
        return 0;
    case ["claims", var file]:
        foreach (var c in Auditor.Audit(Document.FromPlainText(File.ReadAllText(file))).Claims)
            Console.WriteLine($"{c.Type} {c.Result.Text} <- {string.Join(" | ", c.Operands.Select(o => o.Text))}  {c.How} {c.Grade}  {c.Formula}");
        return 0;
    default:
        Console.Error.WriteLine("usage: predict IN.jsonl OUT.jsonl [DIR] | speed IN.jsonl [MB] | fuzz IN.jsonl COUNT [SEED] | peer IN.jsonl [SECONDS] | docx [FOLDER] [ROUNDS] | batch [COUNT] | linear [CASE] | show FILE | claims FILE");
        return 2;
}

static IEnumerable<(string Id, string Text)> Texts(string input, string? directory)
{
    var raw = File.ReadAllText(input);
    var records = raw.TrimStart().StartsWith('[')
        ? JsonDocument.Parse(raw).RootElement.EnumerateArray().ToList()
        : raw.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => JsonDocument.Parse(l).RootElement).ToList();
    foreach (var record in records)
    {
        var text = record.TryGetProperty("text", out var t) ? t.GetString()! : File.ReadAllText(Path.Combine(directory ?? ".", record.GetProperty("file").GetString()!));
        yield return (record.GetProperty("id").GetString()!, text);
    }
}

static void Speed(IEnumerable<string> texts, int megabytes)
{
    var unit = string.Join('\n', texts);
    var builder = new StringBuilder();
    var size = 0L;
    var bytes = Encoding.UTF8.GetByteCount(unit);
    do
    {
        builder.Append(unit).Append('\n');
        size += bytes + 1;
    }
    while (size < megabytes * 1_000_000L);
    var document = Document.FromPlainText(builder.ToString());
    for (var round = 0; round < 4; round++)
    {
        // Processor time, not wall time: other work on the machine must not count.
        var start = Process.GetCurrentProcess().TotalProcessorTime;
        var report = Auditor.Audit(document);
        var spent = (Process.GetCurrentProcess().TotalProcessorTime - start).TotalSeconds;
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{size / 1e6 / spent:F1} MB/s ({size / 1e6:F1} MB, {report.Figures.Count} figures, {report.Claims.Count} claims, {report.Findings.Count} findings, {GC.GetTotalMemory(false) / 1e6:F0} MB live)"));
    }
}

static int Fuzz(string[] seeds, int count, int seed)
{
    const string marks = "0123456789.,%（）()：；、，。万亿元人个其中占合计比上年增长下降";
    var random = new Random(seed);
    for (var round = 0; round < count; round++)
    {
        var text = new StringBuilder(seeds[random.Next(seeds.Length)]);
        for (var edits = random.Next(1, 16); edits > 0; edits--)
        {
            var at = random.Next(text.Length + 1);
            switch (random.Next(4))
            {
                case 0 when at < text.Length: text.Remove(at, 1); break;
                case 1 when at < text.Length: text[at] = marks[random.Next(marks.Length)]; break;
                case 2: text.Insert(at, marks[random.Next(marks.Length)]); break;
                default:
                    var other = seeds[random.Next(seeds.Length)];
                    var from = random.Next(other.Length);
                    text.Insert(at, other.AsSpan(from, Math.Min(random.Next(1, 40), other.Length - from)));
                    break;
            }
        }
        try
        {
            // Formulas are written when asked for, so they are asked for.
            foreach (var claim in Auditor.Audit(Document.FromPlainText(text.ToString())).Claims) _ = claim.Formula;
            if (round % 16 == 0) CorpusLine.Audit("fuzz", text.ToString());
        }
        catch (Exception e)
        {
            Console.Error.WriteLine($"round {round}: {e}\n{text}");
            return 1;
        }
    }
    Console.WriteLine($"{count} texts, no fault");
    return 0;
}
