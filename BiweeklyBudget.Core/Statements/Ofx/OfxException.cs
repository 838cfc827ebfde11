namespace BiweeklyBudget.Core.Statements.Ofx;

/// <summary>A file is no OFX, is damaged, or reports an error of the bank. The message is for the user.</summary>
/// <param name="message">What is wrong, where, and what was expected.</param>
/// <param name="line">Line of the file, from 1.</param>
internal sealed class OfxException(string message, int line) : FormatException(message)
{
    /// <summary>Line of the file, from 1, where reading stopped.</summary>
    public int Line { get; } = line;
}
