namespace BiweeklyBudget.Core.Money;

/// <summary>Calculates a typed sum: numbers with +, −, × and ÷, products before sums.</summary>
internal sealed class AmountSum
{
    private readonly List<AmountToken> _tokens;
    private readonly AmountNotation _notation;
    private readonly AmountTokens _characters;
    private readonly int _most;
    private int _next;

    public AmountSum(List<AmountToken> tokens, AmountNotation notation, AmountTokens characters, int most)
    {
        _tokens = tokens;
        _notation = notation;
        _characters = characters;
        _most = most;
        Value = Calculate(SignOf(tokens));
    }

    /// <summary>The sum, unless there is a refusal.</summary>
    public AmountFraction Value { get; }

    /// <summary>Why there is no sum; the first reason.</summary>
    public AmountRefusal? Refusal { get; private set; }

    /// <summary>Whether something was divided.</summary>
    public bool HasDivision { get; private set; }

    private char? Next => _next < _tokens.Count ? _tokens[_next].Kind : null;

    // The first number's own sign, which may also stand between the symbol and the number: -$5 and $-5.
    private static bool SignOf(List<AmountToken> tokens)
    {
        var at = tokens is [{ Kind: AmountToken.Symbol }, { IsSign: true }, ..] ? 1 : 0;
        if (tokens.Count <= at || !tokens[at].IsSign)
            return false;

        var isNegative = tokens[at].Kind == '-';
        tokens.RemoveAt(at);
        return isNegative;
    }

    private AmountFraction Calculate(bool isNegative)
    {
        var sum = Product(isNegative);
        while (Refusal is null && Next is '+' or '-')
            sum += Product(_tokens[_next++].Kind == '-');

        if (_next < _tokens.Count)
            Refusal ??= AmountRefusal.NotAnAmount;

        return sum;
    }

    private AmountFraction Product(bool isNegative)
    {
        var first = Number();
        var product = isNegative ? -first.Value : first.Value;
        if (Next is not ('*' or '/') && first.Decimals > _most)
            Refusal ??= AmountRefusal.TooManyDecimals;

        while (Refusal is null && Next is '*' or '/')
        {
            var isDivision = _tokens[_next++].Kind == '/';
            var factor = Number().Value;
            HasDivision |= isDivision;
            if (isDivision && factor.Inverse() is null)
                Refusal ??= AmountRefusal.NotAnAmount;

            product *= isDivision ? factor.Inverse() ?? factor : factor;
        }

        return product;
    }

    private AmountNumber Number()
    {
        var before = TakeSymbol();
        if (Next != AmountToken.Number)
        {
            Refusal ??= AmountRefusal.NotAnAmount;
            return new AmountNumber(new AmountFraction(0, 1), 0);
        }

        var text = _tokens[_next++].Text;
        if (TakeSymbol() && before)
            Refusal ??= AmountRefusal.NotAnAmount;

        if (AmountNumber.Read(text, _notation, _characters, _most) is { } number)
            return number;

        Refusal ??= text.Any(character => _characters.Digit(character) >= 0) ? AmountRefusal.Unclear : AmountRefusal.NotAnAmount;
        return new AmountNumber(new AmountFraction(0, 1), 0);
    }

    private bool TakeSymbol()
    {
        if (Next != AmountToken.Symbol)
            return false;

        _next++;
        return true;
    }
}
