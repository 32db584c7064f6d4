namespace Stemma.Cli.Tests.Evaluation.Language;

/// <summary>A treebank of our own with every kind of row, and gold that no engine would agree with throughout.</summary>
internal static class SmallTreebank
{
    public const string Text =
        """
        # newdoc id = AB_news_harbour
        # newpar
        # sent_id = AB_news_harbour-1
        # text = Mary Johnson doesn't know.
        1	Mary	Mary	PROPN	NNP	_	5	nsubj	_	NER=B-PER
        2	Johnson	Johnson	PROPN	NNP	_	1	flat	_	NER=I-PER
        3-4	doesn't	_	_	_	_	_	_	_	_
        3	does	DO	AUX	VBZ	_	5	aux	_	NER=O
        4	n't	not	PART	RB	_	5	advmod	_	NER=O
        4.1	really	really	ADV	RB	_	_	_	5:advmod	_
        5	know	know	NOUN	NN	_	0	root	_	NER=O|SpaceAfter=No
        6	.	.	PUNCT	.	_	5	punct	_	NER=O

        # sent_id = AB_news_harbour-2
        # text = Ships wait in London.
        1	Ships	ship	NOUN	NNS	_	2	nsubj	_	NER=O
        2	wait	wait	VERB	VBP	_	0	root	_	NER=O
        3	in	in	ADP	IN	_	4	case	_	NER=O
        4	London	London	PROPN	NNP	_	2	obl:loc	_	NER=I-LOC|SpaceAfter=No
        5	.	.	PUNCT	.	_	4	punct	_	NER=O

        # newdoc id = AB_vlog_harbour
        # sent_id = AB_vlog_harbour-1
        # text = They left.
        1	They	they	PRON	PRP	_	2	nsubj	_	NER=B-ORG
        2	left	leave	VERB	VBD	_	0	root	_	NER=O|SpaceAfter=No
        3	.	.	PUNCT	.	_	2	punct	_	NER=O


        """;

    public static string Write(TemporaryFolder folder) => folder.File("small.conllu", Text);
}
