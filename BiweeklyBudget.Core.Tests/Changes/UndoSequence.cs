using System.Globalization;
using System.Text.Json.Nodes;
using BiweeklyBudget.Core.Changes;
using BiweeklyBudget.Core.Deleting;
using BiweeklyBudget.Core.Reconciling;
using BiweeklyBudget.Core.Saving;
using BiweeklyBudget.Core.Scheduling;
using BiweeklyBudget.Core.Statements;
using BiweeklyBudget.Core.Storage.Rows;
using BiweeklyBudget.Core.Tests.Forms;
using BiweeklyBudget.Core.Tests.Statements.Ofx;
using BiweeklyBudget.Core.Transactions;
using BiweeklyBudget.Core.Transfers;
using Microsoft.EntityFrameworkCore;

namespace BiweeklyBudget.Core.Tests.Changes;

/// <summary>Random saves and undos over <see cref="EverydayWorld"/>, with a model of the rows: table and key to JSON.</summary>
internal sealed class UndoSequence(BudgetBook book, int seed, SortedDictionary<string, string> start)
{
    // Seeded, so that a failure can be repeated; no secret depends on it.
#pragma warning disable CA5394
    private readonly Random _random = new(seed);
#pragma warning restore CA5394

    private readonly SortedDictionary<string, string> _rows = new(start, StringComparer.Ordinal);
    private readonly Dictionary<int, decimal> _setBalances = [];
    private readonly List<ModelChange> _changes = [];
    private readonly Dictionary<long, Problem> _refusals = [];
    private long _last;
    private int _step;

    public int Saved { get; private set; }

    public int Undone { get; private set; }

    public int Refused { get; private set; }

    public int Deleted { get; private set; }

    public async Task StepAsync()
    {
        _step++;
        if (_changes.Count > 0 && Number(0, 2) == 0)
        {
            // Mostly a late one: early ones are nearly always refused.
            await UndoAsync(_changes[Number(0, 2) == 0 ? Number(0, _changes.Count) : Math.Max(0, _changes.Count - Number(1, 6))]);
        }
        else
        {
            await SaveAsync();
        }

        CheckBalances();
    }

    /// <summary>The database is what the model says.</summary>
    public async Task CheckAllAsync() => Assert.True(TableImages.Difference(_rows, await TableImages.TakeAsync(book.Database)) is [], Where("the rows differ"));

    /// <summary>
    /// Takes back whatever is in force, the latest first; what was restored after a change that it depends on lets go of it in the next round, or when it is told to, as the refusal says.
    /// </summary>
    public async Task UndoEverythingAsync()
    {
        while (InForce() is { Count: > 0 } inForce)
        {
            var undone = Undone;
            foreach (var last in inForce.OrderByDescending(change => change.Id))
            {
                await UndoAsync(last);
            }

            // A transaction that was made, reconciled, let go of and taken back leaves nothing, and the two in between have nothing to stand on.
            if (Undone == undone && TableImages.Difference(start, _rows) is [])
            {
                return;
            }

            if (Undone == undone)
            {
                await LetGoAsync(inForce);
            }
        }
    }

    /// <summary>
    /// A reconciliation was undone, its transaction edited, and then the reconciliation restored: it is in force by none of the changes that are left, so it is undone by itself, as a person
    /// is told to.
    /// </summary>
    private async Task LetGoAsync(List<ModelChange> inForce)
    {
        var kept = inForce.Find(change => _refusals[change.Id].Code == ProblemCode.Reconciled);
        Assert.True(kept is not null, Where($"{inForce.Count} changes cannot be taken back: {_refusals[inForce[^1].Id].Message}"));
        var transactions = kept.Rows.Where(row => row.TableName == "transactions").Select(row => int.Parse(row.RowKey, CultureInfo.InvariantCulture)).ToHashSet();
        foreach (var reconciliation in Ids("txn_reconciles").Where(id => transactions.Contains((int)JsonNode.Parse(_rows[$"txn_reconciles/{id}"])!["txn_id"]!)))
        {
            Assert.True(await SavedAsync(book.Reconciling.UndoAsync(reconciliation)), Where($"reconciliation {reconciliation} cannot be undone"));
            Assert.NotNull(await RecordedAsync(undoes: null));
        }

        await UndoAsync(kept);
        Assert.True(IsUndone(kept), Where($"change {kept.Id} cannot be taken back without its reconciliations: {_refusals[kept.Id].Message}"));
    }

