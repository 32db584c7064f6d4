using System.Collections.Immutable;
using Stemma.Language;
using Stemma.Text;

namespace Stemma.Briefs;

/// <summary>Whom the pronouns of one report mean. Worked out once, when first asked; most reports are never asked.</summary>
internal sealed class ReportPronouns(LinguisticText text)
{
    private static readonly ReferenceResolver Resolver = new();

    private References? references;

    /// <returns>The full name of the person whom the pronoun at this place means, and where it stands; null where it is unsure, and where no parser ran.</returns>
    public (string Name, TextSpan At)? PersonAt(TextSpan pronoun)
    {
        int token = IndexOf(text.Tokens, pronoun);
        if (token < 0 || text.Tokens[token].Deprel.Length == 0)
            return null;
        references ??= Resolver.Resolve(text);
        if (references.Name(token) is not { Kind: EntityKind.Person } person || !char.IsUpper(person.Name[0]))
            return null;
        // The full name stands where the person was first named; the nearest mention may be a surname.
        EntityMention named = text.Entities.FirstOrDefault(e => e.Name == person.Name && e.Span.Length == person.Name.Length) ?? person;
        return (PlainText.OneLine(person.Name), named.Span);
    }

    private static int IndexOf(ImmutableArray<Token> tokens, TextSpan span)
    {
        int low = 0, high = tokens.Length - 1;
        while (low <= high)
        {
            int middle = (low + high) / 2;
            if (tokens[middle].Span.Start == span.Start)
                return middle;
            (low, high) = tokens[middle].Span.Start > span.Start ? (low, middle - 1) : (middle + 1, high);
        }

        return -1;
    }
}
