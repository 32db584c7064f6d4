using System.Collections.Immutable;
using Microsoft.AspNetCore.Http;

namespace Stemma.Web.Api;

/// <summary>One thing that can be asked under <c>/api/v1</c>: what serves it and what describes it stand together, so that neither can be forgotten.</summary>
internal sealed record ApiRoute
{
    /// <summary>GET (which serves HEAD as well), POST, PUT or DELETE.</summary>
    public string Method { get; init; } = HttpMethods.Get;

    /// <summary>From the root on: <c>/api/v1/stories/{id}</c>.</summary>
    public required string Path { get; init; }

    /// <summary>Name in the description: <c>listStories</c>.</summary>
    public required string Name { get; init; }

    public required string Summary { get; init; }

    /// <summary>What has to be known beyond the summary; Markdown.</summary>
    public string? Details { get; init; }

    public required string Tag { get; init; }

    /// <summary>In the order of the description. A parameter that is not here is refused.</summary>
    public ImmutableArray<ApiParameter> Parameters { get; init; } = [];

    /// <summary>Name of the schema of the body, by media type; empty where none is read.</summary>
    public ImmutableArray<(string MediaType, string Schema)> Body { get; init; } = [];

    public int Success { get; init; } = StatusCodes.Status200OK;

    /// <summary>Name of the schema of the answer, by media type.</summary>
    public required ImmutableArray<(string MediaType, string Schema)> Answers { get; init; }

    /// <summary>What else it may answer, beside what every route may.</summary>
    public ImmutableArray<Serving.Problem> Problems { get; init; } = [];

    /// <summary>Whether it goes on until one side ends it.</summary>
    public bool IsStream { get; init; }

    public required Func<ApiCall, Task> Serve { get; init; }
}

/// <summary>A parameter of the query.</summary>
/// <param name="Schema">JSON Schema of its value, as JSON.</param>
internal sealed record ApiParameter(string Name, string Description, string Schema, string? Example = null)
{
    public static ApiParameter Text(string name, string description, string? example = null) => new(name, description, """{ "type": "string", "maxLength": 1000 }""", example);

    public static ApiParameter Time(string name, string description) =>
        new(name, description + " A day or a moment in ISO 8601.", """{ "type": "string", "pattern": "^\\d{4}-\\d{2}-\\d{2}" }""", "2026-03-09");

    public static ApiParameter Number(string name, string description, int least, int most, int usual) =>
        new(name, description, FormattableString.Invariant($$"""{ "type": "integer", "minimum": {{least}}, "maximum": {{most}}, "default": {{usual}} }"""));

    public static ApiParameter Cursor { get; } = new("cursor", "Where the next page begins: `next` of the page before, or its Link header.", """{ "type": "string" }""");

    public static ApiParameter Limit { get; } = Number("limit", "How many at most.", 1, 1000, 50);
}
