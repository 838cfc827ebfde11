using System.Globalization;
using System.Text.RegularExpressions;
using BiweeklyBudget.Hosting.Api;

namespace BiweeklyBudget.Core.Tests.Forms;

/// <summary>The reply to a form, taken apart.</summary>
internal abstract partial record FormAnswer
{
    private FormAnswer()
    {
    }

    public static FormAnswer Of(FormReply reply) => reply switch
    {
        { Success: true } => new Saved(reply.SuccessMessage!, IdsIn(reply.SuccessMessage!), reply.Extras) { Warnings = reply.Warnings },
        { Errors: { } errors } => new Refused(errors),
        _ => new Failed(reply.ErrorMessage!),
    };

    // A longer number is a FITID.
    private static int[] IdsIn(string text) =>
        [.. Numbers().Matches(text).Select(match => int.TryParse(match.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : (int?)null).OfType<int>()];

    [GeneratedRegex(@"\d+", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Numbers();

    /// <param name="Message">The text for the user.</param>
    /// <param name="Ids">The ids that the text names.</param>
    /// <param name="Extras">Further keys.</param>
    public sealed record Saved(string Message, IReadOnlyList<int> Ids, IDictionary<string, object?>? Extras) : FormAnswer
    {
        public IReadOnlyList<string> Warnings { get; init; } = [];
    }

    /// <param name="Errors">Messages by field.</param>
    public sealed record Refused(IReadOnlyDictionary<string, IReadOnlyList<string>> Errors) : FormAnswer;

    /// <param name="Message">The reason.</param>
    public sealed record Failed(string Message) : FormAnswer;
}
