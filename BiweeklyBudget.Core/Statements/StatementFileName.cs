using BiweeklyBudget.Core.Saving;
using BiweeklyBudget.Core.Storage;

namespace BiweeklyBudget.Core.Statements;

/// <summary>File names that a statement may have (spec/bank-data.md §2.5).</summary>
internal static class StatementFileName
{
    private const int Longest = 254;

    /// <summary>Why a name is refused; null when it is good.</summary>
    public static (ProblemCode Code, string Message)? Mistake(string? name)
    {
        if (string.IsNullOrWhiteSpace(name))
        {
            return (ProblemCode.Missing, "The file name is empty.");
        }

        if (name.Any(c => c is '/' or '\\' || char.IsControl(c)) || !TextLength.IsValid(name))
        {
            return (ProblemCode.BadFormat, "The file name holds a path separator or a control character.");
        }

        return TextLength.Of(name) > Longest ? (ProblemCode.TooLong, $"The file name is longer than {Longest} characters.") : null;
    }
}
