using Stemma.Reports;

namespace Stemma.Intake.Pages;

/// <summary>A date that a page shows near its headline, for readers alone.</summary>
internal static class VisibleDate
{
    public static ReportTime? Of(PageTree tree, int headline) => null;
}
