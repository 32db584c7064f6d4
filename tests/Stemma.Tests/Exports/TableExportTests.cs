using System.Text;
using System.Text.Json;
using Stemma.Claims;
using Stemma.Exports;
using Stemma.Tests.Briefs;
using Stemma.Weighing;

namespace Stemma.Tests.Exports;

/// <summary>The claims as a table and as lines.</summary>
public sealed class TableExportTests
{
    [Fact]
    public void Every_row_of_the_table_has_the_cells_of_its_header()
    {
        List<List<string>> rows = Rows(Exporter.Write(ExportFormat.Csv, ExportStories.Avalanche));
        Story story = ExportStories.Avalanche.Stories[0];
        Assert.Equal(story.Claims.Length + 1, rows.Count);
        Assert.All(rows, r => Assert.Equal(rows[0].Count, r.Count));
        int statement = rows[0].IndexOf("statement"), least = rows[0].IndexOf("origins_at_least");
        Assert.Equal(story.Claims.Select(c => c.Statement), rows.Skip(1).Select(r => r[statement].TrimStart('\'')));
        Assert.Equal(story.Claims.Select(c => c.Support.OriginsAtLeast), rows.Skip(1).Select(r => int.Parse(r[least], System.Globalization.CultureInfo.InvariantCulture)));
    }

    [Theory]
    [InlineData("=HYPERLINK(\"http://x\")")]
    [InlineData("+1")]
    [InlineData("-2 degrees")]
    [InlineData("@SUM(A1)")]
    [InlineData("\t=1")]
    [InlineData("\r=1")]
    [InlineData("  =1")]
    [InlineData("\n=1")]
    [InlineData("\u0001=1")]
    [InlineData("＝1")]
    public void No_cell_is_a_formula(string poison)
    {
        Story story = InventedStory.Story();
        Picture picture = new("1", [story with { Title = poison, Claims = [.. story.Claims.Select(c => c with { Statement = poison })] }], []);
        foreach (List<string> row in Rows(Exporter.Write(ExportFormat.Csv, picture)).Skip(1))
            Assert.All(row, cell => Assert.False(cell.Length > 0 && "=+-@＝\t\r\n".Contains(cell.TrimStart(' ')[0], StringComparison.Ordinal), cell));
    }

    [Fact]
    public void Quotation_marks_commas_and_line_ends_come_through_the_table()
    {
        Story story = InventedStory.Story();
        Picture picture = new("1", [story with { Title = "He said \"no\", and\nleft" }], []);
        Assert.All(Rows(Exporter.Write(ExportFormat.Csv, picture)).Skip(1), r => Assert.Equal("He said \"no\", and\nleft", r[1]));
    }

    [Fact]
    public void Each_line_is_a_claim_with_words_that_stand_where_it_says()
    {
        Story story = ExportStories.Avalanche.Stories[0];
        string[] lines = Exporter.Write(ExportFormat.Claims, ExportStories.Avalanche).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(story.Claims.Length, lines.Length);
        foreach ((string line, Claim claim) in lines.Zip(story.Claims))
        {
            JsonElement read = JsonDocument.Parse(line).RootElement;
            Assert.Equal(claim.Statement, read.GetProperty("statement").GetString());
            Assert.Equal(claim.Support.OriginsAtMost, read.GetProperty("support").GetProperty("originsAtMost").GetInt32());
            Assert.Equal(claim.Assertions, read.GetProperty("evidence").EnumerateArray().Select(e => e.GetProperty("assertion").GetString()!));
            foreach (JsonElement words in read.GetProperty("evidence").EnumerateArray())
            {
                string body = story.Reports.Single(r => r.Id == words.GetProperty("report").GetString()).Body;
                Assert.Equal(words.GetProperty("quote").GetString(), body[words.GetProperty("start").GetInt32()..words.GetProperty("end").GetInt32()]);
            }
        }
    }

    /// <summary>A reader of RFC 4180 that takes nothing else.</summary>
    private static List<List<string>> Rows(string table)
    {
        List<List<string>> rows = [];
        List<string> row = [];
        int i = 0;
        while (i < table.Length)
        {
            StringBuilder cell = new();
            if (table[i] == '"')
            {
                for (i++; table[i] != '"' || (i + 1 < table.Length && table[i + 1] == '"'); i++)
                {
                    cell.Append(table[i]);
                    if (table[i] == '"')
                        i++;
                }

                i++;
            }
            else
            {
                for (; table[i] is not (',' or '\r' or '\n'); i++)
                    cell.Append(table[i] == '"' ? throw new FormatException("a quotation mark in a bare cell") : table[i]);
            }

            row.Add(cell.ToString());
            if (table[i] == ',')
            {
                i++;
                continue;
            }

            Assert.Equal("\r\n", table.Substring(i, 2));
            i += 2;
            rows.Add(row);
            row = [];
        }

        return rows;
    }
}
