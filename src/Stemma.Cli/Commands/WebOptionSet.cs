using System.CommandLine;
using Stemma.Intake;
using Stemma.Intake.Evidence;
using Stemma.Intake.Web;

namespace Stemma.Cli.Commands;

/// <summary>The options of a call that may read addresses, and the reader that they make.</summary>
internal sealed class WebOptionSet
{
    private readonly Option<bool> allowPrivate = new("--allow-private")
    {
        Description = "Let addresses inside private networks, this machine among them, be read.",
    };

    private readonly Option<string?> evidence = new("--evidence")
    {
        Description = "Keep what addresses answered in this folder, byte by byte under its SHA-256 digest, with time and address.",
    };

    public void AddTo(Command command)
    {
        command.Add(allowPrivate);
        command.Add(evidence);
    }

    /// <summary>The reader of a call's inputs; nothing of the web is made where no input is an address.</summary>
    /// <param name="holdsVersions">See <see cref="InputReader.HoldsVersions"/>.</param>
    public InputReader Reader(Terminal terminal, ParseResult call, string[] paths, bool holdsVersions)
    {
        bool web = Array.Exists(paths, p => p.Contains("://", StringComparison.Ordinal));
        if (!web)
            return new InputReader(terminal.Input) { HoldsVersions = holdsVersions };
        WebFetcher fetcher = new(new WebOptions { AllowPrivate = call.GetValue(allowPrivate) }, TimeProvider.System);
        IEvidenceStore? store = call.GetValue(evidence) is { } folder ? Open(folder) : null;
        return new InputReader(terminal.Input) { HoldsVersions = holdsVersions, Web = new WebInputs(fetcher, store) };
    }

    /// <exception cref="InvalidDataException">The folder cannot be made: the call is wrong before anything is fetched.</exception>
    private static FolderEvidenceStore Open(string folder)
    {
        try
        {
            return new FolderEvidenceStore(folder);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new InvalidDataException($"--evidence {folder}: {e.Message}", e);
        }
    }
}
