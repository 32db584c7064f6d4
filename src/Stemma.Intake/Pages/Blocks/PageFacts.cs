namespace Stemma.Intake.Pages;

/// <summary>What is known of a page before its blocks are weighed.</summary>
/// <param name="Headline">The article's headline as the page states it, or null.</param>
/// <param name="Description">Its summary for search engines and social networks, or null.</param>
/// <param name="HeadlineNode">The heading that shows the headline; -1: none does.</param>
/// <param name="LinkedBody">Its text in JSON-LD, or null.</param>
internal sealed record PageFacts(string? Headline, string? Description, string? LinkedBody, int HeadlineNode);
