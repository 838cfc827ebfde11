using BiweeklyBudget.Hosting.Api.Description;

namespace BiweeklyBudget.Hosting.Features.Health;

/// <summary>What the routes for operators are for.</summary>
internal static class HealthOperations
{
    public static Operation Live() => new()
    {
        Id = "isAlive",
        Chapter = Chapters.Operating,
        Summary = "Whether the program lives",
        Text = "Answered also while the database is made ready. Every method is answered.",
        Answers = [Answer.OfText("It lives: `Healthy`.")],
        WorksWithoutPayday = true,
        IsForAnyone = true,
    };

    public static Operation Ready() => new()
    {
        Id = "isReady",
        Chapter = Chapters.Operating,
        Summary = "Whether pages can be served",
        Text = "Every method is answered.",
        Answers = [Answer.OfText("The database can be reached and written, and nothing is pending: `Healthy`."), Answer.OfText("Not now: `Unhealthy`, or a sentence while it starts.", status: StatusCodes.Status503ServiceUnavailable)],
        WorksWithoutPayday = true,
        IsForAnyone = true,
    };
}
