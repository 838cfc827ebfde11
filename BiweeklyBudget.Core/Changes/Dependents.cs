using System.Globalization;
using System.Linq.Expressions;
using System.Reflection;
using BiweeklyBudget.Core.Fuel;
using BiweeklyBudget.Core.Saving;
using BiweeklyBudget.Core.Storage;
using BiweeklyBudget.Core.Storage.Rows;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace BiweeklyBudget.Core.Changes;

/// <summary>Finds why a change cannot be taken back although its rows are as it left them: others depend on them, or need what would come again.</summary>
internal sealed class Dependents(BudgetDbContext database, long changeId, UndoRows rows)
{
    private static readonly MethodInfo FindUsers = typeof(Dependents).GetMethod(nameof(UsersAsync), BindingFlags.NonPublic | BindingFlags.Static)!;
    private static readonly MethodInfo FindIds = typeof(Dependents).GetMethod(nameof(IdsAsync), BindingFlags.NonPublic | BindingFlags.Static)!;

    // What a bank transaction says, in contrast to where it was last seen and how its account's patterns mark it.
    private static readonly string[] SaidByTheBank = [nameof(BankTransaction.Amount), nameof(BankTransaction.DatePosted), nameof(BankTransaction.Name), nameof(BankTransaction.Memo), nameof(BankTransaction.TransactionType), nameof(BankTransaction.CheckNumber)];

    /// <summary>The first reason found, or null.</summary>
    public async Task<Problem?> ProblemAsync(CancellationToken cancellationToken) =>
        await ReconciledAsync(cancellationToken).ConfigureAwait(false)
        ?? await UsedAsync(cancellationToken).ConfigureAwait(false)
        ?? await MissingAsync(cancellationToken).ConfigureAwait(false)
        ?? await BankTransactionGoneAsync(cancellationToken).ConfigureAwait(false)
        ?? await TakenAsync(cancellationToken).ConfigureAwait(false);

    private static Problem Reconciled(string what, string plain) => new(null, ProblemCode.Reconciled, $"{what} is reconciled; undo its reconciliation first.") { Plain = $"{plain} is reconciled; undo its reconciliation first." };

    private static Problem Taken(string message) => new(null, ProblemCode.Taken, message + " meanwhile; nothing was changed.");

    private static string PlainOf(RecordedTable table, object row) => RecordKinds.Plain(table, property => table.Columns.FirstOrDefault(column => column.Property.Name == property)?.Of(row));

    private static string Sentence(string text) => char.ToUpperInvariant(text[0]) + text[1..];

    /// <summary>What is reconciled keeps its amount and its words. A reconciliation that the change made itself goes with it.</summary>
    private async Task<Problem?> ReconciledAsync(CancellationToken cancellationToken)
    {
        var own = rows.Of<Reconciliation>().Select(row => (int)row.Value(nameof(Reconciliation.Id))!).ToArray();
        var ids = rows.TransactionsBeyondNotes;
        if (ids.Count > 0)
        {
            var found = await database.Reconciliations.AsNoTracking().Where(row => row.TransactionId != null && ids.Contains(row.TransactionId.Value) && !own.Contains(row.Id)).OrderBy(row => row.Id).ToListAsync(cancellationToken).ConfigureAwait(false);
            if (await FirstLaterAsync(found, cancellationToken).ConfigureAwait(false) is { } later)
            {
                var reconciledRow = rows.Of<Transaction>().First(row => row.Key == later.TransactionId!.Value.ToString(CultureInfo.InvariantCulture));
                return Reconciled(string.Create(CultureInfo.InvariantCulture, $"Transaction {later.TransactionId}"), Sentence(reconciledRow.Plain));
            }
        }

        var lines = rows.Of<BankTransaction>().Where(row => SaidByTheBank.Any(row.Changes)).ToDictionary(row => row.Key, StringComparer.Ordinal);
        if (lines.Count == 0)
        {
            return null;
        }

        var accounts = lines.Values.Select(row => (int?)row.Value(nameof(BankTransaction.AccountId))).Distinct().ToArray();
        var reconciled = await database.Reconciliations.AsNoTracking().Where(row => accounts.Contains(row.BankAccountId) && !own.Contains(row.Id)).OrderBy(row => row.Id).ToListAsync(cancellationToken).ConfigureAwait(false);
        return await FirstLaterAsync(reconciled.FindAll(row => lines.ContainsKey(KeyOf(row))), cancellationToken).ConfigureAwait(false) is { } reconciliation ? Reconciled(Sentence(lines[KeyOf(reconciliation)].Text), Sentence(lines[KeyOf(reconciliation)].Plain)) : null;

        static string KeyOf(Reconciliation row) => string.Create(CultureInfo.InvariantCulture, $"{row.BankAccountId}\n{row.BankFitId}");
    }

