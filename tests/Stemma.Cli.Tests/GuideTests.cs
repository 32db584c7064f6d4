using System.CommandLine;

namespace Stemma.Cli.Tests;

/// <summary>The guide tells of every command and option that there is.</summary>
public sealed class GuideTests
{
    [Fact]
    public async Task Every_command_and_option_stands_in_the_guide()
    {
        string guide = await File.ReadAllTextAsync(Path.Combine(Checkout.Root, "docs", "guide", "commands.md"));
        Call help = await Call.StemmaAsync("--help");
        using Terminal terminal = Call.Terminal(Stream.Null);
        RootCommand root = StemmaCommand.Create(terminal);

        Assert.NotEmpty(root.Subcommands);
        foreach (Command command in root.Subcommands)
        {
            Assert.Contains($"## stemma {command.Name}", guide, StringComparison.Ordinal);
            Assert.Contains(command.Name, help.Output, StringComparison.Ordinal);
            foreach (Option option in command.Options.Where(o => o.Name != "--help" && !o.Hidden))
                Assert.Contains(option.Name, guide, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task The_guide_defines_every_vague_word_as_the_engine_does()
    {
        string guide = await File.ReadAllTextAsync(Path.Combine(Checkout.Root, "docs", "guide", "times-and-quantities.md"));
        string[] rows = [.. (await File.ReadAllLinesAsync(Path.Combine(Checkout.Root, "src", "Stemma", "Quantities", "VagueAmounts.en.tsv"))).Where(l => l.Length > 0 && l[0] != '#')];
        Assert.NotEmpty(rows);
        foreach (string row in rows)
        {
            string[] cells = row.Split('\t');
            Assert.True(cells.Length == 4 && cells[3].Length > 0, $"'{row}' has no source");
            Assert.Contains($"| {cells[0]} | {cells[1]} | {cells[2]} |", guide, StringComparison.Ordinal);
        }
    }
}
