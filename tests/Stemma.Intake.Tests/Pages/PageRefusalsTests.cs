using Stemma.Intake.Pages;
using Stemma.Reports;

namespace Stemma.Intake.Tests.Pages;

public sealed class PageRefusalsTests
{
    private const string Article = "The harbour bridge was closed to lorries on Tuesday after inspectors found cracks in two of its pillars, the city said. ";

    [Theory]
    [InlineData("404 Not Found", "<p>The page you requested could not be found. It may have been moved or removed. Try the search instead.</p>", "an error page: \"404 Not Found\"")]
    [InlineData("Access Denied", "<p>You don't have permission to access this page on this server. Reference 18.2ab41402.</p>", "an error page: \"Access Denied\"")]
    [InlineData("Just a moment...", "<p>Checking your browser before you reach the site. This takes a few seconds, please wait.</p>", "a check for robots, not the article behind it")]
    [InlineData("Coast Daily", "<p>Please verify that you are not a robot by pressing the button below to go on reading this site.</p>", "a check for robots, not the article behind it")]
    [InlineData("Coast Daily", "<p>We and our partners use cookies to store and read information on your device, for personalised advertising and to measure it. You can accept all or manage cookies, and withdraw your consent at any time. See our privacy policy.</p>", "a consent wall, not the article behind it")]
    public void Pages_that_stand_where_an_article_was_asked_for_are_refused_with_their_reason(string title, string body, string reason)
    {
        InputRejectedException refusal = Assert.Throws<InputRejectedException>(() => Read($"<html><head><title>{title}</title></head><body><h1>{title}</h1><main>{body}</main></body></html>"));
        Assert.Equal(reason, refusal.Message);
    }

    [Theory]
    [InlineData("404 people rescued from the harbour")]
    [InlineData("Page not found: the last novel of a forger")]
    [InlineData("Regulator fines shops over cookies")]
    public void An_article_about_such_a_page_is_read(string title)
    {
        string text = string.Concat(Enumerable.Repeat($"<p>{Article}{Article}The shop used cookies without consent, said the regulator, which asked it to accept all of its terms.</p>", 6));
        Assert.Equal(title, Read($"<html><head><title>{title}</title></head><body><article><h1>{title}</h1>{text}</article></body></html>").Headline);
    }

    [Fact]
    public void A_short_report_of_many_rescued_is_no_error() =>
        Assert.Equal("404 people rescued from the harbour", Read($"<html><body><article><h1>404 people rescued from the harbour</h1><p>{Article}</p></article></body></html>").Headline);

    private static RawReport Read(string page) => new PageReader().Read(page, new RawReport { Input = "page", Text = "" });
}
