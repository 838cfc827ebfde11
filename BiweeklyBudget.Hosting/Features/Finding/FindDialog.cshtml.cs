using BiweeklyBudget.Core;
using BiweeklyBudget.Core.Money;
using BiweeklyBudget.Hosting.Security.SignIn;
using BiweeklyBudget.Hosting.Ui;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace BiweeklyBudget.Hosting.Features.Finding;

/// <summary>The palette: one field that finds places and takes transactions. As a page of its own it works without scripts.</summary>
internal sealed class FindDialogModel(BudgetBook book, MoneyFormat money, DayFormat days) : PageModel
{
    public string Text { get; private set; } = "";

    /// <summary>What it means: a transaction that is complete comes first, one with a question after what was found, as the script has it.</summary>
    public IReadOnlyList<FoundLine> Lines { get; private set; } = [];

    public async Task OnGetAsync(string? q, CancellationToken cancellationToken)
    {
        Text = q ?? "";
        var means = await Finder.FindAsync(book, money, days, Text, OwnSignIn.Known(HttpContext), cancellationToken);
        var found = means.Found.Select(place => new FoundLine(place.Name, place.Detail.Length > 0 ? $"{place.Group} · {place.Detail}" : place.Group, place.Path, IsTyped: false));
        Lines = means.Typed switch
        {
            null => [.. found],
            { Question: null } typed => [LineOf(typed), .. found],
            { } typed => [.. found, LineOf(typed)],
        };
    }

    private static FoundLine LineOf(TypedJson typed) => new($"Add {typed.Text}", typed.Question ?? "", typed.Path, IsTyped: true);

    /// <param name="Text">What it is.</param>
    /// <param name="Detail">What else is known.</param>
    /// <param name="Path">Where it leads, below the app's path.</param>
    /// <param name="IsTyped">Whether it is the transaction that the text describes.</param>
    internal sealed record FoundLine(string Text, string Detail, string Path, bool IsTyped);
}