    /// <summary>The first of some reconciliations that is not known to be older than the change: an older one was made of what would be there again.</summary>
    private async Task<Reconciliation?> FirstLaterAsync(List<Reconciliation> reconciliations, CancellationToken cancellationToken)
    {
        if (reconciliations.Count == 0)
        {
            return null;
        }

        var table = RecordedTables.Of(database).Find(typeof(Reconciliation))!;
        var (name, keys) = (table.Name, reconciliations.ConvertAll(table.KeyOf));
        var older = await database.ChangedRows.Where(row => row.ChangeId < changeId && row.TableName == name && keys.Contains(row.RowKey)).Select(row => row.RowKey).ToListAsync(cancellationToken).ConfigureAwait(false);
        var later = (await new LaterChanges(database).ReadAsync(changeId, table, keys, cancellationToken).ConfigureAwait(false)).ToLookup(change => change.Key, StringComparer.Ordinal);
        return reconciliations.Find(row => !older.Contains(table.KeyOf(row)) || LaterChanges.LastInForce(changeId, [.. later[table.KeyOf(row)]]) is not null);
    }

    /// <summary>A row that would go is used by one that stays.</summary>
    private async Task<Problem?> UsedAsync(CancellationToken cancellationToken)
    {
        var tables = RecordedTables.Of(database);
        foreach (var table in rows.All.Where(row => row.IsAdded).GroupBy(row => row.Table))
        {
            foreach (var reference in table.Key.Type.GetReferencingForeignKeys().Where(reference => reference.Properties.Count == 1 && reference.PrincipalKey.Properties[0].ClrType == typeof(int)))
            {
                // One that goes too, or will point elsewhere again, does not count.
                var property = reference.Properties[0].Name;
                var letting = rows.All.Where(row => row.Table.Type == reference.DeclaringEntityType && (row.IsAdded || row.Changes(property))).Select(row => row.Key).ToHashSet(StringComparer.Ordinal);
                var byId = table.ToDictionary(row => (int)row.Value("Id")!);
                var users = await ((Task<IReadOnlyList<object>>)FindUsers.MakeGenericMethod(reference.DeclaringEntityType.ClrType)
                    .Invoke(null, [database, reference.Properties[0], byId.Keys.ToList(), cancellationToken])!).ConfigureAwait(false);
                var userTable = tables.Find(reference.DeclaringEntityType.ClrType)!;
                if (users.FirstOrDefault(user => !letting.Contains(userTable.KeyOf(user))) is { } staying)
                {
                    var used = byId[(int)reference.Properties[0].GetGetter().GetClrValue(staying)!];
                    return new Problem(null, ProblemCode.InUse, $"{Sentence(used.Text)} is used by {RecordKinds.Text(userTable, userTable.KeyOf(staying))}; nothing was changed.")
                    {
                        Plain = $"{Sentence(used.Plain)} is used by {PlainOf(userTable, staying)}; nothing was changed.",
                    };
                }
            }
        }

        return null;
    }

    /// <summary>A row that would come again, or point to another one again, needs one that is gone.</summary>
    private async Task<Problem?> MissingAsync(CancellationToken cancellationToken)
    {
        var tables = RecordedTables.Of(database);
        foreach (var table in rows.All.Where(row => !row.IsAdded).GroupBy(row => row.Table))
        {
            foreach (var reference in table.Key.Type.GetForeignKeys().Where(reference => reference.Properties.Count == 1 && reference.PrincipalKey.Properties[0].ClrType == typeof(int)))
            {
                var property = reference.Properties[0].Name;
                var needed = table.Where(row => row.Changes(property)).Select(row => row.Value(property)).OfType<int>().ToHashSet();
                var principal = tables.Find(reference.PrincipalEntityType.ClrType)!;
                needed.ExceptWith(rows.All.Where(row => row.Table == principal && row.IsRemoved).Select(row => (int)row.Value("Id")!));
                if (needed.Count == 0)
                {
                    continue;
                }

                var found = await ((Task<List<int>>)FindIds.MakeGenericMethod(principal.Type.ClrType).Invoke(null, [database, needed.ToList(), cancellationToken])!).ConfigureAwait(false);
                if (needed.Except(found).Order().Select(id => (int?)id).FirstOrDefault() is { } missing)
                {
                    return new Problem(null, ProblemCode.NotFound, $"{Sentence(RecordKinds.Text(principal, missing.ToString(CultureInfo.InvariantCulture)))} is gone; nothing was changed.") { Plain = $"A {RecordKinds.Words(RecordKinds.Of(principal))} that it needs is gone; nothing was changed." };
                }
            }
        }

        return null;
    }

