using System.Globalization;
using BiweeklyBudget.Hosting.Api;

namespace BiweeklyBudget.Core.Tests.Forms;

/// <summary>
/// A model of <see cref="EverydayWorld"/> that is too simple to be wrong: splits in a list, balances as numbers. It makes random
/// forms, most of them right, and says what each must lead to.
/// </summary>
internal sealed class EverydayModel(int seed)
{
    // Seeded, so that a failure can be repeated; no secret depends on it.
#pragma warning disable CA5394
    private readonly Random _random = new(seed);
#pragma warning restore CA5394

    private readonly List<ModelTransaction> _transactions = [];

    public Dictionary<int, decimal> Balances { get; } = new() { [3] = 1617.56m, [4] = 9482.29m, [5] = 60m, [6] = 0m };

    /// <summary>Sums of all splits by account and by first day of the period.</summary>
    public Dictionary<(int Account, DateOnly Period, int Budget), decimal> Sums =>
        _transactions.SelectMany(t => t.Splits.Select(s => (Key: (t.Account, Period(t.Date), s.Key), s.Value)))
            .GroupBy(s => s.Key).ToDictionary(g => g.Key, g => g.Sum(s => s.Value));

    /// <summary>The next random form, and what becomes of the model when it is saved; null when it must be refused.</summary>
    public (string Url, FormValues Form, Action<IReadOnlyList<int>>? Saved) Next() => Number(0, 12) switch
    {
        0 or 1 or 2 => NewTransaction(),
        3 or 4 or 5 => _transactions.Exists(t => !t.Reconciled) ? EditTransaction() : NewTransaction(),
        6 => BudgetTransfer(),
        7 => AccountTransfer(),
        8 => Convert(),
        9 => Skip(),
        10 => SetBalance(),
        _ => Refused(),
    };

    private (string, FormValues, Action<IReadOnlyList<int>>?) NewTransaction()
    {
        var (form, made) = TransactionForm([1, 2, 3, 4, 6]);
        return ("/forms/transaction", form, ids => Add(made with { Id = ids[0] }));
    }

    private (string, FormValues, Action<IReadOnlyList<int>>?) EditTransaction()
    {
        var open = _transactions.Where(t => !t.Reconciled).ToList();
        var old = open[Number(0, open.Count)];
        var (form, made) = TransactionForm([1, 2, 3, 4, 6]);
        form["id"] = old.Id;
        return ("/forms/transaction", form, ids =>
        {
            Assert.Equal([old.Id], ids);
            _transactions.Remove(old);
            foreach (var (budget, amount) in old.Splits)
            {
                Spend(budget, -amount);
            }

            Add(made with { Id = old.Id, Scheduled = old.Scheduled });
        }
        );
    }

    private (string, FormValues, Action<IReadOnlyList<int>>?) BudgetTransfer()
    {
        int[] budgets = [1, 2, 3, 4, 6];
        var from = budgets[Number(0, 5)];
        var to = budgets.Where(b => b != from).ElementAt(Number(0, 4));
        var (date, amount) = (Day(), Positive());
        var form = new FormValues { ["date"] = date, ["amount"] = amount, ["account"] = 1, ["from_budget"] = from, ["to_budget"] = to, ["notes"] = "" };
        return ("/forms/budget_transfer", form, ids =>
        {
            Add(new(ids[0], 1, date, new() { [from] = amount }, Reconciled: true));
            Add(new(ids[1], 1, date, new() { [to] = -amount }, Reconciled: true));
        }
        );
    }

    private (string, FormValues, Action<IReadOnlyList<int>>?) AccountTransfer()
    {
        var from = Number(1, 3);
        var (date, amount, budget) = (Day(), Positive(), Number(1, 5));
        var form = new FormValues { ["date"] = date, ["amount"] = amount, ["budget"] = budget, ["from_account"] = from, ["to_account"] = 3 - from, ["notes"] = "" };
        return ("/forms/account_transfer", form, ids =>
        {
            Add(new(ids[0], from, date, new() { [budget] = amount }));
            Add(new(ids[1], 3 - from, date, new() { [budget] = -amount }));
        }
        );
    }

