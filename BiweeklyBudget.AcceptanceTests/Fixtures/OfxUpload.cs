using System.Text;
using BiweeklyBudget.TestSupport;
using Microsoft.Playwright;

namespace BiweeklyBudget.AcceptanceTests.Fixtures;

/// <summary>Small OFX files for uploads.</summary>
internal static class OfxUpload
{
    /// <inheritdoc cref="StatementText.Checking"/>
    public static string Checking(string number, params IEnumerable<string> transactions) => StatementText.Checking(number, transactions);

    /// <inheritdoc cref="StatementText.Many"/>
    public static string Many(string number, int count) => StatementText.Many(number, count);

    /// <summary>The file for a browser's file field.</summary>
    public static FilePayload Payload(string name, string text) => new() { Name = name, MimeType = "application/x-ofx", Buffer = Encoding.UTF8.GetBytes(text) };
}
