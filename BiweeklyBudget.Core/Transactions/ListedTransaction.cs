namespace BiweeklyBudget.Core.Transactions;

/// <summary>A row of the query behind <see cref="TransactionList"/>, whose values EF can sort by.</summary>
internal sealed class ListedTransaction
{
    public int Id { get; init; }

    public DateOnly? Date { get; init; }

    public decimal Amount { get; init; }

    public string Description { get; init; } = "";

    public int? AccountId { get; init; }

    public string? AccountName { get; init; }

    public int? ScheduledTransactionId { get; init; }

    public decimal? BudgetedAmount { get; init; }

    public decimal SalesTax { get; init; }

    public int? ReconciliationId { get; init; }

    public string? Notes { get; init; }

    public TransactionLine With(IReadOnlyList<NamedSplit> splits) => new()
    {
        Id = Id,
        Date = Date,
        Amount = Amount,
        Description = Description,
        AccountId = AccountId,
        AccountName = AccountName,
        ScheduledTransactionId = ScheduledTransactionId,
        BudgetedAmount = BudgetedAmount,
        SalesTax = SalesTax,
        ReconciliationId = ReconciliationId,
        Notes = Notes,
        Splits = splits,
    };
}
