using BiweeklyBudget.Core;

namespace BiweeklyBudget.Hosting.Api;

/// <summary>One of upstream's forms (spec/http-api.md §4).</summary>
internal interface IForm
{
    /// <summary>The fields that it reads.</summary>
    IEnumerable<string> FieldNames { get; }

    /// <summary>Reads the fields, saves what they say, and words the reply.</summary>
    /// <param name="book">The book to save in.</param>
    /// <param name="values">The submitted fields.</param>
    /// <param name="cancellationToken">Cancels it; nothing is saved then.</param>
    Task<FormReply> SubmitAsync(BudgetBook book, FormValues values, CancellationToken cancellationToken);
}
