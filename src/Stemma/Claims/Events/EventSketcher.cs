using System.Collections.Frozen;
using Stemma.Annotations;
using Stemma.Language;
using Stemma.Language.Networks;
using Stemma.Language.Tagging;
using Stemma.Text;
using Stemma.Times;

namespace Stemma.Claims;

/// <summary>Draws from the parse what a report says of an event: who, whom, where, when, how many, in which words.</summary>
internal sealed class EventSketcher(WordVectors vectors, Concepts concepts, ReferenceResolver references)
{
    /// <summary>Relations through which something hangs on an event without taking part in it.</summary>
    private static readonly FrozenSet<string> Outside = FrozenSet.Create(StringComparer.Ordinal, "punct", "cc", "mark", "conj", "parataxis", "ccomp", "advcl", "acl:relcl", "discourse", "aux", "aux:pass", "cop", "det", "case", "expl");

    private static readonly FrozenSet<string> AgentRelations = FrozenSet.Create(StringComparer.Ordinal, "nsubj", "nmod:poss", "csubj");
    private static readonly FrozenSet<string> PatientRelations = FrozenSet.Create(StringComparer.Ordinal, "obj", "iobj", "nsubj:pass");

    public EventSketch[] Sketch(IReadOnlyList<Annotation> annotations, IReadOnlyList<EventTrigger> triggers, WordRarity rarity)
    {
        EventSketch[] sketches = new EventSketch[triggers.Count];
        foreach (IGrouping<int, int> report in Enumerable.Range(0, triggers.Count).GroupBy(i => triggers[i].Report))
        {
            Annotation annotation = annotations[report.Key];
            References means = references.Resolve(annotation.Language);
            ILookup<int, int> below = Enumerable.Range(0, annotation.Language.Tokens.Length).ToLookup(i => annotation.Language.Tokens[i].Head);
            foreach (int i in report)
                sketches[i] = Sketch(triggers[i], annotation, means, below, rarity);
        }

        return sketches;
    }

