using System.Globalization;
using Stemma.Training;
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
        Console.Error.WriteLine("usage: raw CONLLU [DOCUMENT-PREFIX SHOW] | train-tagger OUTPUT EPOCHS CONLLU... | train-lemmas OUTPUT CONLLU... | speed JSONL | eval-tagger MODEL CONLLU | train-parser OUTPUT TAGGER DEV CONLLU...");
        return 2;
}
