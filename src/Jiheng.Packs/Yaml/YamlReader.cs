using System.Text;
using Jiheng.Packs.Faults;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Jiheng.Packs.Yaml;

/// <summary>Reads the bytes of a pack file into its documents, every value with line and column.</summary>
internal sealed class YamlReader
{
    /// <summary>Largest pack file in bytes; the whole shipped metric dictionary is a tenth of it.</summary>
    public const int MostBytes = 1 << 20;

    // Deeper than any pack needs; keeps a hostile file from exhausting the stack.
    private const int MostLevels = 32;

    private const string NoAnchors = "不用锚点（&）和别名（*）。";

    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private readonly string _file;
    private readonly FaultLog _log;
    private readonly Parser _events;

    private YamlReader(string file, string text, FaultLog log) => (_file, _log, _events) = (file, log, new Parser(new StringReader(text)));

    /// <summary>The documents of a file; nothing when it cannot be read, which the log then says.</summary>
    public static IReadOnlyList<YamlMap> Read(string file, byte[] content, FaultLog log)
    {
        if (content.Length > MostBytes)
        {
            log.Add(PackFaultCode.TooLarge, Place.OfFile(file), $"文件有 {content.Length:N0} 字节，规则包最大 {MostBytes:N0} 字节。");
            return [];
        }
        if (Decode(file, content, log) is not { } text) return [];
        var before = log.Count;
        var documents = new YamlReader(file, text, log).Documents();
        if (documents.Count == 0 && log.Count == before) log.Add(PackFaultCode.Empty, Place.OfFile(file), "文件里没有内容。");
        return documents;
    }

    /// <summary>The documents of a text that was decoded already.</summary>
    public static IReadOnlyList<YamlMap> Read(string file, string text, FaultLog log) => new YamlReader(file, text, log).Documents();

    private static string? Decode(string file, byte[] content, FaultLog log)
    {
        try
        {
            var text = Strict.GetString(content);
            return text.StartsWith('\uFEFF') ? text[1..] : text;
        }
        catch (DecoderFallbackException e)
        {
            var line = content.AsSpan(0, Math.Clamp(e.Index, 0, content.Length)).Count((byte)'\n') + 1;
            log.Add(PackFaultCode.Encoding, new Place(file, line, 0), "文件不是 UTF-8 编码（多半是 GBK）。");
            return null;
        }
    }

    private List<YamlMap> Documents()
    {
        List<YamlMap> documents = [];
        try
        {
            while (_events.MoveNext())
            {
                if (_events.Current is not DocumentStart) continue;
                _events.MoveNext();
                switch (Value(1))
                {
                    case YamlMap map: documents.Add(map); break;
                    case YamlText { IsNothing: true }: break;
                    case { } other: _log.Add(PackFaultCode.UnknownKind, other.Place, "文档应为“键: 值”的形式。"); break;
                    default: break;
                }
            }
        }
        catch (YamlException e)
        {
            _log.Add(PackFaultCode.Syntax, At(e.Start), "这里的 YAML 写法有误。");
        }
        catch (TooDeepException)
        {
            // Not worth reading on: the parser's time grows with the square of the depth.
        }
        catch (InvalidOperationException)
        {
            // The scanner's own answer to a bracket that never closes; it knows no place, but what it read last does.
            _log.Add(PackFaultCode.Syntax, At(_events.Current?.End ?? Mark.Empty), "这里往后的 YAML 写法有误。");
        }
        return documents;
    }

    // The current event begins the value; afterwards the current event is its last one.
    private YamlValue? Value(int level)
    {
        if (_events.Current is AnchorAlias alias) _log.Add(PackFaultCode.Anchor, At(alias.Start), NoAnchors);
        if (_events.Current is not NodeEvent node) return null;
        var place = At(node.Start);
        if (!node.Anchor.IsEmpty) _log.Add(PackFaultCode.Anchor, place, NoAnchors);
        if (level > MostLevels)
        {
            _log.Add(PackFaultCode.Anchor, place, $"嵌套超过 {MostLevels} 层。");
            throw new TooDeepException();
        }
        switch (node)
        {
            case Scalar s:
                return new YamlText(s.Value, s.Style == ScalarStyle.Plain, s.Start.Line == s.End.Line, place);
            case SequenceStart:
                List<YamlValue> items = [];
                while (_events.MoveNext() && _events.Current is not SequenceEnd)
                {
                    if (Value(level + 1) is { } item) items.Add(item);
                }
                return new YamlList(items, place);
            case MappingStart:
                return Map(level, place);
            default:
                return null;
        }
    }

    private YamlMap Map(int level, Place place)
    {
        List<YamlEntry> entries = [];
        HashSet<string> keys = new(StringComparer.Ordinal);
        while (_events.MoveNext() && _events.Current is not MappingEnd)
        {
            var key = Value(level + 1);
            _events.MoveNext();
            var value = Value(level + 1);
            if (key is not YamlText name)
            {
                if (key is not null) _log.Add(PackFaultCode.WrongType, key.Place, "键应为文字。");
                continue;
            }
            if (!keys.Add(name.Text)) _log.Add(PackFaultCode.DuplicateKey, name.Place, $"“{name.Text}”写了两次。");
            else if (value is not null) entries.Add(new(name, value));
        }
        return new YamlMap(entries, place);
    }

    private Place At(Mark mark) => new(_file, (int)mark.Line, (int)mark.Column);

    private sealed class TooDeepException : Exception;
}