    private (string, FormValues, Action<IReadOnlyList<int>>?) Convert()
    {
        var scheduled = Number(1, 3);
        var (date, amount) = (Day(), Amount());
        var form = new FormValues { ["id"] = scheduled, ["date"] = date, ["amount"] = amount, ["description"] = "converted", ["notes"] = $"{_transactions.Count}" };
        return ("/forms/sched_to_trans", form, ids => Add(new(ids[0], scheduled, date, new() { [scheduled == 1 ? 1 : 3] = amount }, Scheduled: scheduled)));
    }

    private (string, FormValues, Action<IReadOnlyList<int>>?) Skip()
    {
        var scheduled = Number(1, 3);
        var date = Day();
        var form = new FormValues { ["id"] = scheduled, ["payperiod_start_date"] = date, ["notes"] = "not now" };
        return ("/forms/skip_sched_trans", form, IsSkippedEnough(scheduled, Period(date)) ? null : Saved);

        void Saved(IReadOnlyList<int> ids) => Add(new(ids[0], scheduled, Period(date), new() { [scheduled == 1 ? 1 : 3] = 0m }, Reconciled: true, Scheduled: scheduled));
    }

    // All skips have the same notes. The first one is monthly on the 4th, the second comes twice a period.
    private bool IsSkippedEnough(int scheduled, DateOnly period)
    {
        var made = _transactions.Where(t => t.Scheduled == scheduled && Period(t.Date) == period).ToList();
        var occurrences = scheduled == 1 ? Enumerable.Range(0, 14).Count(day => period.AddDays(day).Day == 4) : 2;
        return made.Exists(t => t.Reconciled) && made.Count >= occurrences;
    }

    private (string, FormValues, Action<IReadOnlyList<int>>?) SetBalance()
    {
        var balance = Amount();
        var form = new FormValues { ["id"] = 4, ["name"] = "Repairs", ["is_periodic"] = false, ["current_balance"] = balance };
        return ("/forms/budget", form, _ => Balances[4] = balance);
    }

    private (string, FormValues, Action<IReadOnlyList<int>>?) Refused()
    {
        var (form, _) = TransactionForm([1, 3, 4]);
        switch (Number(0, 4))
        {
            case 0:
                form["amount"] = 0.0001m + decimal.Parse(form["amount"].Text, CultureInfo.InvariantCulture);
                break;
            case 1:
                form["account"] = 77;
                break;
            case 2:
                form["id"] = 1_000_000;
                break;
            default:
                form["description"] = "";
                break;
        }

        return ("/forms/transaction", form, null);
    }

    private (FormValues Form, ModelTransaction Made) TransactionForm(int[] allowed)
    {
        var splits = new Dictionary<int, decimal>();
        for (var count = Number(1, 4); count > 0; count--)
        {
            splits[allowed[Number(0, allowed.Length)]] = Amount();
        }

        if (splits.Values.Sum() == 0)
        {
            splits[allowed[0]] = splits.GetValueOrDefault(allowed[0]) + 1m;
        }

        var made = new ModelTransaction(0, Number(1, 4), Day(), splits);
        var form = EverydayWorld.Transaction([.. splits.Select(s => (s.Key, s.Value))]);
        form["date"] = made.Date;
        form["account"] = made.Account;
        return (form, made);
    }

    private void Add(ModelTransaction transaction)
    {
        _transactions.Add(transaction);
        foreach (var (budget, amount) in transaction.Splits)
        {
            Spend(budget, amount);
        }
    }

    private void Spend(int budget, decimal amount)
    {
        if (Balances.ContainsKey(budget))
        {
            Balances[budget] -= amount;
        }
    }

    private static DateOnly Period(DateOnly date) => date.AddDays(-((((date.DayNumber - FormOperations.Anchor.DayNumber) % 14) + 14) % 14));

#pragma warning disable CA5394
    private int Number(int least, int below) => _random.Next(least, below);
#pragma warning restore CA5394

    private DateOnly Day() => FormOperations.Anchor.AddDays(Number(-40, 40));

    private decimal Positive() => Number(1, 5_000_000) / 10_000m;

    private decimal Amount() => Positive() * (Number(0, 4) == 0 ? -1 : 1);

    private sealed record ModelTransaction(int Id, int Account, DateOnly Date, Dictionary<int, decimal> Splits, bool Reconciled = false, int? Scheduled = null);
}
