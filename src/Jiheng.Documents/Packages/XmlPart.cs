using System.Text;
using System.Xml;
using Jiheng.Documents.Reading;

namespace Jiheng.Documents.Packages;

/// <summary>
/// Reads the XML of a part forward only, element by element. It refuses DTDs and too deep nesting, and goes by local
/// names, since the strict and the transitional form of the format differ in nothing but their namespaces.
/// </summary>
internal sealed class XmlPart : IDisposable
{
    private readonly XmlReader _xml;
    private readonly string _file;
    private readonly string _part;
    private readonly int _depth;

    /// <summary>Opens a part; the reader stands on its root element. The stream is closed with it.</summary>
    public XmlPart(Stream stream, string file, string part, int depth)
    {
        (_file, _part, _depth) = (file, part, depth);
        _xml = XmlReader.Create(stream, new XmlReaderSettings
        {
            DtdProcessing = DtdProcessing.Prohibit,
            XmlResolver = null,
            IgnoreComments = true,
            IgnoreProcessingInstructions = true,
            CloseInput = true,
        });
        while (Read() && _xml.NodeType != XmlNodeType.Element)
        {
        }
    }

    /// <summary>Local name of the current element.</summary>
    public string Name => _xml.LocalName;

    /// <summary>
    /// The names of the elements right inside the current one; the reader stands on each while it is looked at. What
    /// is not read of a child is skipped.
    /// </summary>
    public ChildElements Children() => new(this);

    /// <summary>All elements below the current one, at any depth, by their names; the reader stands on each.</summary>
    public IEnumerable<string> Descendants()
    {
        if (_xml.IsEmptyElement || _xml.NodeType != XmlNodeType.Element) yield break;
        var outside = _xml.Depth;
        while (Read() && _xml.Depth > outside)
            if (_xml.NodeType == XmlNodeType.Element) yield return _xml.LocalName;
    }

    /// <summary>Value of an attribute of the current element by its local name; <c>null</c> when it has none.</summary>
    public string? Attribute(string name)
    {
        if (!_xml.MoveToFirstAttribute()) return null;
        string? value = null;
        do
        {
            if (_xml.LocalName == name && _xml.Prefix != "xmlns") value = _xml.Value;
        }
        while (value is null && _xml.MoveToNextAttribute());
        _xml.MoveToElement();
        return value;
    }

    /// <summary>A whole number in an attribute; <c>null</c> when it is absent or no number.</summary>
    public int? Integer(string name) =>
        int.TryParse(Attribute(name), System.Globalization.NumberStyles.AllowLeadingSign, System.Globalization.CultureInfo.InvariantCulture, out var value) ? value : null;

    /// <summary>Whether a switch such as <c>w:vanish</c> is on: present and not set to false.</summary>
    public bool IsOn() => Attribute("val") is not ("0" or "false" or "off");

    /// <summary>All text inside the current element.</summary>
    public string Text()
    {
        if (_xml.IsEmptyElement) return "";
        var outside = _xml.Depth;
        string? first = null;
        StringBuilder? more = null;
        while (Read() && _xml.Depth > outside)
        {
            if (_xml.NodeType is not (XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.Whitespace or XmlNodeType.SignificantWhitespace)) continue;
            if (first is null) first = _xml.Value;
            else (more ??= new StringBuilder(first)).Append(_xml.Value);
        }
        return more?.ToString() ?? first ?? "";
    }

    /// <inheritdoc/>
    public void Dispose() => _xml.Dispose();

    private bool Read()
    {
        try
        {
            var any = _xml.Read();
            if (_xml.Depth > _depth) throw Faults.TooDeep(_file, _part);
            return any;
        }
        // The reader tells a forbidden DTD from broken XML by its message alone; its texts are not translated.
        catch (XmlException e) when (e.Message.Contains("DTD", StringComparison.Ordinal))
        {
            throw Faults.ForbiddenXml(_file, _part);
        }
        catch (Exception e) when (e is XmlException or InvalidDataException)
        {
            throw Faults.Damaged(_file, _part);
        }
    }

    /// <summary>The elements right inside one. Every element of a part is walked over, so a loop over it allocates nothing.</summary>
    internal readonly struct ChildElements(XmlPart part)
    {
        /// <summary>Begins the walk.</summary>
        public Enumerator GetEnumerator() => new(part);
    }

    /// <summary>One walk; over no part at all where the package has none.</summary>
    internal struct Enumerator(XmlPart? part)
    {
        private int _inside = -1;
        private bool _isEmpty;

        /// <summary>Name of the element that the reader stands on.</summary>
        public readonly string Current => part!._xml.LocalName;

        /// <summary>Goes on to the next element.</summary>
        public bool MoveNext()
        {
            if (part is null) return false;
            var xml = part._xml;
            if (_inside < 0)
            {
                if (xml.IsEmptyElement || xml.NodeType != XmlNodeType.Element) return false;
                _inside = xml.Depth + 1;
            }
            else
            {
                while (!_isEmpty && !(xml.NodeType == XmlNodeType.EndElement && xml.Depth == _inside)) part.Read();
            }
            do part.Read();
            while (xml.Depth >= _inside && xml.NodeType != XmlNodeType.Element);
            if (xml.Depth < _inside) return false;
            _isEmpty = xml.IsEmptyElement;
            return true;
        }
    }
}
