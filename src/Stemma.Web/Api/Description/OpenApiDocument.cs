using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Stemma.Web.Serving;

namespace Stemma.Web.Api;

/// <summary>The description of the API, OpenAPI 3.1, made of the routes themselves.</summary>
internal static partial class OpenApiDocument
{
    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true, IndentSize = 2, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static readonly Lazy<byte[]> Written = new(() => JsonSerializer.SerializeToUtf8Bytes(Create(), Readable));

    private static readonly Dictionary<string, string> Tags = new()
    {
        ["stories"] = "What happened: the reports of one event and what they add up to.",
        ["reports"] = "What was published, as it was read and as it came.",
        ["names"] = "Names by which reports are found.",
        ["corrections"] = "What people corrected.",
        ["watching"] = "What is watched, and what watching has told.",
        ["events"] = "What happens in the store, as it happens.",
        ["analyses"] = "Reports in, picture out, nothing kept.",
        ["store"] = "The store itself.",
    };

    /// <summary>Every route may answer these.</summary>
    private static readonly Problem[] Always =
        [Problem.BadQuery, Problem.TokenNeeded, Problem.ForgedOrigin, Problem.ForgedHost, Problem.TooMany, Problem.Fault, Problem.StoreTrouble, Problem.TooSlow];

    public static byte[] Bytes => Written.Value;

    public static string Tag { get; } = ApiAnswer.TagOf(Bytes);

    private static JsonObject Create()
    {
        JsonObject paths = [];
        foreach (IGrouping<string, ApiRoute> path in ApiRoutes.All.GroupBy(r => r.Path))
        {
            JsonObject item = [];
            if (Parts().Matches(path.Key) is { Count: > 0 } parts)
            {
                item["parameters"] = new JsonArray([.. parts.Select(p => new JsonObject
                {
                    ["name"] = p.Groups[1].Value, ["in"] = "path", ["required"] = true, ["description"] = "An id.", ["schema"] = new JsonObject { ["type"] = "string" },
                })]);
            }

            foreach (ApiRoute route in path)
                item[route.Method.ToLowerInvariant()] = Operation(route);
            paths[path.Key] = item;
        }

        JsonObject responses = [];
        foreach (IGrouping<int, Problem> status in Problem.All.GroupBy(p => p.Status))
            responses[Key(status.Key)] = Failure([.. status]);
        return new JsonObject
        {
            ["openapi"] = "3.1.1",
            ["info"] = new JsonObject
            {
                ["title"] = "Stemma",
                ["version"] = "1",
                ["summary"] = "What is known of an event, on whose word, and how many independent origins stand behind it.",
                ["description"] = "All that is GET can be asked with HEAD as well. Answers have an ETag; with If-None-Match what is known is not sent again. Lists come in pages: a Link header, and `next`, lead on. "
                    + "Errors are problem details (RFC 9457) whose types are stable. Spans count UTF-16 code units in the `body` of a report, end exclusive.",
                ["license"] = new JsonObject { ["name"] = "Apache-2.0", ["identifier"] = "Apache-2.0" },
            },
            ["servers"] = new JsonArray(new JsonObject { ["url"] = "/", ["description"] = "The server that this description came from." }),
            ["security"] = new JsonArray(new JsonObject(), new JsonObject { ["token"] = new JsonArray() }, new JsonObject { ["session"] = new JsonArray() }),
            ["tags"] = new JsonArray([.. Tags.Select(t => new JsonObject { ["name"] = t.Key, ["description"] = t.Value })]),
            ["paths"] = paths,
            ["components"] = new JsonObject
            {
                ["schemas"] = Schemas.All(),
                ["responses"] = responses,
                ["securitySchemes"] = new JsonObject
                {
                    ["token"] = new JsonObject { ["type"] = "http", ["scheme"] = "bearer", ["description"] = "Asked for where the server was started with a token." },
                    ["session"] = new JsonObject { ["type"] = "apiKey", ["in"] = "cookie", ["name"] = TokenGate.Cookie, ["description"] = "Set by signing in at /sign-in." },
                },
            },
        };
    }

    private static JsonObject Operation(ApiRoute route)
    {
        JsonObject operation = new()
        {
            ["operationId"] = route.Name,
            ["summary"] = route.Summary,
            ["tags"] = new JsonArray(route.Tag),
        };
        if (route.Details is { } details)
            operation["description"] = details;
        if (!route.Parameters.IsEmpty)
            operation["parameters"] = new JsonArray([.. route.Parameters.Select(Parameter)]);
        if (!route.Body.IsEmpty)
            operation["requestBody"] = new JsonObject { ["required"] = true, ["content"] = Content(route.Body, Examples.Bodies.GetValueOrDefault(route.Name)) };
        JsonObject success = new() { ["description"] = route.Success is 204 ? "Done." : "As asked." };
        if (!route.Answers.IsEmpty)
            success["content"] = Content(route.Answers, Examples.Answers.GetValueOrDefault(route.Name));
        JsonObject answers = new() { [route.Success.ToString(CultureInfo.InvariantCulture)] = success };
        if (route.Method == "GET" && !route.IsStream)
            answers["304"] = new JsonObject { ["description"] = "As If-None-Match says: known already." };
        foreach (int status in Always.Concat(route.Problems).Select(p => p.Status).Distinct().Order())
            answers[status.ToString(CultureInfo.InvariantCulture)] = new JsonObject { ["$ref"] = "#/components/responses/" + Key(status) };
        operation["responses"] = answers;
        return operation;
    }

    private static JsonObject Parameter(ApiParameter parameter)
    {
        JsonObject described = new() { ["name"] = parameter.Name, ["in"] = "query", ["description"] = parameter.Description, ["schema"] = JsonNode.Parse(parameter.Schema) };
        if (parameter.Example is { } example)
            described["example"] = example;
        return described;
    }

    private static JsonObject Content(IEnumerable<(string MediaType, string Schema)> forms, string? example)
    {
        JsonObject content = [];
        foreach ((string mediaType, string schema) in forms)
        {
            JsonObject form = new() { ["schema"] = new JsonObject { ["$ref"] = "#/components/schemas/" + schema } };
            if (example is not null && mediaType == "application/json")
                form["example"] = JsonNode.Parse(example);
            content[mediaType] = form;
        }

        return content;
    }

    private static JsonObject Failure(Problem[] problems) => new()
    {
        ["description"] = string.Join("; ", problems.Select(p => $"{p.Title} (`{p.Type}`)")) + ".",
        ["content"] = new JsonObject
        {
            [ProblemWriter.MediaType] = new JsonObject
            {
                ["schema"] = new JsonObject { ["$ref"] = "#/components/schemas/Problem" },
                ["example"] = new JsonObject { ["type"] = problems[0].Type, ["title"] = problems[0].Title, ["status"] = problems[0].Status, ["detail"] = "What of this request is wrong, in a sentence." },
            },
        },
    };

    private static string Key(int status) => "problem" + status.ToString(CultureInfo.InvariantCulture);

    [GeneratedRegex(@"\{(\w+)\}")]
    private static partial Regex Parts();
}
