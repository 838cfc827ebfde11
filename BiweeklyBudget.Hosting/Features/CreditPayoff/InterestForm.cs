using BiweeklyBudget.Core;
using BiweeklyBudget.Core.CreditPayoff;
using BiweeklyBudget.Core.Saving;
using BiweeklyBudget.Hosting.Api;

namespace BiweeklyBudget.Hosting.Features.CreditPayoff;

/// <summary>The form of an interest charge by hand (spec/credit-payoff.md §12).</summary>
internal sealed class InterestForm : Form<InterestCharge, string>
{
    protected override IReadOnlyDictionary<string, string> Fields { get; } = new Dictionary<string, string>
    {
        [nameof(InterestCharge.AccountId)] = "id",
        [nameof(InterestCharge.FileName)] = "filename",
        [nameof(InterestCharge.Amount)] = "interest_amt",
    };

    protected override InterestCharge Read(FieldReader fields) => new()
    {
        AccountId = fields.Reference("id", "Account cannot be empty") ?? 0,
        FileName = fields.Text("filename"),
        Amount = fields.Amount("interest_amt") ?? 0m,
    };

    protected override Task<Outcome<string>> SaveAsync(BudgetBook book, InterestCharge command, CancellationToken cancellationToken) =>
        book.CreditPayoff.EnterInterestAsync(command, cancellationToken);

    protected override Task<IReadOnlyList<Problem>> CheckAsync(BudgetBook book, InterestCharge command, IReadOnlySet<string> unknown, CancellationToken cancellationToken) =>
        book.CreditPayoff.CheckAsync(command, unknown, cancellationToken);

    protected override string Success(InterestCharge command, string saved) => $"Successfully saved OFXTransaction with FITID {saved} in database.";

    protected override string? Words(InterestCharge command, string saved) => "Saved the interest charge.";
}
