namespace Stemma.Cli.Tests;

/// <summary>The README's first screen is what the program prints.</summary>
public sealed class ReadmeTests
{
    [Fact]
    public async Task The_first_screen_shows_the_real_output()
    {
        string[] readme = await File.ReadAllLinesAsync(Path.Combine(Checkout.Root, "README.md"));
        int start = Array.FindIndex(readme, l => l.StartsWith("<!-- the first lines of what it prints", StringComparison.Ordinal)) + 2;
        string[] quoted = [.. readme.Skip(start).TakeWhile(l => l != "```")];

        Call call = await Call.StemmaAsync("brief", Path.Combine(Checkout.Root, "samples", "avalanche"));
        string[] printed = call.Output.Split('\n');

        // Mend with: bash eval/refresh-docs.sh
        Assert.True(quoted.Length > 30);
        Assert.Equal(quoted, printed.Take(quoted.Length));
    }
}
