using System.Text.Json;
using BiweeklyBudget.Core;
using BiweeklyBudget.Core.CreditPayoff;
using BiweeklyBudget.Core.Saving;
using BiweeklyBudget.Hosting.Api;

namespace BiweeklyBudget.Hosting.Features.CreditPayoff;

/// <summary>
/// The settings of payoff plans as they are posted (spec/credit-payoff.md §10, spec/http-api.md §17.1): a JSON object with the lists <c>increases</c> and
/// <c>onetimes</c>, each entry with <c>date</c>, <c>amount</c> and <c>enabled</c>.
/// </summary>
internal static class PayoffSettingsForm
{
    private static readonly FormReply NoJson = FormReply.Failed("Error parsing JSON");

    /// <summary>Reads the body, saves what it says, and words the reply. An entry's mistakes stand under a key of its own, for example <c>increases[0].date</c>.</summary>
    /// <param name="book">The book to save in.</param>
    /// <param name="json">The body.</param>
    /// <param name="cancellationToken">Cancels it; nothing is saved then.</param>
    public static async Task<FormReply> SubmitAsync(BudgetBook book, string json, CancellationToken cancellationToken)
    {
        try
        {
            using var body = JsonDocument.Parse(json);
            return FormValues.TryRead(body.RootElement, out var form) ? await SubmitAsync(book, body.RootElement, form, cancellationToken) : NoJson;
        }
        catch (JsonException)
        {
            return NoJson;
        }
    }

    private static async Task<FormReply> SubmitAsync(BudgetBook book, JsonElement body, FormValues form, CancellationToken cancellationToken)
    {
        var increases = PlannedChangesReader.Read(body, "increases", nameof(PayoffSettingsChange.Increases));
        var oneTimes = PlannedChangesReader.Read(body, "onetimes", nameof(PayoffSettingsChange.OneTimes));
        var change = new PayoffSettingsChange { Increases = increases.Changes, OneTimes = oneTimes.Changes };
        if (increases.HasErrors || oneTimes.HasErrors)
        {
            var unknown = new HashSet<string>([.. increases.Unknown, .. oneTimes.Unknown], StringComparer.Ordinal);
            return Refused(await book.CreditPayoff.CheckAsync(change, unknown, cancellationToken));
        }

        return await book.CreditPayoff.SaveSettingsAsync(change, cancellationToken) switch
        {
            Outcome<PayoffSettings>.Saved => new FormReply { Success = true, SuccessMessage = "Successfully updated setting \"credit-payoff\" in database.", Words = "Saved the plans for paying cards off." },
            Outcome<PayoffSettings>.Invalid invalid => Refused(invalid.Problems),
            Outcome<PayoffSettings>.Refused refused => FormReply.Failed(refused.Reason),
            var other => throw new InvalidOperationException($"{other} is no outcome."),
        };

        FormReply Refused(IEnumerable<Problem> problems)
        {
            foreach (var problem in problems)
            {
                _ = increases.TryPlace(problem) || oneTimes.TryPlace(problem);
            }

            var errors = new FieldErrors(form);
            increases.AddTo(errors);
            oneTimes.AddTo(errors);
            return FormReply.Refused(errors);
        }
    }
}
