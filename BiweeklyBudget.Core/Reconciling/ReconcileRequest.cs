using System.Globalization;
using System.Text.Json;
using BiweeklyBudget.Core.Forms;

namespace BiweeklyBudget.Core.Reconciling;

/// <summary>What is to be reconciled together (spec/http-api.md §12.1).</summary>
/// <param name="Transactions">Transactions, each with a bank transaction, with a note or alone.</param>
/// <param name="Ignored">Bank transactions alone.</param>
public sealed record ReconcileRequest(IReadOnlyList<ReconciledTransaction> Transactions, IReadOnlyList<IgnoredBankTransaction> Ignored)
{
    /// <summary>Reads the body <c>{"reconciled": {id: [account, FITID], note or null}, "ofxIgnored": {"account%FITID": note}}</c>.</summary>
    /// <param name="json">The body.</param>
    /// <param name="request">The request.</param>
    /// <param name="error">What is wrong with the body; null when it was read.</param>
    /// <returns>Whether it could be read.</returns>
    public static bool TryRead(JsonElement json, out ReconcileRequest? request, out string? error)
    {
        (request, error) = (null, null);
        try
        {
            request = Read(json);
        }
        catch (FormatException exception)
        {
            error = exception.Message;
        }
        catch (InvalidOperationException)
        {
            error = "The request holds text that is not valid Unicode.";
        }

        return request is not null;
    }

    private static ReconcileRequest Read(JsonElement json)
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

        return new ReconcileRequest(
            [.. reconciled.EnumerateObject().Select(ReadTransaction)],
            [.. ignored?.EnumerateObject().Select(ReadIgnored) ?? []]);
    }

    private static ReconciledTransaction ReadTransaction(JsonProperty entry)
    {
        if (!int.TryParse(entry.Name, NumberStyles.None, CultureInfo.InvariantCulture, out var id))
        {
            throw new FormatException($"Invalid Transaction ID: {entry.Name}");
        }

        return entry.Value.ValueKind switch
        {
            JsonValueKind.Null => new ReconciledTransaction(id, null, null),
            JsonValueKind.String => new ReconciledTransaction(id, null, Text(entry.Value)),
            JsonValueKind.Array when ReadKey(entry.Value) is { } key => new ReconciledTransaction(id, key, null),
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

        return entry.Value.ValueKind == JsonValueKind.String
            ? new IgnoredBankTransaction(key, Text(entry.Value))
            : throw new FormatException($"OFXTransaction ({key.AccountId}, '{key.FitId}') needs a note.");
    }

    private static string Text(JsonElement json) =>
        FormValue.From(json) is { Kind: FormValueKind.Text } value ? value.Text : throw new FormatException("The request holds text that is not valid Unicode.");
}
