using System.Globalization;
using BiweeklyBudget.Core.Money;

namespace BiweeklyBudget.Core.Statements.Ofx;

/// <summary>
/// Reads the fields of aggregates and says what is wrong with them, by FITID and line. What money depends on refuses the file; anything else is
/// left out with a warning.
/// </summary>
internal static class OfxFields
{
    private const string DateExample = "a date such as 20170728 or 20170728053000[-5:EST]";

    /// <summary>A STMTTRN. Anything wrong with its day or its amount refuses the whole file.</summary>
    /// <param name="aggregate">The aggregate.</param>
    /// <param name="currency">CURDEF, the statement's currency, if it is known.</param>
    /// <param name="warnings">Told of what is guessed or converted.</param>
    public static OfxTransaction Transaction(OfxAggregate aggregate, string? currency, ImportWarnings warnings)
    {
        var sic = aggregate.Text("SIC");
        var (posted, day) = RequiredDay(aggregate, "DTPOSTED", "Transaction Date");
        return new OfxTransaction
        {
            FitId = aggregate.Text("FITID") ?? "",
            Type = aggregate.Text("TRNTYPE")?.ToLowerInvariant() ?? "",
            DatePosted = posted,
            Day = day,
            Amount = OfxCurrency.Converted(aggregate, TransactionAmount(aggregate, warnings), currency, warnings),
            Name = aggregate.Text("NAME") ?? "",
            Memo = aggregate.Text("MEMO") ?? "",
            CheckNumber = aggregate.Text("CHECKNUM") is { Length: > 0 } number ? number : null,
            Sic = sic,
            Mcc = sic is null ? "" : null,
            CorrectedFitId = aggregate.Text("CORRECTFITID") is { Length: > 0 } corrected ? corrected : null,
            IsDeletion = IsDeletion(aggregate),
            Line = aggregate.Line,
        };
    }

    /// <summary>A statement whose parts have been gathered.</summary>
    /// <param name="aggregate">The aggregate.</param>
    /// <param name="server">DTSERVER of the sign-on before it, if that says one.</param>
    public static OfxStatement Statement(OfxAggregate aggregate, DateTime? server)
    {
        var parts = aggregate.Statement!;
        var isBank = parts.Kind == OfxStatementKind.Bank;
        var isInvestment = parts.Kind == OfxStatementKind.Investment;
        var ledgerAsOf = isInvestment ? parts.PricedAt : parts.LedgerAsOf;
        return new OfxStatement
        {
            Kind = parts.Kind,
            RoutingNumber = isBank ? aggregate.Text("BANKID") ?? "" : "",
            BankAccountId = aggregate.Text("ACCTID") ?? "",
            BankAccountType = isBank ? aggregate.Text("ACCTTYPE") ?? "" : "",
            BrokerId = isInvestment ? aggregate.Text("BROKERID") : null,
            Currency = aggregate.Text("CURDEF") is { Length: > 0 } currency ? currency : null,
            AsOf = server ?? ledgerAsOf ?? parts.End,
            End = parts.End,
            LedgerBalance = isInvestment ? Stored(aggregate, parts.HasUnreadablePosition ? null : parts.Positions, "value of the positions") : parts.Ledger,
            LedgerBalanceAsOf = ledgerAsOf,
            AvailableBalance = isInvestment ? null : parts.Available,
            AvailableBalanceAsOf = isInvestment ? null : parts.AvailableAsOf,
            Transactions = isInvestment ? [] : parts.Transactions,
            CashTransactions = isInvestment ? parts.Transactions : [],
            Warnings = parts.Warnings.ToList(),
            Line = aggregate.Line,
        };
    }

    /// <summary>What a position is worth; null when the file does not say.</summary>
    public static decimal? PositionValue(OfxAggregate position)
    {
        if (position.Text("MKTVAL") is { Length: > 0 })
        {
            return Stored(position, Number(position, "MKTVAL", "MKTVAL"), "MKTVAL")!.Value;
        }

        if (position.Text("UNITS") is not { Length: > 0 } || position.Text("UNITPRICE") is not { Length: > 0 })
        {
            return null;
        }

        var (units, price) = (Number(position, "UNITS", "UNITS"), Number(position, "UNITPRICE", "UNITPRICE"));
        try
        {
            return Stored(position, units * price, "value of the position");
        }
        catch (OverflowException)
        {
            throw TooLarge(position, position.Line, "value of the position");
        }
    }

