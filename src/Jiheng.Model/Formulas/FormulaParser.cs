using Jiheng.Model.Measures;
using Jiheng.Model.Metrics;

namespace Jiheng.Model.Formulas;

/// <summary>Reads formulas and conditions by recursive descent, checking units on the way.</summary>
/// <remarks>After the first syntax fault reading stops; unknown names and unit faults are all collected.</remarks>
internal sealed class FormulaParser
{
    private static readonly string[] Functions = ["min", "max", "abs", "prev", "pct", "per", "change", "sum"];

    // Formulas come from files of users; without bounds a hostile one would exhaust the stack.
    private const int MostCharacters = 2000;
    private const int MostLevels = 50;

    private readonly string _source;
    private readonly MetricCatalog _catalog;
    private readonly FormulaLexer _lexer;
    private readonly List<FormulaFault> _faults = [];
    private Token _token;
    private int _level;

    public FormulaParser(string source, MetricCatalog catalog)
    {
        (_source, _catalog, _lexer) = (source, catalog, new FormulaLexer(source));
        _token = _lexer.Next();
    }

    public FormulaReading ReadFormula()
    {
        try
        {
            var root = Expression();
            ExpectEnd();
            return new(_faults.Count == 0 ? new Formula(_source, root, _catalog) : null, _faults);
        }
        catch (SyntaxException)
        {
            return new(null, _faults);
        }
    }

    public ConditionReading ReadCondition()
    {
        try
        {
            List<Comparison> comparisons = [Compare()];
            string? joint = null;
            while (_token is { Kind: TokenKind.Name, Text: "and" or "or" })
            {
                if (joint is not null && joint != _token.Text) throw Syntax("条件里 and 与 or 不能混用；请拆成两条。");
                joint = Take().Text;
                comparisons.Add(Compare());
            }
            ExpectEnd();
            return new(_faults.Count == 0 ? new Condition(_source, comparisons, joint == "or", _catalog) : null, _faults);
        }
        catch (SyntaxException)
        {
            return new(null, _faults);
        }
    }

    private Comparison Compare()
    {
        var left = Expression();
        if (_token is not { Kind: TokenKind.Symbol, Text: "=" or "!=" or "<" or "<=" or ">" or ">=" }) throw Syntax("此处应有比较符号 = != < <= > >=。");
        var at = _token.Position;
        var op = Take().Text;
        var right = Expression();
        if (!SameDimension(left, right)) Mismatch(at, "比较", left, right);
        return new Comparison(left, op, right);
    }

    private Node Expression()
    {
        var left = Term();
        while (_token is { Kind: TokenKind.Symbol, Text: "+" or "-" })
        {
            var at = _token.Position;
            var op = Take().Text[0];
            var right = Term();
            if (!SameDimension(left, right)) Mismatch(at, op == '+' ? "相加" : "相减", left, right);
            left = new BinaryNode(op, left, right, left.Dimension);
        }
        return left;
    }

    private Node Term()
    {
        var left = Factor();
        while (_token is { Kind: TokenKind.Symbol, Text: "*" or "/" })
        {
            var at = _token.Position;
            var op = Take().Text[0];
            left = Combine(op, at, left, Factor());
        }
        return left;
    }

    private BinaryNode Combine(char op, int at, Node left, Node right)
    {
        var dimension = op == '*' ? left.Dimension.Times(right.Dimension) : left.Dimension.Over(right.Dimension);
        if (dimension is null) Mismatch(at, op == '*' ? "相乘" : "相除", left, right);
        return new BinaryNode(op, left, right, dimension ?? Dimension.Ratio);
    }

    private Node Factor()
    {
        if (_source.Length > MostCharacters) throw Syntax($"公式太长：最多 {MostCharacters} 个字。");
        if (++_level > MostLevels) throw Syntax($"公式套得太深：最多 {MostLevels} 层。");
        var isNegative = _token is { Kind: TokenKind.Symbol, Text: "-" };
        if (isNegative) Take();
        Node factor = isNegative ? new NegateNode(Factor()) : Primary();
        _level--;
        return factor;
    }

    private Node Primary()
    {
        switch (_token.Kind)
        {
            case TokenKind.Number:
                return NumberWithUnit();
            case TokenKind.Name when Functions.Contains(_token.Text):
                return Call(Take());
            case TokenKind.Name:
                return MetricOrItem();
            case TokenKind.Symbol when _token.Text == "(":
                Take();
                var inner = Expression();
                Expect(")");
                return inner;
            default:
                throw Syntax(_token.Kind == TokenKind.End ? "公式没有写完。" : $"此处不应出现“{_token.Text}”。");
        }
    }

    private NumberNode NumberWithUnit()
    {
        var number = Take();
        if (_token.Kind != TokenKind.Name || _token.Text is "and" or "or" or "by") return new NumberNode(new Amount(number.Value, MeasureUnit.One));
        if (!MeasureUnit.TryParse(_token.Text, out var unit))
        {
            var near = Spelling.Nearest(_token.Text, MeasureUnit.KnownSymbols);
            _faults.Add(new(FormulaFaultKind.UnknownUnit, _token.Position, $"不认识的计量单位“{_token.Text}”。", near));
            unit = MeasureUnit.One;
        }
        Take();
        return new NumberNode(new Amount(number.Value, unit));
    }

