using System.Globalization;
using Stemma.Training;
using Stemma.Training.Coreference;
using Stemma.Training.Parsing;

switch (args)
{
    case ["raw", string path, string prefix, string show]:
        RawTextEvaluation.Run(path, prefix, int.Parse(show, CultureInfo.InvariantCulture));
        return 0;
    case ["raw", string path]:
        RawTextEvaluation.Run(path, "", 0);
        return 0;
    case ["train-tagger", string output, string epochs, .. string[] corpora]:
        TaggerTrainer.Train(corpora, int.Parse(epochs, CultureInfo.InvariantCulture), output);
        return 0;
    case ["train-lemmas", string output, .. string[] corpora]:
        LemmaTrainer.Train(corpora, output);
        return 0;
    case ["train-common-words", string output, .. string[] corpora]:
        CommonWords.Train(corpora, output);
        return 0;
    case ["train-names", string output, string tagger, string epochs, .. string[] corpora]:
        NameTrainer.Train(corpora, tagger, int.Parse(epochs, CultureInfo.InvariantCulture), output);
        return 0;
    case ["eval-names", string model, string tagger, string path, string show]:
        NameTrainer.Evaluate(model, tagger, path, int.Parse(show, CultureInfo.InvariantCulture));
        return 0;
    case ["eval-entities", string path, string how, string block, string show]:
        EntityEvaluation.Run(path, how == "rules", int.Parse(block, CultureInfo.InvariantCulture), int.Parse(show, CultureInfo.InvariantCulture));
        return 0;
    case ["train-noun-kinds", string output, .. string[] corpora]:
        NounKindTrainer.Train(corpora, output);
        return 0;
    case ["train-references", string output, string decay, string shares, string corpus, .. string[] silver]:
        ReferenceTraining.Run(output, corpus, double.Parse(decay, CultureInfo.InvariantCulture), [.. shares.Split(',').Select(s => int.Parse(s, CultureInfo.InvariantCulture))], silver);
        return 0;
    case ["show", string path]:
        Show.Run(path);
        return 0;
    case ["speed", string path]:
        SpeedEvaluation.Run(path);
        return 0;
    case ["eval-tagger", string model, string path]:
        TaggerEvaluation.Run(model, path);
        return 0;
    case ["train-parser", string output, string tagger, string dev, .. string[] corpora]:
        ParserTraining.Run(output, tagger, dev, corpora);
        return 0;
    default:
        Console.Error.WriteLine("usage: raw CONLLU [DOCUMENT-PREFIX SHOW] | train-tagger OUTPUT EPOCHS CONLLU... | train-lemmas OUTPUT CONLLU... | train-common-words OUTPUT CONLLU... | train-names OUTPUT TAGGER EPOCHS CONLLU... | eval-names MODEL TAGGER CONLLU SHOW | eval-entities CONLLU model|rules BLOCK SHOW | train-noun-kinds OUTPUT GUM-CONLLU... | train-references OUTPUT DECAY SHARES GUM-CONLLU | speed JSONL | eval-tagger MODEL CONLLU | train-parser OUTPUT TAGGER DEV CONLLU...");
        return 2;
}
