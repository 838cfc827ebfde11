using BiweeklyBudget.Core;
using BiweeklyBudget.Core.Saving;

namespace BiweeklyBudget.Hosting.Api;

/// <summary>
/// What the forms share: the fields are read into a command, which field is to blame for a problem of the command, and how success is put in
/// words. What is wrong in spelling and what is wrong by rule is reported together.
/// </summary>
/// <typeparam name="TCommand">The command.</typeparam>
/// <typeparam name="TSaved">What a success results in.</typeparam>
internal abstract class Form<TCommand, TSaved> : IForm
    where TCommand : notnull
{
    /// <summary>The field of each property of the command.</summary>
    protected abstract IReadOnlyDictionary<string, string> Fields { get; }

    public IEnumerable<string> FieldNames => Fields.Values;

    public async Task<FormReply> SubmitAsync(BudgetBook book, FormValues values, CancellationToken cancellationToken)
    {
        var fields = new FieldReader(values);
        var command = Read(fields);
        if (fields.Errors.Any)
        {
            return Refused(fields.Errors, await CheckAsync(book, command, UnknownIn(fields).ToHashSet(StringComparer.Ordinal), cancellationToken));
        }

        return await SaveAsync(book, command, cancellationToken) switch
        {
            Outcome<TSaved>.Saved saved => new FormReply { Success = true, SuccessMessage = Success(command, saved.Value), Words = Words(command, saved.Value), Extras = Extras(saved.Value), Warnings = saved.Warnings },
            Outcome<TSaved>.Invalid invalid => Refused(fields.Errors, invalid.Problems),
            Outcome<TSaved>.Refused refused => FormReply.Failed(refused.Reason),
            var other => throw new InvalidOperationException($"{other} is no outcome."),
        };
    }

    /// <summary>Reads the fields. What cannot be read is added to the reader's errors, and anything may stand in its property.</summary>
    protected abstract TCommand Read(FieldReader fields);

    /// <summary>Saves the command.</summary>
    protected abstract Task<Outcome<TSaved>> SaveAsync(BudgetBook book, TCommand command, CancellationToken cancellationToken);

    /// <summary>Finds what is wrong by rule with a command that could not be read in whole.</summary>
    protected abstract Task<IReadOnlyList<Problem>> CheckAsync(BudgetBook book, TCommand command, IReadOnlySet<string> unknown, CancellationToken cancellationToken);

    /// <summary>The text for <c>success_message</c>.</summary>
    protected abstract string Success(TCommand command, TSaved saved);

    /// <summary>The same for a person, who does not know tables and ids; null when that text is a person's already.</summary>
    protected virtual string? Words(TCommand command, TSaved saved) => null;

    /// <summary>Further keys of the reply to a success; usually none.</summary>
    protected virtual IDictionary<string, object?>? Extras(TSaved saved) => null;

    /// <summary>The field that is to blame for a problem of a property.</summary>
    protected virtual string FieldOf(string property) => Fields[property];

    /// <summary>The properties whose fields could not be read.</summary>
    protected virtual IEnumerable<string> UnknownIn(FieldReader fields) => Fields.Where(field => fields.Errors.Of(field.Value)).Select(field => field.Key);

    private FormReply Refused(FieldErrors errors, IEnumerable<Problem> problems)
    {
        foreach (var problem in problems)
        {
            if (problem.Property is { } property)
            {
                errors.Add(FieldOf(property), problem.Message);
            }
        }

        return FormReply.Refused(errors);
    }
}
