using BiweeklyBudget.Core.Statements;

namespace BiweeklyBudget.Hosting.Features.Statements;

/// <summary>How a bank writes expenses, and what is done about it, in a sentence.</summary>
internal static class SignText
{
    /// <summary>The sentence of a preview.</summary>
    public static string Of(PreviewedSign sign)
    {
        ArgumentNullException.ThrowIfNull(sign);
        var reasons = string.Join(" and ", sign.Reasons);
        return sign switch
        {
            { TurnsRound: null } => "It is not clear whether this bank writes expenses as negative or as positive amounts. Please look at the transactions below and choose; it is remembered in the account.",
            { IsContradiction: true, TurnsRound: true } => $"Amounts of this account are turned round, but in this file expenses look positive already (by {reasons}). Please look; what you choose is remembered in the account.",
            { IsContradiction: true } => $"Amounts of this account are taken as they are, but in this file expenses look negative (by {reasons}). Please look; what you choose is remembered in the account.",
            { TurnsRound: true } => $"The bank writes expenses as negative: turned round. Seen by {reasons}, and remembered in the account.",
            _ => $"The bank writes expenses as positive: taken as they are. Seen by {reasons}.",
        };
    }
}
