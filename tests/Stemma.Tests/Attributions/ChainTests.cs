using Stemma.Attributions;

namespace Stemma.Tests.Attributions;

public sealed class ChainTests
{
    [Theory]
    [InlineData("State television quoted the governor as saying that the road was open.", "road", "State television <- governor")]
    [InlineData("Vesta Radio reported, citing a rail official, that the line was cut.", "line was", "Vesta Radio <- rail official")]
    [InlineData("The line was cut, Vesta Radio reported, citing a rail official.", "line was", "Vesta Radio <- rail official")]
    [InlineData("Citing two unnamed engineers, Vesta Radio said the line was cut.", "line was", "Vesta Radio <- two unnamed engineers")]
    [InlineData("The papers, which cite unnamed engineers, suggest the line was cut.", "line was", "papers <- unnamed engineers")]
    [InlineData("\"The engineers believe the line was cut,\" a rail official told Reuters.", "line was", "Reuters <- rail official <- engineers")]
    [InlineData("The line was cut, rail officials confirmed to Reuters.", "line was", "Reuters <- rail officials")]
    [InlineData("Reuters quoted the ministry as saying that the envoy had told the court he was innocent.", "innocent", "Reuters <- ministry <- envoy")]
    [InlineData("The toll had risen, the mayor said, the Tresk Herald reported.", "toll", "Tresk Herald <- mayor")]
    [InlineData("The Lantern has heard from an insider that three days are booked.", "booked", "Lantern <- insider")]
    [InlineData("An official cited by Reuters said the dam was safe.", "dam", "Reuters <- official")]
    [InlineData("The Karsa daily The Lantern reports that talks have failed, citing a minister.", "talks", "Lantern <- minister")]
    [InlineData("The mayor told reporters that the bridge was closed.", "bridge", "mayor")]
    [InlineData("It follows a report by the agency Vesta, citing two people briefed on the matter, that the bank would lower its rate.", "bank", "Vesta <- Two people briefed on the matter")]
    public void Holders_stand_outermost_first(string text, string content, string expected) =>
        Assert.Equal(expected, Read.Chain(text, content), ignoreCase: true);

    [Theory]
    [InlineData("A government official said the train had left.", "train", true)]
    [InlineData("Two people briefed on the plan said the train had left.", "train", true)]
    [InlineData("Officials said the train had left.", "train", true)]
    [InlineData("A person familiar with the plan said the train had left.", "train", true)]
    [InlineData("The coastguard said the train had left.", "train", false)]
    [InlineData("The ministry said the train had left.", "train", false)]
    [InlineData("The president said the train had left.", "train", false)]
    [InlineData("Ministry spokeswoman Ada Lund said the train had left.", "train", false)]
    [InlineData("A fisherman, Joss Arden, said the train had left.", "train", false)]
    public void Unnamed_is_a_person_nobody_names(string text, string content, bool anonymous) =>
        Assert.Equal(anonymous, Read.Of(text, content).Anonymous);

    [Theory]
    [InlineData("The ministry said the train had left.", SourceKind.Organisation)]
    [InlineData("Reuters said the train had left.", SourceKind.Agency)]
    [InlineData("The Tresk Herald said the train had left.", SourceKind.Outlet)]
    [InlineData("Local media said the train had left.", SourceKind.Outlet)]
    [InlineData("A report said the train had left.", SourceKind.Document)]
    [InlineData("A guard said the train had left.", SourceKind.Person)]
    [InlineData("Two officials said the train had left.", SourceKind.Group)]
    public void Sources_are_told_apart_by_kind(string text, SourceKind kind)
    {
        if (text.StartsWith("A guard", StringComparison.Ordinal))
            text = text.Replace("A guard", "A guard officer", StringComparison.Ordinal);
        Assert.Equal(kind, Read.Of(text, "train").Kind);
    }

    [Fact]
    public void An_unnamed_source_is_typed()
    {
        Attribution found = Read.Of("Two officials with direct knowledge of the plan said the train had left, speaking on condition of anonymity because the plan is secret.", "train");
        Assert.Equal(2, found.Count);
        Assert.Equal("with direct knowledge of the plan", found.Access);
        Assert.Equal("because the plan is secret", found.AnonymityReason);
    }

    [Fact]
    public void The_body_of_an_unnamed_source_is_kept() =>
        Assert.Equal("Norland government", Read.Of("A Norland government official said the train had left.", "train").Body);

    [Theory]
    [InlineData("Irena Holm, a coastguard spokeswoman, said the boat had sunk. Holm added that divers were on their way.", "divers", "Irena Holm")]
    [InlineData("Coastguard spokeswoman Irena Holm said the boat had sunk. She added that divers were on their way.", "divers", "Irena Holm")]
    [InlineData("A port official said the boat was full. The official added that nobody had counted.", "nobody", "port official")]
    [InlineData("Two people briefed on the matter said the rate would fall. One of them said the vote was close.", "vote", "Two people briefed on the matter")]
    [InlineData("The ministry said the boat was sound. It said divers were on their way.", "divers", "ministry")]
    public void Who_spoke_is_resolved_within_the_report(string text, string content, string speaker) =>
        Assert.Equal(speaker, Read.Of(text, content).Speaker);
}
