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
}
