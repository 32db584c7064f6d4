using Stemma.Language;
using static Stemma.Attributions.WordClass;

namespace Stemma.Attributions;

/// <summary>Says who each frame's source is: names in full, and pronouns and "the official" by what the language stage says that they mean.</summary>
internal sealed class SpeakerResolver(ReferenceResolver resolver)
{
    /// <returns>A profile for each frame; null for hearsay, and where it is unsure who spoke.</returns>
    public SourceProfile?[] Resolve(ReadingText text, List<Frame> frames)
    {
        NameIndex names = new(text, frames);
        SpeakerLookup lookup = new(text, resolver.Resolve(text.Source), new SourceDescriber(text, names));
        SourceProfile?[] profiles = new SourceProfile?[frames.Count];
        Dictionary<Frame, int> index = [];
        for (int i = 0; i < frames.Count; i++)
            index[frames[i]] = i;
        for (int i = 0; i < frames.Count; i++)
        {
            Frame frame = frames[i];
            if (frame.Source.IsEmpty)
            {
                profiles[i] = frame.SharesSourceOf is { } sharer && index.TryGetValue(sharer, out int s) && s < i ? profiles[s] : null;
                continue;
            }

            TokenRange words = frame.Antecedent.IsEmpty ? frame.Source : frame.Antecedent;
            profiles[i] = lookup.Profile(words) is { } found ? WithReason(text, frame, found) : null;
            if (profiles[i] is { } profile)
                lookup.Remember(words, profile);
        }

        return profiles;
    }

    /// <summary>"on condition of anonymity because ...", "asking not to be named because ...": stands behind the source or at the sentence's end.</summary>
    private static SourceProfile WithReason(ReadingText text, Frame frame, SourceProfile profile)
    {
        if (!profile.Anonymous)
            return profile;
        TokenRange unit = text.Units[frame.Window.Unit].Tokens;
        for (int t = unit.From; t + 1 < unit.To; t++)
        {
            if (text.Lower[t] is not ("anonymity" or "named" or "identified") || text.Lower[t + 1] is not ("because" or "as" or "since" or "given" or "to"))
                continue;
            int end = t + 1;
            while (end < unit.To && text.Class[end] is not (Comma or Stop or Colon))
                end++;
            return profile with { AnonymityReason = text.Words(new TokenRange(t + 1, end)) };
        }

        return profile;
    }
}
