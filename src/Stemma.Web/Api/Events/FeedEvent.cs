namespace Stemma.Web.Api;

/// <summary>Something that happened in a store.</summary>
/// <param name="Type">"report", "story", "alert", or "gap" where more was missed than is told again.</param>
/// <param name="Story">The story concerned, if one is.</param>
/// <param name="Id">Position from which all that follows is told; an event may be told twice, never not at all.</param>
/// <param name="Data">One line of JSON.</param>
internal sealed record FeedEvent(string Type, string? Story, FeedPosition Id, string Data);
