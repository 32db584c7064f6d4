using Stemma.Claims;

namespace Stemma.Web.Pages.Claims;

/// <summary>What an origin's knowledge rests on, in words.</summary>
internal static class Bases
{
    public static string Of(Origin origin) => origin.Basis switch
    {
        OriginBasis.FirstHand => "saw it",
        OriginBasis.NamedOfficial => "on the record",
        OriginBasis.UnnamedOfficial => "an official",
        OriginBasis.Document => "a document",
        OriginBasis.OtherMedia => "other media, not at hand",
        OriginBasis.SocialPost => "a post",
        _ => "standing unknown",
    };
}
