namespace BiweeklyBudget.Core.Changes;

/// <summary>A later change of a row that is to be taken back.</summary>
/// <param name="Id">Its number.</param>
/// <param name="UndoneChangeId">The change that it took back, if it did.</param>
/// <param name="At">When, UTC.</param>
/// <param name="Who">By whom.</param>
/// <param name="Key">The row's key.</param>
/// <param name="IsFollowing">Whether it moved nothing but what follows from other rows: a standing balance, a fill's figures that count from its neighbours.</param>
internal sealed record LaterChange(long Id, long? UndoneChangeId, DateTime At, string? Who, string Key, bool IsFollowing);
