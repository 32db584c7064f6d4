using System.Collections.Immutable;
using Stemma.Briefs.Sections;
using Stemma.Claims;
using Stemma.Differences;
using Stemma.Lineages;
using Stemma.Weighing;

namespace Stemma.Briefs;

/// <summary>Writes the brief of one story out of what was found.</summary>
/// <remarks>
/// Extractive: the words of a point are a report's, trimmed, with names resolved; hedges and holders stay. Each section ranks on its
/// own; within a section no point stands twice, and what is told as a key fact is not told again as new in the same words.
/// </remarks>
public sealed class BriefWriter
{
    public StageId Id { get; } = new("brief", 4);

    /// <param name="reports">Oldest first, at least one.</param>
    public Brief Write(
        ImmutableArray<DatedReport> reports,
        ClaimSet claims,
        ImmutableArray<Derivation> lineage,
        ImmutableArray<Difference> differences)
    {
        StoryMaterial material = new(StoryMaterial.Told(reports), claims, lineage, differences);
        Salience salience = new(material);
        PointMaker maker = new(material);
        Told told = new();
        ImmutableArray<Point> plans = ToWatch.Reserve(material, salience, maker);
        Point? lead = NewsPeg.Lead(material, salience, maker);
        ImmutableArray<Point> pegs = NewsPeg.Write(material, salience, maker, lead);
        ImmutableArray<Point> keyFacts = KeyFacts.Write(material, salience, maker, told, lead, [.. pegs, .. plans]);
        ImmutableArray<Point> unknown = NotKnown.Write(material, salience, maker, [.. pegs, .. keyFacts]);
        return new Brief
        {
            Headline = Headline.Write(material, salience, keyFacts),
            NewsPeg = pegs,
            KeyFacts = keyFacts,
            Disputed = Disputed.Write(material, salience, maker, unknown),
            Unknown = unknown,
            Watch = ToWatch.Write(material, salience, maker, told, [.. pegs, .. keyFacts, .. unknown]),
            BigNumber = TheNumber.Write(material, salience, maker),
            Who = WhoIsWho.Write(material),
            FurtherReading = ReadOn.Write(material, salience),
        };
    }
}
