using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace BiweeklyBudget.Core.Storage;

/// <summary>
/// Instants as upstream stores them: UTC without a zone, in whole seconds (spec/schema.md §1). A value whose kind is
/// <see cref="DateTimeKind.Unspecified"/> has no meaning as an instant and is refused.
/// </summary>
internal sealed class UtcSecondsConverter() : ValueConverter<DateTime, DateTime>(value => ToStored(value), stored => DateTime.SpecifyKind(stored, DateTimeKind.Utc))
{
    internal static DateTime ToStored(DateTime value)
    {
        // The tool that compiles the model asks for what a value of nothing would be.
        if (value.Kind == DateTimeKind.Unspecified && !EF.IsDesignTime)
        {
            throw new ArgumentException("An instant must state that it is UTC.", nameof(value));
        }

        var utc = value.ToUniversalTime();
        return utc.AddTicks(-(utc.Ticks % TimeSpan.TicksPerSecond));
    }
}
