using BiweeklyBudget.Core.Money;

namespace BiweeklyBudget.Core.Finding;

/// <summary>
/// Reads a transaction from one line, such as <c>42.50 groceries Market yesterday</c>: the amount, the budget by its name or the beginning of it, what it is, and the day. <c>@card</c> names
/// an account. The amount is the first word, or else the only one that is an amount; the day is the last of the others, or the first.
/// </summary>
/// <param name="today">The current day.</param>
/// <param name="money">How amounts are written.</param>
/// <param name="accounts">The accounts in use.</param>
/// <param name="budgets">The budgets in use.</param>
/// <param name="usualAccount">The account when the line names none.</param>
internal sealed class TypedLine(DateOnly today, MoneyFormat money, IReadOnlyList<TypedName> accounts, IReadOnlyList<TypedName> budgets, int usualAccount)
{
    // A longer text is no line that somebody types.
    private const int MostWords = 60;

    // A shorter beginning stands for too many names.
    private const int ShortestBeginning = 3;

    /// <summary>Reads a line.</summary>
    /// <param name="text">The line.</param>
    /// <returns>The transaction, with what is still to be said; null when there is no amount in it.</returns>
    public TypedTransaction? Read(string text)
    {
        var words = NameWords.Of(text).Take(MostWords + 1).ToList();
        if (words.Count > MostWords || TakeAmount(words) is not ({ } amount, { } isIncome))
        {
            return null;
        }

        var accountName = Take(words, words.FindIndex(word => word.Length > 1 && word[0] == '@'))?[1..];
        var date = TakeDay(words) ?? today;
        var account = accountName is null ? Usual(out var accountQuestion) : Chosen(accounts, accountName, "account", out accountQuestion);
        var budget = TakeBudget(words, out var budgetQuestion);
        return new TypedTransaction
        {
            Amount = isIncome || budget is { IsIncome: true } ? -amount : amount,
            Date = date,
            Description = words.Count > 0 ? string.Join(' ', words) : budget?.Plain ?? "",
            AccountId = account?.Id,
            AccountName = account?.Name,
            BudgetId = budget?.Id,
            BudgetName = budget?.Name,
            Question = budgetQuestion ?? accountQuestion,
        };
    }

    private static string? Take(List<string> words, int place)
    {
        var word = place < 0 ? null : words[place];
        if (word is not null)
        {
            words.RemoveAt(place);
        }

        return word;
    }

    private (decimal? Amount, bool? IsIncome) TakeAmount(List<string> words)
    {
        var amounts = words.Index().Where(word => TypedAmount.Read(word.Item, money) is not null).Select(word => word.Index).ToList();
        return amounts is [0, ..] or [_] ? TypedAmount.Read(Take(words, amounts[0])!, money)!.Value : (null, null);
    }

    private DateOnly? TakeDay(List<string> words)
    {
        foreach (var place in new[] { words.Count - 1, 0 })
        {
            if (place >= 0 && place < words.Count && TypedDay.Read(words[place], today) is { } day)
            {
                words.RemoveAt(place);
                return day;
            }
        }

        return null;
    }

    private TypedName? Usual(out string? question)
    {
        var usual = accounts.FirstOrDefault(account => account.Id == usualAccount) ?? (accounts.Count == 1 ? accounts[0] : null);
        question = usual is null ? "Which account? Write @ and the beginning of its name." : null;
        return usual;
    }

    private TypedName? TakeBudget(List<string> words, out string? question)
    {
        for (var count = words.Count; count > 0; count--)
        {
            var name = string.Join(' ', words[..count]);
            if (budgets.FirstOrDefault(budget => budget.Plain.Equals(name, StringComparison.OrdinalIgnoreCase)) is { } whole)
            {
                words.RemoveRange(0, count);
                question = null;
                return whole;
            }
        }

        if (words.Count == 0 || words[0].Length < ShortestBeginning)
        {
            question = "Which budget? Write its name after the amount.";
            return null;
        }

        var chosen = Chosen(budgets, words[0], "budget", out question);
        if (chosen is not null)
        {
            words.RemoveAt(0);
        }

        return chosen;
    }

    // The whole name comes before its beginning, and that before the beginning of a later word of it.
    private static TypedName? Chosen(IReadOnlyList<TypedName> names, string beginning, string kind, out string? question)
    {
        question = null;
        foreach (var found in new[]
        {
            names.Where(name => name.Plain.Equals(beginning, StringComparison.OrdinalIgnoreCase)).ToList(),
            names.Where(name => NameWords.Begins(name.Plain, beginning)).ToList(),
            names.Where(name => NameWords.Find(beginning, name.Plain)).ToList(),
        })
        {
            if (found.Count > 0)
            {
                question = found.Count == 1 ? null : $"Which {kind}: {string.Join(", ", found.Take(4).Select(name => name.Plain))}{(found.Count > 4 ? " …" : "")}?";
                return found.Count == 1 ? found[0] : null;
            }
        }

        question = $"Which {kind}? None begins with \"{beginning}\".";
        return null;
    }
}
