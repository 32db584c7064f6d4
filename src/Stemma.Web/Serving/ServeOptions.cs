namespace Stemma.Web.Serving;

/// <summary>How a store is served.</summary>
public sealed record ServeOptions
{
    /// <summary>Where to listen; a port of 0 takes any that is free.</summary>
    public string Urls { get; init; } = "http://127.0.0.1:5080";
}
