using System.Collections.Immutable;
using System.Net;
using Microsoft.Extensions.Logging;

namespace Stemma.Web.Serving;

/// <summary>How a store is served, and to whom.</summary>
public sealed record ServeOptions
{
    /// <summary>Shortest token that is taken, in characters.</summary>
    public const int ShortestToken = 8;

    /// <summary>Where to listen, several parted by semicolons; a port of 0 takes any that is free.</summary>
    public string Urls { get; init; } = "http://127.0.0.1:5080";

    /// <summary>What every caller has to show; null: nobody has to, which is allowed on loopback alone.</summary>
    public string? Token { get; init; }

    /// <summary>Names by which the server may be called, besides those in <see cref="Urls"/>, localhost and the addresses it is reached at: those of a proxy before it, say.</summary>
    public ImmutableArray<string> Hosts { get; init; } = [];

    /// <summary>Refuses whatever would change the store, and weighs without keeping.</summary>
    public bool ReadOnly { get; init; }

    /// <summary>Whether programs that speak MCP are offered tools that change the store.</summary>
    public bool AllowChanges { get; init; }

    public ServeLimits Limits { get; init; } = new();

    /// <summary>What is worth a line of log.</summary>
    public LogLevel Log { get; init; } = LogLevel.Warning;

    /// <summary>Where lines of log go; null: nowhere.</summary>
    public TextWriter? LogTo { get; init; }

    /// <summary>Why a store cannot be served so, in one line; null where it can.</summary>
    public string? Fault()
    {
        foreach (string url in AllUrls)
        {
            if (!Uri.TryCreate(Bindable(url), UriKind.Absolute, out Uri? uri) || uri.Scheme != Uri.UriSchemeHttp || uri.AbsolutePath != "/")
                return $"--urls: '{url}' is no address to listen at; take http://ADDRESS:PORT (a proxy before it can speak https)";
        }

        if (AllUrls.IsEmpty)
            return "--urls names no address to listen at";
        if (Token is { } token && (token.Length < ShortestToken || token.Any(c => c is <= ' ' or > '~')))
            return $"the token has to have {ShortestToken} characters or more, letters, digits and signs of ASCII without blanks";
        return Token is null && AllUrls.FirstOrDefault(u => !IsLoopback(u)) is { } open
            ? $"{open} can be reached from other machines: a token is needed (--token-file FILE, or STEMMA_TOKEN in the environment)"
            : null;
    }

    internal ImmutableArray<string> AllUrls => [.. Urls.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)];

    internal static bool IsLoopback(string url) =>
        Uri.TryCreate(Bindable(url), UriKind.Absolute, out Uri? uri)
        && (uri.IdnHost is "localhost" || (IPAddress.TryParse(uri.IdnHost.Trim('[', ']'), out IPAddress? address) && IPAddress.IsLoopback(address)));

    /// <summary>Kestrel's own words for "any address", in a form that can be read as an address.</summary>
    internal static string Bindable(string url) => url.Replace("://*", "://0.0.0.0", StringComparison.Ordinal).Replace("://+", "://0.0.0.0", StringComparison.Ordinal);
}
