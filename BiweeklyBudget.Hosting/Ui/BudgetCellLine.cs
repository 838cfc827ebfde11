namespace BiweeklyBudget.Hosting.Ui;

/// <summary>One line of a <see cref="BudgetCell"/>.</summary>
/// <param name="BudgetId">The budget that the line links to.</param>
/// <param name="Name">The link's text.</param>
/// <param name="AmountText">The formatted share, shown in brackets after the link; null when it is not shown.</param>
internal readonly record struct BudgetCellLine(int BudgetId, string Name, string? AmountText);
