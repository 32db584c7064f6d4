namespace Stemma.Exports;

/// <summary>What an export depends on beside the stories.</summary>
public sealed record ExportOptions
{
    /// <summary>What the names of things begin with. The default gives names that lead nowhere: <c>urn:stemma:report:1a2b</c>.</summary>
    public const string DefaultBase = "urn:stemma:";

    public static ExportOptions Default { get; } = new();

    /// <summary>An absolute address that ends in <c>/</c>, or a URN that ends in <c>:</c>; names then read <c>BASEreport/ID</c> or <c>BASEreport:ID</c>.</summary>
    public string Base { get; init; } = DefaultBase;

    /// <summary>Why a text cannot be a base, in one line; null where it can.</summary>
    public static string? Fault(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out Uri? uri) && uri.Query.Length == 0 && uri.Fragment.Length == 0 && !text.Any(c => char.IsWhiteSpace(c) || char.IsControl(c) || c is '<' or '>' or '"')
        && (uri.Scheme == "urn" ? text.EndsWith(':') : (uri.Scheme == Uri.UriSchemeHttp || uri.Scheme == Uri.UriSchemeHttps) && text.EndsWith('/'))
            ? null
            : $"a base is an address (http or https) that ends in /, or a URN that ends in :, not '{text}'";
}
