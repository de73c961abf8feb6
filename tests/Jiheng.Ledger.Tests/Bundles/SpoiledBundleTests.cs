using System.Text;

namespace Jiheng.Ledger.Tests.Bundles;

/// <summary>Whatever is in the files, reading ends with a dossier or with faults, never with an exception.</summary>
public sealed class SpoiledBundleTests
{
    [Theory]
    [InlineData("dossier.yaml")]
    [InlineData("units.csv")]
    [InlineData("metrics.csv")]
    [InlineData("facts.csv")]
    [InlineData("texts/duties.md")]
    public void A_file_spoiled_at_random_gives_faults_or_a_dossier(string name)
    {
        const string Pieces = "\"'{}[]|:,;#&*!%@=-+.\n\r\t \\~<>?0９人元一；·Aa\u00A0\uFEFF\u2028";
        var random = new Random(20241231);
        using var bundle = new TestBundle();
        var sound = File.ReadAllText(bundle.At(name));
        for (var round = 0; round < 300; round++)
        {
            var text = new StringBuilder(sound);
            for (var cuts = random.Next(1, 5); cuts > 0; cuts--)
            {
                var at = random.Next(text.Length);
                if (random.Next(2) == 0) text.Remove(at, Math.Min(random.Next(1, 12), text.Length - at));
                if (random.Next(3) > 0) text.Insert(Math.Min(at, text.Length), Pieces[random.Next(Pieces.Length)]);
            }
            var (dossier, faults) = bundle.Put(name, text.ToString()).Read();
            (dossier is null).ShouldBe(faults.Count > 0, text.ToString());
        }
    }
}
