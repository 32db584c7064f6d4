using Stemma.Language;

namespace Stemma.Attributions;

/// <summary>Finds whose word each statement of a report is.</summary>
/// <remarks>
/// Rules over words, tags and punctuation, no parser: cues (<see cref="CueFinder"/>), how far their content reaches
/// (<see cref="ContentSettler"/>), quotations that go on (<see cref="Continuations"/>), who stands in whose content
/// (<see cref="Parents"/>), who the sources are (<see cref="SpeakerResolver"/>), how firmly they speak (<see cref="CommitmentReader"/>).
/// A pure function of the text; safe to call from many threads at once.
/// </remarks>
public sealed class AttributionExtractor
{
    private readonly CueLexicon lexicon = new();
    private readonly CueFinder cues;
    private readonly EventFinder events = new();
    private readonly SpeakerResolver speakers = new(new ReferenceResolver());
    private readonly AttributionNetwork? network;

    /// <exception cref="InvalidDataException">The model file is there but damaged or of another version; the message names it and the remedy.</exception>
    public AttributionExtractor()
        : this(useModel: true)
    {
    }

    /// <param name="useModel">False reads by rule alone, as a build without the model file does.</param>
    internal AttributionExtractor(bool useModel)
    {
        cues = new CueFinder(lexicon);
        network = useModel ? AttributionNetwork.Load() : null;
    }

    /// <summary>Whether the trained attribution model is in this build and used; without it attributions are found by rule alone, and fewer of them.</summary>
    public bool HasModel => network is not null;

    public StageId Id { get; } = new("attributions", 4);

    public AttributionLayer Extract(LinguisticText text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (text.Tokens.IsEmpty)
            return new AttributionLayer([], [], []);
        ReadingText reading = new(text);
        List<Frame> frames = cues.Find(reading);
        ContentSettler.Settle(reading, frames);
        Citations.Link(frames);
        Continuations.Apply(reading, frames);
        OwnSilences.Mark(reading, frames);
        if (network is not null && text.Encoded is { } encoded)
            LearnedFrames.Join(reading, frames, network, encoded, lexicon);
        NameTags.Find(reading, frames);
        Prune(reading, frames);
        SourceProfile?[] profiles = speakers.Resolve(reading, frames);
        return LayerWriter.Write(reading, frames, profiles, events.Find(reading));
    }

    /// <summary>"denied they had <b>wanted</b> a war", "rejected the claim that she <b>despised</b> voters": what somebody is denied to want or to do is part of the denial.</summary>
    private static bool IsDenied(List<Frame> frames, Frame frame) =>
        frame.Manner is CueManner.Intent or CueManner.Attitude
        && frames.Exists(o => o != frame && o.Window.Unit == frame.Window.Unit && o.Stance is Stance.Denies && o.Manner is CueManner.Speech && o.Content.Exists(c => c.Contains(frame.Cue.From)));

    /// <summary>"'They asked for a chair,' he said", "she read it and liked it, he said": what was asked for or liked is a bare thing, and the statement is that they did.</summary>
    private static bool IsMereThing(ReadingText text, List<Frame> frames, Frame frame) =>
        (frame.Stance is Stance.Asks || frame.Manner is CueManner.Attitude or CueManner.Thought) && frame.Content is [{ Length: <= 4 } thing] && (thing.From >= frame.Cue.To || (thing.Length == 1 && text.Class[thing.From] is WordClass.Wh))
        && Enumerable.Range(thing.From, thing.Length).All(t => NounPhrases.IsInside(text.Class[t]) || text.Class[t] is WordClass.Pronoun or WordClass.Wh)
        && frames.Exists(o => o != frame && o.Manner is CueManner.Speech && o.Stance is Stance.Asserts && o.Content.Exists(c => c.Contains(frame.Cue.From) && c.Length > thing.Length + 1));

    /// <summary>"would not say whether he had <b>asked</b> for it": what somebody asks or wants inside an open question is part of the question.</summary>
    private static bool IsOpen(ReadingText text, List<Frame> frames, Frame frame) =>
        IsMereThing(text, frames, frame) ||
        (frame.Stance is Stance.Asks || frame.Manner is CueManner.Intent or CueManner.Attitude)
        && frames.Exists(o => o != frame && o.Window.Unit == frame.Window.Unit && o.Stance is Stance.Withholds && o.Content.Exists(c => c.Contains(frame.Cue.From) && text.Lower[c.From] is "whether" or "if"));

    /// <summary>"The firm that <b>blasts</b> the slopes", "the crew that paints the doors": what a thing does to a thing, told to say which one is meant.</summary>
    private bool IsTrade(ReadingText text, Frame frame) =>
        frame.Source.Length == 1 && text.Lower[frame.Source.From] is "that" or "which" && (frame.Manner is CueManner.Speech || frame.Stance is Stance.Accuses) && frame.Cue.From == frame.Source.To && frame.Cue.Length == 1
        && frame.Content is [var thing] && thing.From == frame.Cue.To && text.Class[thing.From] is WordClass.Determiner
        && !lexicon.Find(text.Lower[frame.Cue.From]).Any(r => r.Entry.TakesClause || r.Entry.TakesQuote)
        && !Enumerable.Range(thing.From, Math.Min(thing.Length, 5)).Any(t => text.Class[t] is WordClass.FiniteVerb);

    /// <summary>Drops frames left without content, and those inside quotations whose speaker nobody tells.</summary>
    private void Prune(ReadingText text, List<Frame> frames)
    {
        foreach (Frame frame in frames)
        {
            if (frame.Carries is { } told && told.Content.Count > 0)
                frame.Content.AddRange(told.Content);
        }

        frames.RemoveAll(f => f.Content.Count == 0 || f.Absorbed || IsDenied(frames, f) || IsOpen(text, frames, f) || IsTrade(text, f));
        foreach (Frame frame in frames)
        {
            if (frame.SharesSourceOf is { } sharer)
            {
                frame.Source = frame.Source.IsEmpty && frame.Window.Unit == sharer.Window.Unit ? sharer.Source : frame.Source;
                if (frame.Antecedent.IsEmpty)
                    frame.Antecedent = sharer.Antecedent;
            }
        }
    }
}
