using System.Globalization;
using BiweeklyBudget.Core;
using BiweeklyBudget.Core.Finding;
using BiweeklyBudget.Core.Money;
using BiweeklyBudget.Hosting.Security.SignIn;
using BiweeklyBudget.Hosting.Ui;

namespace BiweeklyBudget.Hosting.Features.Finding;

/// <summary>Says what a line of text means, with addresses: the engine's findings and the app's own pages.</summary>
internal static class Finder
{
    /// <summary>Reads a text. Of the pages about signing in whoever is there finds those that he may open.</summary>
    public static async Task<FindJson> FindAsync(BudgetBook book, MoneyFormat money, DayFormat days, string text, Visitor? visitor, CancellationToken cancellationToken)
    {
        var findings = await book.Finding.FindAsync(text, cancellationToken);
        var pages = text.Length > FindingSection.LongestText ? [] : Navigation.Groups.SelectMany(group => group.Entries).Concat(Navigation.PersonalFor(visitor)).Where(entry => FindingSection.IsFound(text, entry.Label)).Select(entry => new FoundJson("Pages", entry.Label, "", entry.Path));
        return new FindJson(findings.Typed is { } typed ? TypedJson.Of(typed, money, days) : null, [.. pages, .. findings.Records.Select(record => Place(record, money, days))]);
    }

    private static FoundJson Place(FoundRecord record, MoneyFormat money, DayFormat days) => record.Kind switch
    {
        FoundKind.Account => new("Accounts", record.Name, "", $"/accounts/{Id(record)}"),
        FoundKind.Budget => new("Budgets", record.Name, "", $"/budgets/{Id(record)}"),
        FoundKind.PayPeriod => new("Periods", record.Name, "from " + days.Text(record.Date), "/payperiod/" + DateText.Day(record.Date)),
        _ => new("Transactions", record.Name, $"{days.Text(record.Date)} · {money.Format(record.Amount)}", $"/transactions/{Id(record)}"),
    };

    private static string Id(FoundRecord record) => record.Id.ToString(CultureInfo.InvariantCulture);
}
