using System.Text;
using System.Text.Json;

namespace Stemma.Cli.Tests.Commands;

public sealed class GroupCommandTests
{
    // An invented bridge that fails, as three reports of which the third shows that the first two tell one story, and a fair.
    private static readonly string Collapse = Line("collapse", "2031-06-03T08:00:00Z", "Footbridge in Lowhaven falls into river",
        "A footbridge fell into the Senn on Wednesday morning. Divers are searching the water below the weir. Schools on the east bank stay closed.");

    private static readonly string Union = Line("union", "2031-06-03T09:00:00Z", "Builders demand inquiry into welding",
        "The builders' union of Ostmark demands an inquiry into welding work by Halvard Steel. Its secretary Ivar Lund said members had warned of cracked girders since March.");

    private static readonly string Fair = Line("fair", "2031-06-03T09:30:00Z", "Cattle fair draws record crowd",
        "The spring cattle fair in Tolvang drew nine thousand visitors, its organisers said. A heifer from Brekke took the first prize for the third year.");

    private static readonly string Wire = Line("wire", "2031-06-03T10:00:00Z", "Footbridge in Lowhaven falls into river, union blames welding by Halvard Steel",
        "A footbridge fell into the Senn in Lowhaven on Wednesday morning, and divers are searching the water below the weir. The builders' union of Ostmark demands an inquiry "
        + "into welding work by Halvard Steel; its secretary Ivar Lund said members had warned of cracked girders since March. Schools on the east bank stay closed.");

    [Theory]
    [InlineData("jsonl")]
    [InlineData("text")]
    public async Task A_report_is_printed_before_the_next_one_is_there(string format)
    {
        // The fourth report prints its own line and that of the one it moved.
        using Pipe pipe = new((Collapse, 0), (Union, 1), (Fair, 2), (Wire, 3), (Line("last", "2031-06-04T10:00:00Z", "", "The weather will be fair in the whole of Ostmark."), 5));
        using Terminal terminal = Call.Terminal(pipe.Input, pipe.Output);

        int status = await StemmaCommand.RunAsync(["group", "--format", format, "-"], terminal);

        Assert.Equal(ExitStatus.Done, status);
        Assert.Equal([0, 1, 2, 3, 5], pipe.OutputBefore.Select(o => o.Count(c => c == '\n')));
        Assert.Contains("-#collapse", pipe.OutputBefore[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Other_commands_that_print_a_report_by_itself_do_not_wait_either()
    {
        using Pipe pipe = new((Collapse, 0), (Fair, 1));
        using Terminal terminal = Call.Terminal(pipe.Input, pipe.Output);

        await StemmaCommand.RunAsync(["read", "--format", "jsonl", "-"], terminal);

        Assert.Equal(2, pipe.OutputBefore.Count);
    }

    [Fact]
    public async Task A_report_that_a_later_one_moves_is_printed_again_and_marked()
    {
        Call call = await Group("--format", "jsonl");

        JsonElement[] lines = Lines(call);
        Assert.Equal(["collapse", "union", "fair", "wire", "union"], lines.Select(l => Text(l, "id")));
        Assert.Equal([false, false, false, false, true], lines.Select(l => l.TryGetProperty("revised", out JsonElement revised) && revised.GetBoolean()));
        Assert.NotEqual(Text(lines[0], "story"), Text(lines[1], "story"));
        Assert.Equal(Text(lines[0], "story"), Text(lines[3], "story"));
        Assert.Equal(Text(lines[0], "story"), Text(lines[4], "story"));
        Assert.NotEqual(Text(lines[0], "story"), Text(lines[2], "story"));
        Assert.Equal("-#union", Text(lines[4], "input"));
    }

    [Fact]
    public async Task A_person_reads_from_where_to_where_a_report_was_moved_and_why()
    {
        Call call = await Group("--format", "text", "--explain");

        string[] lines = call.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        string from = lines[1].Split(' ')[0], to = lines[0].Split(' ')[0];
        Assert.StartsWith($"{to}  -#union  moved from {from}  (Merged: ", lines[4], StringComparison.Ordinal);
        Assert.Single(lines, l => l.Contains("moved from", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_same_stream_prints_the_same_bytes_with_any_number_of_threads()
    {
        Call one = await Group("--explain", "--threads", "1");
        Call eight = await Group("--explain", "--threads", "8");

        Assert.Equal(one.Output, eight.Output);
        Assert.Equal(5, one.Output.Count(c => c == '\n'));
    }

    [Fact]
    public async Task What_cannot_be_read_is_told_and_the_rest_is_grouped()
    {
        string lines = Collapse + "\n{broken\n" + Wire + "\n";
        Call call = await Call.StemmaAsync(new MemoryStream(Encoding.UTF8.GetBytes(lines)), "group", "-", "missing.txt");

        Assert.Equal(ExitStatus.SomeRejected, call.Status);
        Assert.Equal(["collapse", "wire"], Lines(call).Select(l => Text(l, "id")));
        Assert.Equal(["stemma: rejected -#2: a broken JSON line", "stemma: rejected missing.txt: no such file or folder"], call.ErrorLines);
    }

    [Fact]
    public async Task A_cancelled_call_ends_although_its_input_stays_silent()
    {
        using CancellationTokenSource cancel = new();
        using Pipe pipe = new((Collapse, 0), (Fair, 99)); // the second line never comes
        using Terminal terminal = Call.Terminal(pipe.Input, pipe.Output);
        Cli.Commands.Arrivals arrivals = new(terminal, new Intake.InputReader(terminal.Input), ["-"], 1);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
        {
            await foreach (string input in arrivals.InOrderAsync(raw => raw.Input, null, null, cancel.Token))
            {
                Assert.Equal("-#collapse", input);
                await cancel.CancelAsync();
            }
        });
    }

    private static async Task<Call> Group(params string[] options) =>
        await Call.StemmaAsync(new MemoryStream(Encoding.UTF8.GetBytes(string.Join('\n', Collapse, Union, Fair, Wire))), ["group", .. options, "-"]);

    private static JsonElement[] Lines(Call call) =>
        [.. call.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => JsonDocument.Parse(l).RootElement)];

    private static string Text(JsonElement line, string name) => line.GetProperty(name).GetString()!;

    private static string Line(string id, string published, string title, string text) => JsonSerializer.Serialize(new { id, published, title, text });
}
