using System.Net.Sockets;
using System.Security.Authentication;

namespace Stemma.Intake.Web;

/// <summary>From what the network layer throws to one clear line.</summary>
internal static class NetworkFailures
{
    public static FetchFailedException Explain(HttpRequestException e)
    {
        for (Exception? inner = e; inner is not null; inner = inner.InnerException)
        {
            switch (inner)
            {
                case FetchFailedException own:
                    return own;
                case AuthenticationException:
                    return new FetchFailedException("its certificate is not valid, or no safe connection can be made", FetchFailure.Final, e);
                case SocketException { SocketErrorCode: SocketError.HostNotFound or SocketError.NoData or SocketError.TryAgain }:
                    return new FetchFailedException("no such host", FetchFailure.Temporary, e);
                case SocketException { SocketErrorCode: SocketError.ConnectionRefused }:
                    return new FetchFailedException("the host refuses the connection", FetchFailure.Temporary, e);
                case SocketException { SocketErrorCode: SocketError.ConnectionReset or SocketError.ConnectionAborted or SocketError.Shutdown }:
                    return new FetchFailedException("the connection broke off", FetchFailure.Temporary, e);
                case SocketException:
                    return new FetchFailedException("the host cannot be reached", FetchFailure.Temporary, e);
                default:
                    break;
            }
        }

        return e.HttpRequestError switch
        {
            HttpRequestError.ConfigurationLimitExceeded => new FetchFailedException("an answer with a head longer than 64 KB", FetchFailure.Final, e),
            HttpRequestError.InvalidResponse => new FetchFailedException("an answer that is no HTTP", FetchFailure.Final, e),
            _ => new FetchFailedException("the connection broke off", FetchFailure.Temporary, e),
        };
    }
}
