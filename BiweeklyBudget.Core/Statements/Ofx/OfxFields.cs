using System.Globalization;
using BiweeklyBudget.Core.Money;

namespace BiweeklyBudget.Core.Statements.Ofx;

/// <summary>Reads the fields of aggregates and says what is wrong with them, by FITID and line.</summary>
internal static class OfxFields
{
    /// <summary>A STMTTRN. Anything wrong with one refuses the whole file.</summary>
    public static OfxTransaction Transaction(OfxAggregate aggregate)
    {
        var fitId = aggregate.Text("FITID");
        if (string.IsNullOrEmpty(fitId))
        {
            throw Error(aggregate, aggregate.Find("FITID"), "Missing FIT id (a required field)", "<FITID> with the bank's id of the transaction");
        }

        var sic = aggregate.Text("SIC");
        var (posted, day) = RequiredDay(aggregate, "DTPOSTED", "Transaction Date");
        return new OfxTransaction
        {
            FitId = fitId,
            Type = aggregate.Text("TRNTYPE")?.ToLowerInvariant() ?? "",
            DatePosted = posted,
            Day = day,
            Amount = RequiredAmount(aggregate, "TRNAMT", "Transaction Amount"),
            Name = aggregate.Text("NAME") ?? "",
            Memo = aggregate.Text("MEMO") ?? "",
            CheckNumber = aggregate.Text("CHECKNUM") is { Length: > 0 } number ? number : null,
            Sic = sic,
            Mcc = sic is null ? "" : null,
            Line = aggregate.Line,
        };
    }

    /// <summary>A statement whose parts have been gathered.</summary>
    public static OfxStatement Statement(OfxAggregate aggregate)
    {
        var parts = aggregate.Statement!;
        var isBank = parts.Kind == OfxStatementKind.Bank;
        var isInvestment = parts.Kind == OfxStatementKind.Investment;
        return new OfxStatement
        {
            Kind = parts.Kind,
            RoutingNumber = isBank ? aggregate.Text("BANKID") ?? "" : "",
            BankAccountId = aggregate.Text("ACCTID") ?? "",
            BankAccountType = isBank ? aggregate.Text("ACCTTYPE") ?? "" : "",
            BrokerId = isInvestment ? aggregate.Text("BROKERID") : null,
            Currency = aggregate.Text("CURDEF") is { Length: > 0 } currency ? currency : null,
            LedgerBalance = isInvestment ? Stored(aggregate, parts.Positions, "value of the positions") : parts.Ledger,
            LedgerBalanceAsOf = isInvestment ? parts.PricedAt : parts.LedgerAsOf,
            AvailableBalance = isInvestment ? null : parts.Available,
            AvailableBalanceAsOf = isInvestment ? null : parts.AvailableAsOf,
            Transactions = parts.Transactions,
            Line = aggregate.Line,
        };
    }

    /// <summary>What a position is worth; null when the file does not say.</summary>
    public static decimal? PositionValue(OfxAggregate position)
    {
        if (position.Text("MKTVAL") is { Length: > 0 })
        {
            return RequiredAmount(position, "MKTVAL");
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

    /// <summary>An amount that must be there and fit into the database.</summary>
    public static decimal RequiredAmount(OfxAggregate aggregate, string field, string? word = null) =>
        Stored(aggregate, Number(aggregate, field, word ?? field), word ?? field)!.Value;

    /// <summary>A time that must be there.</summary>
    public static DateTime RequiredTime(OfxAggregate aggregate, string field) => Time(aggregate, field) ?? throw Missing(aggregate, field, field);

    /// <summary>A time, or null when it is absent.</summary>
    public static DateTime? Time(OfxAggregate aggregate, string field)
    {
        var (time, day) = AnyTime(aggregate, field, field);
        return day is null || StorableDate.Holds(day.Value)
            ? time
            : throw Error(aggregate, aggregate.Find(field), $"Invalid {field}: '{Quoted(aggregate.Text(field)!)}'", "a date between 1900-01-01 and 2200-12-31");
    }

    /// <summary>A time that must be there, with the day as the bank wrote it. Whether that is one that money can move on, depends on what is stored.</summary>
    private static (DateTime Time, DateOnly Day) RequiredDay(OfxAggregate aggregate, string field, string word) =>
        AnyTime(aggregate, field, word) is ({ } time, { } day) ? (time, day) : throw Missing(aggregate, field, word);

    private static (DateTime? Time, DateOnly? Day) AnyTime(OfxAggregate aggregate, string field, string word)
    {
        if (aggregate.Find(field) is not { Text.Length: > 0 } value)
        {
            return default;
        }

        return OfxDate.TryParse(value.Text, out var time, out var day) ? (time, day) : throw Error(aggregate, value, $"Invalid {word}: '{Quoted(value.Text)}'", "a date such as 20170728 or 20170728053000[-5:EST]");
    }

    private static OfxException Missing(OfxAggregate aggregate, string field, string word) =>
        Error(aggregate, aggregate.Find(field), $"Missing {word} (a required field)", $"<{field}> with a date such as 20170728 or 20170728053000[-5:EST]");

    private static decimal Number(OfxAggregate aggregate, string field, string word)
    {
        if (aggregate.Find(field) is not { Text.Length: > 0 } value)
        {
            throw Error(aggregate, aggregate.Find(field), $"Missing {word} (a required field)", $"<{field}> with a number such as -1234.56");
        }

        return OfxAmount.TryParse(value.Text, out var amount) ? amount : throw Error(aggregate, value, $"Invalid {word}: '{Quoted(value.Text)}'", "a number such as -1234.56");
    }

    private static decimal? Stored(OfxAggregate aggregate, decimal? amount, string word) =>
        amount is { } some ? OfxAmount.Stored(some) ?? throw TooLarge(aggregate, aggregate.Line, word) : null;

    private static OfxException TooLarge(OfxAggregate aggregate, int line, string word) =>
        Error(aggregate, new OfxField("", line), $"The {word} is too large", "an amount up to 99,999,999,999,999.9999");

    private static OfxException Error(OfxAggregate aggregate, OfxField? field, string what, string expected)
    {
        var line = field?.Line ?? aggregate.Line;
        var fitId = aggregate.Text("FITID") is { Length: > 0 } id ? $"FITID {Quoted(id)}, " : "";
        return new OfxException(string.Create(CultureInfo.InvariantCulture, $"{what} ({fitId}line {line}): {expected} was expected."), line);
    }

    private static string Quoted(string text) => text.Length <= 80 ? text : text[..80] + "…";
}
