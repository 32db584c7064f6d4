using Microsoft.AspNetCore.Routing;
using Stemma.Web.Pages.Claims;
using Stemma.Web.Pages.Corrections;
using Stemma.Web.Pages.Origins;
using Stemma.Web.Pages.People;
using Stemma.Web.Pages.Reports;

namespace Stemma.Web.Pages;

/// <summary>The pages of single things: claims, reports, those who speak, those who publish, and what was corrected by hand.</summary>
internal static class RecordRoutes
{
    public static void Map(IEndpointRouteBuilder pages)
    {
        ClaimRoutes.Map(pages);
        ReportRoutes.Map(pages);
        SpeakerRoutes.Map(pages);
        RecordRouting.Map(pages);
        CorrectionRoutes.Map(pages);
    }
}
