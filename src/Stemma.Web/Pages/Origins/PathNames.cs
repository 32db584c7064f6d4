namespace Stemma.Web.Pages.Origins;

/// <summary>Names as they stand in an address.</summary>
internal static class PathNames
{
    /// <summary>The name that a part of a path means: a server leaves a slash within a part as it was escaped.</summary>
    public static string Of(string part) => part.Replace("%2F", "/", StringComparison.OrdinalIgnoreCase);
}
