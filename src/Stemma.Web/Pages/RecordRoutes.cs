using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Stemma.Web.Pages.Claims;
using Stemma.Web.Pages.Corrections;
using Stemma.Web.Pages.Origins;
using Stemma.Web.Pages.People;
using Stemma.Web.Pages.Reports;
using Stemma.Web.Pages.Shell;
using Stemma.Web.Pages.Watching;

namespace Stemma.Web.Pages;

/// <summary>The pages of single things: claims, reports, those who speak, those who publish, what was corrected by hand, and what is watched.</summary>
internal static class RecordRoutes
{
    public static void Map(IEndpointRouteBuilder pages)
    {
        RouteGroupBuilder records = pages.MapGroup("").AddEndpointFilter(WhileWeighed);
        ClaimRoutes.Map(records);
        ReportRoutes.Map(records);
        SpeakerRoutes.Map(records);
        RecordRouting.Map(records);
        CorrectionRoutes.Map(records);
        WatchRoutes.Map(records);
    }

    /// <summary>A story that takes long to weigh is waited for by a page that asks again.</summary>
    private static async ValueTask<object?> WhileWeighed(EndpointFilterInvocationContext call, EndpointFilterDelegate next)
    {
        try
        {
            return await next(call);
        }
        catch (TimeoutException)
        {
            return PageResults.Loading("The story is being weighed");
        }
    }
}
