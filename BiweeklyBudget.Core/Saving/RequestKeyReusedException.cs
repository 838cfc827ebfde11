namespace BiweeklyBudget.Core.Saving;

/// <summary>A key came again with another request than the one that was saved with it. Nothing was saved now.</summary>
public sealed class RequestKeyReusedException() : Exception("Something else was saved with this key before. Nothing was saved now; a new request needs a key of its own.");
