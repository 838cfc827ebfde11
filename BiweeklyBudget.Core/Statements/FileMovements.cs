using System.Globalization;
using BiweeklyBudget.Core.Statements.Ofx;

namespace BiweeklyBudget.Core.Statements;

/// <summary>
/// The movements of a statement, each once: exact repetitions are one, and of what the bank lists again after a correction the last word counts. Transactions
/// without an id get one from day, amount, text, and how many alike came before.
/// </summary>
internal sealed class FileMovements
{
    private readonly List<FileMovement> _all = [];
    private readonly List<OfxTransaction> _corrections = [];
    private readonly MovementIndex<FileMovement> _index = new();
    private readonly Dictionary<string, int> _alike = new(StringComparer.Ordinal);

    private readonly HashSet<string> _repeated;

    private FileMovements(HashSet<string> repeated) => _repeated = repeated;

    /// <summary>The movements, in the file's order.</summary>
    public IReadOnlyList<FileMovement> All => _all;

    /// <summary>Transactions that delete or replace an earlier one. Those that replace are among the movements too.</summary>
    public IReadOnlyList<OfxTransaction> Corrections => _corrections;

    /// <summary>How many transactions said again what another one had said.</summary>
    public int Repeated { get; private set; }

    /// <summary>How many have no id of the bank.</summary>
    public int WithoutId { get; private set; }

    /// <summary>Reads the movements of a statement.</summary>
    /// <param name="transactions">Its transactions.</param>
    /// <param name="fields">How the account stores them.</param>
    public static FileMovements Of(IReadOnlyList<OfxTransaction> transactions, BankTransactionFields fields)
    {
        // Most ids are listed once: they need not be looked for.
        var ids = new HashSet<string>(transactions.Count, StringComparer.Ordinal);
        var movements = new FileMovements([.. transactions.Select(transaction => transaction.FitId).Where(id => !ids.Add(id))]);
        foreach (var (place, transaction) in transactions.Index())
        {
            movements.Add(transaction, fields.MovementOf(transaction), place);
        }

        movements._all.Sort((one, other) => one.Place.CompareTo(other.Place));
        return movements;
    }

    /// <summary>Whether a transaction deletes or replaces one of another id. With its own id it is the same one, with other words.</summary>
    private static bool IsCorrection(OfxTransaction transaction) => transaction.CorrectedFitId is { } corrected && (transaction.IsDeletion || corrected != transaction.FitId);

    private void Add(OfxTransaction transaction, Movement movement, int place)
    {
        if (IsCorrection(transaction))
        {
            _corrections.Add(transaction);
        }

        if (IsCorrection(transaction) && transaction.IsDeletion)
        {
            return;
        }

        var id = transaction.FitId.Length > 0 ? transaction.FitId : Derived(movement);
        var isRepeated = _repeated.Contains(transaction.FitId) && transaction.FitId.Length > 0;
        if (isRepeated && _index.Find(id, movement, Likeness.Corrected, (item, known) => item.Movement == known) is { } same)
        {
            (same.Transaction, same.Movement, same.Place) = (transaction, movement, place);
            Repeated++;
        }
        else
        {
            same = new FileMovement(id) { Transaction = transaction, Movement = movement, Place = place };
            _all.Add(same);
        }

        if (isRepeated)
        {
            _index.Add(id, same, movement);
        }
    }

    private string Derived(Movement movement)
    {
        WithoutId++;
        var id = StoredFitId.WithoutFitId(movement);
        var before = _alike.GetValueOrDefault(id);
        _alike[id] = before + 1;
        return before == 0 ? id : string.Create(CultureInfo.InvariantCulture, $"{id}~{before + 1}");
    }
}
