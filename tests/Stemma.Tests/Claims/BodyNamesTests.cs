using Stemma.Claims;

namespace Stemma.Tests.Claims;

public sealed class BodyNamesTests
{
    [Fact]
    public void Short_reordered_and_initial_forms_of_one_body_are_one()
    {
        BodyNames bodies = new(["Ministry of Harbours", "Harbours Ministry", "ministry", "Vellish border guard", "border guard", "National Dam Institute", "NDI"]);
        Assert.Equal(bodies.Of("Ministry of Harbours"), bodies.Of("the Harbours Ministry"));
        Assert.Equal(bodies.Of("Ministry of Harbours"), bodies.Of("the ministry"));
        Assert.Equal(bodies.Of("Vellish border guard"), bodies.Of("border guard"));
        Assert.Equal(bodies.Of("National Dam Institute"), bodies.Of("NDI"));
        Assert.NotEqual(bodies.Of("border guard"), bodies.Of("ministry"));
    }

    [Fact]
    public void A_short_form_of_two_bodies_stays_itself_and_may_be_either()
    {
        BodyNames bodies = new(["Ministry of Harbours", "Ministry of Mines", "the ministry"]);
        Assert.NotEqual(bodies.Of("Ministry of Harbours"), bodies.Of("the ministry"));
        Assert.NotEqual(bodies.Of("Ministry of Mines"), bodies.Of("the ministry"));
        Assert.True(bodies.MayBeOne("the ministry", "Ministry of Mines"));
        Assert.False(bodies.MayBeOne("Ministry of Harbours", "Ministry of Mines"));
    }
}
