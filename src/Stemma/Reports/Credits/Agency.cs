namespace Stemma.Reports;

/// <summary>A wire service.</summary>
/// <param name="Name">Its canonical name.</param>
/// <param name="IsAlsoOutlet">Whether it is as well known for publishing under its own name.</param>
internal sealed record Agency(string Name, bool IsAlsoOutlet);
