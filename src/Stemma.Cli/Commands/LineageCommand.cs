using System.CommandLine;

namespace Stemma.Cli.Commands;

internal static class LineageCommand
{
    public static Command Create(Terminal terminal) => new("lineage", "Prints the family tree of each story.");
}
