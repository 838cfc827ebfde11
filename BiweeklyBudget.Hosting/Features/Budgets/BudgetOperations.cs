using BiweeklyBudget.Hosting.Api.Description;

namespace BiweeklyBudget.Hosting.Features.Budgets;

/// <summary>What the routes of budgets are for.</summary>
internal static class BudgetOperations
{
    private const string Counted = "Income, and budgets that are left out of graphs, are not counted.";

    public static Operation Save() => FormOperation.Of(
        "saveBudget",
        Chapters.Budgets,
        "Add or change a budget",
        "A periodic budget has its starting balance anew in every pay period; a standing one keeps what is left of its current balance. Only the balance of its own kind is saved.",
        [
            Field.Key("budget"),
            Field.OfText("name", "No other budget has it.", 50).Required,
            Field.OfText("description", "Blank for none."),
            Field.OfFlag("is_periodic", "Periodic, or standing.").Required,
            Field.OfAmount("starting_balance", "Of a periodic budget, which must have one."),
            Field.OfAmount("current_balance", "Of a standing budget, which must have one."),
            Field.OfAmount("current_balance_was", "The current balance that the change was decided on. The balance then moves by the difference, so that what others booked since stays."),
            Field.OfFlag("is_active", "Whether it is in use; it is when this is left out."),
            Field.OfFlag("is_income", "Whether money comes in by it."),
            Field.OfFlag("omit_from_graphs", "Whether charts leave it out."),
        ],
        """{"name": "Roof", "description": "new tiles", "is_periodic": false, "current_balance": "1200.50"}""");

    public static Operation Find() => ReadOperation.OfRecord<BudgetJson>("findBudget", Chapters.Budgets, "Read a budget");

    public static Operation ByPayPeriod() => ReadOperation.OfChart(
        "chartSpendingByPayPeriod",
        Chapters.Budgets,
        "Spending by pay period",
        "What was spent in each finished pay period, by periodic budget; `date` is the period's first day. " + Counted);

    public static Operation ByMonth() => ReadOperation.OfChart("chartSpendingByMonth", Chapters.Budgets, "Spending by month", "What was spent in each month until today, by budget; `date` is YYYY-MM. " + Counted);
}
