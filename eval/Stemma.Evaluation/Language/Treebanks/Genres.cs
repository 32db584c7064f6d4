using System.Text.RegularExpressions;

namespace Stemma.Evaluation.Language;

/// <summary>Genres as the ids of two treebanks tell them: GUM's <c>GUM_news_iodine</c>, EWT's <c>weblog-blogspot.com_...</c>.</summary>
public static partial class Genres
{
    /// <param name="id">Of a document or a sentence.</param>
    /// <returns>Empty where the id has neither form.</returns>
    public static string Of(string? id) => Form().Match(id ?? "") is { Success: true } match ? match.Groups["genre"].Value : "";

    [GeneratedRegex("^(?:[A-Z]+_(?<genre>[a-z]+)_|(?<genre>[a-z]+)-)", RegexOptions.CultureInvariant)]
    private static partial Regex Form();
}
