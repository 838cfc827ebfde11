namespace BiweeklyBudget.Hosting.Composition;

/// <summary>What a request is outside of the mount: it is put back when the mount is done, so that what the program does afterwards – a log, an error page of its own – sees its own request.</summary>
internal sealed class Outside
{
    private readonly HttpContext _context;
    private readonly PathString _base;
    private readonly PathString _path;
    private readonly Endpoint? _endpoint;
    private readonly RouteValueDictionary _values;
    private readonly IServiceProvider _services;
    private readonly OwnPagesPolicy.Branch? _mark;

    private Outside(HttpContext context)
    {
        _context = context;
        _base = context.Request.PathBase;
        _path = context.Request.Path;
        _endpoint = context.GetEndpoint();
        _values = context.Request.RouteValues;
        _services = context.RequestServices;
        _mark = context.Features.Get<OwnPagesPolicy.Branch>();
    }

    /// <summary>Takes a request in: what lies before the mount becomes a part of its base, and nothing is routed yet.</summary>
    /// <param name="context">The request, as the program routed it to the mount's endpoint.</param>
    /// <param name="services">The services of the request inside.</param>
    public static Outside Leave(HttpContext context, IServiceProvider services)
    {
        var outside = new Outside(context);
        var text = outside._path.Value ?? "";
        var end = EndOf(text, SegmentsBefore(outside._endpoint));

        // As it stands in an address: the framework writes links with the text as it is, and what a group's parameter holds may have a question mark in it.
        context.Request.PathBase = new PathString(outside._base.Add(text[..end]).ToUriComponent());
        context.Request.Path = text[end..];
        context.Request.RouteValues = [];
        context.SetEndpoint(null);
        context.RequestServices = services;
        context.Features.Set(OwnPagesPolicy.Mark);
        return outside;
    }

    /// <summary>Gives it back.</summary>
    public void Return()
    {
        _context.Request.PathBase = _base;
        _context.Request.Path = _path;
        _context.Request.RouteValues = _values;
        _context.SetEndpoint(_endpoint);
        _context.RequestServices = _services;
        _context.Features.Set(_mark);
    }

    // The last one takes the rest. A group's prefix may hold parameters, so their text is not known, but how many there are.
    private static int SegmentsBefore(Endpoint? endpoint) => endpoint is RouteEndpoint route
        ? route.RoutePattern.PathSegments.Count - 1
        : throw new InvalidOperationException("The app is served by the endpoint that MapBiweeklyBudget adds, by no other.");

    private static int EndOf(string path, int segments)
    {
        var end = 0;
        for (; segments > 0 && end < path.Length; segments--)
        {
            var next = path.IndexOf('/', end + 1);
            end = next < 0 ? path.Length : next;
        }

        return end;
    }
}
