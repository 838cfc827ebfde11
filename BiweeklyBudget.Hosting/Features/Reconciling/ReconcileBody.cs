using System.Globalization;
using System.Text.Json;
using BiweeklyBudget.Core.Reconciling;
using BiweeklyBudget.Core.Statements;
using BiweeklyBudget.Hosting.Api;
using BiweeklyBudget.Hosting.Features.Transactions;

namespace BiweeklyBudget.Hosting.Features.Reconciling;

/// <summary>
/// The body of <c>POST /ajax/reconcile</c> (spec/http-api.md §12.1):
/// <c>{"reconciled": {id: [account, FITID], note or null}, "ofxIgnored": {"account%FITID": note or null}}</c>, and beyond upstream
/// <c>"made": [{"ofx": [account, FITID], "transaction": {the fields of /forms/transaction}}]</c>.
/// </summary>
internal static class ReconcileBody
{
    private const string NoUnicode = "The request holds text that is not valid Unicode.";

    /// <summary>Reads the body.</summary>
    /// <param name="json">The body.</param>
    /// <param name="batch">What it says; null when it cannot be read.</param>
    /// <param name="error">What is wrong with the body; null when it was read.</param>
    /// <returns>Whether it could be read.</returns>
    public static bool TryRead(JsonElement json, [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out ReconciliationBatch? batch, [System.Diagnostics.CodeAnalysis.NotNullWhen(false)] out string? error)
    {
        (batch, error) = (null, null);
        try
        {
            batch = Read(json);
            return true;
        }
        catch (FormatException exception)
        {
            error = exception.Message;
            return false;
        }
        catch (InvalidOperationException)
        {
            error = NoUnicode;
            return false;
        }
    }

    private static ReconciliationBatch Read(JsonElement json)
    {
        if (json.ValueKind != JsonValueKind.Object || !json.TryGetProperty("reconciled", out var reconciled) || reconciled.ValueKind != JsonValueKind.Object)
        {
            throw new FormatException("Missing or invalid \"reconciled\": expected an object by transaction ID.");
        }

        var ignored = json.TryGetProperty("ofxIgnored", out var value) && value.ValueKind != JsonValueKind.Null ? value : (JsonElement?)null;
        if (ignored is { ValueKind: not JsonValueKind.Object })
        {
            throw new FormatException("Invalid \"ofxIgnored\": expected an object of notes.");
        }

        var made = json.TryGetProperty("made", out var list) && list.ValueKind != JsonValueKind.Null ? list : (JsonElement?)null;
        if (made is { ValueKind: not JsonValueKind.Array })
        {
            throw new FormatException("Invalid \"made\": expected a list of transactions with their OFXTransactions.");
        }

        return new ReconciliationBatch
        {
            Transactions = [.. reconciled.EnumerateObject().Select(ReadTransaction)],
            Made = [.. made?.EnumerateArray().Select(ReadMade) ?? []],
            Ignored = [.. ignored?.EnumerateObject().Select(ReadIgnored) ?? []],
        };
    }

    private static ReconciledTransaction ReadTransaction(JsonProperty entry)
    {
        if (!int.TryParse(entry.Name, NumberStyles.None, CultureInfo.InvariantCulture, out var id))
        {
            throw new FormatException($"Invalid Transaction ID: {entry.Name}");
        }

        return entry.Value.ValueKind switch
        {
            JsonValueKind.Null => new ReconciledTransaction(id),
            JsonValueKind.String => new ReconciledTransaction(id, Note: Text(entry.Value)),
            JsonValueKind.Array when ReadKey(entry.Value) is { } key => new ReconciledTransaction(id, key),
            _ => throw new FormatException($"Transaction {id} needs a note or an account ID with a FITID."),
        };
    }

    private static BankTransactionKey? ReadKey(JsonElement pair)
    {
        if (pair.GetArrayLength() != 2 || pair[1].ValueKind != JsonValueKind.String)
        {
            return null;
        }

        // An id may be a number or its digits (spec/http-api.md §1.1).
        var account = FormValue.From(pair[0]);
        return account.Kind is FormValueKind.Number or FormValueKind.Text && int.TryParse(account.Text, NumberStyles.None, CultureInfo.InvariantCulture, out var id)
            ? new BankTransactionKey(id, Text(pair[1]))
            : null;
    }

    private static IgnoredBankTransaction ReadIgnored(JsonProperty entry)
    {
        if (!BankTransactionKey.TryParse(entry.Name, out var key))
        {
            throw new FormatException($"Invalid OFXTransaction: {entry.Name}");
        }

        return entry.Value.ValueKind switch
        {
            JsonValueKind.String => new IgnoredBankTransaction(key, Text(entry.Value)),
            JsonValueKind.Null => new IgnoredBankTransaction(key),
            _ => throw new FormatException($"OFXTransaction ({key.AccountId}, '{key.FitId}') needs a note."),
        };
    }

    private static MadeTransaction ReadMade(JsonElement entry)
    {
        if (entry.ValueKind != JsonValueKind.Object
            || !entry.TryGetProperty("ofx", out var pair) || pair.ValueKind != JsonValueKind.Array || ReadKey(pair) is not { } key
            || !entry.TryGetProperty("transaction", out var fields) || !FormValues.TryRead(fields, out var values))
        {
            throw new FormatException("Each of \"made\" needs a \"transaction\" and, as \"ofx\", an account ID with a FITID.");
        }

        var (command, errors) = TransactionForm.ReadFields(values);
        return errors.Any
            ? throw new FormatException($"The transaction for OFXTransaction ({key.AccountId}, '{key.FitId}'): {string.Join("; ", errors.ByField.SelectMany(field => field.Value))}")
            : new MadeTransaction(command, key);
    }

    private static string Text(JsonElement json) => FormValue.From(json) is { Kind: FormValueKind.Text } value ? value.Text : throw new FormatException(NoUnicode);
}
