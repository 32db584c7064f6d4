namespace Stemma.Evaluation.Mentions;

/// <summary>One word of a GUM document as gold reads it. Indices are of the document's words.</summary>
/// <param name="Lower">The word in small letters.</param>
/// <param name="Governor">Its syntactic head; -1 for a root.</param>
/// <param name="Referent">Of a relative pronoun, the word it stands for (edge "ref" of the enhanced dependencies); -1 elsewhere.</param>
internal readonly record struct GumWord(string Lower, string Lemma, string Upos, string Deprel, int Governor, int Referent);
