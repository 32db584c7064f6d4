using System.ComponentModel;
using ModelContextProtocol;
using ModelContextProtocol.Server;
using Stemma.Store;
using Stemma.Web.Api;
using Stemma.Web.Serving;
using Stemma.Weighing;

namespace Stemma.Web.Mcp;

/// <summary>Tools that change the store: offered only where whoever serves it allows changes.</summary>
internal sealed class CorrectionTools(IStoryStore store, CorrectionDesk desk)
{
    [McpServerTool(UseStructuredContent = true, Name = "add_correction", Title = "Add a correction")]
    [Description("Adds a person's correction to the log: accept, reject, merge, split, rename, reattribute, family, grade. It is honoured from then on and can be undone.")]
    public Task<Kept> AddCorrectionAsync([Description("What is corrected, and how.")] CorrectionBody correction, CancellationToken cancellation = default) => KeepAsync(correction.Of(), cancellation);

    [McpServerTool(UseStructuredContent = true, Name = "undo_correction", Title = "Undo a correction")]
    [Description("Takes a correction back; the log keeps both.")]
    public async Task<Kept> UndoCorrectionAsync(
        [Description("Id of the correction.")] string id, [Description("Who takes it back.")] string who, [Description("Why.")] string? why = null, CancellationToken cancellation = default)
    {
        if (!(await store.CorrectionsAsync(cancellation)).Any(c => c.Id == id))
            throw new McpException("There is no correction of that id.");
        return await KeepAsync(new Correction { Id = "", Kind = CorrectionKind.Undo, Target = CorrectionTarget.Correction, Undoes = id, Who = who, When = default, Why = why }, cancellation);
    }

    private async Task<Kept> KeepAsync(Correction correction, CancellationToken cancellation)
    {
        try
        {
            return new Kept((await desk.KeepAsync(correction, null, cancellation)).Id);
        }
        catch (ProblemException e)
        {
            throw new McpException(e.Message);
        }
    }
}

/// <param name="Id">Of the correction, to undo it by.</param>
internal sealed record Kept(string Id);
