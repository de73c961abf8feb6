using Jiheng.Model.Metrics;
using Jiheng.Model.Outlines;
using Jiheng.Model.Schemes;
using Jiheng.Packs.Faults;
using Jiheng.Packs.Metrics;
using Jiheng.Packs.Outlines;
using Jiheng.Packs.Schemes;
using Jiheng.Packs.Testing;
using Jiheng.Packs.Yaml;

namespace Jiheng.Packs;

/// <summary>Reads packs in order: metrics, then schemes with their overlays and tests, then outlines.</summary>
internal static class PackLoader
{
    public static PackLoad Load(string folder)
    {
        var log = new FaultLog();
        if (!Directory.Exists(folder))
        {
            log.Add(PackFaultCode.NotFound, Place.OfFile(folder), "找不到规则包文件夹。");
            return new PackLoad(null, log.Faults);
        }
        List<PackFile> files = [];
        foreach (var path in Directory.EnumerateFiles(folder, "*.yaml", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            var size = new FileInfo(path).Length;
            if (size <= YamlReader.MostBytes) files.Add(new PackFile(path, File.ReadAllBytes(path)));
            else log.Add(PackFaultCode.TooLarge, Place.OfFile(path), $"文件有 {size:N0} 字节，规则包最大 {YamlReader.MostBytes:N0} 字节。");
        }
        return Load(files, log);
    }

    public static PackLoad Load(IEnumerable<PackFile> files) => Load([.. files], new FaultLog());

    private static PackLoad Load(List<PackFile> files, FaultLog log)
    {
        if (files.Count == 0 && log.Count == 0) log.Add(PackFaultCode.NotFound, Place.OfFile(""), "没有一个 .yaml 文件。");
        var metrics = new MetricsReader(log);
        List<YamlMap> schemes = [];
        List<YamlMap> outlines = [];
        foreach (var document in files.SelectMany(f => YamlReader.Read(f.Path, f.Content, log)))
        {
            switch (document.FirstKey)
            {
                case "metrics": metrics.Take(document); break;
                case "pack": schemes.Add(document); break;
                case "outline": outlines.Add(document); break;
                default: log.Add(PackFaultCode.UnknownKind, document.Place, $"不认识这种文档（第一个键是“{document.FirstKey}”）。"); break;
            }
        }
        var (catalog, catalogues) = metrics.Finish();

        var overlays = new Overlays(schemes, log);
        List<(Scheme, IReadOnlyList<PackTest>)> read = [];
        foreach (var resolved in schemes.Select(overlays.Resolve).OfType<YamlMap>())
        {
            var scheme = new SchemeReader(catalog, log).Read(resolved);
            read.Add((scheme, new TestReader(scheme, catalog, log).Read(resolved)));
        }
        var reader = new OutlineReader(catalog, log);
        List<(Outline, IReadOnlyList<OutlineTest>)> laidOut = [];
        foreach (var document in outlines)
        {
            var outline = reader.Read(document);
            laidOut.Add((outline, new OutlineTestReader(catalog, outline.FromYear, log).Read(document)));
        }

        CheckDataForms(outlines, log);
        CheckYears(schemes, "pack", log);
        CheckYears(outlines, "outline", log);
        return new PackLoad(log.Count == 0 ? new PackLibrary(catalog, catalogues, read, laidOut) : null, log.Faults);
    }

    private static void CheckDataForms(List<YamlMap> outlines, FaultLog log)
    {
        var ids = outlines.Select(o => o.Text("outline")).OfType<string>().ToList();
        foreach (var form in outlines.Select(o => o.Find("data-form")).OfType<YamlText>().Where(f => !ids.Contains(f.Text)))
            log.Add(PackFaultCode.OutlineBlock, form.Place, $"没有大纲“{form.Text}”。", Spelling.Nearest(form.Text, ids));
    }

    // Versions of one pack may follow each other, but only one may be in force in a year.
    private static void CheckYears(IEnumerable<YamlMap> documents, string key, FaultLog log)
    {
        var quiet = new FaultLog(); // The years themselves have been checked by the reader.
        foreach (var versions in documents.GroupBy(d => d.Text(key), StringComparer.Ordinal))
        {
            var sorted = versions.Select(d => (Document: d, Years: new Fields(d, quiet).Years())).OrderBy(v => v.Years.From).ToList();
            for (var i = 1; i < sorted.Count; i++)
            {
                if (sorted[i - 1].Years.To is { } to && to < sorted[i].Years.From) continue;
                log.Add(PackFaultCode.DuplicatePack, sorted[i].Document.Place, $"“{versions.Key}”从 {sorted[i].Years.From} 年起的这一份，与 {sorted[i - 1].Document.Place} 的年份重叠。");
            }
        }
    }
}
