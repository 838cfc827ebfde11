using Microsoft.Net.Http.Headers;

namespace BiweeklyBudget.Hosting.Ui.Assets;

/// <summary>How an asset is sent.</summary>
/// <param name="Encoding">Its Content-Encoding; null for as it is.</param>
/// <param name="Content">The bytes.</param>
/// <param name="Tag">Of its content; strong.</param>
internal sealed record AssetForm(string? Encoding, byte[] Content, EntityTagHeaderValue Tag);
