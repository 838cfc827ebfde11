namespace BiweeklyBudget.Core.Saving;

/// <summary>What <see cref="AtomicSave"/> has to know of an operation's result, whatever it is.</summary>
/// <typeparam name="TSelf">The result itself.</typeparam>
internal interface ISaveOutcome<TSelf>
    where TSelf : ISaveOutcome<TSelf>
{
    /// <summary>Whether the change is to be stored. With any other outcome nothing of it is.</summary>
    bool IsSaved { get; }

    /// <summary>The outcome of a save that could not be done for a reason that is nobody's mistake.</summary>
    /// <param name="reason">Why.</param>
    static abstract TSelf Failed(Problem reason);

    /// <summary>A success as text, from which <see cref="FromText"/> makes the same.</summary>
    string ToText();

    /// <summary>The success that <see cref="ToText"/> wrote.</summary>
    static abstract TSelf FromText(string text);
}
