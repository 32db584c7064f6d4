using System.CommandLine;
using Stemma.Weighing;

namespace Stemma.Cli.Commands;

/// <summary><c>stemma schema</c>: the JSON Schema of what <c>stemma brief --format json</c> prints.</summary>
internal static class SchemaCommand
{
    public static Command Create(Terminal terminal)
    {
        Command command = new("schema", "Prints the JSON Schema of the picture that 'stemma brief --format json' prints.");
        command.SetAction(_ => terminal.Output.Write(PictureJson.Schema()));
        return command;
    }
}
