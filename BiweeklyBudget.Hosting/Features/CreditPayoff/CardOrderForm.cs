using System.Globalization;
using BiweeklyBudget.Core;
using BiweeklyBudget.Core.Saving;
using BiweeklyBudget.Hosting.Api;

namespace BiweeklyBudget.Hosting.Features.CreditPayoff;

/// <summary>The form of the user's own order of cards, ours: the field <c>order</c>, account ids with commas between them.</summary>
internal sealed class CardOrderForm : Form<IReadOnlyList<int>, IReadOnlyList<int>>
{
    protected override IReadOnlyDictionary<string, string> Fields { get; } = new Dictionary<string, string> { ["Accounts"] = "order" };

    protected override IReadOnlyList<int> Read(FieldReader fields)
    {
        var ids = new List<int>();
        foreach (var part in fields.Form["order"].Text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            if (!int.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out var id))
            {
                fields.Errors.Add("order", "Must be account ids with commas between them, each once");
                break;
            }

            ids.Add(id);
        }

        return ids;
    }

    protected override Task<Outcome<IReadOnlyList<int>>> SaveAsync(BudgetBook book, IReadOnlyList<int> command, CancellationToken cancellationToken) =>
        book.CreditPayoff.SaveOrderAsync(command, cancellationToken);

    protected override Task<IReadOnlyList<Problem>> CheckAsync(BudgetBook book, IReadOnlyList<int> command, IReadOnlySet<string> unknown, CancellationToken cancellationToken) =>
        book.CreditPayoff.CheckOrderAsync(command, unknown, cancellationToken);

    protected override string Success(IReadOnlyList<int> command, IReadOnlyList<int> saved) => "Successfully saved the order of cards.";

    protected override string? Words(IReadOnlyList<int> command, IReadOnlyList<int> saved) => "Saved the order of the cards.";
}
