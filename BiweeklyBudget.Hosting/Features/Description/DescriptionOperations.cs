using BiweeklyBudget.Hosting.Api.Description;

namespace BiweeklyBudget.Hosting.Features.Description;

/// <summary>What the routes of this description are for.</summary>
internal static class DescriptionOperations
{
    public static Operation Read() => new()
    {
        Id = "readDescription",
        Chapter = Chapters.Operating,
        Summary = "This description",
        Text = "OpenAPI 3.1; for people it is at `/api/docs`.",
        Answers = [new(StatusCodes.Status200OK, "The document, with the path that the program is served at as its server.") { Bodies = [typeof(object)] }],
        WorksWithoutPayday = true,
    };
}
