using System.Globalization;

namespace BiweeklyBudget.Core.Statements.Ofx;

/// <summary>
/// Amounts in another currency than the statement's (OFX 2.x §5.2): CURRENCY says that TRNAMT is in it and names the rate to the statement's own;
/// ORIGCURRENCY says that TRNAMT has been converted already, and is no business of ours.
/// </summary>
internal static class OfxCurrency
{
    /// <summary>Decimals of an amount that was converted.</summary>
    private const int Decimals = 2;

    /// <summary>An amount in the statement's own currency.</summary>
    /// <param name="transaction">The STMTTRN, which has taken over CURRATE and CURSYM of its CURRENCY.</param>
    /// <param name="amount">TRNAMT.</param>
    /// <param name="own">CURDEF, the statement's currency.</param>
    /// <param name="warnings">Told of a conversion.</param>
    /// <exception cref="OfxException">The rate is missing, or no number above zero: the amount would be a guess.</exception>
    public static decimal Converted(OfxAggregate transaction, decimal amount, string? own, ImportWarnings warnings)
    {
        if (transaction.Text("CURSYM") is not { Length: > 0 } foreign || string.Equals(foreign, own, StringComparison.OrdinalIgnoreCase) || amount == 0m)
        {
            return amount;
        }

        var rate = OfxFields.Number(transaction, "CURRATE", "rate of exchange");
        if (rate <= 0m)
        {
            throw OfxFields.Error(transaction, transaction.Find("CURRATE"), $"Invalid rate of exchange: '{OfxFields.Quoted(transaction.Text("CURRATE")!)}'", "a number above 0");
        }

        var converted = Multiplied(transaction, amount, rate);
        if (converted != amount)
        {
            warnings.Add(string.Create(CultureInfo.InvariantCulture, $"Line {transaction.Line}: {amount:0.00##} {OfxFields.Quoted(foreign)} became {converted:0.00##} {own} by the file's rate of {rate}."));
        }

        return converted;
    }

    /// <summary>What is booked has whole cents; it must be, to be matched with what the user enters.</summary>
    private static decimal Multiplied(OfxAggregate transaction, decimal amount, decimal rate)
    {
        try
        {
            return OfxFields.Stored(transaction, decimal.Round(amount * rate, Decimals, MidpointRounding.AwayFromZero), "converted amount")!.Value;
        }
        catch (OverflowException)
        {
            throw OfxFields.Error(transaction, transaction.Find("CURRATE"), "The converted amount is too large", "an amount up to 99,999,999,999,999.9999");
        }
    }
}
