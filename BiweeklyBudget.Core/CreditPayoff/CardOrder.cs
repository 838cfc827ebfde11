using System.Globalization;
using System.Text.Json;

namespace BiweeklyBudget.Core.CreditPayoff;

/// <summary>The user's own order of cards: our row <c>bb_credit-payoff-order</c> of the table <c>settings</c>, a JSON list of account ids.</summary>
internal static class CardOrder
{
    /// <summary>Name of the row.</summary>
    public const string SettingName = "bb_credit-payoff-order";

    /// <summary>Reads a stored value.</summary>
    /// <param name="json">The value, or null when there is no row.</param>
    /// <returns>Account ids; none when it cannot be read.</returns>
    public static IReadOnlyList<int> Read(string? json)
    {
        try
        {
            return json is null ? [] : JsonSerializer.Deserialize<int[]>(json) ?? [];
        }
        catch (JsonException)
        {
            return [];
        }
    }

    /// <summary>The value to store.</summary>
    /// <param name="accounts">Account ids.</param>
    /// <returns>JSON.</returns>
    public static string ToJson(IEnumerable<int> accounts) => "[" + string.Join(", ", accounts.Select(id => id.ToString(CultureInfo.InvariantCulture))) + "]";

    /// <summary>The place of each account in the order; accounts that it does not name come last, in their own order.</summary>
    /// <param name="order">Account ids.</param>
    /// <param name="accounts">The accounts that are asked for, by id.</param>
    /// <returns>For each of them its place, from 0.</returns>
    public static IReadOnlyList<int> Ranks(IReadOnlyList<int> order, IReadOnlyList<int> accounts)
    {
        ArgumentNullException.ThrowIfNull(accounts);
        int[] sorted = [.. order.Where(accounts.Contains).Concat(accounts).Distinct()];
        return [.. accounts.Select(id => Array.IndexOf(sorted, id))];
    }
}
