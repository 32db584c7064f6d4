using System.Collections.Immutable;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Stemma.Claims;
using Stemma.Lineages;
using Stemma.Reports;

namespace Stemma.Weighing;

/// <summary>The family trees alone, as <c>stemma lineage --format json</c> prints them: the picture's own shapes, fewer of them.</summary>
public static class LineageJson
{
    public static string Write(Picture picture) => JsonSerializer.Serialize(
        new FamilyTrees(
            picture.Stemma,
            [.. picture.Stories.Select(s => new FamilyTree(
                s.Id,
                s.Title,
                [.. s.Reports.Select(r => new FamilyMember(r.Id, r.Input, r.Outlet, r.Published, r.Headline))],
                [.. s.Origins.Where(o => s.Lineage.Any(d => d.To == o.Id))],
                s.Lineage))],
            picture.Rejected),
        FamilyContext.Readable.FamilyTrees) + "\n";
}

internal sealed record FamilyTrees(string Stemma, ImmutableArray<FamilyTree> Stories, ImmutableArray<Rejection> Rejected);

/// <param name="Origins">Those that a report rests on though they are not at hand.</param>
internal sealed record FamilyTree(
    string Id, string Title, ImmutableArray<FamilyMember> Reports, ImmutableArray<Origin> Origins, ImmutableArray<Derivation> Lineage);

internal sealed record FamilyMember(string Id, string Input, string? Outlet, ReportTime? Published, string? Headline);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(FamilyTrees))]
internal sealed partial class FamilyContext : JsonSerializerContext
{
    internal static FamilyContext Readable { get; } = new(new JsonSerializerOptions
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        WriteIndented = true,
        IndentSize = 2,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    });
}
