using System.Globalization;
using System.Text;
using Jiheng.Packs.Faults;

namespace Jiheng.Packs.Tests.Schemes;

public class RandomPacksTests
{
    private const string Head = """
        pack: demo/random
        name: 随机方案
        years: {from: 2024}
        subject: department
        status: complete
        basis: {doc: 试财绩〔2024〕1号, confidence: verified}
        grades: {优: 90, 差: 0}
        indicators:

        """;

    [Fact]
    public void Random_weights_are_accepted_exactly_when_they_add_up()
    {
        var random = new Random(20241123);
        for (var round = 0; round < 100; round++)
        {
            var parts = Split(random, 100m, random.Next(2, 6));
            var children = parts.Select(p => Split(random, p, random.Next(1, 5))).ToList();
            Codes(Pack(parts, children)).ShouldBeEmpty();

            var wrong = random.Next(children.Count);
            children[wrong][0] += 0.01m;
            Codes(Pack(parts, children)).ShouldBe([PackFaultCode.WeightSum]);

            parts[wrong] += 0.01m;
            Codes(Pack(parts, children)).ShouldBe([PackFaultCode.Total]);
        }
    }

    [Fact]
    public void Whatever_is_done_to_a_pack_reading_it_gives_faults_and_never_falls_over()
    {
        var random = new Random(20241124);
        string[] texts = [.. Directory.EnumerateFiles(Path.Combine(PackLibrary.ShippedFolder, "schemes"), "*.yaml", SearchOption.AllDirectories).Order(StringComparer.Ordinal).Select(File.ReadAllText)];
        const string Noise = "{}[]:,&*\"'-#|>%@\n\t 甲0";
        for (var round = 0; round < 90; round++)
        {
            var text = new StringBuilder(texts[round % texts.Length]);
            for (var change = random.Next(1, 4); change > 0; change--)
            {
                var at = random.Next(text.Length);
                if (random.Next(2) == 0) text.Insert(at, Noise[random.Next(Noise.Length)]);
                else text.Remove(at, Math.Min(random.Next(1, 40), text.Length - at));
            }
            var load = Written.Load(text.ToString());
            (load.Library is null).ShouldBe(load.Faults.Count > 0);
            load.Faults.ShouldAllBe(f => f.Message.Length > 0 && f.Place.File == "pack.yaml");
        }
    }

    private static string Pack(List<decimal> parts, List<List<decimal>> children)
    {
        var yaml = new StringBuilder(Head);
        for (var i = 0; i < parts.Count; i++)
        {
            yaml.Append(CultureInfo.InvariantCulture, $"  - {{code: C{i}, name: 第{i}部分, weight: {parts[i]}}}\n");
            for (var j = 0; j < children[i].Count; j++)
                yaml.Append(CultureInfo.InvariantCulture, $"  - {{code: C{i}.{j}, name: 第{j}项, weight: {children[i][j]}, score: {{rule: all-or-nothing, requirement: 有制度}}}}\n");
        }
        return yaml.ToString();
    }

    // No metrics are needed where people judge every indicator.
    private static IEnumerable<string> Codes(string yaml) => PackLibrary.Load([new PackFile("pack.yaml", Encoding.UTF8.GetBytes(yaml))]).Faults.Select(f => f.Code);

    private static List<decimal> Split(Random random, decimal whole, int count)
    {
        List<decimal> parts = [];
        for (; count > 1; count--)
        {
            var part = decimal.Round(whole * random.Next(1, 90) / 100 / count, 2);
            parts.Add(part);
            whole -= part;
        }
        parts.Add(whole);
        return parts;
    }
}
