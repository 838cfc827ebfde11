using System.Net.Mime;
using BiweeklyBudget.Hosting.Api.Description;

namespace BiweeklyBudget.Hosting.Features.CreditPayoff;

/// <summary>What the routes of payoff plans are for.</summary>
internal static class CreditPayoffOperations
{
    public static Operation SaveSettings() => new()
    {
        Id = "savePayoffSettings",
        Chapter = Chapters.CreditPayoff,
        Summary = "Save planned payments",
        Text = "Replaces both lists. The body is read as JSON whatever its content type says; entries without a date or an amount are left out. What is wrong with an entry stands under a key of its own, such as `increases[0].date`.",
        Fields =
        [
            new("increases", Schemas.PlannedChanges, "From a day on, the sum that is paid every month.", IsRequired: true),
            new("onetimes", Schemas.PlannedChanges, "What is paid once besides, in the month of the day.", IsRequired: true),
        ],
        BodyTypes = [MediaTypeNames.Application.Json],
        Example = """{"increases": [{"date": "2017-08-01", "amount": "300", "enabled": true}], "onetimes": []}""",
        Answers = [FormOperation.Reply() with { Headers = new Dictionary<string, string>() }],
    };

    public static Operation Statements() => new()
    {
        Id = "listRecentStatements",
        Chapter = Chapters.CreditPayoff,
        Summary = "List an account's recent statements",
        Text = "Of the last 32 days, newest first; to choose the one that an interest charge belongs to.",
        Parameters = [new("id", Schemas.Id, "The account's id, in digits.", "4")],
        Answers = [Answer.OfTable<StatementsJson>("The statements; none for an account that there is not."), Answer.Refusal(StatusCodes.Status404NotFound, "The id is no number.")],
    };

    public static Operation EnterInterest() => FormOperation.Of(
        "enterInterest",
        Chapters.CreditPayoff,
        "Enter an interest charge by hand",
        "For a bank that does not name it in its statements. A bank transaction is added to the statement.",
        [
            Field.OfReference("id", "The account.").Required,
            new("filename", Schemas.Text, "The statement, by its file name.", IsRequired: true),
            Field.OfAmount("interest_amt", "What was charged; the sign does not matter.").Required,
        ],
        """{"id": "4", "filename": "/stmt/CreditTwo/0", "interest_amt": "46.89"}""");

    public static Operation SavePrimeRate() => FormOperation.Of(
        "savePrimeRate",
        Chapters.CreditPayoff,
        "Enter the prime rate by hand",
        "It holds until another one is fetched or entered.",
        [Field.OfAmount("prime_rate", "In percent: 4.25.").Required],
        """{"prime_rate": "4.25"}""");

    public static Operation SaveOrder() => FormOperation.Of(
        "savePayoffOrder",
        Chapters.CreditPayoff,
        "Save your own order of cards",
        "The order in which they are paid off by the plan that follows it.",
        [new("order", Schemas.Text, "Ids of accounts with commas between them, each once.", IsRequired: true)],
        """{"order": "4,3"}""");

    public static Operation Chart() => ReadOperation.OfChart("chartDebt", Chapters.CreditPayoff, "Debt over time", "What is still owed on the days of the plans, by plan.");
}
