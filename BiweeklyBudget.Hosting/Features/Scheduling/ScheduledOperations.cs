using BiweeklyBudget.Core.Scheduling;
using BiweeklyBudget.Hosting.Api.Description;

namespace BiweeklyBudget.Hosting.Features.Scheduling;

/// <summary>What the routes of scheduled transactions are for.</summary>
internal static class ScheduledOperations
{
    private const string Searched = "the description, or of this amount";

    private static Parameter Filter => new("columns[1][search][value]", Schemas.Text, "Only those of this `schedule_type`.");

    public static Operation Save() => FormOperation.Of(
        "saveScheduledTransaction",
        Chapters.Scheduled,
        "Add or change a scheduled transaction",
        "It stands in the pay periods that its schedule falls into until it is converted or skipped there. Of the fields of a schedule those of its type are read, and all others are cleared.",
        [
            Field.Key("scheduled transaction"),
            Field.OfText("description", "What it is for.").Required,
            Field.OfAmount("amount", "Not 0; expenses are positive, income is negative.").Required,
            Field.OfReference("account", "The account that it will be booked on.").Required,
            Field.OfReference("budget", "The budget that it belongs to.").Required,
            Field.OfWords("type", "When it falls due.", "monthly", "per_period", "weekly", "annual", "date").Required,
            Field.OfNumber("day_of_month", "Monthly: 1 to 28."),
            Field.OfNumber("num_per_period", "Per period: how many times, from 1."),
            Field.OfNumber("day_of_week", "Weekly: from 0 for Monday to 6 for Sunday."),
            Field.OfNumber("annual_month", "Annual: 1 to 12."),
            Field.OfNumber("annual_day", "Annual: 1 to 31. The 29th of February does not occur in common years."),
            Field.OfDay("date", "Date: once, on this day."),
            Field.OfAmount("sales_tax", "Contained in the amount; 0 when this is left out."),
            Field.OfText("notes", "Blank for none."),
            Field.OfFlag("is_active", "Whether it is in use; a new one is when this is left out, and an older one stays as it is."),
        ],
        """{"description": "Rent", "amount": "950", "account": "1", "budget": "2", "type": "monthly", "day_of_month": "4"}""");

    public static Operation Convert() => FormOperation.Of(
        "convertScheduledTransaction",
        Chapters.Scheduled,
        "Make a transaction of a scheduled one",
        "Account and budget are the scheduled one's, and the amount that was planned is kept beside the real one.",
        [
            Field.OfReference("id", "The scheduled transaction.").Required,
            Field.OfDay("date", "The day that it counts for.").Required,
            Field.OfText("description", "What it was for.").Required,
            Field.OfAmount("amount", "The real amount, not 0.").Required,
            Field.OfAmount("sales_tax", "Contained in the amount; 0 when this is left out."),
            Field.OfText("notes", "Blank for none."),
            Field.OfDay("payperiod_start_date", "When it is sent, the date must be in the pay period that holds this day."),
        ],
        """{"id": "1", "date": "2017-07-28", "description": "Rent", "amount": "111.11"}""");

    public static Operation Skip() => FormOperation.Of(
        "skipScheduledTransaction",
        Chapters.Scheduled,
        "Skip a scheduled transaction in a pay period",
        "A transaction of 0 stands for it, reconciled, with the notes.",
        [
            Field.OfReference("id", "The scheduled transaction.").Required,
            Field.OfDay("payperiod_start_date", "A day of the pay period.").Required,
            Field.OfText("notes", "Why.").Required,
        ],
        """{"id": "2", "payperiod_start_date": "2017-07-21", "notes": "paid in cash"}""");

    public static Operation MakeOrSkip() => FormOperation.Of(
        "makeOrSkipPlanned",
        Chapters.Scheduled,
        "Make or skip several occurrences of a pay period",
        "All of them or none, and no more of a schedule than is open in the period. What is made has description, sales tax and notes of its schedule.",
        [
            Field.OfWords("action", "What is done with them.", PlannedForm.Make, PlannedForm.Skip).Required,
            Field.OfDay("payperiod_start_date", "A day of the pay period.").Required,
            new("occurrences", Schemas.Occurrences, "Their amounts by `ID@DAY`: the scheduled transaction and the day that the transaction gets. More may follow after a second `@`, to tell two of one day apart. Skipping reads neither day nor amount.", IsRequired: true),
            Field.OfText("notes", "Why they are skipped; needed for that only."),
        ],
        """{"action": "make", "payperiod_start_date": "2017-08-04", "occurrences": {"3@2017-08-04": "444.44"}}""");

    public static Operation Find() => ReadOperation.OfRecord<ScheduledJson>("findScheduledTransaction", Chapters.Scheduled, "Read a scheduled transaction");

    public static Operation Table() => TableOperation.Of<ScheduledRowJson>("listScheduledTransactions", Chapters.Scheduled, "List scheduled transactions", Searched, ScheduledSection.Columns, Filter);

    public static Operation Download() => TableOperation.OfDownload("downloadScheduledTransactions", Chapters.Scheduled, "Download scheduled transactions as CSV", Searched, ScheduledSection.Columns, Filter);
}
