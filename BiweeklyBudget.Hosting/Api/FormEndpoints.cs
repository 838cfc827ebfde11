using BiweeklyBudget.Core;
using BiweeklyBudget.Core.Money;
using BiweeklyBudget.Hosting.Ui;

namespace BiweeklyBudget.Hosting.Api;

/// <summary>
/// The form protocol (spec/http-api.md §4) as a kind of route: <c>routes.MapForm("/forms/budget", new BudgetForm())</c>.
/// </summary>
internal static class FormEndpoints
{
    /// <summary>Maps a form.</summary>
    /// <param name="routes">The routes.</param>
    /// <param name="path">Where it is posted to.</param>
    /// <param name="form">The form.</param>
    /// <returns>The route.</returns>
    public static IEndpointConventionBuilder MapForm(this IEndpointRouteBuilder routes, string path, IForm form) =>
        routes.MapPostOnly(path, (context, book) => SubmitAsync(context, book, form)).WithMetadata(form);

    private static async Task<IResult> SubmitAsync(HttpContext context, BudgetBook book, IForm form)
    {
        var body = await FormBody.ReadAsync(context.Request, context.RequestAborted);
        if (body.Refusal is { } refusal)
        {
            return refusal;
        }

        var reply = await form.SubmitAsync(book, body.Form.Typed(context.RequestServices.GetRequiredService<MoneyFormat>()), context.RequestAborted);
        SaveWarnings.Write(context.Response, reply.Warnings);
        PlainWords.Write(context.Response, reply, context.RequestServices.GetRequiredService<DayFormat>());
        if (context.Features.Get<FormShown>() is { } shown)
        {
            shown.Reply = reply;
            return Results.Empty;
        }

        return ApiJson.Reply(reply);
    }
}
