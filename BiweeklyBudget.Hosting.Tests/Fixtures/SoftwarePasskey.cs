using System.Buffers.Binary;
using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace BiweeklyBudget.Hosting.Tests.Fixtures;

/// <summary>A device with one passkey (WebAuthn level 3 §6: ES256, no attestation), whose answers can be wrong in every way that a test wants.</summary>
internal sealed class SoftwarePasskey : IDisposable
{
    private const byte UserPresent = 0x01;
    private const byte UserVerified = 0x04;
    private const byte HasCredential = 0x40;

    private static readonly string[] Transports = ["internal"];

    private readonly ECDsa _key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
    private readonly byte[] _id = RandomNumberGenerator.GetBytes(32);
    private string _userHandle = "";

    /// <summary>How often it says that it was used.</summary>
    public uint SignCount { get; set; }

    /// <summary>Whether it has seen to it that it is its user.</summary>
    public bool VerifiesUser { get; set; } = true;

    /// <summary>The origin that the browser says; null for the page's own.</summary>
    public string? Origin { get; set; }

    /// <summary>Whether the browser says that the page was in another one's frame.</summary>
    public bool IsFramed { get; set; }

    /// <summary>The site that it answers for; null for the one that the server names.</summary>
    public string? Site { get; set; }

    /// <summary>Makes the passkey.</summary>
    /// <param name="options">What the server says, JSON.</param>
    /// <param name="origin">The page's origin.</param>
    /// <returns>The answer for the server, JSON.</returns>
    public string Create(string options, string origin)
    {
        using var asked = JsonDocument.Parse(options);
        _userHandle = asked.RootElement.GetProperty("user").GetProperty("id").GetString()!;
        var key = _key.ExportParameters(includePrivateParameters: false).Q;
        byte[] coseKey = [0xa5, 0x01, 0x02, 0x03, 0x26, 0x20, 0x01, 0x21, 0x58, 0x20, .. key.X!, 0x22, 0x58, 0x20, .. key.Y!];
        byte[] data = [.. DataOf(asked.RootElement.GetProperty("rp").GetProperty("id").GetString()!, HasCredential), .. new byte[16], 0, (byte)_id.Length, .. _id, .. coseKey];
        byte[] attestation = [0xa3, 0x63, .. "fmt"u8, 0x64, .. "none"u8, 0x67, .. "attStmt"u8, 0xa0, 0x68, .. "authData"u8, 0x59, (byte)(data.Length >> 8), (byte)data.Length, .. data];
        return AnswerOf(new { clientDataJSON = Text(ClientData("webauthn.create", asked, origin)), attestationObject = Text(attestation), transports = Transports });
    }

    /// <summary>Answers with the passkey.</summary>
    /// <param name="options">What the server says, JSON.</param>
    /// <param name="origin">The page's origin.</param>
    /// <returns>The answer for the server, JSON.</returns>
    public string Answer(string options, string origin)
    {
        using var asked = JsonDocument.Parse(options);
        SignCount++;
        var data = DataOf(asked.RootElement.GetProperty("rpId").GetString()!, flags: 0);
        var client = ClientData("webauthn.get", asked, origin);
        var signature = _key.SignData([.. data, .. SHA256.HashData(client)], HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence);
        return AnswerOf(new { clientDataJSON = Text(client), authenticatorData = Text(data), signature = Text(signature), userHandle = _userHandle });
    }

    public void Dispose() => _key.Dispose();

    private byte[] DataOf(string site, byte flags)
    {
        var count = new byte[sizeof(uint)];
        BinaryPrimitives.WriteUInt32BigEndian(count, SignCount);
        return [.. SHA256.HashData(Encoding.UTF8.GetBytes(Site ?? site)), (byte)(flags | UserPresent | (VerifiesUser ? UserVerified : 0)), .. count];
    }

    private byte[] ClientData(string type, JsonDocument asked, string origin) =>
        JsonSerializer.SerializeToUtf8Bytes(new { type, challenge = asked.RootElement.GetProperty("challenge").GetString(), origin = Origin ?? origin, crossOrigin = IsFramed });

    private string AnswerOf(object response) => JsonSerializer.Serialize(new { id = Text(_id), rawId = Text(_id), type = "public-key", clientExtensionResults = new { }, response });

    private static string Text(byte[] bytes) => Base64Url.EncodeToString(bytes);
}
