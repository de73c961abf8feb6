using System.Globalization;

namespace Jiheng.Model.Formulas;

/// <summary>Cuts a formula into tokens.</summary>
internal sealed class FormulaLexer(string source)
{
    private int _at;

    public Token Next()
    {
        while (_at < source.Length && char.IsWhiteSpace(source[_at])) _at++;
        if (_at >= source.Length) return new Token(TokenKind.End, "", source.Length);
        var start = _at;
        var c = source[_at];
        if (char.IsAsciiDigit(c)) return Number(start);
        if (char.IsAsciiLetter(c) || c == '_')
        {
            while (_at < source.Length && (char.IsAsciiLetterOrDigit(source[_at]) || source[_at] is '_' or '.')) _at++;
            return new Token(TokenKind.Name, source[start.._at], start);
        }
        if (c == '[')
        {
            var close = source.IndexOf(']', _at);
            if (close < 0) return Stray(start);
            _at = close + 1;
            return new Token(TokenKind.Item, source[(start + 1)..close], start);
        }
        if (c is '<' or '>' or '!' && _at + 1 < source.Length && source[_at + 1] == '=')
        {
            _at += 2;
            return new Token(TokenKind.Symbol, source[start.._at], start);
        }
        if ("+-*/(),=<>≤≥≠".Contains(c, StringComparison.Ordinal))
        {
            _at++;
            return new Token(TokenKind.Symbol, c switch { '≤' => "<=", '≥' => ">=", '≠' => "!=", _ => c.ToString() }, start);
        }
        if (char.IsLetter(c) || c is '%' or '‰' or '㎡')
        {
            while (_at < source.Length && (char.IsLetterOrDigit(source[_at]) || source[_at] is '%' or '‰' or '㎡')) _at++;
            return new Token(TokenKind.Name, source[start.._at], start);
        }
        return Stray(start);
    }

    private Token Number(int start)
    {
        while (_at < source.Length && (char.IsAsciiDigit(source[_at]) || source[_at] == '.')) _at++;
        var text = source[start.._at];
        return decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value)
            ? new Token(TokenKind.Number, text, start, value)
            : new Token(TokenKind.Stray, text, start);
    }

    private Token Stray(int start)
    {
        _at = source.Length;
        return new Token(TokenKind.Stray, source[start].ToString(), start);
    }
}

internal readonly record struct Token(TokenKind Kind, string Text, int Position, decimal Value = 0);

internal enum TokenKind
{
    End,
    Number,
    Name,
    Item,
    Symbol,
    Stray,
}
