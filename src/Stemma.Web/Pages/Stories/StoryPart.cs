namespace Stemma.Web.Pages.Stories;

/// <summary>The parts of a story's page that also have a page of their own, where nothing is left out.</summary>
public enum StoryPart
{
    Claims,
    Lineage,
    Differences,
    Timeline,
    Quotes,
    Who,
    Origins,
    Reports,
}
