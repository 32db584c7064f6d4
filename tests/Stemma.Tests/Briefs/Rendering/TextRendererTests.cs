using Stemma.Briefs.Rendering;

namespace Stemma.Tests.Briefs.Rendering;

public sealed class TextRendererTests
{
    [Fact]
    public void The_brief_reads_as_approved()
    {
        string expected = """
            Forty stranded as cable car stops above Aldine gorge
            3 to 12 February 2031 · 4 reports, 4 outlets, 2 to 3 origins

            WHAT IS NEW
            • Thirty-eight people have been brought down from the cable car, Marit
              Osk of the mountain rescue service said.
              [asserted · 1 report · 1 origin]

            KEY FACTS
            • About 40 people were stranded when a cable car stopped above the
              Aldine gorge on Monday evening, the mountain rescue service said.
              [asserted · 2 reports · 1 origin]

            DISPUTED
            • Whether it is so: ice on the cable
                ice     may be ice, an official
                no ice  denied by Sorn Ropeways
                The operator denies what an unnamed official said.

            NOT KNOWN
            • It was not immediately clear how long the rescue would take.
              [Highland Wire]

            TO WATCH
            • A hearing is set for 12 February.
              [asserted · 1 report · 1 origin]

            THE NUMBER
            • About 40 people were stranded.
              [asserted · 2 reports · 1 origin]

            WHERE THEY DIFFER
            • people in the car (number, superseded)
                40  about 40, the mountain rescue service
                38  thirty-eight, Marit Osk
                A later count took the place of an early estimate.

            TIMELINE
            • 3 February 2031 — A cable car stopped above the Aldine gorge.
            • from 12 February 2031 — A hearing is set for 12 February.

            WHO RESTS ON WHOM
            Highland Wire, 3 Feb 20:10
            └ Aldine Courier, 3 Feb 21:30 — copies 93 %
            Highland Wire (not at hand)
            └ unknown outlet (report 3), 4 Feb 2031 — credits; also cites Aldine
                Courier
            Lowland Times, undated — rests on none of these

            WHO IS WHO
            • Marit Osk, who leads the service

            REPORTS
             1. Highland Wire, 3 February 2031, 20:10 UTC: Forty stranded as cable
                car stops above Aldine gorge
             2. Aldine Courier, 3 February 2031, 21:30 UTC: Forty stranded above
                gorge
             3. unknown outlet (report 3), 4 February 2031: Gorge cable car:
                operator rejects ice claim
             4. Lowland Times, undated

            READ ON
            • How cable cars are evacuated <https://lowland.example/how> (Lowland
              Times)
            • The gorge in winter (Highland Wire)

            """;
        Assert.Equal(expected, TextRenderer.Render(InventedStory.Picture(), 72, color: false));
    }

    [Theory]
    [InlineData(40)]
    [InlineData(100)]
    public void No_line_is_wider_than_asked_unless_a_word_is(int width)
    {
        string[] lines = TextRenderer.Render(InventedStory.Picture(), width, color: false).Split('\n');
        Assert.All(lines, line => Assert.True(line.Length <= width || line.Trim().Split(' ').Length == 1, line));
    }

    [Fact]
    public void Colour_comes_only_when_asked_for_and_changes_no_word()
    {
        string plain = TextRenderer.Render(InventedStory.Picture(), 80, color: false);
        string colored = TextRenderer.Render(InventedStory.Picture(), 80, color: true);
        Assert.DoesNotContain('\u001b', plain);
        Assert.Contains('\u001b', colored);
        Assert.Equal(plain, System.Text.RegularExpressions.Regex.Replace(colored, "\u001b\\[[0-9]*m", ""));
    }

    [Theory]
    [InlineData("\u001b[2J\u001b]0;owned\u0007")]
    [InlineData("a\rb\bc\u009b31m")]
    [InlineData("left \u202eright\u2066")]
    public void Control_characters_of_a_report_do_not_reach_the_terminal(string poison)
    {
        string text = TextRenderer.Render(InventedStory.Poisoned(poison), 80, color: false);
        Assert.All(text, c => Assert.True(c == '\n' || !char.IsControl(c), $"U+{(int)c:X4}"));
        Assert.DoesNotContain('\u202e', text);
    }
}
