using System.Globalization;
using BiweeklyBudget.Core.Changes;

namespace BiweeklyBudget.Hosting.Features.History;

/// <summary>A record as an address names it, for what happened to it: <c>transaction-12</c>.</summary>
internal static class RecordAddress
{
    private static readonly (string Word, RecordKind Kind)[] Words = [("transaction", RecordKind.Transaction), ("scheduled", RecordKind.ScheduledTransaction), ("budget", RecordKind.Budget), ("account", RecordKind.Account)];

    /// <summary>The text; null for a record that addresses do not name.</summary>
    public static string? Of(RecordKey record) => Words.Where(known => known.Kind == record.Kind).Select(known => $"{known.Word}-{record.Key}").FirstOrDefault();

    /// <summary>The record; null when the text names none.</summary>
    public static RecordKey? Read(string text) => text.Split('-') is [var word, var id] && int.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
        ? Words.Where(known => known.Word == word).Select(known => (RecordKey?)RecordKey.Of(known.Kind, number)).FirstOrDefault()
        : null;
}
