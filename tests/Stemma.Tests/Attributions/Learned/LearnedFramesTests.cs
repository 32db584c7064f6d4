using Stemma.Attributions;
using Stemma.Language;

namespace Stemma.Tests.Attributions.Learned;

public sealed class LearnedFramesTests
{
    private static readonly LanguageEngine Language = new(new LanguageOptions { States = true });

    [Fact]
    public void The_model_finds_a_way_of_saying_that_no_rule_knows()
    {
        const string Text = "Residents have long had questions about the safety of the harbour wall.";
        LinguisticText read = Language.Analyse(Text);

        Assert.Empty(new AttributionExtractor(useModel: false).Extract(read).Attributions);
        Assert.NotEmpty(new AttributionExtractor().Extract(read).Attributions);
    }

    [Fact]
    public void Without_the_model_the_rules_read_alone()
    {
        AttributionExtractor rules = new(useModel: false);
        Assert.False(rules.HasModel);
        Assert.Single(rules.Extract(Language.Analyse("The mayor said the bridge was closed.")).Attributions);
    }

    [Fact]
    public void What_a_rule_has_in_somebodys_mouth_stays_there()
    {
        const string Text = "It is untrue that I have telephoned the mayor to congratulate him.";
        Attribution only = Assert.Single(new AttributionExtractor().Extract(Language.Analyse(Text)).Attributions);
        Assert.Equal(Stance.Denies, only.Stance);
    }
}
