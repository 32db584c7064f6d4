using System.CommandLine;

namespace Stemma.Cli.Commands;

internal static class EvalCommand
{
    public static Command Create(Terminal terminal) => new("eval", "Measures a task on a public data set and prints the figures as its literature does.");
}
