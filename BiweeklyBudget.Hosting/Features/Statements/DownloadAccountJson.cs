using System.Text.Json;

namespace BiweeklyBudget.Hosting.Features.Statements;

/// <summary>An account that is set up for downloads (spec/http-api.md §13.1).</summary>
internal sealed record DownloadAccountJson(string? VaultPath, JsonElement Config, int Id, bool CatMemo);
