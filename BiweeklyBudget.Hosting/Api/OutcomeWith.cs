using BiweeklyBudget.Core.Saving;

namespace BiweeklyBudget.Hosting.Api;

/// <summary>Outcomes with something else beside what was saved, such as the name that a message says.</summary>
internal static class OutcomeWith
{
    /// <summary>The same outcome of another value.</summary>
    /// <typeparam name="T">What was saved.</typeparam>
    /// <typeparam name="TOther">What it becomes.</typeparam>
    /// <param name="outcome">The outcome.</param>
    /// <param name="other">The value for a value.</param>
    public static Outcome<TOther> With<T, TOther>(this Outcome<T> outcome, Func<T, TOther> other) => outcome switch
    {
        Outcome<T>.Saved saved => new Outcome<TOther>.Saved(other(saved.Value)) { Warnings = saved.Warnings },
        Outcome<T>.Invalid invalid => new Outcome<TOther>.Invalid(invalid.Problems),
        Outcome<T>.Refused refused => new Outcome<TOther>.Refused(refused.Reason),
        _ => throw new InvalidOperationException($"{outcome} is no outcome."),
    };
}
