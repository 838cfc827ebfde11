using System.Globalization;
using BiweeklyBudget.Core;
using BiweeklyBudget.Core.Saving;
using BiweeklyBudget.Core.Spreading;
using BiweeklyBudget.Hosting.Api;

namespace BiweeklyBudget.Hosting.Features.Spreading;

/// <summary>
/// The form that spreads what is left over: <c>payperiod_start_date</c>, <c>left_over</c> as it was shown, <c>amounts</c>, a map from budget id to amount, in which blank ones count for
/// nothing, <c>charged</c> and <c>notes</c>. It has no counterpart in upstream.
/// </summary>
internal sealed class SpreadForm : Form<Spread, SavedSpread>
{
    /// <summary>Name of the field of the amounts.</summary>
    public const string Amounts = "amounts";

    protected override IReadOnlyDictionary<string, string> Fields { get; } = new Dictionary<string, string>
    {
        [nameof(Spread.PeriodDay)] = "payperiod_start_date",
        [nameof(Spread.LeftOver)] = "left_over",
        [nameof(Spread.Shares)] = Amounts,
        [nameof(Spread.ChargedBudgetId)] = "charged",
        [nameof(Spread.Notes)] = "notes",
    };

    protected override Spread Read(FieldReader fields) => new()
    {
        PeriodDay = fields.Date("payperiod_start_date") ?? default,
        LeftOver = fields.Amount("left_over", fields.Form["left_over"]) ?? 0m,
        Shares = ReadShares(fields),
        ChargedBudgetId = fields.IsNone("charged") ? null : fields.Reference("charged", "Please choose the budget that is charged with it."),
        Notes = fields.IsBlank("notes") ? "" : fields.Text("notes"),
    };

    protected override Task<Outcome<SavedSpread>> SaveAsync(BudgetBook book, Spread command, CancellationToken cancellationToken) => book.Spreading.SaveAsync(command, cancellationToken);

    protected override Task<IReadOnlyList<Problem>> CheckAsync(BudgetBook book, Spread command, IReadOnlySet<string> unknown, CancellationToken cancellationToken) =>
        book.Spreading.CheckAsync(command, unknown, cancellationToken);

    protected override string Success(Spread command, SavedSpread saved) => command.Shares.Count(share => share.Amount > 0) switch
    {
        1 => "The money was moved to one budget.",
        var count => string.Create(CultureInfo.InvariantCulture, $"The money was spread over {count} budgets."),
    };

    protected override string FieldOf(string property) => property.StartsWith(nameof(Spread.Shares), StringComparison.Ordinal) ? Amounts : base.FieldOf(property);

    private static List<SpreadShare> ReadShares(FieldReader fields)
    {
        var found = new List<SpreadShare>();
        foreach (var (key, amount) in (fields.Form[Amounts].Map ?? []).Where(entry => !entry.Value.IsBlank).Take(Spread.MostShares + 1))
        {
            if (!int.TryParse(key, NumberStyles.None, CultureInfo.InvariantCulture, out var budget))
            {
                fields.Errors.Add(Amounts, $"Budget ID {key} is invalid.");
            }
            else if (fields.PartAmount(Amounts, amount) is { } read)
            {
                found.Add(new SpreadShare(budget, read));
            }
        }

        return found;
    }
}
