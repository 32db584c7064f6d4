namespace Stemma.Exports;

/// <summary>The forms in which stories leave for other programs; <c>docs/guide/exports.md</c> tells what goes where in each.</summary>
public enum ExportFormat
{
    /// <summary>schema.org in JSON-LD: <c>NewsArticle</c>, <c>Claim</c>, and <c>ClaimReview</c> for a person's verdict only.</summary>
    JsonLd,

    /// <summary>W3C PROV-O in JSON-LD.</summary>
    Prov,

    /// <summary>W3C Web Annotation: where every attribution and statement stands.</summary>
    Annotations,

    /// <summary>JSON Lines, one claim a line, with its evidence.</summary>
    Claims,

    /// <summary>The claims as a table (RFC 4180).</summary>
    Csv,

    /// <summary>An OASIS STIX 2.1 bundle.</summary>
    Stix,

    /// <summary>IPTC ninjs 3.1: the brief as one item, the reports associated with it.</summary>
    Ninjs,

    Markdown,
    Html,
}
