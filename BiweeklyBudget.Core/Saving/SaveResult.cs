using BiweeklyBudget.Core.Forms;

namespace BiweeklyBudget.Core.Saving;

/// <summary>What became of a form (spec/http-api.md §4). Unless it is <see cref="Saved"/>, nothing was changed.</summary>
public abstract record SaveResult : ISaveOutcome<SaveResult>
{
    private SaveResult()
    {
    }

    bool ISaveOutcome<SaveResult>.IsSaved => this is Saved;

    static SaveResult ISaveOutcome<SaveResult>.Failed(Problem reason) => new Failed(reason.Message);

    /// <summary>Saved.</summary>
    /// <param name="Message">The text for <c>success_message</c>.</param>
    /// <param name="Ids">The saved rows' ids: the record's, or both transactions' of a transfer, from-side first.</param>
    public sealed record Saved(string Message, params IReadOnlyList<int> Ids) : SaveResult
    {
        /// <summary>What the user should know although it was saved; usually nothing. Not part of the reply that scripts read.</summary>
        public IReadOnlyList<string> Warnings { get; init; } = [];
    }

    /// <summary>Not saved: the fields hold mistakes, for <c>errors</c>.</summary>
    /// <param name="Errors">Messages by field.</param>
    public sealed record Refused(FieldErrors Errors) : SaveResult;

    /// <summary>Not saved for a reason that is no field's, for <c>error_message</c>.</summary>
    /// <param name="Message">The reason.</param>
    public sealed record Failed(string Message) : SaveResult;
}
