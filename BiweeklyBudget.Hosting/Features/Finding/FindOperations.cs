using BiweeklyBudget.Core.Finding;
using BiweeklyBudget.Hosting.Api.Description;

namespace BiweeklyBudget.Hosting.Features.Finding;

/// <summary>What the routes of finding are for.</summary>
internal static class FindOperations
{
    public static Operation Find() => new()
    {
        Id = "find",
        Chapter = Chapters.Finding,
        Summary = "Find places, and read a transaction from a line",
        Text = $"""
            `typed` is the transaction that the text describes, such as `42.50 groceries Market yesterday`: an amount (`+` before it for income), a budget by its name or the beginning of it, what it is, and a day
            (`today`, `yesterday`, `tomorrow`, a day of the week, or YYYY-MM-DD); `@` with the beginning of its name says another account than the usual one. Nothing is saved: `POST /forms/transaction` does that.
            `found` are pages, accounts, budgets, periods and transactions, at most five of a kind. A text of more than {FindingSection.LongestText} characters means nothing.
            """.ReplaceLineEndings(" "),
        Parameters = [new Parameter("q", Schemas.Text, "The text. Without one, all pages are found.", "42.50 Periodic1 Market yesterday")],
        Answers = [Answer.OfTable<FindJson>("What it means.")],
    };
}
