namespace Stemma.Cli;

/// <summary>What the command says of itself to its caller (contract: commands).</summary>
internal static class ExitStatus
{
    public const int Done = 0;

    /// <summary>Some inputs were rejected; the rest is done.</summary>
    public const int SomeRejected = 1;

    /// <summary>The call itself was wrong, or this build cannot work: a model file is missing or damaged.</summary>
    public const int BadCall = 2;

    public const int Cancelled = 130;
}
