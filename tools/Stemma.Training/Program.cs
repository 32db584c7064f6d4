using System.Globalization;
using Stemma.Training;

switch (args)
{
    case ["raw", string path, string prefix, string show]:
        RawTextEvaluation.Run(path, prefix, int.Parse(show, CultureInfo.InvariantCulture));
        return 0;
    case ["raw", string path]:
        RawTextEvaluation.Run(path, "", 0);
        return 0;
    default:
        Console.Error.WriteLine("usage: raw CONLLU [DOCUMENT-PREFIX SHOW]");
        return 2;
}
