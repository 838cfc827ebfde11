using BiweeklyBudget.Hosting.Api.Description;

namespace BiweeklyBudget.Hosting.Features.Spreading;

/// <summary>What the route of spreading is for.</summary>
internal static class SpreadOperations
{
    public static Operation Spread() => FormOperation.Of(
        "spreadLeftOver",
        Chapters.Transfers,
        "Spread what is left over in a pay period",
        "All of it or nothing, as transfers between budgets. Money that is in no budget is taken off the income, as far as more came in than is granted; in a past period what budgets did not spend comes before. If something else is left over by now, nothing is saved.",
        [
            Field.OfDay("payperiod_start_date", "A day of the pay period.").Required,
            Field.OfAmount("left_over", "What remains of the period, as it was when this was decided.").Required,
            new(SpreadForm.Amounts, Schemas.Splits, "The amounts by the budget's id: greater than 0 for what it gets, less than 0 for what is taken from a periodic budget. Blank ones count for nothing.", IsRequired: true),
            Field.OfReference("charged", "A periodic budget that has nothing left. It is charged with what cannot be taken off the income; needed for that only."),
            Field.OfText("notes", "Blank for none."),
        ],
        """{"payperiod_start_date": "2016-01-15", "left_over": "2345.67", "amounts": {"4": "10"}}""");
}
