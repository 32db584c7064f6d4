using Stemma.Attributions;
using Stemma.Claims;

namespace Stemma.Tests.Claims;

public sealed class OriginCountTests
{
    private readonly OriginRegister register = new(new StoryNames([]), new BodyNames(["harbour police", "Vellish harbour police", "Dam Institute"]));

    private (int, int) Count(params OriginDraft[] origins) => OriginCount.Of(origins, register);

    [Fact]
    public void A_body_and_the_woman_who_speaks_for_it_are_one() =>
        Assert.Equal((1, 1), Count(register.BodyAsSuch("the harbour police"), register.Person("Oda Brill", "Vellish harbour police")));

    [Fact]
    public void Two_speakers_of_one_body_are_one_at_least_and_two_at_most() =>
        Assert.Equal((1, 2), Count(register.Person("Oda Brill", "harbour police"), register.Person("Nils Tarr", "harbour police")));

    [Fact]
    public void Two_named_people_of_no_common_body_are_two() =>
        Assert.Equal((2, 2), Count(register.Person("Oda Brill", null), register.Person("Nils Tarr", null)));

    [Fact]
    public void An_unnamed_official_of_a_body_may_be_its_named_one() =>
        Assert.Equal((1, 2), Count(register.Person("Oda Brill", "harbour police"), register.Unnamed("harbour police officer", "harbour police", SourceKind.Person, "lantern")));

    [Fact]
    public void An_unnamed_official_of_another_body_is_another() =>
        Assert.Equal((2, 2), Count(register.Person("Oda Brill", "harbour police"), register.Unnamed("institute official", "Dam Institute", SourceKind.Person, "lantern")));

    [Fact]
    public void Unnamed_people_quoted_in_one_report_are_one() =>
        Assert.Equal((1, 1), Count(register.Unnamed("two officials", null, SourceKind.Group, "lantern"), register.Unnamed("person close to the talks", null, SourceKind.Person, "lantern")));

    [Fact]
    public void Unnamed_people_of_two_reports_may_be_one_or_two() =>
        Assert.Equal((1, 2), Count(register.Unnamed("two officials", null, SourceKind.Group, "lantern"), register.Unnamed("an official", null, SourceKind.Person, "post")));

    [Fact]
    public void Media_reports_are_nobody_for_certain() =>
        Assert.Equal((0, 1), Count(register.OtherMedia("media reports"), register.OtherMedia("local media")));

    [Fact]
    public void An_agency_item_not_at_hand_is_one_at_most() =>
        Assert.Equal((0, 1), Count(register.UnseenItem("Northern News Agency", SourceKind.Agency)));

    [Fact]
    public void An_outlet_that_does_not_say_whence_adds_nothing_to_those_who_do()
    {
        OriginDraft outlet = register.Outlet("Lantern", "lantern", firstHand: false);
        Assert.Equal((1, 1), Count(outlet, register.BodyAsSuch("Dam Institute")));
        Assert.Equal((1, 1), Count(outlet));
        Assert.Equal((1, 2), Count(outlet, register.Outlet("Post", "post", firstHand: false)));
    }

    [Fact]
    public void A_reporter_who_was_there_is_an_origin_beside_the_official() =>
        Assert.Equal((2, 2), Count(register.Outlet("Lantern", "lantern", firstHand: true), register.BodyAsSuch("Dam Institute")));
}