    /// <summary>The last of each chain of undos and redos, if it did the change again.</summary>
    private List<ModelChange> InForce()
    {
        var inForce = new List<ModelChange>();
        foreach (var change in _changes.Where(change => change.Undoes is null))
        {
            var (last, isInForce) = (change, true);
            while (_changes.Find(other => other.Undoes == last.Id) is { } next)
            {
                (last, isInForce) = (next, !isInForce);
            }

            inForce.AddRange(isInForce ? [last] : []);
        }

        return inForce;
    }

    private async Task SaveAsync()
    {
        var isSaved = Number(0, 14) switch
        {
            0 or 1 or 2 => await SavedAsync(book.Transactions.SaveAsync(Purchase())),
            3 or 4 => await EditAsync(),
            5 => await SavedAsync(book.Transfers.SaveAsync(new BudgetTransfer { Date = Day(), Amount = Amount(), AccountId = 1, FromBudgetId = Pick(3, 4), ToBudgetId = Pick(1, 2) })),
            6 => await SavedAsync(book.Transfers.SaveAsync(new AccountTransfer { Date = Day(), Amount = Amount(), FromAccountId = 1, ToAccountId = 2, BudgetId = Pick(1, 3) })),
            7 => await SavedAsync(book.Scheduled.ConvertAsync(new Conversion { ScheduledId = Pick(1, 2), Date = Day(), Amount = Amount(), Description = Text() })),
            8 => await SavedAsync(book.Scheduled.SkipAsync(new Skip { ScheduledId = Pick(1, 2), PeriodDay = Day(), Notes = Text() })),
            9 => await SavedAsync(book.Budgets.SaveAsync((await book.Budgets.FindAsync(Pick(3, 4)))!.ToChange() with { CurrentBalance = Amount(), Description = Text() })),
            10 => await SavedAsync(book.Statements.ImportAsync(EveryOperation.Upload(OfxText.Checking(string.Concat(Enumerable.Range(0, 3).Select(_ => $"F{Number(0, 9)}").Distinct().Select(id => OfxText.Transaction(id, "-" + Amount().ToString("0.00", CultureInfo.InvariantCulture))))), Text() + ".ofx"))),
            11 => await ReconcileAsync(),
            12 => await DeleteAsync(RecordKind.Transaction, "transactions"),
            _ => await DeleteAsync(Pick(0, 1) == 0 ? RecordKind.ScheduledTransaction : RecordKind.Budget, null),
        };
        Saved += await RecordedAsync(undoes: null) is not null ? 1 : 0;
        Assert.True(isSaved || _changes.Count == 0 || _changes[^1].Id == _last, Where("a refused save was recorded"));
    }

    private async Task<bool> EditAsync()
    {
        var ids = Ids("transactions");
        if (ids.Count == 0 || await book.Transactions.FindAsync(ids[Number(0, ids.Count)]) is not { } stored)
        {
            return false;
        }

        var purchase = Purchase();
        return await SavedAsync(book.Transactions.SaveAsync(stored.ToChange() with { Amount = purchase.Amount, Notes = purchase.Notes, Splits = purchase.Splits }));
    }

    // Mostly one, sometimes several; what is used or reconciled is refused, all or none.
    private async Task<bool> DeleteAsync(RecordKind kind, string? table)
    {
        var ids = Ids(table ?? (kind == RecordKind.Budget ? "budgets" : "scheduled_transactions"));
        if (ids.Count == 0)
        {
            return false;
        }

        // The budgets that every step books on stay.
        var chosen = Enumerable.Range(0, Number(1, 3)).Select(_ => ids[Number(0, ids.Count)]).Distinct().Where(id => kind == RecordKind.Transaction || id > (kind == RecordKind.Budget ? 5 : 2)).ToList();
        var isSaved = chosen.Count > 0 && await SavedAsync(book.Deleting.DeleteAsync(Deletion.Of(kind, chosen)));
        Assert.Empty(await Orphans.FindAsync(book.Database));
        Deleted += isSaved ? 1 : 0;
        return isSaved;
    }

