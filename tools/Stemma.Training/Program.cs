using System.Globalization;
using Stemma.Training;
using Stemma.Training.Coreference;
using Stemma.Training.Networks;

switch (args)
{
    case ["train-lemmas", string output, .. string[] corpora]:
        LemmaTrainer.Train(corpora, output);
        return 0;
    case ["train-common-words", string output, .. string[] corpora]:
        CommonWords.Train(corpora, output);
        return 0;
    case ["eval-entities", string path, string how, string block, string show]:
        EntityEvaluation.Run(path, how == "rules", int.Parse(block, CultureInfo.InvariantCulture), int.Parse(show, CultureInfo.InvariantCulture));
        return 0;
    case ["train-noun-kinds", string output, .. string[] corpora]:
        NounKindTrainer.Train(corpora, output);
        return 0;
    case ["train-references", string output, string decay, string shares, string corpus]:
        ReferenceTraining.Run(output, corpus, double.Parse(decay, CultureInfo.InvariantCulture), [.. shares.Split(',').Select(s => int.Parse(s, CultureInfo.InvariantCulture))]);
        return 0;
    case ["examples", string output, string every, .. string[] corpora]:
        ExampleWriter.Write(output, int.Parse(every, CultureInfo.InvariantCulture), corpora);
        return 0;
    case ["silver-names", string output, string texts, string layers]:
        ExampleWriter.WriteSilver(output, texts, layers);
        return 0;
    case ["attribution-examples", string output, string corpus]:
        AttributionExamples.Write(output, corpus);
        return 0;
    case ["hashes", string words, string output]:
        ExampleWriter.WriteHashes(words, output);
        return 0;
    case ["train-grouping" or "fit-grouping" or "fit-times", string penalty, string weights, .. string[] streams]:
        string[] unseen = [.. streams.SkipWhile(s => s != "--unseen").Skip(1)];
        new Stemma.Training.Grouping.GroupingTrainer([.. weights.Split(',').Select(w => double.Parse(w, CultureInfo.InvariantCulture))], args[0].StartsWith("train", StringComparison.Ordinal), args[0].EndsWith("times", StringComparison.Ordinal)).Run(
            double.Parse(penalty, CultureInfo.InvariantCulture), [.. streams.TakeWhile(s => s != "--unseen")], unseen);
        return 0;
    case ["try-thresholds", .. string[] streams]:
        Stemma.Training.Grouping.GroupingTrainer.Thresholds(streams);
        return 0;
    case ["train-events", string output, string penalty, string corpus]:
        Stemma.Training.Events.EventTrainer.Train(output, double.Parse(penalty, CultureInfo.InvariantCulture), corpus);
        return 0;
    case ["train-statements", string output, string penalty, string corpus, string show]:
        Stemma.Training.Statements.StatementTrainer.Train(output, double.Parse(penalty, CultureInfo.InvariantCulture), corpus, int.Parse(show, CultureInfo.InvariantCulture));
        return 0;
    case ["train-pages", string output, string trees, string depth, string rate, string power, string corpus, .. string[] rest]:
        Stemma.Training.Pages.PageTrainingRun.Run(output, int.Parse(trees, CultureInfo.InvariantCulture), int.Parse(depth, CultureInfo.InvariantCulture),
            double.Parse(rate, CultureInfo.InvariantCulture), double.Parse(power, CultureInfo.InvariantCulture), corpus, rest);
        return 0;
    case ["wrap", string payload, string output, string kind, string version]:
        ModelWriter.Wrap(payload, output, kind, int.Parse(version, CultureInfo.InvariantCulture));
        return 0;
    default:
        Console.Error.WriteLine("usage: examples OUTPUT EVERY CONLLU... | silver-names OUTPUT POLNEAR CORENLP | attribution-examples OUTPUT POLNEAR | hashes WORDS OUTPUT | wrap PAYLOAD OUTPUT KIND VERSION | train-lemmas OUTPUT CONLLU... | train-common-words OUTPUT CONLLU... | eval-entities CONLLU model|rules BLOCK SHOW | train-noun-kinds OUTPUT GUM-CONLLU... | train-references OUTPUT DECAY SHARES GUM-CONLLU | train-grouping|fit-grouping|fit-times PENALTY WEIGHTS STREAM|CASES... [--unseen STREAM|CASES...] | try-thresholds STREAM|CASES... | train-events OUTPUT PENALTY ECBPLUS | train-statements OUTPUT PENALTY ECBPLUS SHOW | train-pages OUTPUT TREES DEPTH RATE POWER ARTICLE-EXTRACTION [MISSES]");
        return 2;
}