    /// <summary>A reconciliation that would come again needs its bank transaction, whose key is the bank's and not a number.</summary>
    private async Task<Problem?> BankTransactionGoneAsync(CancellationToken cancellationToken)
    {
        var coming = rows.Of<BankTransaction>().Where(row => row.IsRemoved).Select(row => row.Key).ToHashSet(StringComparer.Ordinal);
        foreach (var row in rows.Of<Reconciliation>().Where(row => row.IsRemoved))
        {
            if (row.Value(nameof(Reconciliation.BankAccountId)) is int account && row.Value(nameof(Reconciliation.BankFitId)) is string fitId
                && !coming.Contains(string.Create(CultureInfo.InvariantCulture, $"{account}\n{fitId}"))
                && !await database.BankTransactions.AnyAsync(other => other.AccountId == account && other.FitId == fitId, cancellationToken).ConfigureAwait(false))
            {
                return new Problem(null, ProblemCode.NotFound, string.Create(CultureInfo.InvariantCulture, $"Bank transaction {fitId} of account {account} is gone; nothing was changed.")) { Plain = "A bank line that it needs is gone; nothing was changed." };
            }
        }

        return null;
    }

    /// <summary>A name, or a place that only one can have, is somebody else's now.</summary>
    private async Task<Problem?> TakenAsync(CancellationToken cancellationToken)
    {
        foreach (var row in rows.All.Where(row => !row.IsAdded))
        {
            var problem = row switch
            {
                _ when row.Is<Account>() => await AccountTakenAsync(row, cancellationToken).ConfigureAwait(false),
                _ when row.Is<Budget>() && row.Changes(nameof(Budget.Name)) => await BudgetTakenAsync(row, cancellationToken).ConfigureAwait(false),
                _ when row.Is<Vehicle>() && row.Changes(nameof(Vehicle.Name)) => await VehicleTakenAsync(row, cancellationToken).ConfigureAwait(false),
                _ when row.Is<FuelFill>() && (row.Changes(nameof(FuelFill.OdometerMiles)) || row.Changes(nameof(FuelFill.VehicleId))) => await ReadingTakenAsync(row, cancellationToken).ConfigureAwait(false),
                _ when row.Is<Project>() && row.Changes(nameof(Project.Name)) => await ProjectTakenAsync(row, cancellationToken).ConfigureAwait(false),
                _ when row.Is<Statement>() && row.IsRemoved => await StatementTakenAsync(row, cancellationToken).ConfigureAwait(false),
                _ when row.Is<Reconciliation>() && row.IsRemoved => await ReconciledAgainAsync(row, cancellationToken).ConfigureAwait(false),
                _ => null,
            };
            if (problem is not null)
            {
                return problem;
            }
        }

        return null;
    }

    private async Task<Problem?> AccountTakenAsync(UndoRow row, CancellationToken cancellationToken)
    {
        var id = (int)row.Value(nameof(Account.Id))!;
        var name = (string?)row.Value(nameof(Account.Name));
        if (row.Changes(nameof(Account.Name)) && await database.Accounts.AnyAsync(other => other.Name == name && other.Id != id, cancellationToken).ConfigureAwait(false))
        {
            return Taken($"The name {name} was given to another account");
        }

        var (item, account) = ((string?)row.Value(nameof(Account.PlaidItemId)), (string?)row.Value(nameof(Account.PlaidAccountId)));
        return account is not null && (row.Changes(nameof(Account.PlaidItemId)) || row.Changes(nameof(Account.PlaidAccountId)))
            && await database.Accounts.AnyAsync(other => other.PlaidItemId == item && other.PlaidAccountId == account && other.Id != id, cancellationToken).ConfigureAwait(false)
            ? Taken($"The Plaid account of {name} was given to another account")
            : null;
    }

    private async Task<Problem?> BudgetTakenAsync(UndoRow row, CancellationToken cancellationToken)
    {
        var (id, name) = ((int)row.Value(nameof(Budget.Id))!, (string?)row.Value(nameof(Budget.Name)));
        return await database.Budgets.AnyAsync(other => other.Name == name && other.Id != id, cancellationToken).ConfigureAwait(false) ? Taken($"The name {name} was given to another budget") : null;
    }

