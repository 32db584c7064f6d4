namespace Stemma.Intake.Web;

/// <summary>What an earlier answer said about its version, to be asked again only for a newer one (RFC 9110, 13).</summary>
/// <param name="Address">The address that gave the answer.</param>
/// <param name="ETag">With its quotes; null: none.</param>
/// <param name="LastModified">As the server wrote it; null: nothing.</param>
public sealed record Validators(Uri Address, string? ETag, string? LastModified);
