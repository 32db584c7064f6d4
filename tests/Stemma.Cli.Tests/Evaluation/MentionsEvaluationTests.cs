using Stemma.Evaluation.Mentions;

namespace Stemma.Cli.Tests.Evaluation;

public sealed class MentionsEvaluationTests
{
    private const string Resigned =
        """
        # sent_id = GUM_news_harbour-1
        # text = Ilse Tarn resigned.
        1|Ilse|Ilse|PROPN|NNP|_|3|nsubj|_|Entity=(1-person-new-nnnnn-cf1-1-coref
        2|Tarn|Tarn|PROPN|NNP|_|1|flat|_|Entity=1)
        3|resigned|resign|VERB|VBD|_|0|root|_|SpaceAfter=No
        4|.|.|PUNCT|.|_|3|punct|_|_

        """;

    [Fact]
    public void A_pronoun_and_a_surname_that_find_their_person_count_as_resolved_and_right()
    {
        string score = Score("# newdoc id = GUM_news_harbour\n" + Resigned +
            """

            # sent_id = GUM_news_harbour-2
            # text = She gave no reason.
            1|She|she|PRON|PRP|_|2|nsubj|_|Entity=(1-person-giv:act-nnnnn-cf1-1-ana)
            2|gave|give|VERB|VBD|_|0|root|_|_
            3|no|no|DET|DT|_|4|det|_|_
            4|reason|reason|NOUN|NN|_|2|obj|_|SpaceAfter=No
            5|.|.|PUNCT|.|_|2|punct|_|_

            # sent_id = GUM_news_harbour-3
            # text = Tarn leaves today.
            1|Tarn|Tarn|PROPN|NNP|_|2|nsubj|_|Entity=(1-person-giv:act-nnnnn-cf1-1-coref)
            2|leaves|leave|VERB|VBZ|_|0|root|_|_
            3|today|today|NOUN|NN|_|2|obl|_|SpaceAfter=No
            4|.|.|PUNCT|.|_|2|punct|_|_

            """);

        Assert.Matches(@"he, she +1 +100\.0 .*\] +100\.0", score);
        Assert.Matches(@"names +1 +100\.0 .*\] +100\.0", score);
        Assert.Matches(@"pronouns and names +2 +100\.0 .*\] +100\.0", score);
    }

    [Fact]
    public void A_pronoun_that_gold_gives_to_someone_else_is_resolved_and_wrong()
    {
        string score = Score(
            """
            # newdoc id = GUM_news_quay
            # sent_id = GUM_news_quay-1
            # text = A singer slept.
            1|A|a|DET|DT|_|2|det|_|Entity=(2-person-new-nnnnn-cf1-2-coref
            2|singer|singer|NOUN|NN|_|3|nsubj|_|Entity=2)
            3|slept|sleep|VERB|VBD|_|0|root|_|SpaceAfter=No
            4|.|.|PUNCT|.|_|3|punct|_|_


            """ + Resigned +
            """

            # sent_id = GUM_news_quay-3
            # text = She gave no reason.
            1|She|she|PRON|PRP|_|2|nsubj|_|Entity=(2-person-giv:act-nnnnn-cf1-1-ana)
            2|gave|give|VERB|VBD|_|0|root|_|_
            3|no|no|DET|DT|_|4|det|_|_
            4|reason|reason|NOUN|NN|_|2|obj|_|SpaceAfter=No
            5|.|.|PUNCT|.|_|2|punct|_|_

            """);

        Assert.Matches(@"he, she +1 +100\.0 .*\] +0\.0", score);
    }

    private static string Score(string conllu)
    {
        string path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName() + ".conllu");
        try
        {
            File.WriteAllText(path, conllu.Replace('|', '\t'));
            return new MentionsEvaluation().Run(path, [], null, CancellationToken.None).ToString()!;
        }
        finally
        {
            File.Delete(path);
        }
    }
}
