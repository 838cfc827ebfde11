namespace BiweeklyBudget.Hosting.Api.Description;

/// <summary>What reads have in common.</summary>
internal static class ReadOperation
{
    /// <summary>Describes a read of one record by its id.</summary>
    public static Operation OfRecord<T>(string id, string chapter, string summary, string text = "", string example = "1") => new()
    {
        Id = id,
        Chapter = chapter,
        Summary = summary,
        Text = text,
        Parameters = [new Parameter("id", Schemas.Id, "The record's id, in digits.", example)],
        Answers = [Answer.Of<T>("The record."), Answer.Refusal(StatusCodes.Status404NotFound, "There is no such record.")],
    };

    /// <summary>Describes a read of a chart's points.</summary>
    public static Operation OfChart(string id, string chapter, string summary, string text) => new()
    {
        Id = id,
        Chapter = chapter,
        Summary = summary,
        Text = text + " Each item of `data` has `date` and an amount for each of `keys`. At most 1,000 items are sent; when there are more, `note` says how they were put together.",
        Answers = [Answer.OfTable<ChartReply>("The points, from the first on.")],
    };

    /// <summary>Describes a read of a list as it is.</summary>
    public static Operation OfList<T>(string id, string chapter, string summary, string text) => new()
    {
        Id = id,
        Chapter = chapter,
        Summary = summary,
        Text = text,
        Answers = [Answer.Of<IReadOnlyList<T>>("All of them.")],
    };
}
