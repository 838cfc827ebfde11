namespace BiweeklyBudget.Core.Changes;

/// <summary>A save: who did what, when, and what it changed.</summary>
public sealed record ChangeDetails
{
    /// <summary>Number of the change; a later one of the same record has a higher number.</summary>
    public required long Id { get; init; }

    /// <summary>When it was saved, UTC, in whole seconds.</summary>
    public required DateTime At { get; init; }

    /// <summary>Who saved it (<see cref="BudgetBook.Who"/>); null when it was nobody in particular, or the program by itself.</summary>
    public string? Who { get; init; }

    /// <summary>
    /// Which operation it was: SaveAccount, SaveBalance, SaveBudget, SaveTransaction, SaveScheduledTransaction, ConvertScheduledTransaction, SkipScheduledTransaction, SaveAccountTransfer,
    /// SaveBudgetTransfer, ImportStatement, UndoImport, SaveReconciliations, UndoReconciliation, EnterInterest, SaveCardOrder, SavePayoffSettings, SavePrimeRate, RenewPrimeRate,
    /// SaveFirstPayday, SaveVehicle, SaveFuelFill, ImportFuelFills, SaveProject, ActivateProject, SaveProjectItem, ImportProjectItems, SaveWishlist, DeleteRecords, SpreadMoney, UndoChange. More may come, and
    /// some of earlier versions are not made any more: DeleteVehicle, DeleteFuelFill, DeleteProject, DeleteProjectItem.
    /// </summary>
    public required string Operation { get; init; }

    /// <summary>The change that this one took back; null when it is none of that kind.</summary>
    public long? UndoneChangeId { get; init; }

    /// <summary>The change that took this one back; null when none did. That one may have been taken back itself.</summary>
    public long? UndoneById { get; init; }

    /// <summary>How many records were added, changed or removed.</summary>
    public required int RecordCount { get; init; }

    /// <summary>
    /// The records, in the order of the work. A list holds the first <see cref="ChangeSection.MostListedRecords"/> of each change, <see cref="ChangeSection.FindAsync"/> all.
    /// </summary>
    public required IReadOnlyList<ChangedRecord> Records { get; init; }
}
