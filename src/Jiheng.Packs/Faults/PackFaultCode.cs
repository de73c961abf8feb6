namespace Jiheng.Packs.Faults;

/// <summary>The codes of all faults that reading packs can find. A code is never used again for something else.</summary>
public static class PackFaultCode
{
    /// <summary>No file or folder where packs were expected.</summary>
    public const string NotFound = "JH1001";

    /// <summary>The file is not UTF-8.</summary>
    public const string Encoding = "JH1002";

    /// <summary>The file is larger than a pack may be.</summary>
    public const string TooLarge = "JH1003";

    /// <summary>The file holds nothing.</summary>
    public const string Empty = "JH1004";

    /// <summary>The text is not YAML.</summary>
    public const string Syntax = "JH1005";

    /// <summary>An anchor or alias, or nesting deeper than any pack needs.</summary>
    public const string Anchor = "JH1006";

    /// <summary>A key stands twice in one map.</summary>
    public const string DuplicateKey = "JH1007";

    /// <summary>The document is neither scheme, outline nor metrics.</summary>
    public const string UnknownKind = "JH1008";

    /// <summary>A key that means nothing here.</summary>
    public const string UnknownKey = "JH1010";

    /// <summary>A key that must be there is not.</summary>
    public const string MissingKey = "JH1011";

    /// <summary>A value of the wrong type: text where a number belongs, a list where a text belongs.</summary>
    public const string WrongType = "JH1012";

    /// <summary>A word that is not one of those allowed here.</summary>
    public const string UnknownWord = "JH1013";

    /// <summary>A unit that is not known.</summary>
    public const string UnknownUnit = "JH1014";

    /// <summary>A number outside of what makes sense here.</summary>
    public const string OutOfRange = "JH1015";

    /// <summary>A formula that cannot be parsed.</summary>
    public const string FormulaSyntax = "JH1020";

    /// <summary>A metric that does not exist.</summary>
    public const string UnknownMetric = "JH1021";

    /// <summary>A function that does not exist.</summary>
    public const string UnknownFunction = "JH1022";

    /// <summary>Units that do not fit together.</summary>
    public const string UnitMismatch = "JH1023";

    /// <summary>A derived metric that depends on itself.</summary>
    public const string Cycle = "JH1024";

    /// <summary>A metric or one of its labels is defined twice.</summary>
    public const string DuplicateMetric = "JH1025";

    /// <summary>An indicator code stands twice.</summary>
    public const string DuplicateCode = "JH1030";

    /// <summary>An indicator whose parent does not exist.</summary>
    public const string UnknownParent = "JH1031";

    /// <summary>A parent's weight is not the sum of its children's.</summary>
    public const string WeightSum = "JH1032";

    /// <summary>The whole scheme does not add up to 100.</summary>
    public const string Total = "JH1033";

    /// <summary>A scheme that calls itself complete has unknown weights.</summary>
    public const string Incomplete = "JH1034";

    /// <summary>Bands overlap.</summary>
    public const string BandOverlap = "JH1035";

    /// <summary>Bands leave a gap.</summary>
    public const string BandGap = "JH1036";

    /// <summary>A slot for user-defined indicators that makes no sense.</summary>
    public const string Slot = "JH1037";

    /// <summary>An indicator whose value, direction and rule do not fit together.</summary>
    public const string RuleMismatch = "JH1038";

    /// <summary>Grades or funds that make no sense.</summary>
    public const string Block = "JH1039";

    /// <summary>The parent of an overlay does not exist.</summary>
    public const string UnknownBase = "JH1040";

    /// <summary>Overlays deeper than four levels, or in a circle.</summary>
    public const string TooDeep = "JH1041";

    /// <summary>A patch to something that is not there.</summary>
    public const string Patch = "JH1042";

    /// <summary>A test that names something that is not there.</summary>
    public const string Test = "JH1050";

    /// <summary>Two packs of the same name for the same year.</summary>
    public const string DuplicatePack = "JH1060";

    /// <summary>An outline block that makes no sense.</summary>
    public const string OutlineBlock = "JH1070";

    /// <summary>What to do about a fault with this code, in Chinese; empty for an unknown code.</summary>
    public static string AdviceOn(string code) => code switch
    {
        NotFound => "请检查路径，规则包放在 packs 文件夹里。",
        Encoding => "请用记事本或 WPS 打开，另存为 UTF-8 编码。",
        TooLarge => "规则包是小的文本文件，请检查是否放错了文件。",
        Empty => "请写入内容，或删去这个文件。",
        Syntax => "请检查缩进、冒号后的空格、括号和引号是否成对。",
        Anchor => "请把内容直接写出来。",
        DuplicateKey => "请删去其中一个。",
        UnknownKind => "每个文档的第一行应为 pack:、outline: 或 metrics:。",
        UnknownKey => "请改正或删去。",
        MissingKey => "请补上。",
        WrongType or UnknownWord or UnknownUnit or OutOfRange => "请改正。",
        FormulaSyntax or UnknownMetric or UnknownFunction => "请改正公式。",
        UnitMismatch => "请检查公式里的数据项和单位。",
        Cycle => "请断开其中一个公式。",
        DuplicateMetric => "请改名或删去其中一个。",
        DuplicateCode => "请给其中一个换代码。",
        UnknownParent => "请补上上级指标，或改正代码。",
        WeightSum or Total => "请改正分值。",
        Incomplete => "请补上官方分值，或把 status 改为 incomplete。",
        BandOverlap or BandGap => "请让各档首尾相接，每个端点只归一档。",
        Slot or RuleMismatch or Block or OutlineBlock => "请改正。",
        UnknownBase or TooDeep => "请改正 extends。",
        Patch => "请改正代码，或删去这条修改。",
        Test => "请改正测试。",
        DuplicatePack => "请改正年份或换一个名称。",
        _ => "",
    };
}
