using Stemma.Intake.Conllu;

namespace Stemma.Evaluation.Language;

internal static class Recaser
{
    public static ConlluSentence Recase(ConlluSentence sentence, Recasing recasing)
    {
        bool first = true;
        return recasing == Recasing.None ? sentence : sentence with { Rows = [.. sentence.Rows.Select(Row)] };

        ConlluRow Row(ConlluRow row)
        {
            string form = recasing == Recasing.Capitals ? row.Form.ToUpperInvariant()
                : first || row.Form.Length >= 4 ? char.ToUpperInvariant(row.Form[0]) + row.Form[1..]
                : row.Form;
            first = false;
            return row with { Form = form };
        }
    }
}