    private async Task<Problem?> VehicleTakenAsync(UndoRow row, CancellationToken cancellationToken)
    {
        var (id, name) = ((int)row.Value(nameof(Vehicle.Id))!, (string?)row.Value(nameof(Vehicle.Name)));
        var others = await database.Vehicles.Where(other => other.Id != id).Select(other => other.Name).ToListAsync(cancellationToken).ConfigureAwait(false);
        return others.Exists(other => SaveVehicle.IsSameName(other, name)) ? Taken($"The name {name} was given to another vehicle") : null;
    }

    // Fills that the change itself moves make room.
    private async Task<Problem?> ReadingTakenAsync(UndoRow row, CancellationToken cancellationToken)
    {
        var (vehicle, odometer) = ((int?)row.Value(nameof(FuelFill.VehicleId)), (int?)row.Value(nameof(FuelFill.OdometerMiles)));
        var own = rows.Of<FuelFill>().Select(fill => (int)fill.Value(nameof(FuelFill.Id))!).ToHashSet();
        var others = await database.FuelFills.Where(other => other.VehicleId == vehicle && other.OdometerMiles == odometer).Select(other => other.Id).ToListAsync(cancellationToken).ConfigureAwait(false);
        return odometer is not null && others.Exists(other => !own.Contains(other)) ? Taken(string.Create(CultureInfo.InvariantCulture, $"Another fill was entered at the reading {odometer}")) : null;
    }

    private async Task<Problem?> ProjectTakenAsync(UndoRow row, CancellationToken cancellationToken)
    {
        var (id, name) = ((int)row.Value(nameof(Project.Id))!, (string?)row.Value(nameof(Project.Name)));
        return await database.Projects.AnyAsync(other => other.Name == name && other.Id != id, cancellationToken).ConfigureAwait(false) ? Taken($"The name {name} was given to another project") : null;
    }

    private async Task<Problem?> StatementTakenAsync(UndoRow row, CancellationToken cancellationToken)
    {
        var (account, name) = ((int)row.Value(nameof(Statement.AccountId))!, (string?)row.Value(nameof(Statement.FileName)));
        return name is not null && await database.Statements.AnyAsync(other => other.AccountId == account && other.FileName == name, cancellationToken).ConfigureAwait(false) ? Taken($"A statement {name} was imported again") : null;
    }

    private async Task<Problem?> ReconciledAgainAsync(UndoRow row, CancellationToken cancellationToken)
    {
        var (transaction, account, fitId) = ((int?)row.Value(nameof(Reconciliation.TransactionId)), (int?)row.Value(nameof(Reconciliation.BankAccountId)), (string?)row.Value(nameof(Reconciliation.BankFitId)));
        if (transaction is not null && await database.Reconciliations.AnyAsync(other => other.TransactionId == transaction, cancellationToken).ConfigureAwait(false))
        {
            return new Problem(null, ProblemCode.Reconciled, string.Create(CultureInfo.InvariantCulture, $"Transaction {transaction} was reconciled again meanwhile; nothing was changed.")) { Plain = "The transaction was reconciled again meanwhile; nothing was changed." };
        }

        return fitId is not null && await database.Reconciliations.AnyAsync(other => other.BankAccountId == account && other.BankFitId == fitId, cancellationToken).ConfigureAwait(false)
            ? new Problem(null, ProblemCode.Reconciled, string.Create(CultureInfo.InvariantCulture, $"Bank transaction {fitId} of account {account} was reconciled again meanwhile; nothing was changed.")) { Plain = "The bank line was reconciled again meanwhile; nothing was changed." }
            : null;
    }

    private static async Task<IReadOnlyList<object>> UsersAsync<TRow>(BudgetDbContext database, IProperty reference, List<int> ids, CancellationToken cancellationToken)
        where TRow : class
    {
        var row = Expression.Parameter(typeof(TRow));
        Expression<Func<int?, bool>> isOne = id => id != null && ids.Contains(id.Value);
        var value = Expression.Convert(Expression.Property(row, reference.PropertyInfo!), typeof(int?));
        var uses = Expression.Lambda<Func<TRow, bool>>(new Replacement(isOne.Parameters[0], value).Visit(isOne.Body), row);
        return await database.Set<TRow>().AsNoTracking().Where(uses).ToListAsync(cancellationToken).ConfigureAwait(false);
    }

    private static Task<List<int>> IdsAsync<TRow>(BudgetDbContext database, List<int> ids, CancellationToken cancellationToken)
        where TRow : class => database.Set<TRow>().Select(row => EF.Property<int>(row, "Id")).Where(id => ids.Contains(id)).ToListAsync(cancellationToken);

    private sealed class Replacement(ParameterExpression from, Expression to) : ExpressionVisitor
    {
        protected override Expression VisitParameter(ParameterExpression node) => node == from ? to : node;
    }
}
