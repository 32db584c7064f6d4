namespace Stemma.Store;

/// <summary>Whose names are listed.</summary>
public enum NameKind
{
    Person,
    Organisation,
    Origin,
    Outlet,
}

/// <summary>A name in the records.</summary>
/// <param name="Count">Statements of a person or organisation, claims of an origin or outlet, among the rows looked at.</param>
/// <param name="Last">When the latest was published; null where no report is dated.</param>
public sealed record RecordedName(string Name, int Count, int Stories, DateTimeOffset? Last)
{
    /// <summary>Rows looked at, latest first.</summary>
    public const int Window = 20_000;
}
