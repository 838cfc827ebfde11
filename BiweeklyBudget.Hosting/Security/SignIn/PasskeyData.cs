using System.Text.Json;
using Microsoft.AspNetCore.Identity;

namespace BiweeklyBudget.Hosting.Security.SignIn;

/// <summary>What is stored of a passkey to check its answers.</summary>
/// <param name="PublicKey">Its public key (COSE_Key, RFC 9052 §7).</param>
/// <param name="Transports">How the device is reached, as the browser said it.</param>
/// <param name="IsBackupEligible">Whether it may be copied to other devices of the user.</param>
/// <param name="IsBackedUp">Whether it is copied to other devices or to a service.</param>
internal sealed record PasskeyData(byte[] PublicKey, string[] Transports, bool IsBackupEligible, bool IsBackedUp)
{
    private const int MostTransports = 10;
    private const int LongestTransport = 30;

    /// <summary>As it is stored.</summary>
    public static string TextOf(UserPasskeyInfo passkey) =>
        JsonSerializer.Serialize(new PasskeyData(passkey.PublicKey, [.. (passkey.Transports ?? []).Where(transport => transport.Length <= LongestTransport).Take(MostTransports)], passkey.IsBackupEligible, passkey.IsBackedUp));

    /// <summary>What was stored.</summary>
    public static PasskeyData Read(string text) => JsonSerializer.Deserialize<PasskeyData>(text) ?? throw new InvalidOperationException("A passkey is damaged.");
}
