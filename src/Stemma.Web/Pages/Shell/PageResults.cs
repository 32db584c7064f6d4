using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Stemma.Store;

namespace Stemma.Web.Pages.Shell;

/// <summary>Pages as answers: one that was found, and those that say why there is none.</summary>
public static class PageResults
{
    /// <param name="parameters">By name of the component's parameter.</param>
    public static RazorComponentResult Page<T>(params (string Name, object? Value)[] parameters)
        where T : IComponent => new RazorComponentResult<T>(parameters.ToDictionary(p => p.Name, p => p.Value, StringComparer.Ordinal)) { PreventStreamingRendering = true };

    /// <param name="what">"story", "report", ...</param>
    public static RazorComponentResult NotFound(string what) => State(StatusCodes.Status404NotFound, $"No such {what}",
        $"There is no {what} of this name here. It may have been part of another store, or the address may have been cut short.");

    /// <summary>Removed on request: what is left is that, when, by whom and why.</summary>
    public static RazorComponentResult Gone(Tombstone tombstone)
    {
        ArgumentNullException.ThrowIfNull(tombstone);
        string why = string.IsNullOrWhiteSpace(tombstone.Why) ? "No reason was given." : "Reason given: " + tombstone.Why;
        return State(StatusCodes.Status410Gone, "Removed on request",
            FormattableString.Invariant($"This {tombstone.Kind} was removed from the store on {tombstone.When:d MMMM yyyy, HH:mm} UTC by {tombstone.Who}, with everything drawn from it. {why}"));
    }

    /// <summary>Still being worked out: the browser asks again by itself.</summary>
    public static RazorComponentResult Loading(string title) => State(StatusCodes.Status202Accepted, title, "Its reports are being weighed for the first time, or have just grown. This page shows them as soon as that is done.", retry: true);

    public static RazorComponentResult Invalid(string why) => State(StatusCodes.Status400BadRequest, "That cannot be shown", why);

    internal static RazorComponentResult Trouble(StoreException trouble) => trouble.IsTemporary
        ? State(StatusCodes.Status503ServiceUnavailable, "The store is busy", "Another program is writing to it, or it is just starting. This page tries again by itself.", retry: true)
        : State(StatusCodes.Status500InternalServerError, "The store cannot be read", trouble.Message);

    internal static RazorComponentResult Fault() => State(StatusCodes.Status500InternalServerError, "This page could not be drawn",
        "The reason is in the server's log. The store itself is untouched; other pages go on working.");

    private static RazorComponentResult State(int status, string title, string text, bool retry = false)
    {
        RazorComponentResult result = Page<StatePage>((nameof(StatePage.Heading), title), (nameof(StatePage.Text), text), (nameof(StatePage.Status), status), (nameof(StatePage.Retry), retry));
        result.StatusCode = status;
        return result;
    }
}
