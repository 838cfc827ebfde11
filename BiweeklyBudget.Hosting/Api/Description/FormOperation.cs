using System.Net.Mime;
using BiweeklyBudget.Hosting.Composition;

namespace BiweeklyBudget.Hosting.Api.Description;

/// <summary>What all forms have in common (spec/http-api.md §4).</summary>
internal static class FormOperation
{
    private const string Protocol = """
        The answer is 200 whether or not it was saved: look at `success`. With `errors`, fields are to blame, and every field that was sent is listed; with `error_message`, no field is. Either nothing or
        all of it is saved.
        """;

    private const string InTexts = " Fields may be sent as JSON or form-encoded, then all as texts.";

    private static readonly string[] JsonOrFields = ["application/json", "application/x-www-form-urlencoded"];

    /// <summary>Describes a form.</summary>
    /// <param name="id">Its name in programs.</param>
    /// <param name="chapter">The chapter.</param>
    /// <param name="summary">A few words.</param>
    /// <param name="text">What else has to be known.</param>
    /// <param name="fields">Its fields.</param>
    /// <param name="example">A body that the sample household saves.</param>
    public static Operation Of(string id, string chapter, string summary, string text, IReadOnlyList<Field> fields, string example) => new()
    {
        Id = id,
        Chapter = chapter,
        Summary = summary,
        Text = text + "\n\n" + Protocol.ReplaceLineEndings(" ") + InTexts,
        Fields = fields,
        BodyTypes = JsonOrFields,
        Example = example,
        Answers = [Reply()],
    };

    /// <summary>A form that takes JSON only (<see cref="JsonOfScripts"/>).</summary>
    public static Operation InJson(Operation form) => form with
    {
        BodyTypes = [MediaTypeNames.Application.Json],
        Text = form.Text.Replace(InTexts, " Fields are sent as JSON.", StringComparison.Ordinal),
        Answers = [.. form.Answers, Answer.Refusal(StatusCodes.Status415UnsupportedMediaType, "The body is not JSON. Nothing was saved.")],
    };

    /// <summary>The answer of a form.</summary>
    public static Answer Reply() => new(StatusCodes.Status200OK, "Saved, or the reason why not.")
    {
        Bodies = [typeof(SavedReply), typeof(WrongFieldsReply), typeof(RefusedReply)],
        Headers = new Dictionary<string, string>
        {
            [SaveWarnings.Header] = "What the user should know although it was saved: a JSON list of texts. Absent when there is nothing to say.",
            [RecordedRequests.Header] = "The number of the change, with which `POST /forms/undo` takes it back. Absent when nothing was changed.",
        },
    };
}
