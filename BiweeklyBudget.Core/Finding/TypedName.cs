namespace BiweeklyBudget.Core.Finding;

/// <summary>An account or a budget that a line of text may name.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Name">Its name.</param>
/// <param name="IsIncome">Whether it is a budget for income.</param>
internal sealed record TypedName(int Id, string Name, bool IsIncome = false)
{
    /// <summary>The name with single spaces, as words are compared.</summary>
    public string Plain { get; } = string.Join(' ', NameWords.Of(Name));
}
