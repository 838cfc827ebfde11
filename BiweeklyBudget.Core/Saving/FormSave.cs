using BiweeklyBudget.Core.Forms;
using BiweeklyBudget.Core.Storage;

namespace BiweeklyBudget.Core.Saving;

/// <summary>
/// What saves of forms share: the fields are read once, before anything is locked. A form with mistakes in its fields is checked
/// against the database all the same, so that everything that is wrong is reported together, but without a transaction.
/// </summary>
internal static class FormSave
{
    /// <summary>Reads a form and saves it.</summary>
    /// <typeparam name="TFields">What is read.</typeparam>
    /// <param name="caller">Any context of the database; it is neither used nor changed.</param>
    /// <param name="form">The submitted fields.</param>
    /// <param name="read">Reads them; mistakes are added to the reader's errors.</param>
    /// <param name="save">Checks and saves. It adds to the errors and, if there are any, changes nothing. It may be run more than once.</param>
    /// <param name="duplicate">What to add to the errors when a unique key refuses the row; null when none can.</param>
    /// <param name="cancellationToken">Cancels it; nothing is saved then.</param>
    public static Task<SaveResult> RunAsync<TFields>(
        BudgetDbContext caller,
        FormValues form,
        Func<FieldReader, TFields> read,
        Func<RunningSave, TFields, FieldErrors, CancellationToken, Task<SaveResult>> save,
        Action<FieldErrors>? duplicate,
        CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(form);
        var reader = new FieldReader(form);
        var fields = read(reader);
        if (reader.Errors.Any)
        {
            return AtomicSave.CheckAsync(caller, (running, token) => save(running, fields, reader.Errors.Copy(), token), cancellationToken);
        }

        return AtomicSave.RunAsync(caller, (running, token) => save(running, fields, new FieldErrors(form), token), duplicate is null ? null : Duplicate, cancellationToken);

        SaveResult Duplicate()
        {
            var errors = new FieldErrors(form);
            duplicate(errors);
            return new SaveResult.Refused(errors);
        }
    }
}