    private MetricNode MetricOrItem()
    {
        var metric = TakeMetric();
        if (_token.Kind != TokenKind.Item) return new MetricNode(metric, "", "");
        var item = Take();
        var at = item.Text.IndexOf('=', StringComparison.Ordinal);
        if (at <= 0) throw Syntax("分项应写成 [轴=分项]，例如 [功能=公共卫生]。");
        return new MetricNode(metric, item.Text[..at].Trim(), item.Text[(at + 1)..].Trim());
    }

    private Metric TakeMetric()
    {
        if (_token.Kind != TokenKind.Name) throw Syntax("此处应为数据项代码。");
        var token = Take();
        if (_catalog.TryFind(token.Text, out var metric)) return metric;
        if (_token is { Kind: TokenKind.Symbol, Text: "(" })
        {
            _faults.Add(new(FormulaFaultKind.UnknownFunction, token.Position, $"没有函数“{token.Text}”。可用：{string.Join("、", Functions)}。", Spelling.Nearest(token.Text, Functions)));
            throw new SyntaxException();
        }
        _faults.Add(new(FormulaFaultKind.UnknownMetric, token.Position, $"没有数据项“{token.Text}”。", _catalog.Nearest(token.Text)));
        return new Metric { Code = token.Text, Name = token.Text, Unit = MeasureUnit.One };
    }

    private Node Call(Token function)
    {
        Expect("(");
        if (function.Text == "sum") return SumByAxis();
        List<Node> arguments = [Expression()];
        while (_token is { Kind: TokenKind.Symbol, Text: "," })
        {
            Take();
            arguments.Add(Expression());
        }
        Expect(")");
        var needed = function.Text switch { "pct" or "per" => 2, "min" or "max" => arguments.Count, _ => 1 };
        if (arguments.Count != needed) throw Syntax($"{function.Text} 应有 {needed} 个参数，这里有 {arguments.Count} 个。", function.Position);
        return function.Text switch
        {
            "prev" => new PriorNode(arguments[0]),
            "change" => Combine('/', function.Position, new BinaryNode('-', arguments[0], new PriorNode(arguments[0]), arguments[0].Dimension), new PriorNode(arguments[0])),
            "pct" => Rate(function, arguments),
            "per" => Combine('/', function.Position, arguments[0], arguments[1]),
            _ => SameKind(function, arguments),
        };
    }

    private BinaryNode Rate(Token function, List<Node> arguments)
    {
        var node = Combine('/', function.Position, arguments[0], arguments[1]);
        if (node.Dimension != Dimension.Ratio) Mismatch(function.Position, "求百分比", arguments[0], arguments[1]);
        return node;
    }

    private CallNode SameKind(Token function, List<Node> arguments)
    {
        foreach (var argument in arguments.Skip(1).Where(a => !SameDimension(arguments[0], a))) Mismatch(function.Position, "放在一起比大小", arguments[0], argument);
        return new CallNode(function.Text, arguments, arguments[0].Dimension);
    }

    private SumNode SumByAxis()
    {
        var metric = TakeMetric();
        if (_token is not { Kind: TokenKind.Name, Text: "by" }) throw Syntax("sum 应写成 sum(数据项 by 轴)。");
        Take();
        if (_token.Kind != TokenKind.Name) throw Syntax("by 后面应为轴的名称，例如 功能。");
        var axis = Take().Text;
        Expect(")");
        return new SumNode(metric, axis);
    }

    // A bare 0 may be compared with or added to anything.
    private static bool SameDimension(Node a, Node b) => a.Dimension == b.Dimension || IsZero(a) || IsZero(b);

    private static bool IsZero(Node node) => node is NumberNode { Amount: { Value: 0, Unit.Symbol: "1" } };

    // What is not known has no unit that could be wrong.
    private void Mismatch(int at, string act, Node left, Node right)
    {
        if (_faults.Any(f => f.Kind is FormulaFaultKind.UnknownMetric or FormulaFaultKind.UnknownUnit)) return;
        _faults.Add(new(FormulaFaultKind.UnitMismatch, at, $"单位不合：“{left.Dimension}”与“{right.Dimension}”不能{act}。"));
    }

    private Token Take()
    {
        var taken = _token;
        _token = _lexer.Next();
        return taken;
    }

    private void Expect(string symbol)
    {
        if (_token.Kind != TokenKind.Symbol || _token.Text != symbol) throw Syntax($"此处应为“{symbol}”。");
        Take();
    }

    private void ExpectEnd()
    {
        if (_token.Kind != TokenKind.End) throw Syntax($"此处不应出现“{_token.Text}”。");
    }

    private SyntaxException Syntax(string message, int? position = null)
    {
        _faults.Add(new(FormulaFaultKind.Syntax, position ?? _token.Position, message));
        return new SyntaxException();
    }

#pragma warning disable CA1032, CA1064 // Never leaves this class: it only unwinds the descent to the two entry points.
    private sealed class SyntaxException : Exception;
#pragma warning restore CA1032, CA1064
}
