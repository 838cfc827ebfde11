namespace BiweeklyBudget.Core.Money;

/// <summary>What a text was read as: an amount, or why not. One of <see cref="Amount"/> and <see cref="Refusal"/> is there.</summary>
public sealed record AmountReading
{
    private AmountReading()
    {
    }

    /// <summary>The amount, exact, with at least the currency's decimals; null when the text was refused.</summary>
    public decimal? Amount { get; private init; }

    /// <summary>Why the text was refused; null when it was read.</summary>
    public AmountRefusal? Refusal { get; private init; }

    /// <summary>The refusal in a sentence for the person who typed the text, with an example or the limit; empty when it was read.</summary>
    public string Message { get; private init; } = "";

    internal static AmountReading Of(decimal amount) => new() { Amount = amount };

    internal static AmountReading Refused(AmountRefusal refusal, string message) => new() { Refusal = refusal, Message = message };
}
