using System.Text.Json;

namespace BiweeklyBudget.Core.Saving;

/// <summary>
/// What became of a command: exactly one of <see cref="Saved"/>, <see cref="Invalid"/> and <see cref="Refused"/>. Unless it is
/// <see cref="Saved"/>, nothing was changed.
/// </summary>
/// <typeparam name="T">What a success results in, often the id of the saved row.</typeparam>
public abstract record Outcome<T> : ISaveOutcome<Outcome<T>>
{
    private Outcome()
    {
    }

    /// <summary>Whether the change is stored.</summary>
    public bool IsSaved => this is Saved;

    static Outcome<T> ISaveOutcome<Outcome<T>>.Failed(Problem reason) => new Refused(reason);

    static Outcome<T> ISaveOutcome<Outcome<T>>.FromText(string text)
    {
        try
        {
            return JsonSerializer.Deserialize<Saved>(text) ?? throw new JsonException();
        }
        catch (JsonException exception)
        {
            throw new OutcomeUnknownException("This was saved before, by another version of the program: what it answered then cannot be told any more.", exception);
        }
    }

    string ISaveOutcome<Outcome<T>>.ToText() => JsonSerializer.Serialize((Saved)this);

    /// <summary>What was saved, for a caller who knows of no reason why it should not be.</summary>
    /// <returns>The value of <see cref="Saved"/>.</returns>
    /// <exception cref="InvalidOperationException">It was not saved; the message says why.</exception>
    public T ValueOrThrow() => this switch
    {
        Saved saved => saved.Value,
        Invalid invalid => throw new InvalidOperationException("Nothing was saved: " + string.Join(" ", invalid.Problems.Select(problem => $"{problem.Property}: {problem.Message}"))),
        Refused refused => throw new InvalidOperationException("Nothing was saved: " + refused.Reason.Message),
        _ => throw new InvalidOperationException(),
    };

    /// <summary>Stored.</summary>
    /// <param name="Value">What it resulted in.</param>
    public sealed record Saved(T Value) : Outcome<T>
    {
        /// <summary>English sentences that the user should know although it was saved; usually none.</summary>
        public IReadOnlyList<string> Warnings { get; init; } = [];
    }

    /// <summary>Not stored: properties of the command hold mistakes.</summary>
    /// <param name="Problems">All of them, at least one.</param>
    public sealed record Invalid(IReadOnlyList<Problem> Problems) : Outcome<T>;

    /// <summary>Not stored for a reason that is no property's, for example that the row to change does not exist.</summary>
    /// <param name="Reason">The reason; its property is null.</param>
    public sealed record Refused(Problem Reason) : Outcome<T>;
}
