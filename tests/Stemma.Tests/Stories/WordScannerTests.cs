using Stemma.Stories;

namespace Stemma.Tests.Stories;

public sealed class WordScannerTests
{
    [Theory]
    [InlineData("The coastguard's boat, No. 1,200", "the coastguard boat no 1200")]
    [InlineData("U.S. troops don\u2019t", "us troops dont")]
    [InlineData("Caf\u00e9 at 02:47", "cafe at 02:47")]
    [InlineData("'''", "")]
    public void Words_are_folded_so_that_spellings_fall_together(string text, string words) =>
        Assert.Equal(words, string.Join(' ', WordScanner.Scan(text).Select(w => w.Folded)));

    [Fact]
    public void Spans_are_exact_and_in_order_for_any_text()
    {
        string text = "\ud800 A\u0301b \ud83d\ude00 it\u2019s 3.5m\u2014no ,'s 's s' 1,2,3 a.b.c. " + new string('x', 500) + "'";
        int last = 0;
        foreach (Word word in WordScanner.Scan(text))
        {
            Assert.True(word.Span.Start >= last && word.Span.End <= text.Length && word.Span.Length > 0);
            last = word.Span.End;
        }
    }

    [Theory]
    [InlineData("sinking", "sinks")]
    [InlineData("stopped", "stop")]
    [InlineData("parties", "party")]
    [InlineData("closed", "closing")]
    public void Inflected_forms_share_a_stem(string a, string b) => Assert.Equal(WordStem.Of(a), WordStem.Of(b));

    [Theory]
    [InlineData("gas", "ga")]
    [InlineData("operator", "operation")]
    public void Other_words_do_not(string a, string b) => Assert.NotEqual(WordStem.Of(a), WordStem.Of(b));
}
