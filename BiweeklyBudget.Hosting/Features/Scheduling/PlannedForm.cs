using System.Globalization;
using BiweeklyBudget.Core;
using BiweeklyBudget.Core.Saving;
using BiweeklyBudget.Core.Scheduling;
using BiweeklyBudget.Hosting.Api;

namespace BiweeklyBudget.Hosting.Features.Scheduling;

/// <summary>
/// The form that makes, or skips, several occurrences of a pay period: <c>action</c>, <c>payperiod_start_date</c>, <c>occurrences</c>, a map from <c>ID@DAY</c> to the amount, and <c>notes</c>.
/// It has no counterpart in upstream.
/// </summary>
internal sealed class PlannedForm : Form<PlannedForm.Choice, int>
{
    /// <summary>The word for making them.</summary>
    public const string Make = "make";

    /// <summary>The word for skipping them.</summary>
    public const string Skip = "skip";

    /// <summary>The keys of those that are chosen, in forms without scripts: there the map has all of them.</summary>
    public const string Chosen = "chosen";

    private const string Occurrences = "occurrences";

    protected override IReadOnlyDictionary<string, string> Fields { get; } = new Dictionary<string, string>
    {
        [nameof(Choice.Action)] = "action",
        [nameof(OccurrenceBatch.PeriodDay)] = "payperiod_start_date",
        [nameof(OccurrenceBatch.Occurrences)] = Occurrences,
        [nameof(OccurrenceBatch.Notes)] = "notes",
    };

    /// <summary>The key of an occurrence in the map.</summary>
    /// <param name="scheduled">The scheduled transaction.</param>
    /// <param name="day">The day that the transaction gets.</param>
    /// <param name="place">Tells those of one day apart.</param>
    public static string KeyOf(int scheduled, DateOnly day, int place) => string.Create(CultureInfo.InvariantCulture, $"{scheduled}@{day:yyyy-MM-dd}@{place}");

    protected override Choice Read(FieldReader fields)
    {
        var action = fields.Text("action");
        if (action is not (Make or Skip) && !fields.Errors.Of("action"))
        {
            fields.Errors.Add("action", $"Please say what is to be done: {Make} or {Skip}.");
        }

        return new Choice(action, new OccurrenceBatch
        {
            PeriodDay = fields.Date("payperiod_start_date") ?? default,
            Occurrences = ReadOccurrences(fields),
            Notes = fields.IsBlank("notes") ? "" : fields.Text("notes"),
        });
    }

    protected override Task<Outcome<int>> SaveAsync(BudgetBook book, Choice command, CancellationToken cancellationToken) =>
        command.Action == Make ? book.Scheduled.MakeAsync(command.Batch, cancellationToken) : book.Scheduled.SkipAsync(command.Batch, cancellationToken);

    protected override Task<IReadOnlyList<Problem>> CheckAsync(BudgetBook book, Choice command, IReadOnlySet<string> unknown, CancellationToken cancellationToken) =>
        command.Action == Make ? book.Scheduled.CheckMakingAsync(command.Batch, unknown, cancellationToken) : book.Scheduled.CheckSkippingAsync(command.Batch, unknown, cancellationToken);

    protected override string Success(Choice command, int saved) => (command.Action, saved) switch
    {
        (Make, 1) => "One transaction was made.",
        (Make, _) => string.Create(CultureInfo.InvariantCulture, $"{saved} transactions were made."),
        (_, 1) => "One was skipped.",
        _ => string.Create(CultureInfo.InvariantCulture, $"{saved} were skipped."),
    };

    protected override string FieldOf(string property) => property.StartsWith(Occurrences, StringComparison.OrdinalIgnoreCase) ? Occurrences : base.FieldOf(property);

    private static List<PlannedOccurrence> ReadOccurrences(FieldReader fields)
    {
        var found = new List<PlannedOccurrence>();
        var chosen = fields.Form.TypedIn is null ? null : fields.Form.Where(field => field.Key == Chosen).Select(field => field.Value.Text).ToHashSet(StringComparer.Ordinal);
        foreach (var (key, amount) in (fields.Form[Occurrences].Map ?? []).Where(entry => chosen?.Contains(entry.Key) != false).Take(OccurrenceBatch.MostOccurrences + 1))
        {
            if (key.Split('@') is [var id, var day, ..] && int.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var scheduled)
                && DateOnly.TryParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
            {
                found.Add(new PlannedOccurrence(scheduled, date, fields.PartAmount(Occurrences, amount) ?? 0m));
            }
            else
            {
                fields.Errors.Add(Occurrences, $"\"{key}\" is no occurrence of a scheduled transaction.");
            }
        }

        return found;
    }

    /// <param name="Action">What is done with them.</param>
    /// <param name="Batch">What they are.</param>
    internal sealed record Choice(string Action, OccurrenceBatch Batch);
}