    private async Task<bool> ReconcileAsync()
    {
        var (transactions, lines, made) = (Ids("transactions"), _rows.Keys.Where(key => key.StartsWith("ofx_trans/1\n", StringComparison.Ordinal)).ToList(), Ids("txn_reconciles"));
        if (made.Count > 0 && Number(0, 2) == 0)
        {
            return await SavedAsync(book.Reconciling.UndoAsync(made[Number(0, made.Count)]));
        }

        return transactions.Count > 0 && lines.Count > 0
            && await SavedAsync(book.Reconciling.SaveAsync(new ReconciliationBatch { Transactions = [new(transactions[Number(0, transactions.Count)], new BankTransactionKey(1, lines[Number(0, lines.Count)].Split('\n')[1]))] }));
    }

    private async Task UndoAsync(ModelChange change)
    {
        var outcome = await book.Changes.UndoAsync(change.Id);
        if (outcome is Outcome<long>.Refused refused)
        {
            Refused++;
            _refusals[change.Id] = refused.Reason;
            Assert.False(IsLatest(change), Where($"change {change.Id}: {refused.Reason.Message}"));
            Assert.True(refused.Reason.Code == ProblemCode.Repeated == IsUndone(change), Where(refused.Reason.Message));
            Assert.Null(await RecordedAsync(undoes: change.Id));
            return;
        }

        Undone++;
        Assert.False(IsUndone(change), Where($"change {change.Id} was taken back twice"));
        var expected = change.Rows.Select(row => (Name(row), Expected(row))).OrderBy(row => row.Item1, StringComparer.Ordinal).ToList();
        var undo = await RecordedAsync(undoes: change.Id);
        Assert.Equal(undo?.Id, Assert.IsType<Outcome<long>.Saved>(outcome).Value);
        Assert.Equal(expected, expected.ConvertAll(row => (row.Item1, _rows.GetValueOrDefault(row.Item1))));
        Assert.True(undo!.Rows.Select(Name).ToHashSet().SetEquals(expected.Select(row => row.Item1)), Where("other rows were changed"));
    }

