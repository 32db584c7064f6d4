using System.Diagnostics;
using System.Text;
using Stemma.Reports;

namespace Stemma.Intake.Tests.Csv;

public sealed class CsvReaderTests
{
    private const string Sentence = Inputs.Sentence;

    [Theory]
    [InlineData(',')]
    [InlineData(';')]
    [InlineData('\t')]
    public void Columns_are_found_by_name_whatever_their_order_and_delimiter(char d)
    {
        string csv = string.Join('\n',
            $"Headline{d}Publication{d}ID{d}Published_At{d}Body{d}Extra",
            $"Bridge closed{d}Coast Daily{d}a1{d}2026-03-10T09:30:00Z{d}\"{Sentence}{d} It said: \"\"No.\"\"\n\nSecond paragraph.\"{d}x",
            "",
            $"Ferry{d}{d}a2{d}{d}The ferry sails again today.{d}");
        IntakeResult result = Inputs.Read(csv);
        Assert.Empty(result.Rejected);
        RawReport first = result.Reports[0];
        Assert.Equal(("-#a1", "Bridge closed", "Coast Daily", "2026-03-10T09:30:00Z"), (first.Input, first.Headline, first.Outlet, first.Published.ToString()));
        Assert.Equal($"{Sentence}{d} It said: \"No.\"\n\nSecond paragraph.", first.Text);
        Assert.Equal(("-#a2", null, null), (result.Reports[1].Input, result.Reports[1].Outlet, result.Reports[1].Published));
    }

    [Fact]
    public void Bad_rows_are_rejected_one_by_one()
    {
        IntakeResult result = Inputs.Read($"id,text\r\na,{Sentence}\r\nb\r\nc,\r\na,{Sentence}\r\nd,{Sentence},more\r\n,{Sentence} Again.\r\ne,\"never closed");
        Assert.Equal(["-#a", "-#7"], result.Reports.Select(r => r.Input));
        Assert.Equal(
            ["line 3: 1 field where the header names 2", "line 4: neither text nor html in it", "line 5: a second report with the id a; the first stands in line 2", "line 6: 3 fields where the header names 2", "line 8: a quote that is never closed"],
            result.Rejected.Select(r => r.Reason));
    }

    [Fact]
    public void A_text_that_begins_with_a_list_of_words_is_no_table()
    {
        Assert.Equal("Text, sound, light\n\n" + Sentence, Inputs.One("Text, sound, light\n\n" + Sentence).Text);
    }

    [Fact]
    public void A_quote_that_is_never_closed_costs_bounded_memory()
    {
        byte[] csv = [.. Encoding.UTF8.GetBytes("id,text\n1,\""), .. Enumerable.Repeat((byte)'x', 60_000_000)];
        long before = GC.GetAllocatedBytesForCurrentThread();
        Stopwatch watch = Stopwatch.StartNew();
        Assert.StartsWith("line 2: a row longer than 16 MB", Inputs.Reason(csv), StringComparison.Ordinal);
        Assert.True(GC.GetAllocatedBytesForCurrentThread() - before < 200_000_000);
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(20));
    }
}
