using System.Text.Json;
using Microsoft.AspNetCore.Routing;
using Microsoft.OpenApi;
using Microsoft.OpenApi.Reader;
using Stemma.Cli.Tests;
using Stemma.Store;
using Stemma.Web.Api;
using Stemma.Web.Serving;

namespace Stemma.Web.Tests.Api;

/// <summary>The description tells what the server does, and others can read it.</summary>
public sealed class OpenApiTests
{
    [Fact]
    public async Task Microsofts_reader_finds_no_fault_in_it()
    {
        await using Served served = await Served.EmptyAsync();
        using MemoryStream text = new(await served.Client.GetByteArrayAsync("/openapi/v1.json"));
        ReadResult read = await Microsoft.OpenApi.OpenApiDocument.LoadAsync(text, "json");
        Assert.Empty(read.Diagnostic!.Errors);
        Assert.Empty(read.Diagnostic.Warnings);
        Assert.Equal(OpenApiSpecVersion.OpenApi3_1, read.Diagnostic.SpecificationVersion);
        Assert.Equal(ApiRoutes.All.Select(r => r.Path).Distinct().Order(StringComparer.Ordinal), read.Document!.Paths.Keys.Order(StringComparer.Ordinal));
        Assert.Empty(read.Document.Validate(ValidationRuleSet.GetDefaultRuleSet()));
    }

    [Fact]
    public async Task Every_route_of_the_api_is_described_and_every_described_one_is_there()
    {
        await using Served served = await Served.EmptyAsync();
        JsonElement paths = (await served.JsonAsync("/openapi/v1.json")).GetProperty("paths");
        string[] described = [.. paths.EnumerateObject().SelectMany(p => p.Value.EnumerateObject().Where(m => m.Name != "parameters").Select(m => $"{m.Name.ToUpperInvariant()} {p.Name}")).Order(StringComparer.Ordinal)];
        string[] mapped = [.. served.Service<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(e => e.RoutePattern.RawText!.StartsWith("/api/", StringComparison.Ordinal))
            .SelectMany(e => e.Metadata.GetMetadata<IHttpMethodMetadata>()!.HttpMethods.Where(m => m != "HEAD").Select(m => $"{m} {e.RoutePattern.RawText}"))
            .Order(StringComparer.Ordinal)];
        Assert.Equal(mapped, described);
    }

    [Fact]
    public async Task What_is_answered_has_the_form_that_is_described()
    {
        await using Served served = await Served.SamplesAsync();
        await served.SendAsync(HttpMethod.Post, "/api/v1/corrections", """{ "kind": "rename", "target": "outlet", "what": [{ "name": "Metro Post" }], "to": "Other Post", "who": "test" }""");
        await served.Store.Watch.SaveWatchAsync("w1", "{}", default);
        await served.Store.Watch.AddAlertAsync("k1", "{}", DateTimeOffset.UnixEpoch.AddDays(20_000), default);
        JsonElement description = await served.JsonAsync("/openapi/v1.json");
        string story = (await served.Store.StoriesAsync(new StoryQuery { MinReports = 8 }, default))[0].Id;
        string claim = (await served.JsonAsync($"/api/v1/stories/{story}/claims")).GetProperty("claims")[0].GetProperty("id").GetString()!;
        string report = (await served.JsonAsync("/api/v1/reports?limit=1")).GetProperty("reports")[0].GetProperty("id").GetString()!;
        string correction = (await served.Store.CorrectionsAsync(default))[0].Id;
        int held = 0;
        foreach (JsonProperty path in description.GetProperty("paths").EnumerateObject())
        {
            if (!path.Value.TryGetProperty("get", out JsonElement get) || !get.GetProperty("responses").GetProperty("200").GetProperty("content").TryGetProperty("application/json", out JsonElement form))
                continue;
            string id = path.Name.Contains("/stories/", StringComparison.Ordinal) ? story : path.Name.Contains("/reports/", StringComparison.Ordinal) ? report : correction;
            JsonElement answer = await served.JsonAsync(path.Name.Replace("{id}", id, StringComparison.Ordinal).Replace("{claim}", claim, StringComparison.Ordinal).Replace("{format}", "ninjs", StringComparison.Ordinal));
            Assert.Empty(Faults(description, form.GetProperty("schema"), answer));
            held++;
        }

        Assert.True(held >= 20, $"{held}");
    }

    [Fact]
    public async Task Examples_have_the_form_that_they_are_examples_of()
    {
        await using Served served = await Served.EmptyAsync();
        JsonElement description = await served.JsonAsync("/openapi/v1.json");
        int held = 0;
        foreach (JsonElement operation in description.GetProperty("paths").EnumerateObject().SelectMany(p => p.Value.EnumerateObject()).Where(m => m.Name != "parameters").Select(m => m.Value))
        {
            IEnumerable<JsonElement> contents = operation.GetProperty("responses").EnumerateObject().Select(r => r.Value).Append(operation.TryGetProperty("requestBody", out JsonElement body) ? body : default)
                .Where(r => r.ValueKind is JsonValueKind.Object && r.TryGetProperty("content", out _)).SelectMany(r => r.GetProperty("content").EnumerateObject()).Select(c => c.Value);
            foreach (JsonElement content in contents)
            {
                if (!content.TryGetProperty("example", out JsonElement example))
                    continue;
                Assert.Empty(Faults(description, content.GetProperty("schema"), example));
                held++;
            }
        }

        Assert.True(held >= 10, $"{held}");
    }

    [Fact]
    public async Task Every_address_and_every_type_of_problem_stands_in_the_guide()
    {
        string guide = await File.ReadAllTextAsync(Path.Combine(FilledStore.Root(), "docs", "guide", "api.md"));
        foreach (ApiRoute route in ApiRoutes.All)
        {
            // Parts of a story stand in one row, by their last name.
            string last = route.Path[route.Path.LastIndexOf('/')..];
            Assert.True(guide.Contains(route.Path, StringComparison.Ordinal) || (route.Path.StartsWith("/api/v1/stories/", StringComparison.Ordinal) && guide.Contains($"`{last}`", StringComparison.Ordinal)), route.Path);
        }

        foreach (Problem problem in Problem.All)
            Assert.Contains($"`{problem.Name}`", guide, StringComparison.Ordinal);
    }

    private static IReadOnlyList<string> Faults(JsonElement description, JsonElement schema, JsonElement document)
    {
        // The check resolves references from the root of its schema: the whole description, with the form asked for at its head.
        Dictionary<string, JsonElement> root = description.EnumerateObject().Where(p => p.Name == "components").ToDictionary(p => p.Name, p => p.Value);
        foreach (JsonProperty keyword in schema.EnumerateObject())
            root[keyword.Name] = keyword.Value;
        return new SchemaCheck(JsonSerializer.SerializeToElement(root)).Faults(document);
    }
}