    /// <summary>What a row must become when its change is taken back; a balance moves by the opposite difference.</summary>
    private string? Expected(ChangedRow row)
    {
        var now = _rows.GetValueOrDefault(Name(row));
        if (row.TableName != "budgets" || row.Before is null || row.After is null)
        {
            Assert.True(now == row.After, Where($"{Name(row)} was not as the change left it: {now}"));
            return row.Before;
        }

        var (before, after, current) = (JsonNode.Parse(row.Before)!, JsonNode.Parse(row.After)!, JsonNode.Parse(now!)!);
        var balance = Balance(current) + Balance(before) - Balance(after);
        var isBalanceOnly = Without(before) == Without(after);
        Assert.True(isBalanceOnly || Without(current) == Without(after), Where($"{Name(row)} was not as the change left it: {now}"));
        before = isBalanceOnly ? current : before;
        before["current_balance"] = balance.ToString("0.####", CultureInfo.InvariantCulture);
        return before.ToJsonString(new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
    }

    /// <summary>Reads what the last step recorded and does the same to the model.</summary>
    private async Task<ModelChange?> RecordedAsync(long? undoes)
    {
        var change = await book.Database.Changes.AsNoTracking().Include(found => found.Rows).SingleOrDefaultAsync(found => found.Id > _last);
        if (change is null)
        {
            return null;
        }

        Assert.Equal(undoes, change.UndoneChangeId);
        foreach (var row in change.Rows)
        {
            Assert.True(_rows.GetValueOrDefault(Name(row)) == row.Before, Where($"{Name(row)} was not {row.Before}"));
            _ = row.After is null ? _rows.Remove(Name(row)) : (_rows[Name(row)] = row.After) is not null;
        }

        var made = new ModelChange(change.Id, undoes, [.. change.Rows], SetBalance(change, undoes));
        foreach (var (budget, amount) in made.SetBalances)
        {
            _setBalances[budget] = _setBalances.GetValueOrDefault(budget) + amount;
        }

        _changes.Add(made);
        _last = change.Id;
        return made;
    }

    // What was set by hand and not by a split.
    private Dictionary<int, decimal> SetBalance(Change change, long? undoes)
    {
        if (undoes is not null)
        {
            return _changes.Single(other => other.Id == undoes).SetBalances.ToDictionary(set => set.Key, set => -set.Value);
        }

        return change.Operation != "SaveBudget" ? [] : change.Rows.ToDictionary(row => int.Parse(row.RowKey, CultureInfo.InvariantCulture), row => Balance(JsonNode.Parse(row.After!)!) - Balance(JsonNode.Parse(row.Before!)!));
    }

    /// <summary>Each standing balance is the first one, with what was set since, without what its splits take.</summary>
    private void CheckBalances()
    {
        var splits = _rows.Where(row => row.Key.StartsWith("budget_transactions/", StringComparison.Ordinal)).Select(row => JsonNode.Parse(row.Value)!).ToList();
        foreach (var budget in new[] { 3, 4, 5 })
        {
            var spent = splits.Where(split => (int)split["budget_id"]! == budget).Sum(split => decimal.Parse((string)split["amount"]!, CultureInfo.InvariantCulture));
            var expected = Balance(JsonNode.Parse(start[$"budgets/{budget}"])!) + _setBalances.GetValueOrDefault(budget) - spent;
            Assert.True(expected == Balance(JsonNode.Parse(_rows[$"budgets/{budget}"])!), Where($"budget {budget} is not at {expected}"));
        }
    }

    private bool IsUndone(ModelChange change) => _changes.Exists(other => other.Undoes == change.Id);

    private bool IsLatest(ModelChange change) => change == _changes[^1];

    private List<int> Ids(string table) => [.. _rows.Keys.Where(key => key.StartsWith(table + "/", StringComparison.Ordinal)).Select(key => int.Parse(key[(table.Length + 1)..], CultureInfo.InvariantCulture))];

    private TransactionChange Purchase()
    {
        var splits = new Dictionary<int, decimal>();
        for (var count = Number(1, 4); count > 0; count--)
        {
            splits[Number(1, 5)] = Amount();
        }

        return EveryOperation.Purchase([.. splits.Select(split => new Split(split.Key, split.Value))]) with { Date = Day(), Notes = Text() };
    }

    private static async Task<bool> SavedAsync<T>(Task<Outcome<T>> outcome) => (await outcome).IsSaved;

    private static string Name(ChangedRow row) => row.TableName + "/" + row.RowKey;

    private static decimal Balance(JsonNode row) => row["current_balance"] is { } balance ? decimal.Parse((string)balance!, CultureInfo.InvariantCulture) : 0m;

    private static string Without(JsonNode row)
    {
        var copy = row.DeepClone();
        copy["current_balance"] = null;
        return copy.ToJsonString();
    }

    private string Where(string what) => string.Create(CultureInfo.InvariantCulture, $"seed {seed}, step {_step}: {what}");

#pragma warning disable CA5394
    private int Number(int least, int below) => _random.Next(least, below);
#pragma warning restore CA5394

    private int Pick(int one, int other) => Number(0, 2) == 0 ? one : other;

    private decimal Amount() => Number(1, 500_000) / 10_000m;

    private DateOnly Day() => FormOperations.Anchor.AddDays(Number(-30, 30));

    private string Text() => string.Create(CultureInfo.InvariantCulture, $"n{Number(0, 1_000_000)}");

    /// <summary>A change as the model knows it.</summary>
    private sealed record ModelChange(long Id, long? Undoes, IReadOnlyList<ChangedRow> Rows, IReadOnlyDictionary<int, decimal> SetBalances);
}
