using System.Collections.Immutable;
using Stemma.Cli.Commands;
using Stemma.Intake;

namespace Stemma.Cli.Watching;

/// <summary>From what was typed to addresses of feeds: addresses as they are, files as lists of feeds (OPML).</summary>
internal static class FeedArguments
{
    /// <returns>The addresses, each once, in order; and how many words led to none, each told with its reason.</returns>
    public static (ImmutableArray<string> Feeds, int Rejected) Read(Terminal terminal, string[] words, CancellationToken cancellation)
    {
        List<string> feeds = [];
        int rejected = 0;
        foreach (string word in words)
        {
            if (word.Contains("://", StringComparison.Ordinal))
            {
                if (Uri.TryCreate(word, UriKind.Absolute, out Uri? address) && (address.Scheme == Uri.UriSchemeHttp || address.Scheme == Uri.UriSchemeHttps))
                    feeds.Add(address.AbsoluteUri);
                else
                    Reject(word, "an address that is neither http nor https");
                continue;
            }

            bool any = false;
            new InputReader(terminal.Input).Read([word], item =>
            {
                if (item.Links is { } list)
                {
                    any = true;
                    feeds.AddRange(list.Links.Select(l => l.Url));
                }
                else if (item.Rejected is { } rejection)
                {
                    any = true;
                    Reject(rejection.Input, rejection.Reason);
                }
            }, cancellation);
            if (!any)
                Reject(word, "no list of feeds (OPML): 'stemma ingest' takes reports");
        }

        return ([.. feeds.Distinct(StringComparer.Ordinal)], rejected);

        void Reject(string input, string reason)
        {
            rejected++;
            Inputs.TellRejected(terminal, new Weighing.Rejection(input, reason));
        }
    }
}
