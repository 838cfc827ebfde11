namespace BiweeklyBudget.Hosting.Api.Description;

/// <summary>Names of the shapes that the interface's document defines once for all routes.</summary>
internal static class Schemas
{
    /// <summary>An amount as it is sent: a number or a text.</summary>
    public const string AmountInput = nameof(AmountInput);

    /// <summary>A day as it is sent.</summary>
    public const string DayInput = nameof(DayInput);

    /// <summary>The id of a record that is saved; blank for a new one.</summary>
    public const string RowId = nameof(RowId);

    /// <summary>The id of another record.</summary>
    public const string Reference = nameof(Reference);

    /// <summary>The id of a record in an address.</summary>
    public const string Id = nameof(Id);

    /// <summary>Yes or no.</summary>
    public const string Flag = nameof(Flag);

    /// <summary>A whole number as it is sent.</summary>
    public const string WholeNumber = nameof(WholeNumber);

    /// <summary>A text.</summary>
    public const string Text = nameof(Text);

    /// <summary>One of some words.</summary>
    public const string Word = nameof(Word);

    /// <summary>The shares of a transaction, by budget.</summary>
    public const string Splits = nameof(Splits);

    /// <summary>The amounts of occurrences, by scheduled transaction and day.</summary>
    public const string Occurrences = nameof(Occurrences);

    /// <summary>Transactions and what they are reconciled with.</summary>
    public const string ReconciledTransactions = nameof(ReconciledTransactions);

    /// <summary>Bank transactions that need no counterpart.</summary>
    public const string IgnoredBankTransactions = nameof(IgnoredBankTransactions);

    /// <summary>Transactions that are made from bank transactions.</summary>
    public const string MadeTransactions = nameof(MadeTransactions);

    /// <summary>Planned changes of a payoff plan.</summary>
    public const string PlannedChanges = nameof(PlannedChanges);

    /// <summary>A file in base64.</summary>
    public const string File = nameof(File);

    /// <summary>An instant as it is sent.</summary>
    public const string InstantInput = nameof(InstantInput);

    /// <summary>A number that is counted.</summary>
    public const string Count = nameof(Count);
}
