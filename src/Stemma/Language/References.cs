using Stemma.Language.Coreference;

namespace Stemma.Language;

/// <summary>What the mentions of one text mean.</summary>
public sealed class References
{
    private readonly MentionList mentions;
    private readonly int[] antecedents;

    internal References(MentionList mentions)
    {
        this.mentions = mentions;
        antecedents = new int[mentions.All.Count];
        Array.Fill(antecedents, -1);
        Dictionary<Referent, int> last = [];
        Dictionary<Referent, int> lastNamed = [];
        for (int i = 0; i < antecedents.Length; i++)
        {
            // A name is joined to names: a pronoun between them may itself be misread.
            Mention mention = mentions.All[i];
            if ((mention.Form == MentionForm.Name ? lastNamed : last).TryGetValue(mention.Referent, out int before))
                antecedents[i] = before;
            if (mention.Pronoun != PronounClass.Who)
                last[mention.Referent] = i;
            if (mention.Form != MentionForm.Pronoun)
                lastNamed[mention.Referent] = i;
        }

        // What means only something further on ("In his speech, Holm said").
        last.Clear();
        for (int i = antecedents.Length - 1; i >= 0; i--)
        {
            Mention mention = mentions.All[i];
            if (antecedents[i] < 0 && mention.Form == MentionForm.Pronoun && last.TryGetValue(mention.Referent, out int after))
                antecedents[i] = after;
            last[mention.Referent] = i;
        }
    }

    /// <param name="token">Index in <see cref="LinguisticText.Tokens"/>.</param>
    /// <returns>The token that the nearest earlier mention of the same turns on: for a name, a name or noun; for a pronoun that has none earlier, the next
    /// later one. -1 where it is unsure what is meant, where nothing else means it, and where the token is no mention.</returns>
    public int Antecedent(int token)
    {
        int mention = mentions.At(token);
        return mention < 0 || antecedents[mention] < 0 || mentions.All[mention].IsUnsure ? -1 : mentions.All[antecedents[mention]].Head;
    }

    /// <param name="token">Index in <see cref="LinguisticText.Tokens"/>.</param>
    /// <returns>A mention of the name of what is meant; its <see cref="EntityMention.Name"/> is the full name. Null where no name is known.</returns>
    public EntityMention? Name(int token)
    {
        int mention = mentions.At(token);
        if (mention < 0 || mentions.All[mention].IsUnsure || mentions.All[mention].Referent.Name is not { } name)
            return null;
        return mentions.All[mention].Entity >= 0 ? mentions.Syntax.Text.Entities[mentions.All[mention].Entity] : name;
    }
}
