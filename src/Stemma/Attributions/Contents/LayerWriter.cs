using System.Collections.Immutable;
using Stemma.Text;

namespace Stemma.Attributions;

/// <summary>Turns frames into the public records: spans instead of tokens, parents as indexes, quotations with their speakers.</summary>
internal static class LayerWriter
{
    public static AttributionLayer Write(ReadingText text, List<Frame> frames, SourceProfile?[] profiles, ImmutableArray<EventMention> events)
    {
        int[] parents = Parents.Find(frames);
        bool[] kept = new bool[frames.Count];
        for (int i = 0; i < frames.Count; i++)
            kept[i] = IsKept(text, frames[i], parents[i], profiles[i]);
        int[] index = new int[frames.Count];
        int count = 0;
        for (int i = 0; i < frames.Count; i++)
            index[i] = kept[i] ? count++ : -1;

        bool[] cues = new bool[text.Tokens.Length];
        foreach (Frame frame in frames)
            Array.Fill(cues, true, frame.Cue.From, frame.Cue.Length);
        ImmutableArray<Attribution>.Builder attributions = ImmutableArray.CreateBuilder<Attribution>(count);
        for (int i = 0; i < frames.Count; i++)
        {
            if (!kept[i])
                continue;
            int parent = parents[i];
            while (parent >= 0 && !kept[parent])
                parent = parents[parent];
            attributions.Add(Build(text, frames[i], profiles[i], parent < 0 ? null : index[parent], cues));
        }

        return new AttributionLayer(attributions.ToImmutable(), Quotes(text, frames, profiles, kept, index, parents), events);
    }

    /// <summary>Inside a quotation only what the speaker puts on somebody else is an attribution of its own.</summary>
    private static bool IsKept(ReadingText text, Frame frame, int parent, SourceProfile? profile)
    {
        if (frame.Window.Quote < 0)
            return true;
        if (parent < 0)
            return false;
        if (frame.Manner == CueManner.Hearsay || profile?.Speaker is null)
            return false;
        return frame.Source.IsEmpty || text.Lower[frame.Source.From] is not ("i" or "we" or "you" or "my" or "our" or "nobody" or "anyone");
    }

    private static Attribution Build(ReadingText text, Frame frame, SourceProfile? profile, int? parent, bool[] cues)
    {
        Commitment commitment = CommitmentReader.Read(text, frame);
        ImmutableArray<TextSpan> source = frame.Source.IsEmpty || frame.Source.Overlaps(frame.Cue) ? [] : [text.Span(WholePhrase.Of(text, frame, cues))];
        ImmutableArray<TextSpan> cue = [text.Span(frame.Cue)];
        return new Attribution
        {
            Source = source,
            Cue = cue,
            Content = Without(text, frame),
            Speaker = profile?.Speaker,
            Kind = profile?.Kind ?? SourceKind.Group,
            Anonymous = profile?.Anonymous ?? false,
            Body = profile?.Body,
            Role = profile?.Role,
            Count = profile?.Count,
            Access = profile?.Access,
            AnonymityReason = profile?.AnonymityReason,
            Manner = frame.Manner,
            Parent = parent,
            Stance = ConfirmsItself(text, frame) ? Stance.Confirms : frame.Stance,
            Certainty = commitment.Certainty,
            Polarity = commitment.Polarity,
            Hedges = commitment.Hedges,
        };
    }

    /// <summary>"It is now confirmed that ...", "I can confirm that ...", in the speaker's own words.</summary>
    private static bool ConfirmsItself(ReadingText text, Frame frame)
    {
        if (frame.Stance != Stance.Asserts || frame.Manner != CueManner.Speech || frame.Content.Count == 0)
            return false;
        TokenRange first = frame.Content[0];
        for (int t = first.From; t < Math.Min(first.To - 1, first.From + 8); t++)
        {
            if (text.Lower[t] is "confirm" or "confirmed" && text.Class[t + 1] == WordClass.That)
                return !VerbGroup.Of(text, t, first.From).Negated;
        }

        return false;
    }

    /// <summary>The content's spans in text order, with the attribution's own source and cue cut out.</summary>
    private static ImmutableArray<TextSpan> Without(ReadingText text, Frame frame)
    {
        List<TokenRange> pieces = [.. frame.Content];
        foreach (TokenRange hole in (TokenRange[])[frame.Source, frame.Cue])
        {
            if (hole.IsEmpty)
                continue;
            List<TokenRange> next = [];
            foreach (TokenRange piece in pieces)
            {
                if (!piece.Overlaps(hole))
                {
                    next.Add(piece);
                    continue;
                }

                next.Add(ContentSettler.Trim(text, new TokenRange(piece.From, Math.Min(piece.To, hole.From))));
                next.Add(ContentSettler.Trim(text, new TokenRange(Math.Max(piece.From, hole.To), piece.To)));
            }

            pieces = next;
        }

        ImmutableArray<TextSpan>.Builder spans = ImmutableArray.CreateBuilder<TextSpan>();
        int end = -1;
        foreach (TokenRange piece in pieces.Where(p => !p.IsEmpty).OrderBy(p => p.From))
        {
            TokenRange fresh = new(Math.Max(piece.From, end), piece.To);
            if (fresh.IsEmpty)
                continue;
            spans.Add(text.Span(fresh));
            end = fresh.To;
        }

        return spans.ToImmutable();
    }

    private static ImmutableArray<QuotedPassage> Quotes(ReadingText text, List<Frame> frames, SourceProfile?[] profiles, bool[] kept, int[] index, int[] parents)
    {
        int[] holder = new int[text.Quotes.Length];
        int[] covered = new int[text.Quotes.Length];
        Array.Fill(holder, -1);
        for (int i = 0; i < frames.Count; i++)
        {
            Frame frame = frames[i];
            if (!kept[i] || frame.Window.Quote >= 0 || frame.Carries is not null || frame.Cites || profiles[i]?.Speaker is null)
                continue;
            foreach (TokenRange range in frame.Content)
            {
                int last = -1;
                for (int t = range.From; t < range.To; t++)
                {
                    int q = text.QuoteOf[t];
                    if (q < 0 || q == last)
                        continue;
                    last = q;
                    int cover = Math.Min(range.To, text.QuoteTokens[q].To) - Math.Max(range.From, text.QuoteTokens[q].From);
                    // The innermost holder of the whole quotation spoke it.
                    if (holder[q] < 0 || cover > covered[q] || (cover == covered[q] && IsInside(parents, i, holder[q])))
                        (holder[q], covered[q]) = (i, cover);
                }
            }
        }

        ImmutableArray<QuotedPassage>.Builder quotes = ImmutableArray.CreateBuilder<QuotedPassage>(text.Quotes.Length);
        for (int q = 0; q < text.Quotes.Length; q++)
        {
            int by = holder[q];
            quotes.Add(new QuotedPassage(text.Quotes[q].Inner, by < 0 ? null : index[by], by < 0 ? null : profiles[by]!.Speaker));
        }

        return quotes.ToImmutable();
    }

    private static bool IsInside(int[] parents, int child, int ancestor)
    {
        for (int p = parents[child]; p >= 0; p = parents[p])
        {
            if (p == ancestor)
                return true;
        }

        return false;
    }
}