    private EventSketch Sketch(EventTrigger trigger, Annotation annotation, References means, ILookup<int, int> below, WordRarity rarity)
    {
        LinguisticText text = annotation.Language;
        int head = trigger.Token;
        Token token = text.Tokens[head];
        int sentence = SentenceOf(text, head);
        Sentence place = text.Sentences[sentence];
        string? particle = below[head].Where(c => text.Tokens[c].Deprel == "compound:prt").Select(c => text.Tokens[c].Lemma.ToLowerInvariant()).FirstOrDefault();
        string lemma = token.Lemma.ToLowerInvariant();
        string concept = concepts.Of(text, head);

        List<int> agents = [], patients = [], around = [];
        // What a verb shares with the one it is joined to ("was arrested and charged") is said once only.
        int from = head;
        while (text.Tokens[from].Deprel is "conj" or "xcomp" && text.Tokens[from].Head >= 0 && !below[from].Any(c => IsAgent(text.Tokens[c])))
            from = text.Tokens[from].Head;
        foreach (int child in below[head].Concat(from == head ? [] : below[from].Where(c => IsAgent(text.Tokens[c]))))
        {
            Token dependent = text.Tokens[child];
            if (Outside.Contains(dependent.Deprel))
                continue;
            around.Add(child);
            if (IsAgent(dependent) || IsBy(text, below, child))
                agents.Add(child);
            else if (PatientRelations.Contains(dependent.Deprel) || (token.Upos is Upos.Noun && dependent.Deprel == "nmod"))
                patients.Add(child);
        }

        if (token.Deprel is "acl" or "acl:relcl" or "nmod" or "compound" or "amod" or "obj" or "obl" && token.Head >= 0)
            around.Add(token.Head);

        string[] aroundWords = [.. around.SelectMany(c => Words(c))];
        TextSpan span = place.Span;
        EntityMention[] names = [.. text.Entities.Where(e => span.Contains(e.Span))];
        return new EventSketch
        {
            Report = trigger.Report,
            Sentence = sentence,
            Lemma = particle is null ? lemma : lemma + " " + particle,
            Concept = concept,
            IsKnown = concepts.IsKnown(concept),
            IsVerb = token.Upos is Upos.Verb or Upos.Aux,
            IsNegated = below[head].Any(c => text.Tokens[c].Lemma.ToLowerInvariant() is "not" or "n't" or "never" or "no"),
            Vector = Mean([head]),
            Agents = Bag(agents.SelectMany(Words)),
            Patients = Bag(patients.SelectMany(Words)),
            Around = Bag(aroundWords),
            AroundVector = Mean(around),
            Context = Bag(Enumerable.Range(place.FirstToken, place.EndToken - place.FirstToken).Where(i => i != head && WordRarity.Tells(text.Tokens[i])).Select(i => WordRarity.Key(text.Tokens[i]))),
            Names = names.Where(e => e.Kind is not EntityKind.Place).Select(e => StoryNames.Fold(e.Name)).ToFrozenSet(StringComparer.Ordinal),
            Places = names.Where(e => e.Kind is EntityKind.Place).Select(e => StoryNames.Fold(e.Name)).ToFrozenSet(StringComparer.Ordinal),
            Times = annotation.Times.Where(t => span.Contains(t.Span)).Select(t => TimeKey(text.Text, t)).ToFrozenSet(StringComparer.Ordinal),
            Amounts = annotation.Quantities.Where(q => span.Contains(q.Span)).Select(q => FormattableString.Invariant($"{q.Low} {q.High} {q.Unit}")).ToFrozenSet(StringComparer.Ordinal),
            Rarity = rarity.Of(WordRarity.Key(token)),
        };

        WordBag Bag(IEnumerable<string> words) => new(words.Select(w => (w, rarity.Of(w))));

        // A pronoun stands for the name or noun it means; a name for all its words.
        IEnumerable<string> Words(int at)
        {
            if (means.Name(at) is { } name)
                return StoryNames.Fold(name.Name).Split(' ').Select(w => Concepts.Stem(w));
            if (text.Tokens[at].Upos is Upos.Pron && means.Antecedent(at) is >= 0 and int antecedent)
                at = antecedent;
            return new[] { at }.Concat(below[at].Where(c => text.Tokens[c].Deprel is "compound" or "amod" or "nmod" or "nmod:poss" or "flat" or "nummod"))
                .Where(i => WordRarity.Tells(text.Tokens[i])).Select(i => WordRarity.Key(text.Tokens[i]));
        }

        float[] Mean(IReadOnlyList<int> tokens)
        {
            float[] sum = new float[vectors.Size], one = new float[vectors.Size];
            foreach (int i in tokens)
            {
                vectors.Write(one, vectors.Find(WordForm.HashOf(text.Text, text.Tokens[i].Span)));
                for (int k = 0; k < sum.Length; k++)
                    sum[k] += one[k];
            }

            double length = Math.Sqrt(sum.Sum(v => (double)v * v));
            return length > 0 ? [.. sum.Select(v => (float)(v / length))] : sum;
        }
    }

    private static bool IsAgent(Token token) => AgentRelations.Contains(token.Deprel);

    private static bool IsBy(LinguisticText text, ILookup<int, int> below, int child) =>
        text.Tokens[child].Deprel == "obl:agent" || (text.Tokens[child].Deprel == "obl" && below[child].Any(c => text.Tokens[c].Deprel == "case" && text.Tokens[c].Lemma == "by"));

    private static string TimeKey(string text, TimeExpression time) => time.Span.In(text).ToString().ToLowerInvariant();

    private static int SentenceOf(LinguisticText text, int token)
    {
        int low = 0, high = text.Sentences.Length - 1;
        while (low < high)
        {
            int middle = (low + high + 1) / 2;
            if (text.Sentences[middle].FirstToken <= token)
                low = middle;
            else
                high = middle - 1;
        }

        return low;
    }
}
