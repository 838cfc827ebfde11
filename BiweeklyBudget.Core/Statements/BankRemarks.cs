using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using BiweeklyBudget.Core.Saving;
using BiweeklyBudget.Core.Storage;
using BiweeklyBudget.Core.Storage.Rows;
using Microsoft.EntityFrameworkCore;

namespace BiweeklyBudget.Core.Statements;

/// <summary>
/// An account's remarks of its bank (<see cref="BankRemark"/>), which are few: rows of the table <c>settings</c>, which upstream reads by name and so never sees
/// (docs/adr/0026).
/// </summary>
internal sealed class BankRemarks
{
    private const string Prefix = "bb-bank/";

    private readonly Dictionary<string, BankRemark> _remarks;
    private readonly Dictionary<string, string?> _before = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<BankRemark>> _void;
    private readonly int _accountId;

    private BankRemarks(int accountId, Dictionary<string, BankRemark> remarks)
    {
        _accountId = accountId;
        _remarks = remarks;
        _void = remarks.Values.Where(remark => remark.IsVoid).GroupBy(remark => remark.FitId, StringComparer.Ordinal).ToDictionary(group => group.Key, group => group.ToList(), StringComparer.Ordinal);
    }

    /// <summary>What was stored under the names that were changed, before they were; null for nothing.</summary>
    public IReadOnlyDictionary<string, string?> Before => _before;

    /// <summary>Reads those of an account, in one SQL statement.</summary>
    public static async Task<BankRemarks> ReadAsync(BudgetDbContext database, int accountId, CancellationToken cancellationToken)
    {
        var start = Start(accountId);
        var stored = await database.StoredSettings.AsNoTracking().Where(s => s.Name.StartsWith(start)).ToListAsync(cancellationToken).ConfigureAwait(false);
        return new BankRemarks(accountId, stored.Where(s => s.Value is not null).ToDictionary(s => s.Name, s => JsonSerializer.Deserialize<BankRemark>(s.Value!)!, StringComparer.Ordinal));
    }

    /// <summary>None, for an account that is not known yet.</summary>
    public static BankRemarks None() => new(0, []);

    /// <summary>Under which name the bank's later word on a row is kept.</summary>
    public static string NameOfLaterWord(int accountId, string key) => NameOf(accountId, key, isVoid: false, default);

    /// <summary>A remark as it was kept.</summary>
    public static BankRemark? Read(string? value) => value is null ? null : JsonSerializer.Deserialize<BankRemark>(value);

    /// <summary>Puts back what was stored under some names.</summary>
    public static async Task PutBackAsync(RunningSave save, IReadOnlyDictionary<string, string?> before, CancellationToken cancellationToken)
    {
        foreach (var (name, value) in before)
        {
            await WriteAsync(save, name, value, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Whether the bank has taken a movement back.</summary>
    public bool IsVoid(string fitId, Movement movement) => _void.TryGetValue(fitId, out var remarks) && remarks.Exists(remark => remark.Voids(movement));

    /// <summary>Whether the bank has taken back a transaction of an id about some days.</summary>
    public bool HasVoid(string fitId, DateOnly first, DateOnly last) => _void.TryGetValue(fitId, out var remarks) && remarks.Exists(remark => remark.Day >= first && remark.Day <= last);

    /// <summary>What the bank says of a row that keeps what it says: none, or one.</summary>
    public IEnumerable<Movement> LaterWordOn(string key)
    {
        if (_remarks.TryGetValue(NameOfLaterWord(_accountId, key), out var remark) && remark.Amount is { } amount)
        {
            yield return Movement.Of(remark.Day, remark.Posted, amount, remark.Name, remark.Memo);
        }
    }

    /// <summary>Whether there is one on a row.</summary>
    public bool HasLaterWordOn(string key) => _remarks.ContainsKey(NameOfLaterWord(_accountId, key));

    /// <summary>Keeps a remark.</summary>
    public async Task KeepAsync(RunningSave save, BankRemark remark, CancellationToken cancellationToken)
    {
        var name = NameOf(_accountId, remark.FitId, remark.IsVoid, remark.Day);
        Note(name);
        _remarks[name] = remark;
        if (remark.IsVoid)
        {
            _void.TryAdd(remark.FitId, []);
            _void[remark.FitId].Add(remark);
        }

        await WriteAsync(save, name, JsonSerializer.Serialize(remark), cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Drops the bank's later word on a row, with which the row agrees now.</summary>
    public async Task DropAsync(RunningSave save, string key, CancellationToken cancellationToken)
    {
        var name = NameOfLaterWord(_accountId, key);
        if (_remarks.ContainsKey(name))
        {
            Note(name);
            _remarks.Remove(name);
            await WriteAsync(save, name, null, cancellationToken).ConfigureAwait(false);
        }
    }

    private static string Start(int accountId) => string.Create(CultureInfo.InvariantCulture, $"{Prefix}{accountId}/");

    /// <summary>A name of at most 80 characters. Ids that come again are void by their days.</summary>
    private static string NameOf(int accountId, string fitId, bool isVoid, DateOnly day) =>
        $"{Start(accountId)}{(isVoid ? string.Create(CultureInfo.InvariantCulture, $"void/{day:yyyyMMdd}/") : "says/")}{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(fitId)).AsSpan(0, 12))}";

    private static async Task WriteAsync(RunningSave save, string name, string? value, CancellationToken cancellationToken)
    {
        var database = save.Database;
        var row = await database.StoredSettings.SingleOrDefaultAsync(s => s.Name == name, cancellationToken).ConfigureAwait(false);
        if (value is null && row is not null)
        {
            database.StoredSettings.Remove(row);
        }
        else if (value is not null && row is null)
        {
            database.StoredSettings.Add(new StoredSetting { Name = name, Value = value });
        }
        else if (row is not null)
        {
            row.Value = value;
        }

        await database.SaveChangesAsync(cancellationToken).ConfigureAwait(false);
        database.ChangeTracker.Clear();
    }

    private void Note(string name) => _before.TryAdd(name, _remarks.TryGetValue(name, out var remark) ? JsonSerializer.Serialize(remark) : null);
}
