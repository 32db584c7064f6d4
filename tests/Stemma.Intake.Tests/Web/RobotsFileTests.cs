using System.Diagnostics;
using System.Text;
using Stemma.Intake.Web;

namespace Stemma.Intake.Tests.Web;

public sealed class RobotsFileTests
{
    private static RobotsFile Parse(string text) => RobotsFile.Parse(Encoding.UTF8.GetBytes(text), "stemma");

    [Theory]
    [InlineData("", "/a", true)]
    [InlineData("Disallow: /", "/a", true)] // a rule that is nobody's
    [InlineData("User-agent: *\nDisallow: /", "/a", false)]
    [InlineData("User-agent: *\nDisallow: /", "/robots.txt", true)]
    [InlineData("User-agent: *\nDisallow:", "/a", true)]
    [InlineData("User-agent: *\nDisallow: /\nUser-agent: stemma\nDisallow: /x", "/a", true)]
    [InlineData("User-agent: Stemma/1.0\nDisallow: /x", "/x", false)]
    [InlineData("User-agent: stemmata\nDisallow: /\nUser-agent: *\nAllow: /", "/x", true)]
    [InlineData("User-agent: other\nUser-agent: stemma\nDisallow: /x", "/x", false)]
    [InlineData("User-agent: stemma\nDisallow: /x\n\nUser-agent: other\nDisallow: /\n\nUser-agent: stemma\nDisallow: /y", "/y", false)]
    [InlineData("User-agent: *\nDisallow: /a\nAllow: /a/b", "/a/b/c", true)] // the longer rule
    [InlineData("User-agent: *\nAllow: /a\nDisallow: /a", "/a", true)] // the one that allows
    [InlineData("User-agent: *\nDisallow: /*.php$", "/a/b.php", false)]
    [InlineData("User-agent: *\nDisallow: /*.php$", "/a/b.php?x", true)]
    [InlineData("User-agent: *\nDisallow: /a*z/", "/a1z2z/", false)]
    [InlineData("User-agent: *\nDisallow: /caf%C3%A9", "/caf%c3%a9", false)]
    [InlineData("User-agent: *\nDisallow: /café", "/caf%C3%A9", false)]
    [InlineData("User-agent: *\nDisallow: /%61", "/a", false)]
    [InlineData("\uFEFFUSER-AGENT: * # all\r\nDISALLOW: /x # this", "/x", false)]
    public void Rules_are_those_of_the_standard(string file, string path, bool allowed) => Assert.Equal(allowed, Parse(file).Allows(path));

    [Fact]
    public void A_delay_is_taken_up_to_a_minute()
    {
        Assert.Equal(TimeSpan.FromSeconds(2.5), Parse("User-agent: *\nCrawl-delay: 2.5").Delay);
        Assert.Equal(TimeSpan.FromMinutes(1), Parse("User-agent: *\nCrawl-delay: 99999999999").Delay);
        Assert.Null(Parse("User-agent: *\nCrawl-delay: soon").Delay);
    }

    [Fact]
    public void Rules_of_stars_by_the_thousand_cost_bounded_time()
    {
        string stars = string.Concat(Enumerable.Repeat("*a", 100)) + "b";
        RobotsFile file = Parse("User-agent: *\n" + string.Concat(Enumerable.Repeat($"Disallow: /{stars}\n", 2000)));
        Stopwatch watch = Stopwatch.StartNew();
        Assert.True(file.Allows("/" + new string('a', 2000)));
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(10), $"{watch.Elapsed}");
    }
}