    /// <summary>A balance; null when the file says none, or none that can be read. Transactions are sound without it.</summary>
    public static decimal? Balance(OfxAggregate aggregate, ImportWarnings warnings)
    {
        if (aggregate.Find("BALAMT") is not { Text.Length: > 0 } value)
        {
            return null;
        }

        if (OfxAmount.TryParse(value.Text, out var amount) && OfxAmount.Stored(amount) is { } stored)
        {
            return stored;
        }

        warnings.Add(string.Create(CultureInfo.InvariantCulture, $"Line {value.Line}: the balance \"{Quoted(value.Text)}\" is no amount that can be read; the statement is imported without it."));
        return null;
    }

    /// <summary>A time; null when the file says none, or none that can be read.</summary>
    public static DateTime? Time(OfxAggregate aggregate, string field, ImportWarnings warnings)
    {
        if (aggregate.Find(field) is not { Text.Length: > 0 } value)
        {
            return null;
        }

        if (OfxDate.TryParse(value.Text, out var time, out var day) && (day is null || StorableDate.Holds(day.Value)))
        {
            return time;
        }

        warnings.Add(string.Create(CultureInfo.InvariantCulture, $"Line {value.Line}: {field} \"{Quoted(value.Text)}\" is no date between 1900-01-01 and 2200-12-31; it is left out."));
        return null;
    }

    /// <summary>A number that must be there.</summary>
    public static decimal Number(OfxAggregate aggregate, string field, string word)
    {
        if (aggregate.Find(field) is not { Text.Length: > 0 } value)
        {
            throw Error(aggregate, aggregate.Find(field), $"Missing {word} (a required field)", $"<{field}> with a number such as -1234.56");
        }

        return OfxAmount.TryParse(value.Text, out var amount) ? amount : throw Error(aggregate, value, $"Invalid {word}: '{Quoted(value.Text)}'", "a number such as -1234.56");
    }

    /// <summary>An amount as the database holds it.</summary>
    public static decimal? Stored(OfxAggregate aggregate, decimal? amount, string word) =>
        amount is { } some ? OfxAmount.Stored(some) ?? throw TooLarge(aggregate, aggregate.Line, word) : null;

    /// <summary>The refusal of a file for one of its fields.</summary>
    public static OfxException Error(OfxAggregate aggregate, OfxField? field, string what, string expected)
    {
        var line = field?.Line ?? aggregate.Line;
        var fitId = aggregate.Text("FITID") is { Length: > 0 } id ? $"FITID {Quoted(id)}, " : "";
        return new OfxException(string.Create(CultureInfo.InvariantCulture, $"{what} ({fitId}line {line}): {expected} was expected."), line);
    }

    /// <summary>A text of the file as it stands in messages.</summary>
    public static string Quoted(string text) => text.Length <= 80 ? text : text[..80] + "…";

    private static decimal TransactionAmount(OfxAggregate aggregate, ImportWarnings warnings)
    {
        const string word = "Transaction Amount";
        if (aggregate.Find("TRNAMT") is { } value && OfxAmount.IsWithoutDigits(value.Text))
        {
            warnings.Add(string.Create(CultureInfo.InvariantCulture, $"Line {value.Line}: the amount \"{Quoted(value.Text)}\" has no digit; it counts as 0.00."));
            return 0m;
        }

        return Stored(aggregate, Number(aggregate, "TRNAMT", word), word)!.Value;
    }

    private static bool IsDeletion(OfxAggregate aggregate)
    {
        if (aggregate.Find("CORRECTFITID") is not { Text.Length: > 0 } || aggregate.Find("CORRECTACTION") is not { } action)
        {
            return false;
        }

        return action.Text.ToUpperInvariant() switch
        {
            "DELETE" => true,
            "REPLACE" or "" => false,
            _ => throw Error(aggregate, action, $"Invalid CORRECTACTION: '{Quoted(action.Text)}'", "REPLACE or DELETE"),
        };
    }

    /// <summary>A time that must be there, with the day as the bank wrote it. Whether that is one that money can move on, depends on what is stored.</summary>
    private static (DateTime Time, DateOnly Day) RequiredDay(OfxAggregate aggregate, string field, string word)
    {
        if (aggregate.Find(field) is { Text.Length: > 0 } value && !OfxDate.TryParse(value.Text, out _, out _))
        {
            throw Error(aggregate, value, $"Invalid {word}: '{Quoted(value.Text)}'", DateExample);
        }

        return OfxDate.TryParse(aggregate.Text(field) ?? "00000000", out var time, out var day) && time is not null
            ? (time.Value, day!.Value)
            : throw Error(aggregate, aggregate.Find(field), $"Missing {word} (a required field)", $"<{field}> with {DateExample}");
    }

    private static OfxException TooLarge(OfxAggregate aggregate, int line, string word) =>
        Error(aggregate, new OfxField("", line), $"The {word} is too large", "an amount up to 99,999,999,999,999.9999");
}
