using System.Globalization;
using BiweeklyBudget.Core.Reconciling;
using BiweeklyBudget.Core.Saving;
using BiweeklyBudget.Hosting.Api;

namespace BiweeklyBudget.Hosting.Features.Reconciling;

/// <summary>The reply to a request to reconcile (spec/http-api.md §12.1): what is wrong is one sentence, in the order in which upstream finds it.</summary>
internal static class ReconcileReply
{
    private const string Refused = "Exception committing reconcile(s): ";

    // A text for a person; a long list of conflicts says no more than its beginning.
    private const int MostConflicts = 5;

    private static readonly List<(string Property, ProblemCode Code)> Order =
    [
        (nameof(ReconciledTransaction.TransactionId), ProblemCode.Repeated),
        (nameof(ReconciledTransaction.TransactionId), ProblemCode.Reconciled),
        (nameof(ReconciledTransaction.BankTransaction), ProblemCode.NotFound),
        (nameof(ReconciledTransaction.BankTransaction), ProblemCode.Repeated),
        (nameof(ReconciledTransaction.BankTransaction), ProblemCode.Reconciled),
        (nameof(ReconciledTransaction.Note), ProblemCode.TooLong),
    ];

    /// <summary>The reply.</summary>
    public static FormReply Of(Outcome<IReadOnlyList<int>> outcome) => outcome switch
    {
        Outcome<IReadOnlyList<int>>.Saved saved => new FormReply { Success = true, SuccessMessage = $"Successfully reconciled {saved.Value.Count} transactions", Words = string.Create(CultureInfo.InvariantCulture, $"{saved.Value.Count} reconciled."), Warnings = saved.Warnings },
        Outcome<IReadOnlyList<int>>.Invalid invalid => FormReply.Failed(Unknown(invalid.Problems)?.Message ?? Refused + Conflicts(invalid.Problems, "; ", problem => problem.Message), Conflicts(invalid.Problems, " ", problem => problem.Plain ?? problem.Message + ".")),
        Outcome<IReadOnlyList<int>>.Refused { Reason: { Code: ProblemCode.Reconciled } reason } => FormReply.Failed(Refused + reason.Message, reason.Plain),
        Outcome<IReadOnlyList<int>>.Refused refused => FormReply.Failed(refused.Reason),
        _ => throw new ArgumentOutOfRangeException(nameof(outcome)),
    };

    /// <summary>The first row that a pair names and nobody has: upstream looks no further. Ignored ones it finds later.</summary>
    private static Problem? Unknown(IReadOnlyList<Problem> problems) =>
        problems.FirstOrDefault(problem => problem.Code == ProblemCode.NotFound && problem.Property!.StartsWith(nameof(ReconciliationBatch.Transactions), StringComparison.Ordinal));

    private static string Conflicts(IReadOnlyList<Problem> problems, string between, Func<Problem, string> text) => string.Join(between, problems.OrderBy(RankOf).Take(MostConflicts).Select(text).Distinct(StringComparer.Ordinal));

    private static int RankOf(Problem problem) => Order.IndexOf((problem.Property!.Split('.')[^1], problem.Code)) is >= 0 and var rank ? rank : Order.Count;
}
