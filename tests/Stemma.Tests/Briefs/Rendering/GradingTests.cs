using System.Collections.Immutable;
using Stemma.Briefs.Rendering;
using Stemma.Claims;
using Stemma.Weighing;

namespace Stemma.Tests.Briefs.Rendering;

/// <summary>Admiralty codes and the source summary statement.</summary>
public sealed class GradingTests
{
    private static readonly Picture Picture = new(Picture.FormVersion, [InventedStory.Story()], []);

    [Theory]
    [InlineData(ClaimStatus.Confirmed, 2, 1)]
    [InlineData(ClaimStatus.Confirmed, 1, 2)]
    [InlineData(ClaimStatus.Asserted, 2, 2)]
    [InlineData(ClaimStatus.Asserted, 1, 3)]
    [InlineData(ClaimStatus.Reported, 1, 4)]
    [InlineData(ClaimStatus.Presumed, 3, 4)]
    [InlineData(ClaimStatus.Disputed, 2, 4)]
    [InlineData(ClaimStatus.Denied, 0, 5)]
    [InlineData(ClaimStatus.Withdrawn, 1, 5)]
    [InlineData(ClaimStatus.Asserted, 0, 6)]
    public void The_figure_follows_from_status_and_origins(ClaimStatus status, int origins, int expected) =>
        Assert.Equal(expected, Grading.Information(status, new Support(3, 3, origins, origins + 1, false)));

    [Fact]
    public void Without_a_table_every_letter_is_F_and_the_summary_says_so()
    {
        string text = TextRenderer.Render(Picture, 2000, color: false, new Grading([]));
        Assert.Contains("[F3 · asserted · 2 reports · 1 origin]", text, StringComparison.Ordinal);
        Assert.Contains("This brief rests on 4 reports of 4 outlets", text, StringComparison.Ordinal);
        Assert.Contains("1 unnamed source", text, StringComparison.Ordinal);
        Assert.Contains("The main conflict among 1: Whether it is so: ice on the cable.", text, StringComparison.Ordinal);
        Assert.Contains("every letter is F", text, StringComparison.Ordinal);
    }

    [Fact]
    public void The_users_own_table_gives_the_letter_in_every_face()
    {
        Grading grading = new(ImmutableDictionary<string, char>.Empty.Add("highland wire", 'B'));
        Assert.Contains("[B3 · asserted", TextRenderer.Render(Picture, 2000, color: false, grading), StringComparison.Ordinal);
        Assert.Contains("B3 · asserted", MarkdownRenderer.Render(Picture, grading), StringComparison.Ordinal);
        Assert.Contains("<span class=\"grade\">B3</span>", HtmlRenderer.Render(Picture, grading), StringComparison.Ordinal);
    }

    [Fact]
    public void No_grade_is_printed_unasked() => Assert.DoesNotContain("F3", TextRenderer.Render(Picture, 2000, color: false), StringComparison.Ordinal);

    [Fact]
    public void A_letter_that_is_no_grade_is_refused() => Assert.Throws<ArgumentException>(() => new Grading([new("Highland Wire", 'G')]));
}
