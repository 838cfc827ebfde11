namespace BiweeklyBudget.Core.Money;

/// <summary>A piece of a typed amount.</summary>
/// <param name="Kind">An operator's character, <c>'$'</c> for the currency's symbol, <c>'0'</c> for a number.</param>
/// <param name="Text">A number as it was written; empty for others.</param>
internal readonly record struct AmountToken(char Kind, string Text = "")
{
    public const char Number = '0';
    public const char Symbol = '$';

    public bool IsSign => Kind is '+' or '-';
}
