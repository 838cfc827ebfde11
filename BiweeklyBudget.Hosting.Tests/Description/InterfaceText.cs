using System.Text.Json.Nodes;
using BiweeklyBudget.Core.Saving;
using BiweeklyBudget.Hosting.Api;
using BiweeklyBudget.Hosting.Api.Description;

namespace BiweeklyBudget.Hosting.Tests.Description;

/// <summary>What the document says before it comes to the routes.</summary>
internal static class InterfaceText
{
    /// <summary>Name of the parameter for the key of a request.</summary>
    public const string KeyParameter = "IdempotencyKey";

    private const string Introduction = """
        What scripts and other programs can ask BiweeklyBudget. It is upstream biweeklybudget 1.6's interface, which its scripts go on using, and what was added to it. Pages for people are not described.

        **Amounts** are exact decimal numbers, in the household's currency. They are sent as numbers or as texts, and written as numbers. Expenses are positive, income is negative; bank transactions have the sign that the bank gave them.

        **Days** are days of the household's calendar and have no time zone; they are sent as `YYYY-MM-DD`. Records are written with days and instants as objects, tables and charts with days as texts. **Instants** are UTC.

        **What is wrong** is said in JSON, with `success` false: `errors` by field, or `error_message`. The forms (`/forms/…`) do so with the status 200. The status 404 is an id that no record has, 409 a program that does not know yet when payday is, 503 a database that cannot be used right now: the same request may be sent again.

        **Sent twice, saved once**: every request that changes something may carry an `Idempotency-Key`. The same request with the same key is done once and answered alike, so a request whose answer never came can be repeated.

        `HEAD` is answered wherever `GET` is. Where people sign in (the setting `SIGN_IN`), a script sends a token, `Authorization: Bearer bbt_…`, which a person makes on the page `/security`: without a good one the answer is 401, and 403 where it does not go that far. Where the app is a part of another program, that one decides who may ask. Requests are answered for the host names in `AllowedHosts`, and those of other sites' pages are refused when they would change something.
        """;

    private static readonly Dictionary<string, string> ChapterTexts = new(StringComparer.Ordinal)
    {
        [Chapters.Transactions] = "What was spent or came in, each with its shares of budgets.",
        [Chapters.Scheduled] = "What is expected, once or again and again.",
        [Chapters.PayPeriods] = "Fourteen days from a payday on.",
        [Chapters.Accounts] = "Where the money is.",
        [Chapters.Budgets] = "What it is for.",
        [Chapters.Transfers] = "Between accounts, and between budgets.",
        [Chapters.Statements] = "The bank's files, and the bank transactions in them.",
        [Chapters.Reconciling] = "Transactions and bank transactions that are the same.",
        [Chapters.CreditPayoff] = "Plans to pay credit cards off.",
        [Chapters.Finding] = "Places by a part of their names, and a transaction in a line of text.",
        [Chapters.History] = "What was saved, taken back; and what is to go.",
        [Chapters.Fuel] = "Vehicles, their fills, and what fuel costs.",
        [Chapters.Projects] = "What is to be bought, its parts, and which budget pays for it.",
        [Chapters.Settings] = "What the household's settings say; what the program was started with wins.",
        [Chapters.Operating] = "For whoever runs the program, and this description.",
    };

    public static JsonObject Info() => new()
    {
        ["title"] = "BiweeklyBudget",
        ["summary"] = "Budgets for people who are paid every two weeks.",
        ["description"] = Introduction.ReplaceLineEndings("\n"),
        ["license"] = new JsonObject { ["name"] = "MIT", ["identifier"] = "MIT" },
        ["version"] = "1",
    };

    /// <summary>The chapters that there is something in, in the order of the pages.</summary>
    public static JsonArray Tags(IEnumerable<string> used)
    {
        var names = used.ToHashSet(StringComparer.Ordinal);
        Assert.Empty(names.Except(ChapterTexts.Keys));
        return new JsonArray([.. ChapterTexts.Where(chapter => names.Contains(chapter.Key)).Select(chapter => (JsonNode)new JsonObject { ["name"] = chapter.Key, ["description"] = chapter.Value })]);
    }

    public static JsonObject Key() => new()
    {
        ["name"] = IdempotencyKey.Header,
        ["in"] = "header",
        ["description"] = "A text of the client's own, with or without quotes: what is saved with it is saved once. A random one for each thing that is to be saved.",
        ["required"] = false,
        ["schema"] = new JsonObject { ["type"] = "string", ["minLength"] = 1, ["maxLength"] = RequestKey.LongestValue },
    };
}
